//! Text layout and numbers, by example.

use super::super::markup::Tenths;
use super::super::text_layout::{Face, block, width};

#[test]
fn words_break_into_few_short_lines() {
    let check = |text: &str, limit: f64, lines: &[&str]| {
        assert_eq!(block(text, Face::Plain, limit).lines, lines, "{text}");
    };
    check("hoped for", 84.0, &["hoped for"]);
    check("  hoped for ", 84.0, &["hoped for"]);
    check("", 84.0, &[""]);
    check(
        "lo esperado a estas alturas",
        130.0,
        &["lo esperado a", "estas alturas"],
    );
    check(
        "lo esperado a estas alturas",
        84.0,
        &["lo esperado", "a estas", "alturas"],
    );
    check("100\u{a0}words", 20.0, &["100\u{a0}words"]);
    check("one\u{200b}two", 40.0, &["one", "two"]);
    check("希望达到的水平", 62.0, &["希望达到", "的水平"]);
}

#[test]
fn a_cut_leaves_marks_with_their_letters() {
    for text in [
        "မျှော်လင့်ထားသည်မျှော်လင့်ထားသည်",
        "जिसकीउम्मीदहैजिसकीउम्मीदहै",
        "ที่คาดหวังที่คาดหวังที่คาดหวัง",
    ] {
        let lines = block(text, Face::Plain, 80.0).lines;
        assert!(lines.len() > 1);
        assert_eq!(lines.concat(), text);
        for line in lines {
            let first = line.chars().next().unwrap();
            assert!(
                first.is_alphabetic() && !('\u{102b}'..='\u{103e}').contains(&first),
                "{line}"
            );
        }
    }
}

#[test]
fn widths_are_near_those_of_noto_sans() {
    // Text, and its advance in Chromium in thousandths of the font size.
    let measured = [
        ("hoped for", 4639),
        ("lo esperado a estas alturas", 12535),
        ("43 start", 3579),
        ("hai lần ngồi vòng tròn ngắn", 13005),
        ("المأمول", 3244),
        ("دائرتان قصيرتان", 6647),
        ("جهت ما تا اکنون", 6150),
        ("на что надеемся", 8094),
        ("מקווים", 2821),
        ("မျှော်လင့်ထားသည်", 7944),
        ("चाहिए उम्मीद है", 5973),
        ("የምንጠብቀው", 5091),
    ];
    for (text, thousandths) in measured {
        let ratio = width(text, Face::Plain) / (f64::from(thousandths) * 14.5 / 1000.0);
        assert!((1.0..1.45).contains(&ratio), "{text}: {ratio}");
    }
}

#[test]
fn controls_and_marks_take_no_room() {
    for (bare, dressed) in [
        ("58", "\u{2068}58\u{2069}"),
        ("كلمة", "كَلِمَة"),
        ("a", "a\u{301}\u{200d}"),
    ] {
        assert_eq!(
            width(bare, Face::Plain).to_bits(),
            width(dressed, Face::Plain).to_bits(),
            "{dressed}"
        );
    }
}

#[test]
fn numbers_have_one_decimal_at_most() {
    let check = |length: f64, text: &str| {
        let mut out = String::new();
        Tenths::of(length).write(&mut out);
        assert_eq!(out, text);
    };
    check(0.0, "0");
    check(-0.04, "0");
    check(0.26, ".3");
    check(-0.26, "-.3");
    check(328.0, "328");
    check(-12.34, "-12.3");
    check(f64::NAN, "0");
}
