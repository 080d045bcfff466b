//! Plans that once stopped the program, or kept it busy for minutes: what is long in them is longer than any stack is
//! deep, and what is looked for in them is looked for many times.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::float_arithmetic)]

#[path = "support/answered.rs"]
mod answered;
#[path = "support/proportion.rs"]
mod proportion;

use answered::{answered, value};
use one_plan_model::example::awkward;
use one_plan_model::outcome::flows;
use one_plan_model::plan::Table;
use proportion::in_proportion;

#[test]
fn a_product_of_many_terms() {
    in_proportion("product", 200_000, awkward::product, |text, _| {
        let (plan, outcome) = answered(text, &["derived.number.product"]);
        assert_eq!(value(&plan, &outcome, "derived.number.product"), "1");
        assert_eq!(outcome.comparisons().len(), 1);
    });
}

#[test]
fn many_claims_on_one_activity() {
    in_proportion("claims", 40_000, awkward::claims, |text, _| {
        const TWICE: &str = "overlap.first.second.hospital.visits.claimed-twice";
        let (plan, outcome) = answered(text, &[TWICE]);
        // What the smaller of the two claims.
        assert_eq!(value(&plan, &outcome, TWICE), "5");
        assert_eq!(outcome.comparisons().len(), 1);
    });
}

#[test]
fn many_moves_of_one_scheme() {
    in_proportion("moves", 64_000, awkward::moves, |text, rows| {
        let (plan, _) = answered(text, &[]);
        let flows = flows(&plan);
        assert!(flows.len() <= 10 * rows, "{} flows of {rows} rows", flows.len());
        let moved: i128 = flows.iter().map(|flow| flow.activity.value().unwrap().trunc().mantissa()).sum();
        assert_eq!(moved, i128::try_from(rows / 2 * 10).unwrap());
    });
}

#[test]
fn figures_that_stand_on_one_another() {
    in_proportion("derived", 64_000, awkward::derived, |text, _| {
        let deepest = format!("derived.number.figure-{}", awkward::DEEP - 2);
        let (plan, outcome) = answered(text, &[&deepest]);
        assert_eq!(value(&plan, &outcome, &deepest), "1");
    });
}

#[test]
fn many_places_of_a_known_finding() {
    in_proportion("known", 32_000, awkward::known, |text, statements| {
        let (_, outcome) = answered(text, &[]);
        let differ = |at: &usize| outcome.findings()[*at].code == "statements-differ";
        let found: Vec<usize> = (0..outcome.findings().len()).filter(differ).collect();
        assert_eq!(found.len(), statements / 2);
        assert!(found.iter().all(|at| outcome.known(*at).len() == 1));
    });
}

#[test]
fn names_that_are_chosen_to_collide() {
    in_proportion("colliding", 128_000, awkward::colliding, |text, schemes| {
        let (plan, _) = answered(text, &[]);
        assert_eq!(plan.row_count(Table::Scheme), schemes);
    });
}
