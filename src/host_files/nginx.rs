//! Rules for nginx: a file for the `http` block, and one for the `server` block.

use std::fmt::Write as _;

use super::guard::Guard;
use super::{ASK, HEADERS, HTTPS_ONLY, KEEP, PASSWORDS, Rules, comment};

/// The file for the `server` block.
pub(super) const FILE: &str = "nginx-server.conf";
/// The file for the `http` block.
pub(super) const LIMITS: &str = "nginx-http.conf";

/// How many requests one address may send: a family that looks at photos sends fifty at
/// once, and a school's network may be one address. Codes are too long to be guessed, so
/// this protects the server, which hashes a password for each request.
pub(super) fn limits(rules: &Rules) -> String {
    comment(&rules.words.head, "")
        + &comment(&rules.words.limit, "")
        + "limit_req_zone $binary_remote_addr zone=kinfolio:10m rate=20r/s;\n"
}

/// The rules. A nested location inherits passwords, headers, and the folder. It does not
/// inherit `return` and `if`.
pub(super) fn rules(rules: &Rules, guards: Option<&[Guard]>) -> String {
    let url = rules.url.as_str();
    let mut text = comment(&rules.words.head, "");
    // Writing to a String cannot fail.
    let _ = write!(
        text,
        "set $kinfolio_cache \"{ASK}\";\n{keep}location ^~ {url} {{
    alias \"{root}/\";
    index index.html;
    autoindex off;
    absolute_redirect off;
    charset utf-8;
    types {{ text/html html; image/jpeg jpg; }}
    default_type application/octet-stream;
    gzip on;
    gzip_proxied any;
    limit_req zone=kinfolio burst=200 nodelay;
    limit_req_status 429;
    add_header Cache-Control $kinfolio_cache;
",
        keep = if guards.is_some() {
            format!("if ($uri ~ \"\\.jpg$\") {{ set $kinfolio_cache \"{KEEP}\"; }}\n")
        } else {
            String::new()
        },
        root = rules.root.as_str(),
    );
    for (name, value) in HEADERS {
        let _ = writeln!(text, "    add_header {name} \"{value}\" always;");
    }
    let (name, value) = HTTPS_ONLY;
    text.push_str(&comment(&rules.words.https, "    "));
    let _ = writeln!(text, "    # add_header {name} \"{value}\" always;");
    text.push_str("    location ~ \"/\\.\" { return 404; }\n");
    if let Some(guards) = guards {
        let _ = writeln!(text, "    auth_basic \"{}\";", rules.words.realm);
        text.push_str("    return 404;\n");
        for guard in guards {
            folder(&mut text, rules, guard);
        }
    }
    text + "}\n"
}

fn folder(text: &mut String, rules: &Rules, guard: &Guard) {
    let place = guard.place;
    let here = format!("{}{place}", rules.url.as_str());
    let own = rules.own.as_str();
    let _ = writeln!(
        text,
        "    location = {here} {{ return 301 {here}/; }}
    location {here}/ {{
        auth_basic_user_file \"{own}/{PASSWORDS}/{place}\";"
    );
    let refuse = |users: &[&str]| match users {
        [] => String::new(),
        users => format!(
            "if ($remote_user ~ \"^(?:{})$\") {{ return 403; }}",
            users.join("|")
        ),
    };
    if !guard.limited.is_empty() {
        let _ = writeln!(text, "        {}", refuse(&guard.limited()));
    }
    for file in guard.opened() {
        for path in [Some(file.path), file.index_of].into_iter().flatten() {
            let _ = writeln!(
                text,
                "        location = {here}/{path} {{ {} }}",
                refuse(&file.refused)
            );
        }
    }
    text.push_str("    }\n");
}
