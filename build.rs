//! Packs, looks and the library are taken into the binary; a new file in them has
//! to be too.

#![allow(clippy::print_stdout, reason = "this is how a build script speaks")]

fn main() {
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=themes");
    println!("cargo::rerun-if-changed=content/library");
}
