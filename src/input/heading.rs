//! The headings of columns, as trackers, forms and people write them.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What a column holds, as far as its heading says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names are those of the fields")]
pub enum Heading {
    /// The day on which something was seen.
    Date,
    /// The day on which a form was sent. It is the day of the check where no
    /// column says another.
    Sent,
    Week,
    Service,
    Planned,
    Given,
    NoSchool,
    StaffAway,
    StudentAway,
    Other,
    /// The result, in whatever form the measure has.
    Value,
    /// Words read right in a minute: errors are taken off.
    WordsRight,
    Attempted,
    Correct,
    /// How many were wrong: errors while reading, or wrong answers.
    Errors,
    Total,
    Percent,
    Yes,
    Count,
    Minutes,
    Seconds,
    /// How long something took.
    Lasted,
    Session,
    Level,
    Code,
    Items,
    Setting,
    By,
    /// Words for the family.
    Note,
    /// Words that are only for staff.
    StaffNote,
    /// Whose numbers these are.
    Student,
    /// What a form or a tracker needs for itself: a running number, an address.
    Aside,
    /// One try or one step of several; holds which.
    Nth(u16),
    /// Words in a minute, or words read: with the wrong ones or without.
    WordsOpen,
    /// A time of day, or how long something took.
    TimeOpen,
}

