//! What there is now, what is planned, and what changes: in a sentence, and in a picture.

use super::super::answer::{answer, is_above, is_below, strong};
use crate::chart::{Frame, Ladder, Looks, Rung, Value as Drawn};
use crate::components::{Shown, Tag, drawn_number, figure, tag};
use crate::page_context::PageContext;
use one_plan_model::calculation::{FigureKey, FigureKind};
use one_plan_model::quantity::Value;

/// More changes than this a picture does not tell apart; the table says them all.
const MOST_BARS: usize = 24;

/// What there is now, what is planned, and the change as a number and a share.
pub struct NowAndPlan {
    now: FigureKey,
    plan: FigureKey,
    change: FigureKey,
    percent: FigureKey,
}

impl NowAndPlan {
    /// Those of all groups or providers together: now, planned, and the change as a number and a share.
    pub fn at_all(now: &'static FigureKind, plan: &'static FigureKind, change: [&'static FigureKind; 2]) -> Self {
        let [change, percent] = change;
        Self { now: now.at([]), plan: plan.at([]), change: change.at([]), percent: percent.at([]) }
    }

    /// In a sentence that begins with what is counted and ends with its unit, such as "Staff" and "whole-time equivalents".
    /// Nothing where neither is given.
    pub fn sentence(&self, context: &PageContext, what: &'static str, unit: &'static str) -> Option<Tag> {
        let value = |key: FigureKey| context.session.outcome().value(key).filter(Result::is_ok);
        let number = |key: FigureKey| strong(context, key, Shown::IN_WORDS);
        let share = |key: FigureKey| tag("strong").child(figure(context, key, Shown::ONE_PLACE));
        let words = answer();
        Some(match (value(self.now), value(self.plan), value(self.change)) {
            (Some(_), Some(_), Some(change)) => {
                let goes = match (is_below(Some(change)), is_above(Some(change))) {
                    (true, _) => "fall",
                    (_, true) => "rise",
                    _ => "stay as they are",
                };
                let words = words
                    .words(format!("{what} {goes} from "))
                    .child(number(self.now))
                    .words(" now to ")
                    .child(number(self.plan))
                    .words(format!(" {unit} by the plan: a change of "))
                    .child(number(self.change));
                match value(self.percent) {
                    Some(_) => {
                        let share = tag("span").class("unbroken").words("(").child(share(self.percent)).words(").");
                        words.words(" ").child(share)
                    }
                    None => words.words("."),
                }
            }
            (Some(_), ..) => words.words("There are ").child(number(self.now)).words(format!(
                " {unit} now. What is planned is not given, so that nothing can be said of the change."
            )),
            (None, Some(_), _) => words.words("The plan has ").child(number(self.plan)).words(format!(
                " {unit}. How many there are now is not given, so that nothing can be said of the change."
            )),
            (None, None, _) => return None,
        })
    }
}

/// A bar for each change, to the right for more and to the left for less. Nothing where nothing changes.
pub fn changes(id: &str, title: &str, unit: &str, of_each: &[(String, Value)]) -> Option<Ladder> {
    let changing = |value: &Value| value.is_ok_and(|number| !number.is_zero());
    if of_each.len() > MOST_BARS || !of_each.iter().any(|(_, value)| changing(value)) {
        return None;
    }
    let rungs = of_each.iter().map(|(name, value)| {
        let mut parts = vec![drawn_number(*value), Drawn::new(0.0, "")];
        if is_below(Some(*value)) {
            parts.reverse();
        }
        Rung { name: name.clone(), parts, total: drawn_number(*value).label, mark: None }
    });
    let fewer = of_each.iter().filter(|(_, value)| is_below(Some(*value))).count();
    let more = of_each.iter().filter(|(_, value)| is_above(Some(*value))).count();
    let description = format!("By how much each changes: {more} become more, {fewer} fewer.");
    Some(Ladder {
        frame: Frame::new(id, title, description),
        unit: unit.to_owned(),
        parts: vec!["More".to_owned(), "Fewer".to_owned()],
        together: "Change".to_owned(),
        looks: Looks::Change,
        rungs: rungs.collect(),
        ..Ladder::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::quantity::whole;

    #[test]
    fn what_becomes_fewer_goes_to_the_left_and_what_stays_has_no_bar() {
        let of_each = [("A", -22), ("B", 0), ("C", 5)].map(|(name, change)| (name.to_owned(), Ok(whole(change))));
        let chart = changes("beds", "Beds", "beds", &of_each).expect("a picture");
        let parts: Vec<[f64; 2]> =
            chart.rungs.iter().map(|rung| [rung.parts[0].amount, rung.parts[1].amount]).collect();
        assert_eq!(parts, [[0.0, -22.0], [0.0, 0.0], [5.0, 0.0]]);
        assert_eq!(chart.rungs[0].total, "−22");
        assert!(changes("beds", "Beds", "beds", &of_each[1..2]).is_none(), "nothing changes");
    }
}
