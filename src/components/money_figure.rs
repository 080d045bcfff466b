//! Who gives money to whom, as ribbons: amounts between the same two are one ribbon, and their sum is exact.

use super::drawn::{drawn_money, sum, unit_for};
use super::shown::shown;
use crate::chart::{Flow, Frame, Node, Sankey};
use one_plan_model::calculation::Unit;
use one_plan_model::quantity::{Decimal, Value};

/// More than so many on one side nobody tells apart; the smallest share one place.
const MOST_NODES: usize = 14;

/// An amount that goes from one to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoneyFlow {
    /// Who gives it.
    pub from: String,
    /// Who gets it.
    pub to: String,
    /// How much, in pounds.
    pub amount: Decimal,
}

/// The picture; nothing where no money moves. The headings say who gives and who gets.
pub fn money_sankey(frame: Frame, [left, right]: [&str; 2], flows: &[MoneyFlow]) -> Option<Sankey> {
    let all = sum(flows.iter().map(|flow| Ok(flow.amount))).ok()?;
    if flows.iter().all(|flow| flow.amount.is_zero()) {
        return None;
    }
    let (unit, unit_name, places) = unit_for(all);
    let from = Side::of(flows.iter().map(|flow| (flow.from.as_str(), flow.amount)));
    let to = Side::of(flows.iter().map(|flow| (flow.to.as_str(), flow.amount)));
    let mut ribbons: Vec<((usize, usize), Value)> = Vec::new();
    for flow in flows {
        let ends = (from.position(&flow.from), to.position(&flow.to));
        match ribbons.iter_mut().find(|(known, _)| *known == ends) {
            Some((_, amount)) => *amount = sum([*amount, Ok(flow.amount)]),
            None => ribbons.push((ends, Ok(flow.amount))),
        }
    }
    let node = |(name, amount): (String, Value)| Node::new(name, shown(amount, Unit::Money, unit, places, false));
    let [left_nodes, right_nodes] = [from, to].map(|side| side.0.into_iter().map(node).collect::<Vec<_>>());
    let most = left_nodes.len().max(right_nodes.len());
    Some(Sankey {
        frame,
        unit: unit_name.to_owned(),
        left_heading: left.to_owned(),
        right_heading: right.to_owned(),
        flows: ribbons
            .into_iter()
            .map(|((from, to), amount)| Flow::new(from, to, drawn_money(amount, unit, places), unit_name))
            .collect(),
        left: left_nodes,
        right: right_nodes,
        flow_height: 22.0 * f64::from(u8::try_from(most).unwrap_or(u8::MAX)) + 80.0,
    })
}

/// One side of the picture: who is there, with what each gives or gets in all.
struct Side(Vec<(String, Value)>);

impl Side {
    /// In the order in which they come first; where they are many, the largest and a place for the rest.
    fn of<'a>(amounts: impl Iterator<Item = (&'a str, Decimal)>) -> Self {
        let mut known: Vec<(String, Value)> = Vec::new();
        for (name, amount) in amounts {
            match known.iter_mut().find(|(known, _)| known == name) {
                Some((_, all)) => *all = sum([*all, Ok(amount)]),
                None => known.push((name.to_owned(), Ok(amount))),
            }
        }
        if known.len() > MOST_NODES {
            known.sort_by_key(|(_, amount)| std::cmp::Reverse(amount.unwrap_or_default()));
            let rest = known.split_off(MOST_NODES - 1);
            known.push((format!("All others ({})", rest.len()), sum(rest.into_iter().map(|(_, amount)| amount))));
        }
        Self(known)
    }

    /// Where one stands; who has no place of its own stands last.
    fn position(&self, name: &str) -> usize {
        self.0.iter().position(|(known, _)| known == name).unwrap_or(self.0.len().saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Chart;
    use one_plan_model::quantity::whole;

    fn flow(from: &str, to: &str, pounds: i64) -> MoneyFlow {
        MoneyFlow { from: from.to_owned(), to: to.to_owned(), amount: whole(pounds) }
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
        let flows: Vec<MoneyFlow> = (1..=30).map(|number| flow("A", &format!("{number}"), number)).collect();
        let chart = money_sankey(Frame::default(), ["Who pays", "Who is paid"], &flows).expect("money moves");
        assert_eq!(chart.right.len(), MOST_NODES);
        assert_eq!(chart.right.last().map(|node| node.name.as_str()), Some("All others (17)"));
        assert_eq!(chart.left.first().map(|node| node.total.as_str()), Some("465"));
        let last = chart.flows.iter().find(|flow| flow.to == MOST_NODES - 1).map(|flow| flow.value.label.as_str());
        assert_eq!(last, Some("153"), "1 to 17 together");
        assert!(!chart.table().rows.is_empty());
    }

    #[test]
    fn without_money_there_is_no_picture() {
        assert_eq!(money_sankey(Frame::default(), ["Who pays", "Who is paid"], &[]), None);
        assert_eq!(money_sankey(Frame::default(), ["Who pays", "Who is paid"], &[flow("A", "X", 0)]), None);
    }
}