/// Headings by what they hold; the first is the name of the field, where there is
/// one. They are in
/// small letters, without accents, and with one space between words.
const NAMES: &[(Heading, &[&str])] = &[
    (
        Heading::Date,
        &[
            "date",
            "day",
            "dates",
            "when",
            "date of probe",
            "probe date",
            "date probed",
            "date of check",
            "check date",
            "test date",
            "date tested",
            "assessment date",
            "date of assessment",
            "date administered",
            "administered on",
            "session date",
            "date of session",
            "observation date",
            "date of observation",
            "data date",
            "date collected",
            "date of data collection",
            "todays date",
            "date of reading",
            "fecha",
            "dia",
            "fecha de la prueba",
            "fecha de prueba",
            "fecha de evaluacion",
            "fecha de la evaluacion",
            "fecha de observacion",
            "fecha de medicion",
            "التاريخ",
            "تاريخ",
            "اليوم",
            "تاريخ الاختبار",
            "تاريخ القياس",
            "ngay",
            "ngay kiem tra",
            "ngay do",
            "ngay thang",
        ],
    ),
    (
        Heading::Sent,
        &[
            "timestamp",
            "time stamp",
            "submitted",
            "submitted at",
            "submission date",
            "submission time",
            "date submitted",
            "completion time",
            "created",
            "created at",
            "date created",
            "marca temporal",
            "fecha de envio",
            "hora de finalizacion",
            "طابع زمني",
            "الطابع الزمني",
            "dau thoi gian",
        ],
    ),
    (
        Heading::Week,
        &[
            "week",
            "week of",
            "week beginning",
            "week starting",
            "week start",
            "semana",
            "semana del",
            "الاسبوع",
            "tuan",
        ],
    ),
    (
        Heading::Service,
        &["service", "servicio", "الخدمة", "dich vu"],
    ),
    (
        Heading::Planned,
        &[
            "planned",
            "planned minutes",
            "minutes planned",
            "scheduled",
            "scheduled minutes",
            "minutes scheduled",
            "iep minutes",
            "planeados",
            "minutos planeados",
            "programados",
            "minutos programados",
        ],
    ),
    (
        Heading::Given,
        &[
            "given",
            "given minutes",
            "minutes given",
            "delivered",
            "minutes delivered",
            "provided",
            "minutes provided",
            "actual",
            "actual minutes",
            "served",
            "minutes served",
            "dados",
            "minutos dados",
            "minutos recibidos",
        ],
    ),
    (
        Heading::NoSchool,
        &[
            "no school",
            "school closed",
            "holiday",
            "sin clases",
            "feriado",
        ],
    ),
    (
        Heading::StaffAway,
        &[
            "staff away",
            "staff absent",
            "teacher absent",
            "provider absent",
            "therapist absent",
            "maestra ausente",
            "personal ausente",
        ],
    ),
    (
        Heading::StudentAway,
        &[
            "student away",
            "student absent",
            "absent",
            "absence",
            "estudiante ausente",
            "alumno ausente",
            "alumna ausente",
        ],
    ),
    (
        Heading::Other,
        &["other", "other reason", "otro", "otra razon"],
    ),
    (
        Heading::Value,
        &[
            "value",
            "values",
            "score",
            "scores",
            "result",
            "results",
            "data",
            "data point",
            "number",
            "raw score",
            "measurement",
            "probe score",
            "probe result",
            "student score",
            "puntaje",
            "puntuacion",
            "resultado",
            "resultados",
            "valor",
            "dato",
            "calificacion",
            "النتيجة",
            "الدرجة",
            "القيمة",
            "نتيجة",
            "diem",
            "diem so",
            "ket qua",
            "gia tri",
        ],
    ),
    (
        Heading::WordsRight,
        &[
            "wcpm",
            "cwpm",
            "wrcpm",
            "wrc",
            "words correct",
            "correct words",
            "words right",
            "words read correctly",
            "words correct per minute",
            "correct words per minute",
            "words read correctly per minute",
            "words correct minute",
            "words read correctly in 1 minute",
            "words read correctly in one minute",
            "orf",
            "orf score",
            "fluency score",
            "oral reading fluency",
            "palabras correctas",
            "palabras correctas por minuto",
            "pcpm",
            "palabras leidas correctamente",
            "palabras bien leidas",
            "الكلمات الصحيحة",
            "كلمات صحيحة في الدقيقة",
            "so tu doc dung",
            "so tu dung",
            "tu doc dung",
        ],
    ),
    (
        Heading::Attempted,
        &[
            "attempted",
            "words attempted",
            "total words",
            "total words read",
            "words tried",
            "palabras intentadas",
            "total de palabras",
            "palabras leidas en total",
        ],
    ),
    (
        Heading::Correct,
        &[
            "correct",
            "right",
            "correct answers",
            "correct responses",
            "answers correct",
            "correct trials",
            "trials correct",
            "items correct",
            "total correct",
            "amount correct",
            "correctas",
            "correctos",
            "aciertos",
            "respuestas correctas",
            "bien",
            "صحيح",
            "الصحيحة",
            "الاجابات الصحيحة",
            "dung",
            "so cau dung",
            "so lan dung",
        ],
    ),
    (
        Heading::Errors,
        &[
            "errors",
            "error",
            "miscues",
            "mistakes",
            "incorrect",
            "wrong",
            "words incorrect",
            "incorrect answers",
            "incorrect responses",
            "missed",
            "errores",
            "incorrectas",
            "incorrectos",
            "equivocaciones",
            "respuestas incorrectas",
            "اخطاء",
            "الاخطاء",
            "الخطا",
            "loi",
            "so loi",
            "sai",
            "so cau sai",
        ],
    ),
    (
        Heading::Total,
        &[
            "total",
            "out of",
            "of",
            "trials",
            "total trials",
            "opportunities",
            "total opportunities",
            "attempts",
            "total attempts",
            "possible",
            "total possible",
            "points possible",
            "items",
            "total items",
            "questions",
            "total questions",
            "how many there were",
            "de",
            "de cuantas",
            "intentos",
            "total de intentos",
            "oportunidades",
            "posibles",
            "preguntas",
            "المجموع",
            "المحاولات",
            "من",
            "العدد الكلي",
            "tong",
            "tong so",
            "so cau",
            "so lan thu",
            "tren",
        ],
    ),
    (
        Heading::Percent,
        &[
            "percent",
            "%",
            "percentage",
            "% correct",
            "percent correct",
            "pct",
            "% accuracy",
            "accuracy",
            "percent accuracy",
            "% of accuracy",
            "percentage correct",
            "score %",
            "% score",
            "porcentaje",
            "por ciento",
            "% correcto",
            "% de aciertos",
            "النسبة",
            "النسبة الميوية",
            "phan tram",
            "ty le",
            "ti le",
        ],
    ),
    (
        Heading::Yes,
        &[
            "yes",
            "intervals yes",
            "on task",
            "on task intervals",
            "intervals on task",
            "si",
        ],
    ),
    (
        Heading::Count,
        &[
            "count",
            "frequency",
            "tally",
            "tallies",
            "times",
            "how many times",
            "how often",
            "occurrences",
            "incidents",
            "frecuencia",
            "conteo",
            "veces",
            "cuantas veces",
            "التكرار",
            "العدد",
            "عدد المرات",
            "so lan",
            "tan suat",
        ],
    ),
    (
        Heading::Minutes,
        &[
            "minutes",
            "min",
            "mins",
            "minutos",
            "دقايق",
            "phut",
            "so phut",
        ],
    ),
    (
        Heading::Seconds,
        &[
            "seconds", "sec", "secs", "segundos", "ثوان", "giay", "so giay",
        ],
    ),
    (
        Heading::Lasted,
        &[
            "duration",
            "length",
            "how long",
            "time on task",
            "latency",
            "wait time",
            "response time",
            "time to respond",
            "time to start",
            "elapsed",
            "elapsed time",
            "duracion",
            "cuanto duro",
            "المدة",
            "thoi gian keo dai",
            "thoi luong",
        ],
    ),
    (
        Heading::Session,
        &["session", "session length", "session minutes", "sesion"],
    ),
    (
        Heading::Level,
        &[
            "level",
            "rubric",
            "rubric score",
            "rating",
            "stage",
            "nivel",
            "rubrica",
            "المستوى",
            "muc",
            "muc do",
            "cap do",
        ],
    ),
    (
        Heading::Code,
        &[
            "code",
            "codes",
            "steps",
            "step codes",
            "prompt",
            "prompts",
            "prompt level",
            "prompt used",
            "level of prompt",
            "prompt code",
            "ayuda",
            "apoyo",
            "nivel de ayuda",
        ],
    ),
    (
        Heading::Items,
        &[
            "items learned",
            "learned",
            "known",
            "items known",
            "mastered",
        ],
    ),
    (
        Heading::Setting,
        &[
            "setting",
            "where",
            "place",
            "location",
            "lugar",
            "المكان",
            "noi",
        ],
    ),
    (
        Heading::By,
        &[
            "by",
            "staff",
            "teacher",
            "who",
            "collected by",
            "recorded by",
            "administered by",
            "observer",
            "data collector",
            "initials of staff",
            "maestra",
            "maestro",
            "quien",
            "evaluador",
            "evaluadora",
            "المعلم",
            "المعلمة",
            "giao vien",
            "nguoi ghi",
        ],
    ),
    (Heading::Note, &["note"]),
    (
        Heading::StaffNote,
        &[
            "staff note",
            "staff notes",
            "comment",
            "comments",
            "notes",
            "teacher notes",
            "teacher comments",
            "observation",
            "observations",
            "remarks",
            "additional comments",
            "other comments",
            "anecdotal notes",
            "reason",
            "nota",
            "notas",
            "comentario",
            "comentarios",
            "observacion",
            "observaciones",
            "razon",
            "motivo",
            "ملاحظات",
            "ملاحظة",
            "تعليق",
            "تعليقات",
            "السبب",
            "ghi chu",
            "nhan xet",
            "ly do",
        ],
    ),
    (
        Heading::Student,
        &[
            "student",
            "student name",
            "students name",
            "name of student",
            "students",
            "name",
            "first name",
            "last name",
            "full name",
            "child",
            "childs name",
            "learner",
            "pupil",
            "student initials",
            "initials",
            "which student",
            "alumno",
            "alumna",
            "estudiante",
            "nombre",
            "nombre del estudiante",
            "nombre del alumno",
            "nombre de la alumna",
            "apellido",
            "apellidos",
            "nombre completo",
            "الطالب",
            "الطالبة",
            "اسم الطالب",
            "اسم الطالبة",
            "الاسم",
            "hoc sinh",
            "ten",
            "ten hoc sinh",
            "ho ten",
            "ho va ten",
        ],
    ),
    (
        Heading::Aside,
        &[
            "#",
            "id",
            "no",
            "row",
            "email",
            "email address",
            "username",
            "user name",
            "start time",
            "last modified time",
            "language",
            "probe",
            "check",
            "session number",
            "week number",
            "student id",
            "student number",
            "grade",
            "passage",
            "passage title",
            "form",
            "title",
            "text",
            "correo electronico",
            "direccion de correo electronico",
            "nombre de usuario",
            "hora de inicio",
            "lectura",
            "البريد الالكتروني",
            "dia chi email",
            "stt",
        ],
    ),
    (
        Heading::WordsOpen,
        &[
            "wpm",
            "words",
            "words read",
            "words per minute",
            "words in a minute",
            "words a minute",
            "reading rate",
            "rate",
            "ppm",
            "palabras",
            "palabras leidas",
            "palabras por minuto",
            "عدد الكلمات",
            "الكلمات",
            "so tu",
            "so tu doc",
            "so tu moi phut",
        ],
    ),
    (
        Heading::TimeOpen,
        &["time", "tiempo", "hora", "الوقت", "thoi gian", "gio"],
    ),
];

