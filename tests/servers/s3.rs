//! A storage that speaks as Amazon's S3 does.

use std::fs;
use std::process::Command;

use super::{Running, Server, folder, program};

/// s3s-fs with the bucket `sites`, of which a folder is published to.
pub(crate) fn storage() -> Server {
    let (folder, files) = folder();
    let bucket = files.join("sites");
    fs::create_dir(&bucket).unwrap();
    let how = "run: cargo install s3s-fs --version 0.14.1 --features binary --locked";
    let program = program("s3s-fs", how);
    let running = Running::start(&folder.path().join("log"), |port| {
        let mut command = Command::new(&program);
        command.args(["--host", "127.0.0.1", "--port", &port.to_string()]);
        command
            .args(["--access-key", "AKTEST", "--secret-key", "secret/+key"])
            .arg(&files);
        command
    });
    Server {
        to: (
            "s3://sites/school%20year/é".to_owned(),
            Some(format!("http://127.0.0.1:{}", running.port)),
        ),
        credentials: "AWS_ACCESS_KEY_ID=AKTEST\nAWS_SECRET_ACCESS_KEY=secret/+key".to_owned(),
        files: bucket,
        running,
        folder,
    }
}
