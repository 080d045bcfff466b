//! Times of a piece of work, and the lines in which measurements are printed.

use cpu_time::ThreadTime;
use std::time::{Duration, Instant};

/// So often each is measured, where that does not take too long.
const RUNS: usize = 25;
const FEWEST_RUNS: usize = 3;
const LONG_ENOUGH: Duration = Duration::from_millis(120);

/// The times of a piece of work in milliseconds, the shortest first. It is done once before it counts. The time
/// is that of the processor: what else the machine does meanwhile does not count.
pub fn times_ms<T>(mut work: impl FnMut() -> T) -> Vec<f64> {
    let mut timed = || {
        let begun = ThreadTime::now();
        std::hint::black_box(work());
        begun.elapsed().as_secs_f64() * 1_000.0
    };
    timed();
    let begun = Instant::now();
    let mut times = Vec::with_capacity(RUNS);
    while times.len() < FEWEST_RUNS || (times.len() < RUNS && begun.elapsed() < LONG_ENOUGH) {
        times.push(timed());
    }
    times.sort_by(f64::total_cmp);
    times
}

/// Prints one measurement in the form that the table of aims is made from.
pub fn measure(name: &str, value: f64, unit: &str) {
    println!("measure {name} {value:.3} {unit}");
}
