//! Web servers with WebDAV.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::{Running, Server, folder, program, run};

/// The line of `htpasswd` for the user `family` and the password `pass:word é`.
const USERS: &str = "family:$apr1$kinfolio$24p0npTBX49X3UukyL92J.\n";
const CREDENTIALS: &str = "KINFOLIO_WEBDAV_USER=family\nKINFOLIO_WEBDAV_PASSWORD=pass:word é";

/// nginx with the module of Debian. With `tls`, it has a certificate that nobody knows,
/// in the file `certificate` next to its files.
pub(crate) fn nginx(tls: bool) -> Server {
    let (folder, files) = folder();
    let at = |name: &str| folder.path().join(name).display().to_string();
    fs::write(at("users"), USERS).unwrap();
    let secure = if tls {
        certificate(folder.path());
        let (certificate, key) = (at("certificate"), at("key"));
        (
            " ssl",
            format!("ssl_certificate {certificate}; ssl_certificate_key {key};"),
        )
    } else {
        ("", String::new())
    };
    let (ssl, certificate) = secure;
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    let temporary = temporary.map(|kind| format!("{kind}_temp_path {};", at(kind)));
    let temporary = temporary.join(" ");
    let settings = |port: u16| {
        format!(
            "load_module /usr/lib/nginx/modules/ngx_http_dav_ext_module.so;
daemon off; master_process off; pid {pid}; error_log stderr;
events {{}}
http {{
  access_log off; {temporary}
  client_max_body_size 100m;
  server {{
    listen 127.0.0.1:{port}{ssl}; {certificate}
    root {root};
    auth_basic closed; auth_basic_user_file {users};
    dav_methods PUT DELETE MKCOL COPY MOVE; dav_ext_methods PROPFIND OPTIONS;
    location /elsewhere/ {{ auth_basic off; return 302 http://127.0.0.1:{port}/sites/; }}
    location /plain/ {{ auth_basic off; dav_ext_methods off; }}
  }}
}}
",
            pid = at("pid"),
            root = files.display(),
            users = at("users"),
        )
    };
    fs::create_dir_all(files.join("sites")).unwrap();
    fs::create_dir_all(files.join("plain")).unwrap();
    let program = program("nginx", "install nginx-light libnginx-mod-http-dav-ext");
    let running = Running::start(Path::new(&at("log")), |port| {
        fs::write(at("nginx.conf"), settings(port)).unwrap();
        let mut command = Command::new(&program);
        command.args(["-c", &at("nginx.conf"), "-p", &at("")]);
        command
    });
    let scheme = if tls { "https" } else { "http" };
    let to = format!("{scheme}://127.0.0.1:{}/sites", running.port);
    Server {
        running,
        to: (to, None),
        credentials: CREDENTIALS.to_owned(),
        files: files.join("sites"),
        folder,
    }
}

/// A certificate for this computer, signed by itself.
fn certificate(folder: &Path) {
    let settings = "[req]\ndistinguished_name=name\nx509_extensions=more\nprompt=no\n\
        [name]\nCN=kinfolio test\n\
        [more]\nbasicConstraints=critical,CA:FALSE\nsubjectAltName=IP:127.0.0.1\n";
    let at = |name: &str| folder.join(name);
    fs::write(at("request"), settings).unwrap();
    let mut command = Command::new(program("openssl", "install openssl"));
    command.args(["req", "-x509", "-nodes", "-days", "30", "-newkey", "ec"]);
    command.args(["-pkeyopt", "ec_paramgen_curve:prime256v1", "-config"]);
    command.arg(at("request")).arg("-keyout").arg(at("key"));
    run(command.arg("-out").arg(at("certificate")));
}

/// What Apache needs for WebDAV with a login.
const MODULES: [&str; 9] = [
    "mpm_event",
    "authn_core",
    "authn_file",
    "authz_core",
    "authz_user",
    "auth_basic",
    "mime",
    "dav",
    "dav_fs",
];

/// Apache with its own module.
pub(crate) fn apache() -> Server {
    let (folder, files) = folder();
    let at = |name: &str| folder.path().join(name).display().to_string();
    fs::write(at("users"), USERS).unwrap();
    let modules = MODULES
        .map(|name| format!("LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so"));
    let modules = modules.join("\n");
    let settings = format!(
        "{modules}
ServerName localhost
PidFile {pid}
ErrorLog {log}
DefaultRuntimeDir {top}
DAVLockDB {lock}
TypesConfig /dev/null
User www-data
Group www-data
DocumentRoot {root}
<Directory {root}>
  Dav On
  AuthType Basic
  AuthName closed
  AuthUserFile {users}
  Require valid-user
</Directory>
",
        pid = at("pid"),
        log = at("errors"),
        lock = at("lock"),
        top = folder.path().display(),
        root = files.display(),
        users = at("users"),
    );
    fs::write(at("httpd.conf"), settings).unwrap();
    let sites = files.join("sites");
    fs::create_dir_all(&sites).unwrap();
    super::everyone_may_write(&sites);
    let program = program("apache2", "install apache2-bin");
    let running = Running::start(Path::new(&at("log")), |port| {
        let mut command = Command::new(&program);
        // One process, so that nothing is left of it when it is stopped.
        command.args(["-X", "-d", "/usr/lib/apache2", "-f", &at("httpd.conf")]);
        command.args(["-c", &format!("Listen 127.0.0.1:{port}")]);
        command
    });
    let to = format!("http://127.0.0.1:{}/sites/", running.port);
    Server {
        running,
        to: (to, None),
        credentials: CREDENTIALS.to_owned(),
        files: sites,
        folder,
    }
}
