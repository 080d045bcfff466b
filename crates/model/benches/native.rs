//! The native times of the table of aims, one line each. What runs in a browser is measured by
//! `tests/browser/bench.mjs`. Run with `cargo xtask bench`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::float_arithmetic)]

#[path = "support/timing.rs"]
mod timing;

use one_plan_model::example::sized;
use one_plan_model::exchange::read_json;
use one_plan_model::outcome::compute;
use timing::{measure, times_ms};

fn median_ms<T>(work: impl FnMut() -> T) -> f64 {
    let times = times_ms(work);
    times[times.len() / 2]
}

fn main() {
    let surrey = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../plans/surrey-one-plan.json")).unwrap();
    let sized = sized(10_000);
    println!("\n10,000 schemes are a file of {:.1} MB.", sized.len() as f64 / 1e6);
    for (name, bytes) in [("surrey", surrey.as_slice()), ("10000", sized.as_bytes())] {
        let load = median_ms(|| read_json(bytes).unwrap());
        let plan = read_json(bytes).unwrap().plan;
        measure(&format!("native-load-{name}"), load, "ms");
        measure(&format!("native-recompute-{name}"), median_ms(|| compute(&plan)), "ms");
        if name == "10000" {
            // Bytes in a millisecond are thousandths of a megabyte in a second.
            measure("native-load-mb-per-s", bytes.len() as f64 / load / 1_000.0, "MB/s");
        }
    }
}
