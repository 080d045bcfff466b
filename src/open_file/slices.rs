use super::under_way::is_wanted;
use crate::browser::{clock, next_turn};
use one_plan_model::pace::{InSlices, Pace, Stage};
use std::cell::Cell;

/// For so many milliseconds at a time the page does nothing else: less than one picture of the screen.
const SLICE: f64 = 12.0;
/// How far the work is is told again after so many milliseconds.
const TOLD_AFTER: f64 = 100.0;

/// Runs work so that the page goes on meanwhile; nothing where the reading was stopped.
pub(super) async fn in_slices<T>(
    ticket: u32,
    work: impl AsyncFnOnce(&Pace<'_>) -> T,
    tell: impl Fn(Stage),
) -> Option<T> {
    let (end, stage) = (Cell::new(clock() + SLICE), Cell::new(None));
    let gives_way = |at: Stage| {
        stage.set(Some(at));
        clock() >= end.get()
    };
    let pace = Pace::new(&gives_way);
    let mut slices = InSlices::new(work(&pace));
    let mut told = 0.0;
    loop {
        if let Some(result) = slices.next() {
            return Some(result);
        }
        if let Some(stage) = stage.get().filter(|_| clock() >= told + TOLD_AFTER) {
            tell(stage);
            told = clock();
        }
        next_turn().await;
        if !is_wanted(ticket) {
            return None;
        }
        end.set(clock() + SLICE);
    }
}
