//! Work on a small stack, with the time that it takes: that of the processor for the thread, which other programs do not
//! lengthen, and one size against another, so that it is the same on a fast and a slow machine.

use cpu_time::ThreadTime;
use std::time::Duration;

/// A page gets 1 MB from its browser and a thread 2 MB; what one file makes deep must not matter to either.
const STACK: usize = 256 * 1024;
/// What takes less is not held to the law of time: it may be a first time, with everything to be set up.
const SHORT: Duration = Duration::from_millis(100);
/// The same for the few rows of a plan, which is set up already.
const FEW_ROWS: Duration = Duration::from_millis(10);
/// Time may grow by at most this power of the size.
const POWER: f64 = 1.5;
/// The same for computing, which is done again where it took longer.
const POWER_OF_ROWS: f64 = 1.4;

/// Does something on a small stack. Answers with what came of it and the time of the processor.
fn on_small_stack<T: Send>(work: impl FnOnce() -> T + Send) -> (T, Duration) {
    std::thread::scope(|scope| {
        let timed = || {
            let begun = ThreadTime::now();
            let answer = work();
            (answer, begun.elapsed())
        };
        std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, timed).unwrap().join().unwrap()
    })
}

/// Does something with a file a sixteenth, a quarter and all of a size: the time must stay in proportion.
#[allow(dead_code)]
pub fn in_proportion(name: &str, size: usize, file: fn(usize) -> String, answer: fn(&str, usize)) {
    let mut before: Option<Duration> = None;
    for size in [size / 16, size / 4, size] {
        let text = file(size);
        let ((), time) = on_small_stack(|| answer(&text, size));
        println!("{name} {size}: {:.3} s", time.as_secs_f64());
        if let Some(before) = before {
            assert!(time <= most(before, SHORT, POWER), "{name}: {before:?} for {}, but {time:?} for {size}", size / 4);
        }
        before = Some(time);
    }
}

/// The most that four times the size may take.
fn most(before: Duration, short: Duration, power: f64) -> Duration {
    before.max(short).mul_f64(4_f64.powf(power))
}

/// Does something with a quarter and with all of the rows of a plan: the time must stay in proportion. What does not is done
/// again, for what the machine does beside it may fall on one of the two.
#[allow(dead_code)]
pub fn computed_in_proportion<P>(name: &str, rows: usize, plan: impl Fn(usize) -> P, compute: impl Fn(&P)) {
    let time = |plan: &P| {
        let begun = ThreadTime::now();
        compute(plan);
        begun.elapsed()
    };
    let [few, many] = [rows / 4, rows].map(plan);
    let is_in_proportion = || {
        let (few, many) = (time(&few), time(&many));
        println!("{name} {rows}: {:.3} s of {:.3} s", few.as_secs_f64(), many.as_secs_f64());
        many <= most(few, FEW_ROWS, POWER_OF_ROWS)
    };
    assert!((0..3).any(|_| is_in_proportion()), "{name}: {rows} rows take too much longer than a quarter of them");
}
