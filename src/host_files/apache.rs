//! Rules for Apache: a file for the virtual host.

use std::fmt::Write as _;

use super::guard::Guard;
use super::{ASK, HEADERS, HTTPS_ONLY, KEEP, PASSWORDS, Rules, comment};

/// The file.
pub(super) const FILE: &str = "apache.conf";

/// The rules. Folders inherit what the outer one says, except for `Require`, which they
/// replace. Rules for addresses are applied after those for folders.
pub(super) fn rules(rules: &Rules, guards: Option<&[Guard]>) -> String {
    let (url, root) = (rules.url.as_str(), rules.root.as_str());
    let mut text = comment(&rules.words.head, "");
    // Writing to a String cannot fail.
    let _ = write!(
        text,
        "Alias \"{url}\" \"{root}/\"
<Directory \"{root}\">
    Options None
    AllowOverride None
    DirectoryIndex index.html
    AddDefaultCharset utf-8
    AddType text/html .html
    AddType image/jpeg .jpg
    AddType application/octet-stream .bin
    <IfModule mod_deflate.c>
        AddOutputFilterByType DEFLATE text/html
    </IfModule>
    Header set Cache-Control \"{ASK}\"
"
    );
    for (name, value) in HEADERS {
        let _ = writeln!(text, "    Header always set {name} \"{value}\"");
    }
    text.push_str(&comment(&rules.words.https, "    "));
    let (name, value) = HTTPS_ONLY;
    let _ = writeln!(text, "    # Header always set {name} \"{value}\"");
    if guards.is_some() {
        let _ = write!(
            text,
            "    <FilesMatch \"\\.jpg$\">
        Header set Cache-Control \"{KEEP}\"
    </FilesMatch>
    AuthType Basic
    AuthName \"{}\"
    AuthBasicProvider file
    AuthzSendForbiddenOnFailure On
    Require all denied
</Directory>
",
            rules.words.realm
        );
    } else {
        text.push_str("    Require all granted\n</Directory>\n");
    }
    for guard in guards.into_iter().flatten() {
        folder(&mut text, rules, guard);
    }
    let url = pattern(url);
    let _ = write!(
        text,
        "<LocationMatch \"^{url}(?:.*/)?\\.\">\n    Require all denied\n</LocationMatch>\n"
    );
    text
}

fn folder(text: &mut String, rules: &Rules, guard: &Guard) {
    let (place, root, own) = (guard.place, rules.root.as_str(), rules.own.as_str());
    let _ = write!(
        text,
        "<Directory \"{root}/{place}\">
    AuthUserFile \"{own}/{PASSWORDS}/{place}\"
{}</Directory>
",
        require(&guard.limited())
    );
    for file in guard.opened() {
        let here = format!("{}{place}/", rules.url.as_str());
        let path = match file.index_of {
            Some(folder) => format!("{}(?:index\\.html)?", pattern(folder)),
            None => pattern(file.path),
        };
        let _ = write!(
            text,
            "<LocationMatch \"^{}{path}$\">\n{}</LocationMatch>\n",
            pattern(&here),
            require(&file.refused)
        );
    }
}

/// Everyone in the password file but `refused`.
fn require(refused: &[&str]) -> String {
    if refused.is_empty() {
        return "    Require valid-user\n".to_owned();
    }
    format!(
        "    <RequireAll>
        Require valid-user
        Require not user {}
    </RequireAll>
",
        refused.join(" ")
    )
}

/// A path as a regular expression. Its other characters mean themselves.
fn pattern(path: &str) -> String {
    path.replace('.', "\\.")
}
