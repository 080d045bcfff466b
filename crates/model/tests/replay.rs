//! Replay is the whole run: whatever numbers are put into whatever cells, the program cut from a record gives the
//! same digits as all rules over the changed plan, or says that it cannot.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use one_plan_model::calculation::FigureKey;
use one_plan_model::example;
use one_plan_model::exchange::read_json;
use one_plan_model::outcome::{Replay, compute, resolve};
use one_plan_model::plan::{CellAddress, Plan, Table};
use one_plan_model::quantity::{Fixed, whole};
use one_plan_model::rules::risks::HEAT;

fn published(name: &str) -> Plan {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../plans/{name}.json"));
    read_json(&std::fs::read(path).unwrap()).unwrap().plan
}

/// Numbers that look random and are the same every time.
struct Draws(u64);

impl Draws {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).unwrap()
    }
}

/// Another number for a cell: near the one that it has, far from it, of the other sign, nothing, or very large.
fn other_number(original: Fixed, draw: u64) -> Fixed {
    let factor = |per_mille: i64| original.times(Fixed::from(whole(per_mille)).over(Fixed::from(whole(1_000))));
    let per_mille = i64::try_from(draw / 16 % 4_000).unwrap();
    match draw % 16 {
        0 => Fixed::ZERO,
        1 => original.negated(),
        2 => original,
        3 => original.plus(Fixed::ONE),
        4 => original.minus(Fixed::ONE),
        5 => Fixed::from(whole(per_mille)),
        6 => original.times(Fixed::from(whole(1_000_000))),
        _ => factor(per_mille),
    }
}

/// So many times some figures are asked for while some cells are varied; each variation is held against a whole run.
fn replay_is_the_whole_run(name: &str, plan: &Plan, times: usize, seed: u64) {
    const VARIATIONS: usize = 70;
    let replay = Replay::of(plan);
    let cells: Vec<CellAddress> = plan.number_cells().collect();
    let outcome = compute(plan);
    let figures: Vec<FigureKey> = outcome.figures().map(|(key, _)| key).collect();
    let mut draws = Draws(seed);
    let (mut replayed, mut computed_whole) = (0, 0);
    for time in 0..times {
        let asked: Vec<FigureKey> = (0..1 + draws.below(4)).map(|_| figures[draws.below(figures.len())]).collect();
        // Half of the time cells on which the figures stand, so that something changes.
        let under = replay.cells_under(asked[0]);
        let from = if time % 2 == 0 && !under.is_empty() { &under } else { &cells };
        let varied: Vec<CellAddress> = (0..1 + draws.below(6)).map(|_| from[draws.below(from.len())]).collect();
        let mut varied: Vec<CellAddress> = varied;
        varied.sort();
        varied.dedup();
        let program = replay.program(&asked, &varied);
        let originals: Vec<Fixed> = varied.iter().map(|cell| plan.number(*cell).unwrap()).collect();
        let first = draws.next();
        let number = |input: usize, variation: usize| {
            let mut draws = Draws(first ^ ((variation as u64 + 1) << 20) ^ (input as u64 + 1));
            draws.next();
            other_number(originals[input], draws.next())
        };
        let answers = program.run(VARIATIONS, &number);
        for variation in 0..VARIATIONS {
            let whole = program.whole_run(&|input| number(input, variation));
            for ((key, values), whole) in asked.iter().zip(&answers.values).zip(whole) {
                assert_eq!(
                    values[variation],
                    whole,
                    "{name}: {} with {:?}",
                    key.id(plan),
                    varied.iter().enumerate().map(|(input, cell)| (cell, number(input, variation))).collect::<Vec<_>>()
                );
            }
        }
        replayed += VARIATIONS;
        computed_whole += answers.computed_whole;
    }
    println!("{name}: {computed_whole} of {replayed} variations had to be computed whole");
}

#[test]
fn of_the_surrey_plan() {
    replay_is_the_whole_run("Surrey", &published("surrey-one-plan"), 120, 0x5eed_0001);
}

#[test]
fn of_the_arden_plan() {
    replay_is_the_whole_run("Arden", &published("arden-system-plan"), 120, 0x5eed_0002);
}

#[test]
fn of_made_up_plans() {
    let sized = read_json(example::sized(20).as_bytes()).unwrap().plan;
    replay_is_the_whole_run("20 schemes", &sized, 60, 0x5eed_0003);
    for table in Table::ALL {
        let plan = read_json(example::grown(*table, 12).as_bytes()).unwrap().plan;
        replay_is_the_whole_run(table.name(), &plan, 4, 0x5eed_0004 + *table as u64);
    }
}

/// Across every threshold: what is paid for a graduated indicator and for one of all or nothing.
#[test]
fn across_thresholds() {
    let plan = example::plan(
        r#""cquin_schemes": [{"id": "q", "name": "Q", "year": "2011/12", "fixed_sum": "1000", "unit": "£"}],
        "cquin_indicators": [
            {"id": "a", "name": "A", "scheme": "q", "weight": "50", "payment_rule": "graduated", "direction": "higher",
             "minimum": "50", "maximum": "90", "achieved": "70", "evidence": "yes"},
            {"id": "b", "name": "B", "scheme": "q", "weight": "50", "payment_rule": "all-or-nothing", "direction": "higher",
             "threshold": "80", "achieved": "79", "evidence": "yes"}
        ]"#,
    );
    let replay = Replay::of(&plan);
    let earned = resolve(&plan, "cquin.total.earned").unwrap();
    let cell = |row| CellAddress { table: Table::CquinIndicator, row, column: "achieved" };
    let program = replay.program(&[earned], &[cell(0), cell(1)]);
    let answers = program.run(101, &|_, variation| Fixed::from(whole(i64::try_from(variation).unwrap())));
    let earned = |achieved: usize| answers.values[0][achieved].unwrap().value().unwrap().to_string();
    // Half of £1,000 in proportion between 50 and 90, the other half from 80 on.
    assert_eq!([earned(50), earned(70), earned(79), earned(80), earned(100)], ["0", "250", "362.5", "875", "1000"]);
    // Below 50, above 90, and from 80 on a decision comes out in another way than for 70 and 79.
    assert_eq!(answers.computed_whole, 50 + 21);
}

