//! The command line of kinfolio.

use std::process::ExitCode;

use clap::Parser as _;
use kinfolio::cli::{Args, run};

fn main() -> ExitCode {
    run(&Args::parse())
}
