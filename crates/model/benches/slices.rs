//! The longest time for which reading and computing a plan file of 100 MB does not give way: the page that does so stands
//! still as long, in a browser about twice as long. Run with `cargo bench -p one-plan-model --bench slices`.
#![allow(clippy::unwrap_used, clippy::float_arithmetic)]

use one_plan_model::example::sized;
use one_plan_model::exchange::read_json_in_slices;
use one_plan_model::outcome::compute_in_slices;
use one_plan_model::pace::{InSlices, Pace, Stage};
use std::cell::RefCell;
use std::time::Instant;

/// So many schemes are a file of 100 MB.
const SCHEMES: usize = 83_000;
/// So many of the longest are shown.
const SHOWN: usize = 12;

/// The times between two places where work may give way, each with the place at its end, the longest first; and its result.
fn timed<T>(work: impl AsyncFnOnce(&Pace<'_>) -> T) -> (T, Vec<(f64, String)>) {
    let times = RefCell::new(Vec::new());
    let last = RefCell::new(Instant::now());
    let note = |what: String| {
        let time = last.replace(Instant::now()).elapsed();
        times.borrow_mut().push((time.as_secs_f64() * 1_000.0, what));
    };
    let never = |stage: Stage| {
        note(format!("{stage:?}"));
        false
    };
    let pace = Pace::new(&never);
    let result = InSlices::new(work(&pace)).next().unwrap();
    note("end".to_owned());
    let mut times = times.borrow().clone();
    times.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    (result, times)
}

fn main() {
    let text = sized(SCHEMES);
    println!("\n{SCHEMES} schemes are a file of {:.1} MB.", text.len() as f64 / 1e6);
    let (file, reading) = timed(async |pace| read_json_in_slices(&text, pace).await);
    let plan = file.unwrap().plan;
    let (_, computing) = timed(async |pace| compute_in_slices(&plan, pace).await);
    for (name, times) in [("reading", reading), ("computing", computing)] {
        for (time, before) in times.iter().take(SHOWN) {
            println!("{name}: {time:.2} ms before {before}");
        }
        let longest = times.first().map_or(0.0, |(time, _)| *time);
        println!("measure native-longest-slice-{name} {longest:.2} ms");
    }
}
