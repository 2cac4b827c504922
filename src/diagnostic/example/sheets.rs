//! Values for messages about sheets.

/// A code, and its own values. A code in several rows has as many examples.
pub(super) const ROWS: &[(&str, &[&str])] = &[
    ("K111", &["found=2026-09-18"]),
    ("K110", &["sign=;", "other=,", "row=2"]),
    (
        "K112",
        &[
            "problem=number",
            "found=5",
            "cell=C2",
            "row=2",
            "whole=47",
            "part=5",
            "read=date = 2026-09-18 · value = 47 · ? = 5",
        ],
    ),
    (
        "K112",
        &[
            "problem=extra",
            "found=bats",
            "cell=D2",
            "row=2",
            "read=date = 2026-09-18 · value = 47 · ? = bats",
        ],
    ),
    ("K113", &["found==B2+B3"]),
    ("K114", &["field=total"]),
    ("K115", &["cell=C3"]),
    ("K116", &["what=title", "row=1", "last=2"]),
    ("K116", &["what=summary", "row=14", "last=14"]),
    ("K116", &["what=column", "found=Passage, Grade"]),
    (
        "K117",
        &[
            "found=Attemted",
            "column=B",
            "head=B1",
            "nearest=attempted",
            "choices=date, value",
        ],
    ),
    (
        "K118",
        &[
            "problem=twins",
            "found=Score",
            "other=Result",
            "column=C",
            "head=C1",
        ],
    ),
    (
        "K118",
        &[
            "problem=several",
            "found=Level",
            "other=Score",
            "column=C",
            "head=C1",
        ],
    ),
    (
        "K118",
        &["problem=errors", "found=Score", "column=B", "head=B1"],
    ),
    (
        "K118",
        &["problem=words", "found=WPM", "column=B", "head=B1"],
    ),
    (
        "K118",
        &["problem=probes", "found=Trial 1", "column=B", "head=B1"],
    ),
    (
        "K118",
        &["problem=open", "found=Time", "column=B", "head=B1"],
    ),
    (
        "K119",
        &[
            "problem=empty",
            "cell=C7",
            "row=7",
            "heading=total",
            "found=",
        ],
    ),
    (
        "K119",
        &[
            "problem=number",
            "cell=C7",
            "row=7",
            "heading=total",
            "found=ten",
        ],
    ),
    (
        "K119",
        &[
            "problem=try",
            "cell=C7",
            "row=7",
            "heading=Trial 2",
            "found=x",
        ],
    ),
    (
        "K119",
        &[
            "problem=fraction",
            "cell=C7",
            "row=7",
            "heading=value",
            "found=a lot",
        ],
    ),
    (
        "K119",
        &[
            "problem=share",
            "cell=C7",
            "row=7",
            "heading=value",
            "found=a lot",
        ],
    ),
    (
        "K119",
        &[
            "problem=level",
            "cell=C7",
            "row=7",
            "heading=value",
            "found=a lot",
        ],
    ),
    (
        "K119",
        &[
            "problem=attainment",
            "cell=C7",
            "row=7",
            "heading=value",
            "found=a lot",
        ],
    ),
    (
        "K119",
        &[
            "problem=steps",
            "cell=C7",
            "row=7",
            "heading=value",
            "found=a lot",
        ],
    ),
    (
        "K119",
        &[
            "problem=episodes",
            "cell=C7",
            "row=7",
            "heading=value",
            "found=a lot",
        ],
    ),
    (
        "K120",
        &["problem=below", "cell=A3", "row=3", "above=2026-09-18"],
    ),
    ("K120", &["problem=alone", "cell=A2", "row=2", "above="]),
    (
        "K121",
        &[
            "found=9/10/2026",
            "cell=A2",
            "date=2026-09-10",
            "other=2026-10-09",
            "count=6",
            "of=8",
        ],
    ),
    (
        "K122",
        &[
            "problem=open",
            "found=9/10/2026",
            "cell=A2",
            "first-month=9",
            "first-day=10",
            "second-month=10",
            "second-day=9",
        ],
    ),
    (
        "K122",
        &[
            "problem=both",
            "found=9/18/2026",
            "cell=A7",
            "second=18/9/2026",
            "other=A2",
            "first-month=9",
            "first-day=18",
            "second-month=9",
            "second-day=18",
        ],
    ),
    (
        "K123",
        &[
            "problem=tries",
            "found=10-Aug",
            "cell=B2",
            "part=8",
            "whole=10",
        ],
    ),
    (
        "K123",
        &["problem=day", "found=8/10/2026", "cell=B2", "part="],
    ),
    (
        "K124",
        &["found=1,052", "cell=B2", "thousands=1052", "parts=1.052"],
    ),
    (
        "K125",
        &[
            "found=3",
            "cell=C2",
            "column=C",
            "head=C1",
            "read=date = 2026-09-18 · attempted = 52 · ? = 3",
        ],
    ),
    (
        "K127",
        &["what=workbook", "found=reading.xlsx", "better=reading.csv"],
    ),
    (
        "K127",
        &["what=text", "found=reading.txt", "better=reading.csv"],
    ),
    ("K128", &["problem=column", "cell=B2", "column=B"]),
    ("K128", &["problem=named"]),
    (
        "K129",
        &[
            "problem=mixed",
            "found=80%",
            "cell=B3",
            "other=8/10",
            "second=B2",
        ],
    ),
    ("K129", &["problem=bare", "found=80", "cell=B2"]),
    (
        "K129",
        &["problem=share", "found=0.8", "cell=B2", "other=80%"],
    ),
    (
        "K129",
        &[
            "problem=columns",
            "found=70%",
            "cell=D2",
            "other=80",
            "row=2",
        ],
    ),
];
