//! Work on a small stack, with the time that it takes: that of the processor for the thread, which other programs do not
//! lengthen, and one size against another, so that it is the same on a fast and a slow machine.

use cpu_time::ThreadTime;
use std::time::Duration;

/// A page gets 1 MB from its browser and a thread 2 MB; what one file makes deep must not matter to either.
const STACK: usize = 256 * 1024;
/// What takes less is not held to the law of time: it may be a first time, with everything to be set up.
const SHORT: Duration = Duration::from_millis(100);
/// Time may grow by at most this power of the size.
const POWER: f64 = 1.5;

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
pub fn in_proportion(name: &str, size: usize, file: fn(usize) -> String, answer: fn(&str, usize)) {
    let mut before: Option<Duration> = None;
    for size in [size / 16, size / 4, size] {
        let text = file(size);
        let ((), time) = on_small_stack(|| answer(&text, size));
        println!("{name} {size}: {:.3} s", time.as_secs_f64());
        if let Some(before) = before {
            let most = before.max(SHORT).mul_f64(4_f64.powf(POWER));
            assert!(time <= most, "{name}: {before:?} for {}, but {time:?} for {size}", size / 4);
        }
        before = Some(time);
    }
}
