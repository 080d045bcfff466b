//! Replay is the whole run: whatever numbers are put into whatever cells, the program cut from a record gives the
//! same digits as all rules over the changed plan, or says that it cannot.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

#[path = "support/mutated.rs"]
mod mutated;

use mutated::{Draws, PlanText};
use one_plan_model::calculation::FigureKey;
use one_plan_model::example;
use one_plan_model::exchange::read_json;
use one_plan_model::outcome::{Replay, compute, resolve};
use one_plan_model::plan::{CellAddress, Plan, Table};
use one_plan_model::quantity::{Fault, Fixed, whole};
use one_plan_model::rules::risks::HEAT;

fn published(name: &str) -> Plan {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../plans/{name}.json"));
    read_json(&std::fs::read(path).unwrap()).unwrap().plan
}

/// Another number for a cell: near the one that it has, far from it, of the other sign, nothing, or very large; or that of
/// another cell of the same row or column, as a decision may compare the two.
fn other_number(plan: &Plan, cell: CellAddress, same: &[CellAddress], draws: &mut Draws) -> Fixed {
    let original = plan.number(cell).unwrap();
    let smallest = Fixed::ONE.over(Fixed::from(whole(10_000_000_000)));
    let per_mille = Fixed::from(whole(i64::try_from(draws.below(4_000)).unwrap()));
    match draws.below(20) {
        0 => Fixed::ZERO,
        1 => original.negated(),
        2 => original,
        3 => original.plus(Fixed::ONE),
        4 => original.minus(Fixed::ONE),
        5 => per_mille,
        6 => original.times(Fixed::from(whole(1_000_000))),
        7 => original.plus(smallest),
        8 => original.minus(smallest),
        9 => Fixed::from(whole(99_999_999_999_999_999)),
        10 => Fixed::from(whole(i64::try_from(draws.below(14)).unwrap())),
        11..=14 => plan.number(*draws.pick(same)).unwrap(),
        _ => original.times(per_mille.over(Fixed::from(whole(1_000)))),
    }
}

/// So many times some figures are asked for while some cells are varied; some of the variations are held against a whole
/// run over the changed plan.
fn replay_is_the_whole_run(name: &str, plan: &Plan, times: usize, seed: u64) {
    // More than are computed at once.
    const VARIATIONS: usize = 66;
    const HELD_AGAINST_WHOLE_RUNS: usize = 3;
    let replay = Replay::of(plan);
    let cells: Vec<CellAddress> = plan.number_cells().collect();
    let original = compute(plan);
    let figures: Vec<FigureKey> = original.figures().map(|(key, _)| key).collect();
    if cells.is_empty() || figures.is_empty() {
        return;
    }
    let mut draws = Draws(seed);
    for time in 0..times {
        let mut asked = match time % 4 {
            3 => figures.clone(),
            _ => (0..1 + draws.below(4)).map(|_| *draws.pick(&figures)).collect(),
        };
        // Half of the time cells on which the figures stand, so that something changes.
        let under = replay.cells_under(asked[0]);
        let from = if time % 2 == 0 && !under.is_empty() { &under } else { &cells };
        let mut varied: Vec<CellAddress> = (0..1 + draws.below(6)).map(|_| *draws.pick(from)).collect();
        varied.sort();
        varied.dedup();
        let same: Vec<Vec<CellAddress>> = varied
            .iter()
            .map(|of| {
                let is_same =
                    |cell: &&CellAddress| cell.table == of.table && (cell.row == of.row || cell.column == of.column);
                cells.iter().filter(is_same).copied().collect()
            })
            .collect();
        let numbers: Vec<Vec<Fixed>> = (0..VARIATIONS)
            .map(|_| varied.iter().zip(&same).map(|(cell, same)| other_number(plan, *cell, same, &mut draws)).collect())
            .collect();
        let held: Vec<usize> = (0..HELD_AGAINST_WHOLE_RUNS).map(|_| draws.below(VARIATIONS)).collect();
        // Figures are also asked for that are only there for other numbers.
        let mut whole_runs = Vec::new();
        for variation in held {
            let changed = plan.with_numbers(varied.iter().copied().zip(numbers[variation].iter().copied()));
            let outcome = compute(&changed);
            asked.extend(outcome.figures().map(|(key, _)| key).filter(|key| original.value(*key).is_none()));
            whole_runs.push((variation, outcome));
        }
        let answers = replay.program(&asked, &varied).run(VARIATIONS, &|input, variation| numbers[variation][input]);
        for (variation, outcome) in whole_runs {
            for (key, values) in asked.iter().zip(&answers.values) {
                assert_eq!(
                    values[variation].map(Fixed::value),
                    outcome.value(*key),
                    "{name}: {} with {:?}",
                    key.id(plan),
                    varied.iter().zip(&numbers[variation]).collect::<Vec<_>>()
                );
            }
        }
    }
}

