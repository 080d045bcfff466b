//! Tests that need a browser or must hold in WebAssembly. `cargo xtask test` runs them in headless Chromium.
//!
//! Each is a function with `#[wasm_bindgen_test]`, synchronous or asynchronous. It must be in this crate, not in one that
//! this crate depends on: only the functions of this crate become exports of the module.
#![cfg(target_family = "wasm")]

use wasm_bindgen_test::wasm_bindgen_test;

/// The word size is what a plan with many rows is limited by; a test that ran on the host by mistake would see 8.
#[wasm_bindgen_test]
fn the_tests_run_as_webassembly() {
    assert_eq!(size_of::<usize>(), 4);
}
