//! Load and recompute, for the published plan and for made-up plans that grow tenfold: the time
//! must grow with the rows and no faster. Run with `cargo xtask bench`.
#![allow(clippy::unwrap_used)]

use divan::{AllocProfiler, Bencher};
use one_plan_model::example::sized;
use one_plan_model::exchange::read_json;
use one_plan_model::outcome::{Recording, compute};

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

fn main() {
    divan::main();
}

fn surrey() -> Vec<u8> {
    std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../plans/surrey-one-plan.json")).unwrap()
}

#[divan::bench]
fn load_surrey(bencher: Bencher<'_, '_>) {
    let bytes = surrey();
    bencher.bench_local(|| read_json(&bytes).unwrap());
}

#[divan::bench]
fn recompute_surrey(bencher: Bencher<'_, '_>) {
    let plan = read_json(&surrey()).unwrap().plan;
    bencher.bench_local(|| compute(&plan));
}

#[divan::bench]
fn explain_surrey(bencher: Bencher<'_, '_>) {
    let plan = read_json(&surrey()).unwrap().plan;
    bencher.bench_local(|| Recording::of(&plan));
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn load_schemes(bencher: Bencher<'_, '_>, schemes: usize) {
    let text = sized(schemes);
    bencher.bench_local(|| read_json(text.as_bytes()).unwrap());
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn recompute_schemes(bencher: Bencher<'_, '_>, schemes: usize) {
    let plan = read_json(sized(schemes).as_bytes()).unwrap().plan;
    bencher.bench_local(|| compute(&plan));
}