#[test]
fn of_the_surrey_plan() {
    replay_is_the_whole_run("Surrey", &published("surrey-one-plan"), 16, 0x5eed_0001);
}

#[test]
fn of_the_arden_plan() {
    replay_is_the_whole_run("Arden", &published("arden-system-plan"), 16, 0x5eed_0002);
}

#[test]
fn of_the_example() {
    replay_is_the_whole_run("Example", &published("example-icb-2026-27"), 16, 0x5eed_0006);
}

#[test]
fn of_made_up_plans() {
    let sized = read_json(example::sized(20).as_bytes()).unwrap().plan;
    replay_is_the_whole_run("20 schemes", &sized, 24, 0x5eed_0003);
    for table in Table::ALL {
        let plan = read_json(example::grown(*table, 5).as_bytes()).unwrap().plan;
        replay_is_the_whole_run(table.name(), &plan, 4, 0x5eed_0004 + *table as u64);
    }
}

/// Of plans in which some cells are empty, some rows are missing, and numbers stand that nobody expects.
#[test]
fn of_plans_with_something_changed() {
    let mut draws = Draws(0x5eed_0005);
    let mut plans = 0;
    while plans < 30 {
        let mut plan = PlanText::of(&example::grown(*draws.pick(Table::ALL), 1 + draws.below(6)));
        plan.thin(&mut draws, 5);
        plan.change(&mut draws, &["quantity.number.quantities-0".to_owned()]);
        let Ok(file) = read_json(plan.write(&mut draws).as_bytes()) else { continue };
        replay_is_the_whole_run("changed", &file.plan, 8, draws.next());
        plans += 1;
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
            r#""review_schedules": [{{"id": "r", "name": "R", "first": "2011-04", "every": "12", "times": "{times}"}}],
            "derived_figures": [{{"id": "same", "name": "Same", "unit": "count", "operation": "sum"}}],
            "derived_terms": [{{"derived": "same", "role": "of", "figure": "reviews.r.2012-13"}}]"#
        ))
    };
    let second = resolve(&plan("2"), "reviews.r.2012-13").unwrap();
    let same = resolve(&plan("2"), "derived.count.same").unwrap();
    let once = plan("1");
    assert_eq!(compute(&once).value(second), None);
    let replay = Replay::of(&once);
    let times = CellAddress { table: Table::ReviewSchedule, row: 0, column: "times" };
    let answers = replay.program(&[second], &[times]).run(3, &|_, variation| Fixed::from(whole(1 + variation as i64)));
    assert_eq!(answers.values[0], [None, Some(Fixed::ONE), Some(Fixed::ONE)]);
    // And one of another rule that stands on it, and is there as soon as it is there.
    let answers = replay.program(&[same], &[times]).run(3, &|_, variation| Fixed::from(whole(1 + variation as i64)));
    assert_eq!(answers.values[0], [None, Some(Fixed::ONE), Some(Fixed::ONE)]);
}

/// Of several faults in a sum the first of its parts counts, though another part was worked out before it.
#[test]
fn the_first_fault_of_a_sum_is_that_of_its_first_part() {
    let plan = example::plan(
        r#""quantities": [{"id": "a", "name": "A", "number": "2"}, {"id": "b", "name": "B", "number": "2"}],
        "derived_figures": [
            {"id": "product", "name": "Product", "unit": "number", "operation": "product"},
            {"id": "ratio", "name": "Ratio", "unit": "number", "operation": "ratio"},
            {"id": "both", "name": "Both", "unit": "number", "operation": "sum"}
        ],
        "derived_terms": [
            {"derived": "product", "role": "of", "figure": "quantity.number.a"},
            {"derived": "product", "role": "of", "figure": "quantity.number.a"},
            {"derived": "ratio", "role": "of", "figure": "quantity.number.a"},
            {"derived": "ratio", "role": "by", "figure": "quantity.number.b"},
            {"derived": "both", "role": "of", "figure": "derived.number.ratio"},
            {"derived": "both", "role": "of", "figure": "derived.number.product"}
        ]"#,
    );
    let replay = Replay::of(&plan);
    let both = resolve(&plan, "derived.number.both").unwrap();
    let cell = |row| CellAddress { table: Table::Quantity, row, column: "number" };
    let program = replay.program(&[both], &[cell(0), cell(1)]);
    let numbers = [[1_000_000_000, 2], [2, 0], [1_000_000_000, 0], [3, 1]];
    let answers = program.run(numbers.len(), &|input, variation| Fixed::from(whole(numbers[variation][input])));
    let values: Vec<_> = answers.values[0].iter().map(|value| value.unwrap().value()).collect();
    assert_eq!(values, [Err(Fault::TooLarge), Err(Fault::DivisionByZero), Err(Fault::DivisionByZero), Ok(whole(12))]);
    for (variation, value) in values.iter().enumerate() {
        assert_eq!(
            program.whole_run(&|input| Fixed::from(whole(numbers[variation][input])))[0].unwrap().value(),
            *value
        );
    }
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
