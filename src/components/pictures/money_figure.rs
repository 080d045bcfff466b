//! Who gives money to whom, as ribbons: amounts between the same two are one ribbon, and their sum is exact.

use super::money_places::{MoneyNodes, StagedMoney};
use crate::chart::{Flow, Frame, Node, NodeKind, Sankey};
use crate::components::{drawn_money, shown, sum, unit_for};
use one_plan_model::calculation::Unit;
use one_plan_model::quantity::Value;

/// The picture; nothing where no money moves. The headings say who gives and who gets.
pub fn money_sankey(frame: Frame, [left, right]: [&str; 2], amounts: &[StagedMoney]) -> Option<Sankey> {
    let amounts: Vec<&StagedMoney> = amounts.iter().filter(|money| !money.amount.is_zero()).collect();
    let all = sum(amounts.iter().map(|money| Ok(money.amount))).ok()?;
    if amounts.is_empty() {
        return None;
    }
    let (unit, unit_name, places) = unit_for(all);
    let [from, to] = [0, 1].map(|side| MoneyNodes::of(side, &amounts));
    let flow = |((from, to), amount)| Flow::new(from, to, drawn_money(amount, unit, places), unit_name);
    let flows = from.sums_to(&to, &amounts).into_iter().map(flow).collect();
    let node = |(name, kind, amount): (String, NodeKind, Value)| {
        Node::new(name, shown(amount, Unit::Money, unit, places, false)).of_kind(kind)
    };
    let [left_nodes, right_nodes] = [from, to].map(|side| side.nodes.into_iter().map(node).collect::<Vec<_>>());
    let most = left_nodes.len().max(right_nodes.len());
    Some(Sankey {
        frame,
        unit: unit_name.to_owned(),
        left_heading: left.to_owned(),
        right_heading: right.to_owned(),
        flows,
        left: left_nodes,
        right: right_nodes,
        flow_height: 22.0 * f64::from(u8::try_from(most).unwrap_or(u8::MAX)) + 80.0,
    })
}

#[cfg(test)]
mod tests {
    use super::super::money_places::{MOST_NODES, MoneyPlace};
    use super::*;
    use crate::chart::Chart;
    use one_plan_model::quantity::whole;

    fn flow(from: &str, to: &str, pounds: i64) -> StagedMoney {
        StagedMoney { places: [from, to].map(MoneyPlace::of_name).to_vec(), amount: whole(pounds) }
    }

    #[test]
    fn amounts_between_the_same_two_are_one_ribbon() {
        let flows = [flow("A", "X", 10), flow("A", "X", 5), flow("B", "X", 1)];
        let chart = money_sankey(Frame::default(), ["Who pays", "Who is paid"], &flows).expect("money moves");
        let drawn: Vec<_> = chart.flows.iter().map(|flow| (flow.from, flow.to, flow.value.label.as_str())).collect();
        assert_eq!(drawn, [(0, 0, "15"), (1, 0, "1")]);
        assert_eq!(chart.right.first().map(|node| node.total.as_str()), Some("16"));
        assert_eq!(chart.check(), Ok(()));
    }

    #[test]
    fn of_very_many_the_smallest_share_a_place_and_nothing_is_lost() {
        let flows: Vec<StagedMoney> = (1..=30).map(|number| flow("A", &format!("{number}"), number)).collect();
        let chart = money_sankey(Frame::default(), ["Who pays", "Who is paid"], &flows).expect("money moves");
        assert_eq!(chart.right.len(), MOST_NODES);
        assert_eq!(chart.right.last().map(|node| node.name.as_str()), Some("All others (17)"));
        assert_eq!(chart.left.first().map(|node| node.total.as_str()), Some("465"));
        let last = chart.flows.iter().find(|flow| flow.to == MOST_NODES - 1).map(|flow| flow.value.label.as_str());
        assert_eq!(last, Some("153"), "1 to 17 together");
        assert!(!chart.table().rows.is_empty());
    }

    #[test]
    fn two_organisations_of_one_name_are_two() {
        let to = |row| MoneyPlace::of_row(row, "X");
        let money =
            |row, pounds| StagedMoney { places: vec![MoneyPlace::of_name("A"), to(row)], amount: whole(pounds) };
        let flows = [money(0, 10), money(1, 5)];
        let chart = money_sankey(Frame::default(), ["Who pays", "Who is paid"], &flows).expect("money moves");
        let totals: Vec<_> = chart.right.iter().map(|node| node.total.as_str()).collect();
        assert_eq!(totals, ["10", "5"]);
    }

    #[test]
    fn without_money_there_is_no_picture() {
        assert_eq!(money_sankey(Frame::default(), ["Who pays", "Who is paid"], &[]), None);
        assert_eq!(money_sankey(Frame::default(), ["Who pays", "Who is paid"], &[flow("A", "X", 0)]), None);
    }
}
