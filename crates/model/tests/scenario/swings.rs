//! Tornado: what moves a figure is what a whole run says, and of the rest it is said why.

use crate::support::{Draws, PLANS, published};
use one_plan_model::outcome::{compute, not_used, values};
use one_plan_model::plan::CellAddress;
use one_plan_model::quantity::Fixed;
use one_plan_model::scenario::{Definition, Input, applied, balance, headlines, tornado};

#[test]
fn every_swing_is_two_whole_runs() {
    for name in PLANS {
        let plan = published(name);
        let outcome = compute(&plan);
        let figure = balance(&outcome).or_else(|| headlines(&outcome).first().copied()).unwrap();
        let tornado = tornado(&plan, figure);
        assert_eq!(tornado.base, values(&plan, &[figure])[0]);
        assert!(tornado.swings.is_sorted_by(|left, right| left.apart >= right.apart), "{name}");
        assert!(tornado.swings.len() > 1, "{name}");
        let mut draws = Draws(5);
        for _ in 0..25 {
            let swing = &tornado.swings[draws.below(tornado.swings.len())];
            let whole = |end: Fixed| {
                let plan = match &swing.input {
                    Input::Cell(cell) => plan.with_numbers([(*cell, end)]),
                    Input::Lever(lever) => {
                        applied(&plan, &Definition { levers: vec![lever.set_to(end)], ..Definition::default() }).0
                    }
                };
                values(&plan, &[figure])[0]
            };
            assert_eq!(swing.values, (whole(swing.ends.0), whole(swing.ends.1)), "{name}: {:?}", swing.input);
        }
    }
}

/// Every number of the plan is either in the list of swings or in that of what changes nothing, with the reason that the
/// check gives where no figure stands on it.
#[test]
fn no_number_is_left_out_and_what_is_unused_says_why() {
    for name in PLANS {
        let plan = published(name);
        let outcome = compute(&plan);
        let figure = headlines(&outcome)[0];
        let tornado = tornado(&plan, figure);
        let mut cells: Vec<CellAddress> = Vec::new();
        let moving = tornado.swings.iter().map(|swing| &swing.input);
        for input in moving.chain(tornado.still.iter().flat_map(|still| &still.inputs)) {
            cells.extend(match input {
                Input::Cell(cell) => Some(*cell),
                Input::Lever(_) => None,
            });
        }
        cells.sort();
        let mut all: Vec<CellAddress> = plan.number_cells().filter(|cell| !cell.table.is_beside_the_plan()).collect();
        all.sort();
        assert_eq!(cells, all, "{name}");
        for unused in not_used(&plan) {
            let still = tornado.still.iter().find(|still| still.why == unused.why).unwrap();
            let cell = CellAddress { table: unused.table, row: unused.rows[0], column: unused.column };
            assert!(still.inputs.contains(&Input::Cell(cell)), "{name}: {cell:?}");
        }
    }
}
