//! Simulations: each run is a whole run over a plan of its own, and draws have names.

use crate::support::published;
use one_plan_model::calculation::FigureKey;
use one_plan_model::outcome::{compute, resolve, values};
use one_plan_model::plan::{Distribution, LeverKind, Plan};
use one_plan_model::quantity::Fixed;
use one_plan_model::scenario::{Definition, SetLever, SetRange, Simulation, Spread, headlines, millionths};

fn ranged(kind: LeverKind, low: i64, high: i64, separately: bool) -> SetLever {
    let range = SetRange {
        low: millionths(low),
        high: millionths(high),
        distribution: if separately { Distribution::Uniform } else { Distribution::Triangular },
        separately,
    };
    SetLever { range: Some(range), ..SetLever::to(kind, 1_000_000) }
}

fn uncertain() -> Definition {
    let levers = vec![
        ranged(LeverKind::Delivery, 600_000, 1_050_000, true),
        ranged(LeverKind::Outturn, 980_000, 1_100_000, false),
        SetLever::to(LeverKind::Price, 1_010_000),
    ];
    Definition { levers, ..Definition::default() }
}

const PLANS: [&str; 2] = ["surrey-one-plan", "example-icb-2026-27"];

fn asked(plan: &Plan) -> Vec<FigureKey> {
    headlines(&compute(plan))
}

#[test]
fn a_run_is_a_whole_run() {
    for name in PLANS {
        let plan = published(name);
        let asked = asked(&plan);
        let simulation = Simulation::new(&plan, &uncertain(), &asked, 2_026);
        let runs = simulation.run(0, 300);
        for run in [0, 1, 63, 64, 299] {
            let whole = values(&simulation.plan_of(run), &asked);
            for ((key, replayed), whole) in asked.iter().zip(&runs.values).zip(whole) {
                assert_eq!(replayed[run as usize], whole, "{name}: {} in run {run}", key.id(&plan));
            }
        }
    }
}

#[test]
fn draws_do_not_change_with_slices_figures_or_other_inputs() {
    let plan = published("surrey-one-plan");
    let all = asked(&plan);
    let whole = Simulation::new(&plan, &uncertain(), &all, 7).run(0, 200);
    let simulation = Simulation::new(&plan, &uncertain(), &all, 7);
    let slices = [simulation.run(0, 70), simulation.run(70, 1), simulation.run(71, 129)];
    for (figure, values) in whole.values.iter().enumerate() {
        let sliced: Vec<Option<Fixed>> = slices.iter().flat_map(|slice| slice.values[figure].clone()).collect();
        assert_eq!(&sliced, values);
    }
    // One figure alone, and with a lever more that does not move it.
    let saved = resolve(&plan, "savings.total.2011-12").unwrap();
    let at = all.iter().position(|figure| *figure == saved).unwrap();
    let mut more = uncertain();
    more.levers.insert(0, ranged(LeverKind::Growth, 0, 20_000, false));
    let alone = Simulation::new(&plan, &more, &[saved], 7).run(0, 200);
    assert_eq!(alone.values[0], whole.values[at]);
    let other_seed = Simulation::new(&plan, &uncertain(), &[saved], 8).run(0, 200);
    assert_ne!(other_seed.values[0], whole.values[at]);
}

/// Two schemes that draw for themselves are less spread than two that move together.
#[test]
fn together_and_separately() {
    let plan = one_plan_model::example::plan(
        r#""scheme_lists": [{"id": "l", "name": "L", "year": "2011/12"}],
        "schemes": [{"id": "a", "name": "A", "list": "l", "gross": "1000", "unit": "£"},
                    {"id": "b", "name": "B", "list": "l", "gross": "1000", "unit": "£"}]"#,
    );
    let net = resolve(&plan, "schemes.list.l.net").unwrap();
    let width = |separately: bool| {
        let mut lever = ranged(LeverKind::Delivery, 0, 1_000_000, separately);
        lever.range = lever.range.map(|range| SetRange { distribution: Distribution::Uniform, ..range });
        let definition = Definition { levers: vec![lever], ..Definition::default() };
        let runs = Simulation::new(&plan, &definition, &[net], 1).run(0, 4_000);
        let spread = Spread::of(&runs.values[0]).unwrap();
        assert!(!spread.least.is_negative() && spread.most <= Fixed::whole(2_000));
        spread.p90.minus(spread.p10)
    };
    // One draw: from £200 to £1,800. The sum of two: √(0.2) × £1,000 = £447 from either end, so £1,106.
    let near = |found: Fixed, expected: i64| {
        let apart = found.minus(Fixed::whole(expected));
        assert!(apart.maximum(apart.negated()) <= Fixed::whole(60), "{found:?} is not near {expected}");
    };
    near(width(false), 1_600);
    near(width(true), 1_106);
}

/// The plan's own low and high are a triangle around the gross saving, and are said.
#[test]
fn the_ranges_of_the_plan_are_drawn_and_said() {
    let plan = one_plan_model::example::plan(
        r#""scheme_lists": [{"id": "l", "name": "L", "year": "2011/12"}],
        "schemes": [{"id": "a", "name": "A", "list": "l", "gross": "250", "low": "0", "high": "1000", "unit": "£"},
                    {"id": "b", "name": "B", "list": "l", "gross": "5", "unit": "£"}]"#,
    );
    let gross = resolve(&plan, "schemes.list.l.gross").unwrap();
    let half = Definition { levers: vec![SetLever::to(LeverKind::Delivery, 500_000)], ..Definition::default() };
    for (definition, of) in [(Definition::default(), 2), (half, 1)] {
        let simulation = Simulation::new(&plan, &definition, &[gross], 3);
        assert_eq!(simulation.assumptions(), ["A: between £0 and £1,000, most often near £250 (the plan's own range)"]);
        let runs = simulation.run(0, 4_000);
        let spread = Spread::of(&runs.values[0]).unwrap();
        // The middle of the triangle is £388, and B always has £5; the lever halves both.
        let apart = spread.p50.minus(Fixed::of_digits(1_965 * of, 1, 0));
        assert!(apart.maximum(apart.negated()) <= Fixed::whole(15), "{:?}", spread.p50);
    }
    let named = Simulation::new(&plan, &uncertain(), &[gross], 3);
    assert_eq!(
        named.assumptions()[1..],
        [
            "Delivery of savings: between 60% and 105%, every value as likely as another, each row for itself",
            "Outturn of activity: between 98% and 110%, most often near 100%, all rows together",
        ]
    );
}
