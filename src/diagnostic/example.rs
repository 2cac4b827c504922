//! Values for messages that are read before anything has gone wrong: in
//! `--explain`, and on the page that lists every code.

use super::{Arg, Code, Diagnostic};
use crate::source::RelPath;

/// What stands for a value where a code has nothing better.
const USUAL: &[&str] = &[
    "address=bats.md",
    "baseline=43",
    "better=reading-aloud",
    "choices=ortiz, park",
    "count=1",
    "date=2026-10-12",
    "days=14",
    "direction=increase",
    "expected=number",
    "field=target",
    "file=reading.es.yaml",
    "found=ortis",
    "goal=Reading aloud",
    "high=100",
    "key=2026-09-18",
    "language=es",
    "length=3",
    "line=12",
    "low=0",
    "minutes=30",
    "name=Sam",
    "nearest=ortiz",
    "other=ana",
    "page=en/updates/index.html",
    "service=reading",
    "sign=;",
    "system=permission denied",
    "target=30",
    "today=2026-11-20",
    "what=goal",
    "words=index out of bounds",
];

/// A code, and its own values. A code in several rows has as many examples.
const OF_A_CODE: &[(&str, &[&str])] = &[
    ("K001", &["problem=letters", "byte=EB"]),
    ("K001", &["problem=zero", "byte=00"]),
    ("K003", &["megabytes=12", "most=4"]),
    ("K006", &["what=file", "better=0"]),
    ("K006", &["what=file", "better=about.md"]),
    ("K006", &["what=files", "count=12", "better=0"]),
    ("K006", &["what=folder", "better=goals"]),
    ("K006", &["what=twin", "better=goals"]),
    ("K010", &["language=fr"]),
    ("K011", &["name=Reading aloud (1)", "other=0"]),
    ("K011", &["name=2026-11-13 (1)", "other=2026-11-13.md"]),
    ("K012", &["name=Ana"]),
    ("K013", &["path=students/ana/student.yaml"]),
    ("K015", &["count=120", "languages=ar, vi"]),
    ("K016", &["found=reading.yml", "read=reading.yaml"]),
    ("K017", &["name=reading.yml", "other=reading.yaml"]),
    ("K018", &["program=ending", "better=2026-11-20.md"]),
    ("K018", &["program=text", "better=2026-11-20.md"]),
    ("K018", &["program=word", "better=2026-11-20.md"]),
    ("K018", &["program=pages", "better=2026-11-20.md"]),
    ("K018", &["program=rtf", "better=0"]),
    ("K018", &["program=pdf", "better=2026-11-20.md"]),
    ("K022", &["encoding=windows-1252"]),
    ("K023", &["other=reading.yaml"]),
    ("K024", &["other=reading (Maria’s conflicted copy).yaml"]),
    ("K025", &["other=.reading.yaml.icloud"]),
    ("K026", &["name=reading.yaml", "other=Reading.yaml"]),
    ("K027", &["name=ana (1)"]),
    ("K030", &["what=partner"]),
    ("K030", &["what=person"]),
    ("K030", &["what=student"]),
    ("K031", &["name=Cedar Hollow School"]),
    (
        "K040",
        &["problem=markup", "message=goal-what", "found=<i>"],
    ),
    (
        "K040",
        &["problem=hidden", "message=goal-what", "found=U+202E"],
    ),
    (
        "K040",
        &["problem=value", "message=goal-what", "found=birthday"],
    ),
    (
        "K040",
        &["problem=call", "message=goal-what", "found=DATETIME"],
    ),
    (
        "K040",
        &["problem=reference", "message=goal-what", "found=goal-wat"],
    ),
    (
        "K040",
        &["problem=cycle", "message=goal-what", "found=goal-what"],
    ),
    (
        "K040",
        &["problem=long", "message=goal-what", "found=goal-what"],
    ),
    (
        "K041",
        &[
            "problem=missing",
            "message=help-times",
            "value=times",
            "found=many",
        ],
    ),
    (
        "K041",
        &[
            "problem=strange",
            "message=help-times",
            "value=times",
            "found=lots",
        ],
    ),
    ("K042", &["problem=statement", "found={% set a = 1 %}"]),
    ("K042", &["problem=filter", "found={{ title | safe }}"]),
    ("K042", &["problem=call", "found={{ now() }}"]),
    ("K042", &["problem=sum", "found={{ 7 * 7 }}"]),
    ("K042", &["problem=loops", "found={% for a in b %}"]),
    ("K042", &["problem=circle", "found=card"]),
    ("K042", &["problem=tag", "found=<"]),
    ("K042", &["problem=escape", "found=\\"]),
    ("K042", &["problem=fetch", "found=@import"]),
    ("K043", &["found=<script>"]),
    ("K072", &["before=2140", "now=96"]),
    (
        "K073",
        &["folder=students/ana", "gone=9", "before=14", "student=ana"],
    ),
    ("K101", &["lines=2"]),
    ("K102", &["problem=bracket"]),
    ("K102", &["problem=brace"]),
    ("K102", &["problem=indentation"]),
    ("K102", &["problem=quote"]),
    ("K102", &["problem=second-document"]),
    ("K102", &["problem=key"]),
    ("K102", &["problem=colon"]),
    ("K102", &["problem=other"]),
    ("K103", &["quoted=title: \"Reading: page 3\""]),
    ("K106", &["problem=count"]),
    ("K106", &["problem=depth"]),
    ("K111", &["found=2026-09-18"]),
    ("K112", &["found=5"]),
    ("K113", &["found==B2+B3"]),
    ("K160", &["slip=space"]),
    ("K160", &["slip=colon"]),
    ("K160", &["slip=gap"]),
    ("K160", &["slip=quotes"]),
    ("K160", &["slip=unseen"]),
    ("K161", &["words=#4"]),
    ("K162", &["found=8 of 10", "read=8/10"]),
    (
        "K163",
        &[
            "problem=bare",
            "field=time",
            "found=3:30",
            "better=15:30",
            "short=3:30 pm",
        ],
    ),
    (
        "K163",
        &[
            "problem=night",
            "field=start",
            "found=23:00",
            "better=11:00",
        ],
    ),
    ("K164", &["field=time", "found=5:45 am"]),
    (
        "K165",
        &["problem=words", "found=absent", "date=2026-09-18"],
    ),
    ("K165", &["problem=blank", "date=2026-09-18"]),
    (
        "K165",
        &["problem=note", "found=fire drill", "date=2026-09-18"],
    ),
    ("K166", &["found=80%"]),
    (
        "K167",
        &[
            "field=data",
            "found=2026-09-25: 46",
            "better=  2026-09-25: 46",
        ],
    ),
    (
        "K168",
        &[
            "problem=form",
            "found=11-27-2026",
            "better=2026-11-27",
            "ending=md",
        ],
    ),
    (
        "K168",
        &[
            "problem=order",
            "found=9-10-2026",
            "better=2026-09-10",
            "second=2026-10-09",
            "ending=md",
        ],
    ),
    (
        "K168",
        &[
            "problem=year",
            "found=11-27",
            "better=2026-11-27",
            "ending=md",
        ],
    ),
    (
        "K168",
        &[
            "problem=other",
            "found=last-friday",
            "better=2026-11-20",
            "ending=md",
        ],
    ),
    (
        "K169",
        &["problem=two", "found=1,052", "first=1052", "second=1.052"],
    ),
    ("K169", &["problem=excel", "found=10-Aug", "first=8/10"]),
    (
        "K280",
        &[
            "problem=tries",
            "found=4 of 5 trials",
            "better=mastery: {at_least: 80, times: 4, of: 5}",
            "second=mastery: {at_least: 80, times: 1, of: 1}",
        ],
    ),
    (
        "K280",
        &[
            "problem=words",
            "found=when ready",
            "better=mastery: {at_least: 80, times: 4, of: 5}",
        ],
    ),
    ("K281", &["found=as needed"]),
    ("K201", &["field=taget", "nearest=target"]),
    ("K202", &["problem=gone"]),
    ("K202", &["problem=blank"]),
    ("K203", &["expected=number", "found=90%"]),
    (
        "K204",
        &[
            "field=model",
            "found=pushin",
            "nearest=push-in",
            "list=service-model",
            "choices=push-in, pull-out, blended, consult",
        ],
    ),
    ("K205", &["problem=shape", "found=next Friday"]),
    (
        "K205",
        &[
            "problem=order",
            "found=5/9/2026",
            "first=2026-05-09",
            "second=2026-09-05",
        ],
    ),
    (
        "K205",
        &["problem=year", "found=Sept. 18", "first=2026-09-18"],
    ),
    (
        "K205",
        &["problem=weekday", "found=Mon 9/18/2026", "first=2026-09-18"],
    ),
    ("K205", &["problem=month", "found=2026-13-01"]),
    ("K205", &["problem=day", "found=2026-02-30", "days=28"]),
    ("K209", &["date=2027-10-02"]),
    ("K210", &["problem=between", "found=440"]),
    ("K210", &["problem=below", "found=-4"]),
    ("K210", &["problem=fraction", "found=3.5"]),
    ("K210", &["problem=part", "found=12", "high=10"]),
    ("K210", &["problem=whole", "found=0"]),
    ("K210", &["problem=letters", "found=AAG", "high=8"]),
    (
        "K213",
        &[
            "found=readng",
            "nearest=reading",
            "choices=reading, counting",
        ],
    ),
    (
        "K214",
        &[
            "found=read-twice",
            "nearest=",
            "choices=read-it-twice, menu-words",
        ],
    ),
    (
        "K215",
        &[
            "found=thinking-tme",
            "nearest=thinking-time",
            "choices=thinking-time, steps-on-the-board",
        ],
    ),
    (
        "K216",
        &[
            "found=speech",
            "nearest=",
            "choices=classroom-teacher, speech-language-pathologist",
        ],
    ),
    ("K218", &["field=strengths"]),
    ("K220", &["found=so", "choices=en, es, ar"]),
    ("K221", &["language=so"]),
    (
        "K222",
        &["found=speach", "nearest=speech", "choices=reading, speech"],
    ),
    ("K224", &["found=12,5", "better=12.5"]),
    ("K227", &["goal=spelling"]),
    ("K228", &["tries=4"]),
    ("K229", &["problem=more", "times=5", "of=4"]),
    ("K229", &["problem=zero"]),
    ("K229", &["problem=both"]),
    ("K232", &["found=3"]),
    ("K233", &["code=RF.3.4"]),
    ("K235", &["field=what"]),
    ("K241", &["missing=often"]),
    ("K243", &["problem=one-kind"]),
    ("K243", &["problem=not-blended"]),
    ("K244", &["per=week", "subject=Reading"]),
    ("K245", &["other=speech"]),
    ("K246", &["subject=Reading", "other=Art"]),
    ("K247", &["problem=too-few", "open=15"]),
    ("K247", &["problem=too-many", "open=0", "told=30", "gap=15"]),
    ("K248", &["week=2026-09-14"]),
    ("K249", &["monday=2026-09-14"]),
    ("K250", &["fields=since, looks_like"]),
    ("K251", &["words=62"]),
    ("K255", &["given=300", "planned=450", "percent=67"]),
    ("K256", &["problem=hours", "said=30", "computed=25"]),
    ("K256", &["problem=days", "said=3", "computed=2"]),
    ("K256", &["problem=iep", "said=60", "computed=50"]),
    ("K259", &["subjects=Art"]),
    ("K260", &["goals=reading"]),
    ("K262", &["field=what_changes"]),
    ("K263", &["phrase=making progress"]),
    ("K266", &["told=no", "days=4"]),
    ("K268", &["what=goals"]),
    ("K269", &["found=2026-10-05"]),
    ("K270", &["before=58", "after=44", "weeks=4"]),
    ("K274", &["any=yes"]),
    ("K275", &["what=date"]),
    ("K301", &["tag=<b>"]),
    ("K302", &["address=http://example.org"]),
    ("K303", &["exists=no"]),
    ("K303", &["exists=yes", "address=paper.pdf"]),
    ("K304", &["address=https://example.org/bat.jpg"]),
    ("K306", &["steps=6"]),
    ("K307", &["words=160", "most=120"]),
    ("K309", &["digits=٣"]),
    ("K310", &["character=U+202E"]),
    ("K330", &["phrase=is struggling", "instead=is learning to"]),
    ("K331", &["phrase=pull-out", "instead=small-group time"]),
    (
        "K332",
        &["phrase=making progress", "instead=a number, before and now"],
    ),
    (
        "K333",
        &[
            "phrase=Download",
            "instead=something that is already at home",
        ],
    ),
    (
        "K334",
        &[
            "phrase=speak English",
            "instead=the language that you speak at home",
        ],
    ),
    ("K335", &["words=41"]),
    (
        "K336",
        &[
            "grade=8.2",
            "most=6",
            "words=31",
            "cause=sentence",
            "long=opportunity, independently",
        ],
    ),
    ("K337", &["words=29", "most=25"]),
    ("K340", &["phrase=is struggling", "instead=is learning to"]),
    ("K341", &["phrase=pull-out", "instead=small-group time"]),
    (
        "K342",
        &["phrase=making progress", "instead=a number, before and now"],
    ),
    (
        "K346",
        &[
            "grade=10.4",
            "most=8",
            "words=38",
            "cause=sentence",
            "long=opportunity, independently",
        ],
    ),
    (
        "K311",
        &[
            "found=fluency",
            "nearest=",
            "choices=decoding, oral-reading-fluency",
        ],
    ),
    ("K312", &["date=2025-09-01"]),
    ("K314", &["phrase=approved by"]),
    (
        "K352",
        &["found=towr.jpg", "nearest=tower.jpg", "choices=tower.jpg"],
    ),
    ("K353", &["found=tower.heic", "problem=heic"]),
    ("K353", &["found=tower.svg", "problem=svg"]),
    ("K353", &["found=tower.jpg", "problem=too-large"]),
    ("K353", &["found=tower.jpg", "problem=broken"]),
    ("K353", &["found=tower.jpg", "problem=unreadable"]),
    ("K353", &["found=tower.jpg", "problem=away"]),
    ("K353", &["found=tower.gif", "problem=unknown"]),
    ("K401", &["what=name"]),
    ("K401", &["what=word", "name=Will"]),
    ("K403", &["what=words", "name=Will", "list=May, Will"]),
    ("K403", &["what=page", "name=Will", "list=Will"]),
    ("K404", &["name=Cleo", "better=cleo", "language=en"]),
    ("K405", &["phrase=dyslexia"]),
    ("K406", &["phrase=autism"]),
    (
        "K407",
        &[
            "phrase=sick leave",
            "instead=is away until …, and who helps until then",
        ],
    ),
    ("K902", &["problem=syntax", "path=locales/so/index.ftl"]),
    ("K902", &["problem=cldr", "path=locales/so/locale.yaml"]),
    ("K902", &["problem=missing", "language=so"]),
    ("K903", &["words=an unclosed block"]),
    ("K905", &["address=../goals/index.html"]),
    ("K906", &["problem=skipped"]),
    ("K906", &["problem=first"]),
];

/// Diagnostics of this code as they might be: one, or one for each way in which
/// its message can begin. They point nowhere.
#[must_use]
pub fn examples(code: Code) -> Vec<Diagnostic> {
    let rows = OF_A_CODE.iter().filter(|(own, _)| *own == code.number());
    let mut examples: Vec<Diagnostic> = rows.map(|(_, values)| example(code, values)).collect();
    if examples.is_empty() {
        examples.push(example(code, &[]));
    }
    examples
}

fn example(code: Code, values: &[&'static str]) -> Diagnostic {
    let mut example = Diagnostic::new(code);
    let pairs = USUAL.iter().chain(values);
    for (name, value) in pairs.filter_map(|pair| pair.split_once('=')) {
        if name == "path" {
            example.file = RelPath::new(value);
        } else {
            let number = value.parse::<f64>().map(Arg::from);
            example = example.with(name, number.unwrap_or_else(|_| Arg::from(value)));
        }
    }
    example
}
