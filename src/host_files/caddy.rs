//! Rules for Caddy: a file for the site block, with the hashes in it.

use std::fmt::Write as _;

use super::guard::Guard;
use super::{ASK, HEADERS, HTTPS_ONLY, KEEP, Rules, comment};

/// The file.
pub(super) const FILE: &str = "kinfolio.caddy";

/// The rules. `route` keeps their order, and of several `handle` only the first that
/// matches is used.
pub(super) fn rules(rules: &Rules, guards: Option<&[Guard]>) -> String {
    let mut text = comment(&rules.words.head, "");
    // Writing to a String cannot fail.
    let _ = write!(
        text,
        "handle_path {}* {{
    root * \"{}\"
    encode gzip
    header {{
",
        rules.url.as_str(),
        rules.root.as_str()
    );
    for (name, value) in HEADERS {
        let _ = writeln!(text, "        {name} \"{value}\"");
    }
    text.push_str(&comment(&rules.words.https, "        "));
    let (name, value) = HTTPS_ONLY;
    let _ = write!(
        text,
        "        # {name} \"{value}\"
    }}
    route {{
        @hidden path_regexp /\\.
        respond @hidden 404
"
    );
    match guards {
        None => text.push_str(&served(false, "        ")),
        Some(guards) => {
            for guard in guards {
                folder(&mut text, rules, guard);
            }
            text.push_str("        respond 404\n");
        }
    }
    text + "    }\n}\n"
}

/// The files of a folder, with the headers of those that are there.
fn served(has_pictures: bool, indent: &str) -> String {
    let keep = if has_pictures {
        format!("{indent}@picture path *.jpg\n{indent}header @picture Cache-Control \"{KEEP}\"\n")
    } else {
        String::new()
    };
    format!(
        "{indent}@missing not file {{path}} {{path}}/index.html
{indent}respond @missing 404
{indent}header Cache-Control \"{ASK}\"
{keep}{indent}@data path *.bin
{indent}header @data Content-Type application/octet-stream
{indent}file_server
"
    )
}

fn folder(text: &mut String, rules: &Rules, guard: &Guard) {
    let place = guard.place;
    let _ = write!(
        text,
        "        @{place} path /{place} /{place}/*
        handle @{place} {{
            route {{
                basic_auth bcrypt \"{}\" {{
",
        rules.words.realm
    );
    for (user, hash) in &guard.logins {
        let _ = writeln!(text, "                    {user} {hash}");
    }
    text.push_str("                }\n");
    for (number, user) in (1..).zip(guard.limited()) {
        limited(text, guard, number, user);
    }
    text.push_str(&served(true, "                "));
    text.push_str("            }\n        }\n");
}

/// Refuses what one limited reader may not read.
fn limited(text: &mut String, guard: &Guard, number: usize, user: &str) {
    let place = guard.place;
    let opened = guard.opened().filter(|file| !file.refused.contains(&user));
    let opened: Vec<String> = opened
        .flat_map(|file| [Some(file.path), file.index_of])
        .flatten()
        .map(|path| format!(" /{place}/{path}"))
        .collect();
    let _ = writeln!(text, "                @limited-{number} {{");
    let _ = writeln!(
        text,
        "                    vars {{http.auth.user.id}} {user}"
    );
    if !opened.is_empty() {
        let _ = writeln!(text, "                    not path{}", opened.concat());
    }
    let _ = write!(
        text,
        "                }}
                respond @limited-{number} 403
"
    );
}