/// Words before a heading that add nothing to it.
const BEFORE: [&str; 17] = [
    "number of ",
    "number ",
    "total number of ",
    "num ",
    "no ",
    "nr ",
    "# of ",
    "# ",
    "how many ",
    "the ",
    "your ",
    "numero de ",
    "cantidad de ",
    "n ",
    "cuantas ",
    "cuantos ",
    "عدد ",
];

/// Words before the number of a try or a step.
const NTH: [&str; 20] = [
    "trial",
    "try",
    "attempt",
    "step",
    "item",
    "opportunity",
    "opp",
    "t",
    "question",
    "q",
    "word",
    "intento",
    "paso",
    "ensayo",
    "pregunta",
    "محاولة",
    "المحاولة",
    "خطوة",
    "lan",
    "buoc",
];

/// What a heading says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Meaning {
    /// What stands below it.
    pub heading: Heading,
    /// Whether it is the name that `docs/format.md` has.
    pub exact: bool,
    /// How many there were each time: “Correct (out of 10)”.
    pub total: Option<f64>,
}

/// Reads a heading; nothing where it is none that is known.
#[must_use]
pub fn heading(text: &str) -> Option<Meaning> {
    // A form's question may be long, but is not endless.
    if text.chars().count() > 120 {
        return None;
    }
    let plain = plain(text);
    let (words, total) = without_total(&plain);
    let bare = without_brackets(words);
    let found = known(words)
        .or_else(|| known(&bare))
        .or_else(|| nth(&bare).map(Heading::Nth))
        .or_else(|| known(without_filler(&bare)));
    let heading = found?;
    let own = field(heading).map(|field| field.replace('_', " "));
    let exact = own.is_some_and(|own| own == words) || matches!(words, "wcpm" | "percent");
    let exact = exact && total.is_none();
    Some(Meaning {
        heading,
        exact,
        total,
    })
}

