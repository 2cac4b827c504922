#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| kinfolio_fuzz::hold("yaml", bytes));
