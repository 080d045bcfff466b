//! Bridges: the parts are exact, sum to the penny, and are what the law of their split says.

use crate::support::{Draws, PLANS, figure, published};
use one_plan_model::calculation::Unit;
use one_plan_model::example;
use one_plan_model::outcome::compute;
use one_plan_model::plan::{CellAddress, LeverKind, Plan, Table};
use one_plan_model::quantity::{Fixed, Total, parts_from_both_ends, parts_in_every_order, parts_in_order};
use one_plan_model::scenario::draw::draw;
use one_plan_model::scenario::{Change, Definition, SetLever, Split, bridge, headlines};

const SPLITS: [Split; 3] = [Split::InOrder, Split::EveryOrder, Split::BothEnds];

fn sum(parts: impl Iterator<Item = Fixed>) -> Fixed {
    let mut total = Total::default();
    parts.for_each(|part| total.add_fixed(part));
    total.finish_fixed()
}

/// Of generated pairs of scenarios, for every headline figure: nothing is left over, and money is whole pence.
#[test]
fn the_parts_sum_to_the_difference() {
    for name in PLANS {
        let plan = published(name);
        let mut draws = Draws(900);
        let figures = headlines(&compute(&plan));
        for time in 0..3 {
            let from = Definition { levers: draws.levers(&plan, time), ..Definition::default() };
            let to = Definition { levers: draws.levers(&plan, 2 + time), ..Definition::default() };
            let figure = figures[draws.below(figures.len())];
            for split in SPLITS {
                let bridge = bridge(&plan, &from, &to, figure, split).unwrap();
                let parts = sum(bridge.parts.iter().map(|part| part.amount));
                assert_eq!(parts, bridge.to.minus(bridge.from), "{name}, {split:?}: {}", figure.id(&plan));
                if figure.kind.unit == Unit::Money {
                    assert!(bridge.parts.iter().all(|part| part.amount.rounded(2) == part.amount));
                }
            }
        }
    }
}

/// Whatever the values, the parts sum to what is between the two ends as they are shown.
#[test]
fn parts_of_any_values_sum_to_the_penny() {
    for time in 0..400_u32 {
        let changes = 1 + (time % 6) as usize;
        let places = if time % 3 == 0 { 10 } else { 2 };
        let number = |at: usize| {
            let drawn = i128::from(draw(time, at as u32, 3)) - i128::from(u32::MAX / 2);
            Fixed::of_digits(drawn * 7_919, if time % 3 == 0 { 9 } else { 4 }, 0)
        };
        let values: Vec<Fixed> = (0..1 << changes).map(number).collect();
        let whole = values.last().unwrap().rounded(places).minus(values[0].rounded(places));
        let every = parts_in_every_order(&values, changes, places).unwrap();
        assert_eq!(sum(every.iter().copied()), whole, "every order, {time}");
        assert!(every.iter().all(|part| part.rounded(places) == *part));
        let alone: Vec<Fixed> = (0..changes).map(|at| values[1 << at]).collect();
        let but: Vec<Fixed> = (0..changes).map(|at| values[values.len() - 1 - (1 << at)]).collect();
        let ends = parts_from_both_ends(values[0], &alone, &but, *values.last().unwrap(), places).unwrap();
        assert_eq!(sum(ends.iter().copied()), whole, "both ends, {time}");
        assert_eq!(sum(parts_in_order(&values, places).unwrap().into_iter()), whole, "in order, {time}");
    }
}

/// The average over all orders, worked out by going through all orders.
#[test]
fn every_order_is_the_average_over_all_orders() {
    // f(S) for three changes, by the bits of S.
    let values = [0, 6, 12, 30, 60, 6, 90, 300].map(Fixed::whole);
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
    let mut sums = [Fixed::ZERO; 3];
    for order in orders {
        let mut made = 0;
        for change in order {
            sums[change] = sums[change].plus(values[made | 1 << change].minus(values[made]));
            made |= 1 << change;
        }
    }
    let averages = sums.map(|sum| sum.over(Fixed::whole(6)));
    assert_eq!(parts_in_every_order(&values, 3, 2).unwrap(), averages.map(|part| part.rounded(2)));
}

/// As long as changes work on each other in pairs only, the split from both ends is the average over all orders.
#[test]
fn both_ends_are_every_order_where_only_pairs_work_on_each_other() {
    let single = [100, -40, 70, 1];
    let pair = [[0, 10, -6, 4], [0, 0, 8, 2], [0, 0, 0, -12], [0, 0, 0, 0]];
    let value = |set: usize| {
        let made = |at: usize| i64::from(set >> at & 1 == 1);
        let of_pairs: i64 = (0..4)
            .flat_map(|one| (0..4).map(move |two| (one, two)))
            .map(|(one, two)| pair[one][two] * made(one) * made(two))
            .sum();
        Fixed::whole((0..4).map(|at| single[at] * made(at)).sum::<i64>() + of_pairs)
    };
    let values: Vec<Fixed> = (0..16).map(value).collect();
    let alone: Vec<Fixed> = (0..4).map(|at| value(1 << at)).collect();
    let but: Vec<Fixed> = (0..4).map(|at| value(15 - (1 << at))).collect();
    let ends = parts_from_both_ends(values[0], &alone, &but, values[15], 2).unwrap();
    assert_eq!(ends, parts_in_every_order(&values, 4, 2).unwrap());
}