/// The name of the field that a heading stands for; nothing where it is none.
#[must_use]
pub fn field(heading: Heading) -> Option<&'static str> {
    let field = match heading {
        Heading::Sent => "date",
        Heading::StaffNote => "staff_note",
        Heading::NoSchool => "no_school",
        Heading::StaffAway => "staff_away",
        Heading::StudentAway => "student_away",
        Heading::WordsRight | Heading::Percent | Heading::Lasted => "value",
        Heading::Items => "items",
        Heading::Student
        | Heading::Aside
        | Heading::Nth(_)
        | Heading::WordsOpen
        | Heading::TimeOpen => return None,
        other => names(other).first()?,
    };
    Some(field)
}

fn names(heading: Heading) -> &'static [&'static str] {
    let mut rows = NAMES.iter().filter(|(known, _)| *known == heading);
    rows.next().map_or(&[], |(_, names)| names)
}

/// What is known under this name.
fn known(words: &str) -> Option<Heading> {
    let mut rows = NAMES.iter().filter(|(_, names)| names.contains(&words));
    rows.next().map(|(heading, _)| *heading)
}

/// Small letters without accents, one space between words, no signs but `#` and
/// `%` and those that a total needs.
fn plain(text: &str) -> String {
    let folded = text.nfkd().filter(|c| !is_combining_mark(*c));
    let signs = folded
        .filter(|c| !matches!(c, '\'' | '’' | 'ـ'))
        .map(|c| match c {
            'đ' | 'Đ' => 'd',
            '#' | '%' | '(' | ')' | '/' => c,
            c if c.is_alphanumeric() => c,
            _ => ' ',
        });
    let small = signs.collect::<String>().to_lowercase();
    let spaced = small.replace('#', " # ").replace('(', " (");
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A heading and the total at its end: `correct (out of 10)`, `score / 20`.
fn without_total(words: &str) -> (&str, Option<f64>) {
    let inside = words.trim_end_matches(')').trim_end();
    let digits = inside.len() - inside.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (front, number) = inside.split_at(inside.len() - digits);
    let total = number.parse::<f64>().ok().filter(|total| *total > 0.0);
    let front = front.trim_end();
    for mark in ["out of", "/", "of", "de", "من", "tren"] {
        let Some(rest) = front.strip_suffix(mark) else {
            continue;
        };
        let whole = mark == "/" || rest.ends_with([' ', '(']);
        let rest = rest.trim_end_matches([' ', '(']);
        if whole && total.is_some() && !rest.is_empty() {
            return (rest, total);
        }
    }
    (words, None)
}

/// What stands outside brackets: `date (mm/dd/yyyy)` is `date`.
fn without_brackets(words: &str) -> String {
    let front = words.split('(').next().unwrap_or_default().trim();
    let bare = if front.is_empty() { words } else { front };
    bare.replace(['(', ')', '/'], " ")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn without_filler(words: &str) -> &str {
    let mut fillers = BEFORE.iter();
    fillers
        .find_map(|filler| words.strip_prefix(filler))
        .unwrap_or(words)
}

/// Which try or step a column holds: `Trial 3`, `T3`, `3`.
fn nth(words: &str) -> Option<u16> {
    let digits = words.len() - words.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (front, number) = words.split_at(words.len() - digits);
    let front = front.trim_end_matches([' ', '#']);
    let named = front.is_empty() || NTH.contains(&front);
    number
        .parse()
        .ok()
        .filter(|number| named && (1..=200).contains(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_by_their_names() {
        let check = |text: &str, expected: Heading| {
            assert_eq!(
                heading(text).map(|found| found.heading),
                Some(expected),
                "{text}"
            );
        };
        check("date", Heading::Date);
        check("Date of probe", Heading::Date);
        check("Date (mm/dd/yyyy)", Heading::Date);
        check("Today's Date", Heading::Date);
        check("Fecha", Heading::Date);
        check("Ngày", Heading::Date);
        check("التّاريخ", Heading::Date);
        check("Timestamp", Heading::Sent);
        check("Marca temporal", Heading::Sent);
        check("Score", Heading::Value);
        check("Puntaje", Heading::Value);
        check("WCPM", Heading::WordsRight);
        check("Words Read Correctly (per minute)", Heading::WordsRight);
        check("# Correct", Heading::Correct);
        check("Number correct", Heading::Correct);
        check("Correctas", Heading::Correct);
        check("Out of", Heading::Total);
        check("# of trials", Heading::Total);
        check("% Correct", Heading::Percent);
        check("Miscues", Heading::Errors);
        check("Comments", Heading::StaffNote);
        check("Notas", Heading::StaffNote);
        check("Ghi chú", Heading::StaffNote);
        check("Staff note", Heading::StaffNote);
        check("staff_note", Heading::StaffNote);
        check("Student's Name", Heading::Student);
        check("Email Address", Heading::Aside);
        check("Trial 3", Heading::Nth(3));
        check("3", Heading::Nth(3));
        check("WPM", Heading::WordsOpen);
        check("Time", Heading::TimeOpen);
        check("Student away", Heading::StudentAway);
        check("How many times?", Heading::Count);
    }

    #[test]
    fn what_is_no_heading_is_left_alone() {
        for text in [
            "mood",
            "",
            "2026-09-18",
            "0",
            "300",
            "9/18/2026",
            "44",
            "47,5",
        ] {
            let found = heading(text);
            let number = matches!(found.map(|found| found.heading), Some(Heading::Nth(_)));
            assert!(found.is_none() || number, "{text}: {found:?}");
        }
    }

    #[test]
    fn a_heading_may_say_how_many_there_were() {
        let check = |text: &str, named: Heading, total: Option<f64>| {
            let found = heading(text).unwrap();
            assert_eq!((found.heading, found.total), (named, total), "{text}");
        };
        check("Correct (out of 10)", Heading::Correct, Some(10.0));
        check("Score /20", Heading::Value, Some(20.0));
        check("Correct out of 8", Heading::Correct, Some(8.0));
        check("Aciertos (de 5)", Heading::Correct, Some(5.0));
        check("Out of", Heading::Total, None);
        check("Trial 10", Heading::Nth(10), None);
    }

    #[test]
    fn the_names_of_the_format_are_exact() {
        for name in [
            "date",
            "Staff note",
            "staff_note",
            "correct",
            "Attempted",
            "WCPM",
            "percent",
        ] {
            assert!(heading(name).unwrap().exact, "{name}");
        }
        for name in [
            "Fecha",
            "Score",
            "Timestamp",
            "% Correct",
            "Comments",
            "Correct (out of 10)",
        ] {
            assert!(!heading(name).unwrap().exact, "{name}");
        }
    }

    #[test]
    fn no_heading_has_two_meanings() {
        let mut all: Vec<&str> = NAMES
            .iter()
            .flat_map(|(_, names)| *names)
            .copied()
            .collect();
        for name in &all {
            assert_eq!(plain(name), *name, "as it is compared");
        }
        all.sort_unstable();
        let twins: Vec<_> = all.windows(2).filter(|two| two[0] == two[1]).collect();
        assert!(twins.is_empty(), "{twins:?}");
    }
}
