//! Work that takes a turn of the browser each, one piece after the other: several that were ready in one turn would be done
//! in one go, and the page would stand still as long as all of them take.

use super::next_turn;
use std::cell::RefCell;
use std::collections::VecDeque;
use wasm_bindgen_futures::spawn_local;

type Work = Box<dyn FnOnce()>;

#[derive(Default)]
struct Waiting {
    /// What waits, from the first on, each with its number.
    queue: VecDeque<(u64, Work)>,
    /// What has its turn: others wait until it is dropped.
    current: Option<u64>,
    last: u64,
}

thread_local! {
    static WAITING: RefCell<Waiting> = RefCell::default();
}

/// A place among what waits. Whoever drops it is done, or does not want it any more: the next one follows.
#[derive(Debug)]
pub struct Place(u64);

/// Does something in a turn of its own, once what came before it is done.
#[must_use = "what is dropped is not done"]
pub fn one_by_one(work: impl FnOnce() + 'static) -> Place {
    let number = WAITING.with_borrow_mut(|waiting| {
        waiting.last += 1;
        waiting.queue.push_back((waiting.last, Box::new(work)));
        waiting.last
    });
    begin_next();
    Place(number)
}

impl Drop for Place {
    fn drop(&mut self) {
        // What it holds is let go of only when nothing is borrowed any more.
        let work = WAITING.with_borrow_mut(|waiting| {
            waiting.current.take_if(|number| *number == self.0);
            let at = waiting.queue.iter().position(|(number, _)| *number == self.0)?;
            waiting.queue.remove(at)
        });
        drop(work);
        begin_next();
    }
}

/// Begins what waits first, if nothing else has its turn.
fn begin_next() {
    let next = WAITING.with_borrow_mut(|waiting| {
        if waiting.current.is_some() {
            return None;
        }
        let (number, work) = waiting.queue.pop_front()?;
        waiting.current = Some(number);
        Some((number, work))
    });
    let Some((number, work)) = next else { return };
    spawn_local(async move {
        next_turn().await;
        // It may have been dropped meanwhile.
        if WAITING.with_borrow(|waiting| waiting.current == Some(number)) {
            work();
        }
    });
}