#[test]
fn what_depends_on_a_cell_and_on_which_cells_a_figure_stands() {
    let plan = example::plan(
        r#""scheme_lists": [{"id": "l", "name": "L", "year": "2011/12"}],
        "schemes": [{"id": "a", "name": "A", "list": "l", "gross": "200", "reinvestment": "50", "unit": "£000"},
                    {"id": "b", "name": "B", "list": "l", "gross": "600", "unit": "£000"}],
        "plan_versions": [{"id": "one", "name": "One"}]"#,
    );
    let replay = Replay::of(&plan);
    let cell = |row, column| CellAddress { table: Table::Scheme, row, column };
    let ids = |figures: Vec<FigureKey>| figures.iter().map(|figure| figure.id(&plan)).collect::<Vec<_>>();
    let on_reinvestment = ids(replay.figures_on(cell(0, "reinvestment")));
    assert!(on_reinvestment.contains(&"scheme.a.net".to_owned()));
    assert!(on_reinvestment.contains(&"schemes.list.l.net".to_owned()));
    assert!(!on_reinvestment.contains(&"scheme.a.gross".to_owned()));
    let net = resolve(&plan, "schemes.list.l.net").unwrap();
    assert_eq!(replay.cells_under(net), [cell(0, "gross"), cell(0, "reinvestment"), cell(1, "gross")]);
    assert_eq!(replay.unused_cells(), []);
}

/// A cell that no rule uses is named: what a block contract says about a target changes nothing.
#[test]
fn cells_on_which_nothing_stands_are_named() {
    let plan = example::plan(
        r#""organisations": [{"id": "trust", "name": "Trust", "kind": "nhs-trust"}],
        "contracts": [{"id": "c", "name": "C", "provider": "trust", "year": "2011/12", "form": "block", "base": "100",
                       "target": "90", "unit": "£m"}]"#,
    );
    let target = CellAddress { table: Table::Contract, row: 0, column: "target" };
    assert_eq!(Replay::of(&plan).unused_cells(), [target]);
}

/// A cell that only decides is used: by which share of patients a practice leaves out follows nothing but its place.
#[test]
fn cells_by_which_a_rule_decides_are_used() {
    let plan = example::plan(
        r#""practices": [{"id": "a", "name": "A", "exception_rate": "5%"},
                        {"id": "b", "name": "B", "exception_rate": "7%"}]"#,
    );
    let replay = Replay::of(&plan);
    assert_eq!(replay.unused_cells(), []);
    let place = resolve(&plan, "practice.a.exception-rank").unwrap();
    let cell = CellAddress { table: Table::Practice, row: 0, column: "exception_rate" };
    let answers = replay.program(&[place], &[cell]).run(2, &|_, variation| {
        // 6 % is less than 7 % as before, 8 % is more.
        Fixed::from(whole(if variation == 0 { 6 } else { 8 })).over(Fixed::HUNDRED)
    });
    assert_eq!(answers.values, [[2, 1].map(|place| Some(Fixed::from(whole(place))))]);
    assert_eq!(answers.computed_whole, 1);
}

/// A figure that there is only for other numbers: how often a review happens decides for which years it has a figure.
#[test]
fn a_figure_that_is_only_there_for_other_numbers() {
    let plan = |times: &str| {
        example::plan(&format!(
            r#""review_schedules": [{{"id": "r", "name": "R", "first": "2011-04", "every": "12", "times": "{times}"}}]"#
        ))
    };
    let second = resolve(&plan("2"), "reviews.r.2012-13").unwrap();
    let once = plan("1");
    assert_eq!(compute(&once).value(second), None);
    let replay = Replay::of(&once);
    let times = CellAddress { table: Table::ReviewSchedule, row: 0, column: "times" };
    let answers = replay.program(&[second], &[times]).run(3, &|_, variation| Fixed::from(whole(1 + variation as i64)));
    assert_eq!(answers.values[0], [None, Some(Fixed::ONE), Some(Fixed::ONE)]);
}

/// Where a risk lies on the map is looked up and not computed; that holds up no other figure of the risk.
#[test]
fn what_one_part_of_a_rule_looks_up_is_nothing_to_the_others() {
    let plan = example::plan(r#""risks": [{"id": "a", "name": "A", "likelihood": "2", "consequence": "4"}]"#);
    let replay = Replay::of(&plan);
    let cell = CellAddress { table: Table::Risk, row: 0, column: "likelihood" };
    let whole_runs = |figure: FigureKey| {
        // From 2.1 to 2.4: a score of the same rating.
        let number =
            |_, variation| Fixed::from(whole(21 + i64::try_from(variation).unwrap())).over(Fixed::from(whole(10)));
        replay.program(&[figure], &[cell]).run(4, &number).computed_whole
    };
    assert_eq!(whole_runs(resolve(&plan, "risk.a.score").unwrap()), 0);
    assert_eq!(whole_runs(HEAT.at([1, 3])), 4);
}
