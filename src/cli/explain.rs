//! `check --explain`: the long explanation of one code.

use super::diagnostics::Messages;
use super::terminal::Terminal;
use super::{CLEAN, CommandError};
use crate::diagnostic::{Code, Diagnostic, examples, nearest};

/// Explains a code given by number or name.
pub(super) fn run(asked: &str, terminal: &mut Terminal) -> Result<u8, CommandError> {
    let messages = Messages::of_tool();
    let name = asked.trim().to_lowercase().replace([' ', '_'], "-");
    // The digits are enough: `207`, `K207` and `k207` are the same.
    let digits = name.trim_start_matches(['k', '-']).parse::<u16>().ok();
    let number = |code: Code| code.number().trim_start_matches('K').parse().ok();
    let is = |code: &&Code| {
        let same = digits.is_some() && digits == number(**code);
        same || code.name() == name
    };
    match Code::ALL.iter().find(is) {
        Some(code) => {
            terminal.say(&explained(*code, &messages))?;
            Ok(CLEAN)
        }
        None => Err(CommandError::Said(unknown(asked, &name, &messages))),
    }
}

fn explained(code: Code, messages: &Messages) -> String {
    let examples = examples(code);
    let mut lines = vec![
        format!("{code} {}", code.name()),
        messages.weight(code.severity()),
    ];
    for (index, example) in examples.iter().enumerate() {
        lines.push(String::new());
        if index == 1 {
            lines.push(format!("{}:", messages.say("explain-also", [])));
        }
        lines.push(messages.what(example));
        let why = messages.why(example).filter(|_| index == 0);
        lines.extend(why.map(|why| format!("  {}: {why}", messages.say("why", []))));
        let help = messages.help(example);
        lines.extend(help.map(|help| format!("  {}: {help}", messages.say("help", []))));
    }
    lines.extend(examples.first().and_then(|first| change(first, messages)));
    lines.join("\n")
}

/// The lines of a file before and after the fix.
fn change(example: &Diagnostic, messages: &Messages) -> Option<String> {
    let indented = |text: String| {
        let lines = text.lines().map(|line| format!("    {line}\n"));
        lines.collect::<String>()
    };
    let before = messages.label(example, "before").map(indented)?;
    let after = messages.label(example, "after").map(indented)?;
    let (wrong, right) = (
        messages.say("explain-before", []),
        messages.say("explain-after", []),
    );
    Some(format!(
        "\n  {wrong}:\n{before}  {right}:\n{}",
        after.trim_end()
    ))
}

fn unknown(asked: &str, name: &str, messages: &Messages) -> String {
    let guess = nearest(name, Code::ALL.iter().map(|code| code.name()));
    let values = [
        ("found", asked.to_owned()),
        ("nearest", guess.unwrap_or_default().to_owned()),
    ];
    let mut lines = vec![messages.say("explain-unknown", values)];
    let mut group = None;
    for code in Code::ALL {
        if group.replace(code.hundred()) != Some(code.hundred()) {
            lines.push(format!(
                "\n{}",
                messages.count("explain-group", &[("hundred", code.hundred())], [])
            ));
        }
        lines.push(format!("  {code} {}", code.name()));
    }
    lines.join("\n")
}
