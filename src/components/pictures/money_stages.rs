//! Money in stages: every amount has a place in each of them, so that all stages hold the same, exactly. What is not known
//! of an amount is a place of its own.

use super::money_places::{MoneyNodes, StagedMoney};
use crate::chart::{Chart, Flow, Frame, Node, Stage, Stages, Table};
use crate::components::{drawn_money, shown, sum, unit_for};
use one_plan_model::calculation::Unit;
use one_plan_model::quantity::{MoneyUnit, Value};

/// The picture, and its table in exact pounds; nothing where no money moves.
pub fn money_stages(frame: Frame, headings: &[&str], amounts: &[StagedMoney]) -> Option<(Stages, Table)> {
    let amounts: Vec<&StagedMoney> = amounts.iter().filter(|money| !money.amount.is_zero()).collect();
    let all = sum(amounts.iter().map(|money| Ok(money.amount))).ok()?;
    if amounts.is_empty() {
        return None;
    }
    let columns: Vec<MoneyNodes> = (0..headings.len()).map(|stage| MoneyNodes::of(stage, &amounts)).collect();
    let (unit, unit_name, places) = unit_for(all);
    let chart = drawn(frame, headings, &amounts, &columns, &Form { unit, name: unit_name, places });
    // Each amount with all its decimals: rows of the table then sum to its totals, digit for digit.
    let decimals = amounts.iter().map(|money| money.amount.normalize().scale()).max().unwrap_or_default();
    let exact = Form { unit: MoneyUnit::Pounds, name: "£", places: if decimals == 0 { 0 } else { decimals.max(2) } };
    let table = drawn(chart.frame.clone(), headings, &amounts, &columns, &exact).table();
    Some((chart, table))
}

/// In which form amounts are said.
struct Form {
    unit: MoneyUnit,
    name: &'static str,
    places: u32,
}

fn drawn(frame: Frame, headings: &[&str], amounts: &[&StagedMoney], columns: &[MoneyNodes], form: &Form) -> Stages {
    let words = |amount: Value| shown(amount, Unit::Money, form.unit, form.places, false);
    let stages = headings.iter().zip(columns).map(|(heading, column)| {
        let nodes = column.nodes.iter();
        let total = sum(nodes.clone().map(|(_, _, amount)| *amount));
        let nodes = nodes.map(|(name, kind, amount)| Node::new(name, words(*amount)).of_kind(*kind)).collect();
        Stage::new(*heading, words(total), nodes)
    });
    let links = columns.iter().zip(columns.iter().skip(1)).map(|(from, to)| {
        let flow = |((from, to), amount)| Flow::new(from, to, drawn_money(amount, form.unit, form.places), form.name);
        from.sums_to(to, amounts).into_iter().map(flow).collect()
    });
    let most = columns.iter().map(|column| column.nodes.len()).max().unwrap_or_default();
    Stages {
        frame,
        unit: form.name.to_owned(),
        stages: stages.collect(),
        links: links.collect(),
        flow_height: 26.0 * f64::from(u8::try_from(most).unwrap_or(u8::MAX)) + 140.0,
    }
}

#[cfg(test)]
mod tests {
    use super::super::money_places::{MOST_NODES, MoneyPlace};
    use super::*;
    use crate::chart::NodeKind;
    use one_plan_model::quantity::{Decimal, whole};
    use std::collections::BTreeMap;

    const HEADINGS: [&str; 3] = ["Who pays", "Contract", "Who is paid"];

    fn money(places: [&MoneyPlace; 3], amount: Decimal) -> StagedMoney {
        StagedMoney { places: places.map(Clone::clone).to_vec(), amount }
    }

    fn place(row: u32, name: &str) -> MoneyPlace {
        MoneyPlace::of_row(row, name)
    }

    /// What the table of a picture says of each step and of each stage, in units of its last decimal.
    fn sums(table: &Table) -> BTreeMap<(String, bool), i64> {
        let mut sums = BTreeMap::new();
        for row in &table.rows {
            let [stage, name, _, amount] = row.cells.as_slice() else { panic!("{row:?}") };
            if row.total && name == "All" {
                continue;
            }
            let digits: String = amount.chars().filter(char::is_ascii_digit).collect();
            *sums.entry((stage.clone(), row.total)).or_default() += digits.parse::<i64>().expect("a number");
        }
        sums
    }

    #[test]
    fn every_step_and_every_stage_holds_the_same_to_the_last_decimal() {
        let (a, b, x, y, p) = (place(0, "A"), place(1, "B"), place(0, "X"), place(1, "Y"), place(2, "P"));
        let none = MoneyPlace::not_placed("Not given");
        let third = Decimal::new(3_333_333_333, 3);
        let amounts = [
            money([&a, &x, &p], third),
            money([&b, &x, &p], third),
            money([&b, &y, &none], whole(7)),
            money([&none, &y, &p], Decimal::new(1, 3)),
        ];
        let (chart, table) = money_stages(Frame::default(), &HEADINGS, &amounts).expect("money moves");
        assert_eq!(chart.check(), Ok(()));
        let sums = sums(&table);
        assert_eq!(sums.len(), 5, "two steps and three stages");
        assert!(sums.values().all(|all| *all == 6_666_666_666 + 7_000 + 1), "{sums:?}");
        let totals: Vec<_> = chart.stages.iter().map(|stage| stage.total.as_str()).collect();
        assert_eq!(totals, ["6.67", "6.67", "6.67"]);
        let red = |stage: &Stage| stage.nodes.iter().filter(|node| node.kind == NodeKind::Unaccounted).count();
        assert_eq!(chart.stages.iter().map(red).collect::<Vec<_>>(), [1, 0, 1]);
    }

    #[test]
    fn rows_of_one_name_are_kept_apart() {
        let (a, x, p) = (place(0, "A"), [place(0, "X"), place(1, "X")], place(0, "P"));
        let amounts = [money([&a, &x[0], &p], whole(1)), money([&a, &x[1], &p], whole(2))];
        let (chart, _) = money_stages(Frame::default(), &HEADINGS, &amounts).expect("money moves");
        assert_eq!(chart.stages[1].nodes.len(), 2);
    }

    #[test]
    fn of_very_many_the_smallest_share_a_place_and_what_is_not_placed_keeps_its_own() {
        let (a, p, none) = (place(0, "A"), place(0, "P"), MoneyPlace::not_placed("Not given"));
        let mut amounts: Vec<_> =
            (1..=30).map(|n| money([&a, &place(n, &format!("{n}")), &p], whole(i64::from(n)))).collect();
        amounts.push(money([&a, &none, &p], Decimal::new(1, 1)));
        let (chart, table) = money_stages(Frame::default(), &HEADINGS, &amounts).expect("money moves");
        let names: Vec<_> = chart.stages[1].nodes.iter().map(|node| node.name.as_str()).collect();
        assert_eq!(names.len(), MOST_NODES);
        assert_eq!(&names[MOST_NODES - 2..], ["Not given", "All others (18)"]);
        assert!(sums(&table).values().all(|all| *all == 46_510), "{:?}", sums(&table));
    }

    #[test]
    fn without_money_there_is_no_picture_and_one_amount_is_one() {
        assert_eq!(money_stages(Frame::default(), &HEADINGS, &[]), None);
        let place = place(0, "A");
        let zero = money([&place; 3], Decimal::ZERO);
        assert_eq!(money_stages(Frame::default(), &HEADINGS, &[zero]), None);
        let (chart, _) =
            money_stages(Frame::default(), &HEADINGS, &[money([&place; 3], whole(5))]).expect("money moves");
        assert_eq!(chart.scene().rects("node").len(), 3);
    }
}
