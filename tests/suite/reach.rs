//! How a family reaches the school: calls, text messages, e-mail, and numbers that
//! stay whole in any script.

use crate::support::School;

const CASE_MANAGER: &str = "  phone: \"555-0162\"\n  email: rivera@larch.example\n";

/// A school whose case manager can be reached by `ways`, for a family that reads
/// `lang`.
fn school(ways: &str, lang: &str) -> School {
    School::tiny().edit("staff.yaml", CASE_MANAGER, ways).edit(
        "students/ana/student.yaml",
        "home_languages: [en]",
        &format!("home_languages: [{lang}, en]"),
    )
}

fn page(school: &School, path: &str) -> String {
    let compiled = school.compile();
    String::from_utf8(compiled.site("ana")[path].clone()).unwrap()
}

#[test]
fn a_family_can_call_write_and_send_a_text_message() {
    let check = |ways: &str, lang: &str, shown: &[&str], hidden: &[&str]| {
        let school = school(ways, lang).edit(
            "school.yaml",
            "phone: \"555-0160\"\n",
            "phone: \"555-0160\"\nemail: office@larch.example\n",
        );
        for path in ["index.html", "team/index.html"] {
            let page = page(&school, &format!("{lang}/{path}"));
            for words in shown {
                assert!(page.contains(words), "{lang} {path} {words}\n{page}");
            }
            for words in hidden {
                assert!(!page.contains(words), "{lang} {path} {words}");
            }
        }
    };
    check(
        "  phone: 555-0162 ext. 14\n  text_phone: +1 555 010 0177\n  email: rivera@larch.example\n",
        "en",
        &[
            "href=\"tel:5550162,14\">Call <bdi class=\"number\">555-0162</bdi> ext. 14</a>",
            "href=\"sms:+15550100177?&amp;body=Hello%2C%20I%20have%20a%20question%20about%20school.\"",
            "href=\"mailto:rivera@larch.example?subject=A%20question%20about%20school&amp;body=Hello%2C%20I",
        ],
        &["My%20language", "Ana%20"],
    );
    // The school reads its own language below the family's.
    check(
        "  phone: 555-0162 x14\n  text_phone: 555-0177\n  email: rivera@larch.example\n",
        "es",
        &[
            "href=\"tel:5550162,14\"",
            "Hola%2C%20tengo%20una%20pregunta%20sobre%20la%20escuela.%20Mi%20idioma%20es%20el%20espa%C3%B1ol.%0AHello%2C%20I%20have%20a%20question%20about%20school.%20My%20language%20is%20Spanish.\"",
            "?subject=A%20question%20about%20school&amp;body=Hola",
            "espa%C3%B1ol.%0D%0AHello",
        ],
        &["Ana%20"],
    );
    check(
        "  phone: 555-0162 ext. 14\n  email: rivera@larch.example\n",
        "ar",
        &[
            "تحويلة",
            "%0D%0AHello%2C%20I%20have%20a%20question%20about%20school.%20My%20language%20is%20Arabic.",
        ],
        &["sms:"],
    );
    check(
        "  phone: 555-0162\n  email: a&b@larch.example?bcc=c\n",
        "en",
        &["mailto:a%26b@larch.example%3Fbcc%3Dc?subject="],
        &["?bcc=c?"],
    );
}

#[test]
fn what_a_person_lacks_the_school_has() {
    let school = school("", "en").edit(
        "school.yaml",
        "phone: \"555-0160\"\n",
        "phone: \"555-0160\"\ntext_phone: 555-0178\nemail: office@larch.example\n",
    );
    let page = page(&school, "en/index.html");
    for words in [
        "tel:5550160",
        "sms:5550178?",
        "mailto:office@larch.example?",
    ] {
        assert!(page.contains(words), "{words}");
    }
}

#[test]
fn the_first_screen_leads_to_whom_to_call() {
    let page = page(&School::tiny(), "en/index.html");
    let first = page.split("<h2").next().unwrap();
    assert!(first.contains("href=\"#call\"") && first.contains("href=\"tel:5550162\""));
    assert!(page.contains("id=\"call\""));
}

#[test]
fn numbers_in_arabic_text_keep_their_order() {
    const UPDATE: &str = "students/ana/updates/2026-11-13";
    let school = school(CASE_MANAGER, "ar")
        .file(
            format!("{UPDATE}.md").as_str(),
            "The library has help at 3-5.\n",
        )
        .file(
            format!("{UPDATE}.ar.md").as_str(),
            "في المكتبة مساعدة من 3-5، منذ 2026-11-02.\n",
        );
    let page = page(&school, "ar/updates/index.html");
    for number in ["3-5", "2026-11-02"] {
        let isolated = format!("<bdi class=\"number\">{number}</bdi>");
        assert!(page.contains(&isolated), "{number}\n{page}");
    }
}

#[test]
fn a_screen_reader_hears_headings_before_what_is_below_them() {
    let index = page(&School::tiny(), "en/index.html");
    let card = index.split("<ul class=\"goals\"><li>").nth(1).unwrap();
    assert!(card.starts_with("<h3>"), "{card}");
    let team = page(&School::tiny(), "en/team/index.html");
    let person = team.split("<section class=\"person\">").nth(1).unwrap();
    assert!(person.starts_with("<h2"), "{person}");
}

#[test]
fn a_chart_repeats_no_sentence() {
    let school = School::tiny();
    let compiled = school.compile();
    let site = compiled.site("ana");
    let pages = site.iter().filter(|(path, _)| path.contains("en/goals/"));
    let mut charts = 0;
    for (path, bytes) in pages {
        let page = String::from_utf8(bytes.clone()).unwrap();
        let Some((_, rest)) = page.split_once("<desc ") else {
            continue;
        };
        let described = rest.split("</desc>").next().unwrap();
        let caption = page.split("<figcaption><p>").nth(1).unwrap();
        let sentence = caption.split("</p>").next().unwrap();
        assert!(!described.contains(sentence), "{path}: {described}");
        charts += 1;
    }
    assert!(charts > 0);
}
