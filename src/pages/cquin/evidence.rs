//! Where a person says what was achieved and whether there is evidence of it.

use crate::components::{Measure, NumberField, tag};
use crate::pages::on_screen::OnScreen;
use crate::session::Change;
use one_plan_model::plan::{CquinIndicator, CquinMilestone, Edit, Id, RowType, Table};
use one_plan_model::quantity::Decimal;
use one_plan_model::rules::cquin::is_per_cent;
use yew::TargetCast;
use yew::prelude::*;

/// What is achieved and evidenced: an indicator, or one milestone of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Subject {
    /// An indicator as a whole.
    Indicator(Id<CquinIndicator>),
    /// A quarter or milestone.
    Milestone(Id<CquinMilestone>),
}

impl Subject {
    /// The part of an element's id that tells index apart.
    fn slug(self) -> String {
        match self {
            Self::Indicator(id) => format!("indicator-{}", id.index()),
            Self::Milestone(id) => format!("milestone-{}", id.index()),
        }
    }

    fn achieved(self, name: &str, number: Option<Decimal>) -> Change {
        let text = number.map(|number| number.to_string().into());
        let (of_indicator, of_milestone) = (CquinIndicator::achieved.position(), CquinMilestone::achieved.position());
        Change::new(format!("Achieved: {name}"), vec![self.edit(of_indicator, of_milestone, text)]).typed()
    }

    fn evidenced(self, name: &str, there: bool) -> Change {
        let text = if there { "yes" } else { "no" };
        let (of_indicator, of_milestone) = (CquinIndicator::evidence.position(), CquinMilestone::evidence.position());
        Change::new(format!("Evidence of {name}"), vec![self.edit(of_indicator, of_milestone, Some(text.into()))])
    }

    /// A change of the column of an indicator, or of that of a milestone.
    fn edit(self, of_indicator: u8, of_milestone: u8, text: Option<Box<str>>) -> Edit {
        let (table, row, column) = match self {
            Self::Indicator(id) => (Table::CquinIndicator, id.index(), of_indicator),
            Self::Milestone(id) => (Table::CquinMilestone, id.index(), of_milestone),
        };
        Edit::SetCell { table, row, column, text }
    }
}

/// The field for what was achieved. The name says of what, and the unit in what it is measured; empty where nobody says.
pub(super) fn achieved_field(
    subject: Subject,
    (name, unit): (&str, &str),
    value: Option<Decimal>,
    change: &Callback<Change>,
) -> Html {
    let of = name.to_owned();
    let onnumber = change.reform(move |number| subject.achieved(&of, number));
    let id = format!("achieved-{}", subject.slug());
    let (unit, measure) = match is_per_cent(unit) {
        true => ("%".to_owned(), Measure::Share),
        false => (unit.to_owned(), Measure::Number),
    };
    let words = value.map_or_else(|| "not given".to_owned(), |number| measure.words(number, &unit));
    let paper = tag("span").words(words).html();
    let screen = html! {
        <NumberField {id} label={format!("Achieved: {name}")} {unit} {measure} {value} {onnumber} />
    };
    html! { <OnScreen {screen} {paper} /> }
}

/// The box for whether there is evidence. The name says of what.
pub(super) fn evidence_box(subject: Subject, name: &str, evidence: Option<bool>, change: &Callback<Change>) -> Html {
    let id = AttrValue::from(format!("evidence-{}", subject.slug()));
    let of = name.to_owned();
    let onchange = change.reform(move |event: Event| {
        let input: web_sys::HtmlInputElement = event.target_unchecked_into();
        subject.evidenced(&of, input.checked())
    });
    // The column of indicators says that it is about evidence; beside a milestone nothing else does.
    let (seen, rest) = match subject {
        Subject::Indicator(_) => ("Given", ": evidence of "),
        Subject::Milestone(_) => ("Evidence", " of "),
    };
    let input =
        tag("input").attribute("type", "checkbox").id(id.clone()).checked(evidence == Some(true)).onchange(onchange);
    let rest = tag("span").class("visually-hidden").words(format!("{rest}{name}"));
    let label = tag("label").attribute("for", id).words(seen).child(rest);
    let screen = tag("span").class("choice").child(input).child(label).html();
    let said = match evidence {
        Some(true) => "yes",
        Some(false) => "no",
        None => "not said",
    };
    let before = if matches!(subject, Subject::Milestone(_)) { "Evidence: " } else { "" };
    let paper = tag("span").words(format!("{before}{said}")).html();
    html! { <OnScreen {screen} {paper} /> }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use one_plan_model::example;
    use one_plan_model::outcome;
    use one_plan_model::plan::Plan;
    use one_plan_model::quantity::whole;
    use one_plan_model::rules::cquin;

    #[test]
    fn a_change_sets_the_cell_and_the_outcome_follows() {
        let mut plan = example::plan(
            r#""cquin_schemes": [{"id": "s", "name": "S", "year": "2011/12", "fixed_sum": "1", "unit": "£m"}],
            "cquin_indicators": [{"id": "a", "name": "A", "scheme": "s", "weight": "1",
                "payment_rule": "all-or-nothing", "direction": "higher", "threshold": "90"}]"#,
        );
        let earned = |plan: &Plan| outcome::compute(plan).value(cquin::TOTAL_EARNED.at([])).unwrap().unwrap();
        let subject = Subject::Indicator(Id::at(0));
        plan.apply(&subject.achieved("A", Some(whole(95))).edits);
        assert_eq!(earned(&plan), whole(0), "nothing is earned without evidence");
        plan.apply(&subject.evidenced("A", true).edits);
        assert_eq!(earned(&plan), whole(1_000_000));
        plan.apply(&subject.achieved("A", None).edits);
        assert_eq!(earned(&plan), whole(0));
    }
}
