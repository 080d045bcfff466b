//! What was found of a goal, in sentences: the page and the program say the same.

use super::definition::SetLever;
use super::seek::{Crossing, Goal, Sought};
use crate::calculation::format;
use crate::plan::Plan;

/// What was found, in sentences: one text for each setting at which the figure comes to its goal, or one that says that there
/// is none.
///
/// ```
/// use one_plan_model::plan::LeverKind;
/// use one_plan_model::quantity::Fixed;
/// use one_plan_model::scenario::{Goal, SetLever, goal_words, seek};
/// use one_plan_model::{example, outcome};
/// let plan = example::plan(r#"
///     "scheme_lists": [{"id": "l", "name": "L", "year": "2011/12"}],
///     "schemes": [{"id": "a", "name": "A", "list": "l", "gross": "200", "reinvestment": "50", "unit": "£"}]
/// "#);
/// let lever = SetLever::to(LeverKind::Delivery, 0);
/// let goal = Goal { figure: outcome::resolve(&plan, "schemes.list.l.net").unwrap(), target: Fixed::whole(120) };
/// assert_eq!(
///     goal_words(&plan, &lever, goal, &seek(&plan, &lever, goal)),
///     ["Delivery of savings: 85% of the planned savings are delivered. From there up “L: net saving” is £120 or more; \
///       below that it is less."]
/// );
/// ```
pub fn goal_words(plan: &Plan, lever: &SetLever, goal: Goal, found: &Sought) -> Vec<String> {
    let target = format::in_unit(goal.target.value(), goal.figure.kind.unit);
    let (label, name) = (goal.figure.label(plan), lever.name(plan));
    if found.moves == 0 {
        return vec![format!("{name}: this plan has no number that it moves.")];
    }
    if found.crossings.is_empty() {
        let [from, to] = [found.range.0, found.range.1].map(|end| lever.setting_words(end));
        let is = if found.always(goal.target) { "is, wherever it is set," } else { "is nowhere" };
        return vec![format!("{name}, between “{from}” and “{to}”: “{label}” {is} {target} or more.")];
    }
    let of_one = |crossing: &Crossing| {
        let (reached, beyond) =
            if crossing.reached_above { ("From there up", "below that") } else { ("Up to there", "above that") };
        let nearest = match crossing.exact {
            Some(_) => String::new(),
            None => format!(" No setting gives exactly {target}: this is the nearest with {target} or more."),
        };
        let setting = lever.set_to(crossing.reached()).words(plan);
        format!("{setting}. {reached} “{label}” is {target} or more; {beyond} it is less.{nearest}")
    };
    found.crossings.iter().map(of_one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::LeverKind;
    use crate::quantity::Fixed;
    use crate::scenario::seek;
    use crate::{example, outcome};

    /// What is said where a lever is to bring a saving of £300, of which £50 is spent again, to a goal in pounds.
    fn said(kind: LeverKind, target: i64) -> Option<String> {
        let plan = example::plan(
            r#""scheme_lists": [{"id": "l", "name": "L", "year": "2011/12"}],
            "schemes": [{"id": "a", "name": "A", "list": "l", "gross": "300", "reinvestment": "50", "unit": "£"}]"#,
        );
        let figure = outcome::resolve(&plan, "schemes.list.l.net")?;
        let (lever, goal) = (SetLever::to(kind, 0), Goal { figure, target: Fixed::whole(target) });
        Some(goal_words(&plan, &lever, goal, &seek(&plan, &lever, goal)).join("\n"))
    }

    #[test]
    fn each_outcome_is_said_in_words_that_fit_it() {
        let exact = "Delivery of savings: 50% of the planned savings are delivered. From there up “L: net saving” is £100 or \
                     more; below that it is less.";
        assert_eq!(said(LeverKind::Delivery, 100).as_deref(), Some(exact));
        for (kind, target, end) in [
            (LeverKind::Delivery, 150, "No setting gives exactly £150: this is the nearest with £150 or more."),
            (LeverKind::Delivery, -100, "“L: net saving” is, wherever it is set, −£100 or more."),
            (LeverKind::Delivery, 100_000, "“L: net saving” is nowhere £100,000 or more."),
            (LeverKind::Growth, 1, "this plan has no number that it moves."),
        ] {
            let words = said(kind, target).unwrap_or_default();
            assert!(words.ends_with(end), "{words}");
        }
    }
}
