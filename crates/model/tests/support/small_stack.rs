//! Answers to awkward plans, on a small stack and with the time that they take.

use cpu_time::ThreadTime;
use one_plan_model::calculation::FigureKey;
use one_plan_model::exchange::read_json;
use one_plan_model::outcome::{Outcome, Recording, compute, explain, resolve};
use one_plan_model::plan::Plan;
use std::time::Duration;

/// A page gets 1 MB from its browser and a thread 2 MB; what one file makes deep must not matter to either.
pub const STACK: usize = 256 * 1024;
/// What takes less is not held to the law of time: it may be a first time, with everything to be set up.
const SHORT: Duration = Duration::from_millis(100);
/// Time may grow by at most this power of the size.
const POWER: f64 = 1.5;

/// Does something on a small stack. Answers with what came of it and the time of the processor.
pub fn on_small_stack<T: Send>(work: impl FnOnce() -> T + Send) -> (T, Duration) {
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

/// A plan that is read, and what follows from it. Every figure is explained together, and some on their own: those
/// that are named, the first, the one in the middle and the last.
pub fn answered(text: &str, figures: &[&str]) -> (Plan, Outcome) {
    let plan = read_json(text.as_bytes()).unwrap_or_else(|problems| panic!("{}", problems[0])).plan;
    let outcome = compute(&plan);
    let explained = Recording::of(&plan).series().iter().map(|series| series.len()).sum::<usize>();
    assert_eq!(explained, outcome.figure_count());
    let all: Vec<FigureKey> = outcome.figures().map(|(key, _)| key).collect();
    let named = figures.iter().map(|id| resolve(&plan, id).unwrap_or_else(|| panic!("there is no {id}")));
    let some = [0, all.len() / 2, all.len().saturating_sub(1)].into_iter().filter_map(|at| all.get(at).copied());
    for key in named.chain(some) {
        let explanation = explain(&plan, key).unwrap();
        assert_eq!(Some(explanation.value), outcome.value(key), "{}", key.id(&plan));
        assert!(!explanation.steps.is_empty(), "{}", key.id(&plan));
    }
    (plan, outcome)
}

/// The value of a figure in words of a test.
pub fn value(plan: &Plan, outcome: &Outcome, id: &str) -> String {
    let value = resolve(plan, id).and_then(|key| outcome.value(key));
    value.map_or("none".to_owned(), |value| {
        value.map_or_else(|fault| fault.to_string(), |value| value.normalize().to_string())
    })
}
