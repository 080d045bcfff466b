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

fn figures(file: &[u8]) -> String {
    let plan = one_plan_model::exchange::read_json(file).map(|read| read.plan).unwrap_or_default();
    one_plan_model::outcome::figures_as_csv(&plan, &one_plan_model::outcome::compute(&plan))
}

/// The same files are held by the native tests, so both give the same bytes.
#[wasm_bindgen_test]
fn the_figures_of_the_plans_are_the_native_ones_to_the_byte() {
    let surrey = figures(include_bytes!("../../../plans/surrey-one-plan.json"));
    assert!(surrey == include_str!("../../published/surrey-figures.csv"));
    let arden = figures(include_bytes!("../../../plans/arden-system-plan.json"));
    assert!(arden == include_str!("../../published/arden-figures.csv"));
    let example = figures(include_bytes!("../../../plans/example-icb-2026-27.json"));
    assert!(example == include_str!("../../published/example-figures.csv"));
}

/// A plan with many rows loads and computes in the memory that WebAssembly has.
#[wasm_bindgen_test]
fn a_plan_of_ten_thousand_schemes_is_computed() {
    let text = one_plan_model::example::sized(10_000);
    let plan = one_plan_model::exchange::read_json(text.as_bytes()).map(|read| read.plan).unwrap_or_default();
    assert_eq!(plan.activity_changes.len(), 70_000);
    assert!(one_plan_model::outcome::compute(&plan).figure_count() > 100_000);
}
