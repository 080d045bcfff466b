//! Room for what moves.
//!
//! * CR37: room left = what a setting can take − what it takes now − what moves into it.

use crate::calculation::{
    Fails, Key, Ledger, POINT, SETTING, Term, Test, column, figures, findings, run_formulas, run_tests,
};
use crate::rules::activity::{BASELINE, CHANGE};

const ROOM: &str = "Arden Cluster System Plan, l. 224, 407";

figures! {
    /// What a setting takes now.
    TAKEN_NOW: count("capacity.{}.{}.taken-now", "{}, {}: what it takes now", [SETTING, POINT])
        by("CR37", "the number that the plan gives", ROOM)
        { Capacity [setting, point_of_delivery] = used }
    /// The room that a setting has left once the plan is carried out.
    ROOM_LEFT: count("capacity.{}.{}.room-left", "{}, {}: room left", [SETTING, POINT])
        by("CR37", "what it can take − what it takes now − what moves into it", ROOM)
        { Capacity [setting, point_of_delivery] = (available - (used or {Term::FigureOf(&BASELINE, PLACE)} or {Term::NOTHING})) -
            ({Term::FigureOf(&CHANGE, PLACE)} or {Term::NOTHING}) }
}

findings! {
    /// More activity moves to a place than there is room for.
    NO_ROOM_FOR_WHAT_MOVES: warning("no-room-for-what-moves", "Find the room before the activity moves, or move less.")
}

const PLACE: &[Key] = &[Key::Column(column!(Capacity, setting)), Key::Column(column!(Capacity, point_of_delivery))];

const TESTS: &[Test] = &[Test::of(&ROOM_LEFT, Fails::Below(Term::NOTHING), &NO_ROOM_FOR_WHAT_MOVES, "below")];

/// Computes the room that is left.
pub fn run(ledger: &mut Ledger<'_>) {
    run_formulas(ledger, FORMULAS);
    run_tests(ledger, TESTS);
}
