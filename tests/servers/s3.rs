//! A storage that speaks as Amazon's S3 does.

use std::fs;
use std::process::Command;

use super::{Server, folder, free_port, program, start};

/// s3s-fs with the bucket `sites`, of which a folder is published to.
pub(crate) fn storage() -> Server {
    let (folder, files) = folder();
    let bucket = files.join("sites");
    fs::create_dir(&bucket).unwrap();
    let port = free_port();
    let how = "run: cargo install s3s-fs --version 0.14.1 --features binary --locked";
    let mut command = Command::new(program("s3s-fs", how));
    command.args(["--host", "127.0.0.1", "--port", &port.to_string()]);
    command
        .args(["--access-key", "AKTEST", "--secret-key", "secret/+key"])
        .arg(&files);
    let child = start(command, &folder.path().join("log"), port);
    Server {
        child,
        port,
        to: (
            "s3://sites/school%20year/é".to_owned(),
            Some(format!("http://127.0.0.1:{port}")),
        ),
        credentials: "AWS_ACCESS_KEY_ID=AKTEST\nAWS_SECRET_ACCESS_KEY=secret/+key".to_owned(),
        files: bucket,
        folder,
    }
}