fn contract() -> Plan {
    example::plan(
        r#""organisations": [{"id": "t", "name": "Trust", "kind": "nhs-trust"}],
        "contracts": [{"id": "c", "name": "C", "provider": "t", "year": "2011/12", "form": "payment-by-results",
                       "value": "100", "unit": "£"}],
        "scheme_lists": [{"id": "l", "name": "L", "year": "2011/12"}],
        "schemes": [{"id": "a", "name": "A", "list": "l", "gross": "200", "unit": "£"}]"#,
    )
}

/// What changes nothing has no part, without an order the order of the levers does not matter, and the way back is the way
/// there with the other sign.
#[test]
fn the_laws_of_a_split_without_an_order() {
    let plan = contract();
    let payment = figure(&plan, "contract.c.payment");
    let levers = [
        SetLever::to(LeverKind::Outturn, 1_100_000),
        SetLever::to(LeverKind::Delivery, 500_000),
        SetLever::to(LeverKind::Price, 1_200_000),
    ];
    let of =
        |order: [usize; 3]| Definition { levers: order.map(|at| levers[at].clone()).to_vec(), ..Definition::default() };
    let none = Definition::default();
    for split in [Split::EveryOrder, Split::BothEnds] {
        let parts = |order: [usize; 3]| {
            let mut parts: Vec<(String, Fixed)> = bridge(&plan, &none, &of(order), payment, split)
                .unwrap()
                .parts
                .into_iter()
                .map(|part| (part.what, part.amount))
                .collect();
            parts.sort();
            parts
        };
        let first = parts([0, 1, 2]);
        let nothing = first.iter().find(|(what, _)| what.starts_with("Delivery")).unwrap();
        assert_eq!(nothing.1, Fixed::ZERO);
        assert_eq!(first, parts([2, 1, 0]), "{split:?}");
        let back = bridge(&plan, &of([0, 1, 2]), &none, payment, split).unwrap();
        assert_eq!(back.parts.iter().map(|part| part.amount).max(), Some(Fixed::ZERO));
        assert_eq!(
            back.parts.iter().map(|part| part.amount).min(),
            first.iter().map(|(_, amount)| amount.negated()).min()
        );
    }
}

/// The same lever in both scenarios is one difference, a lever that is the same in both is none, and a cell that both
/// change is one.
#[test]
fn only_what_differs_is_a_part() {
    let plan = contract();
    let cell = CellAddress { table: Table::Contract, row: 0, column: "value" };
    let value = |value: &str| Change { cell, value: Some(value.to_owned()) };
    let delivery = SetLever::to(LeverKind::Delivery, 900_000);
    let from = Definition {
        changes: vec![value("110")],
        levers: vec![SetLever::to(LeverKind::Price, 1_100_000), delivery.clone()],
        problems: vec![],
    };
    let to = Definition {
        changes: vec![value("120")],
        levers: vec![delivery, SetLever::to(LeverKind::Price, 1_300_000)],
        problems: vec![],
    };
    let bridge = bridge(&plan, &from, &to, figure(&plan, "contract.c.payment"), Split::InOrder).unwrap();
    let parts: Vec<(&str, String)> =
        bridge.parts.iter().map(|part| (part.what.as_str(), part.amount.value().unwrap().to_string())).collect();
    // £110 at 110% are £121; £120 at 110% are £132; at 130% they are £156.
    assert_eq!(
        parts,
        [
            ("contracts, C, value: 120 instead of 100", "11".to_owned()),
            ("Prices: 130% of the prices of the plan instead of 110% of the prices of the plan", "24".to_owned()),
        ]
    );
}

/// More changes than are split over all orders are split from both ends, and it is said.
#[test]
fn many_changes_are_split_from_both_ends() {
    let plan = contract();
    let levers = (1..=12).map(|at| SetLever::to(LeverKind::Price, 1_000_000 + at * 1_000)).collect();
    let to = Definition { levers, ..Definition::default() };
    let bridge =
        bridge(&plan, &Definition::default(), &to, figure(&plan, "contract.c.payment"), Split::EveryOrder).unwrap();
    assert_eq!((bridge.split, bridge.parts.len(), bridge.computed), (Split::BothEnds, 12, 26));
    assert_eq!(sum(bridge.parts.iter().map(|part| part.amount)), bridge.to.minus(bridge.from));
}
