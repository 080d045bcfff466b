use crate::components::{
    FigureColumn, Shown, body, column, count_of, counted, data_table, figure_cells, head, headings, tag,
};
use crate::page_context::PageContext;
use crate::session::Session;
use one_plan_model::calculation::{FigureIndex, FigureKind};
use one_plan_model::plan::{Id, Row, SchemeList};
use one_plan_model::rules::schemes::{
    GROSS, LIST_GROSS, LIST_NET, LIST_REINVESTMENT, NotInSum, UNIDENTIFIED, UNIDENTIFIED_SHARE, not_in_sum,
};
use yew::prelude::*;

const COLUMNS: [FigureColumn; 5] = [
    column("Gross", &LIST_GROSS, Shown::THOUSANDS),
    column("Reinvested", &LIST_REINVESTMENT, Shown::THOUSANDS),
    column("Net", &LIST_NET, Shown::THOUSANDS),
    column("Without a scheme", &UNIDENTIFIED, Shown::THOUSANDS),
    column("Share without a scheme", &UNIDENTIFIED_SHARE, Shown::ONE_PLACE),
];

/// A table of the lists of schemes, each with its own totals and with what has no scheme yet. They are not
/// added up: a plan lists the same scheme in several places. Nothing where there are no lists.
pub fn table(context: &PageContext) -> Option<Html> {
    let plan = context.session.plan();
    if plan.scheme_lists.is_empty() {
        return None;
    }
    let mut rows = Vec::with_capacity(plan.scheme_lists.len());
    for ((id, list), without) in plan.scheme_lists.iter().zip(not_saved(&context.session)) {
        let mut heading = tag("th").attribute("scope", "row").words(list.name().to_owned());
        if let Some(words) = without.words() {
            heading = heading.child(tag("small").class("part-of").words(words));
        }
        if let Some(parent) = list.parent().and_then(|parent| plan.scheme_lists.get(parent)) {
            heading = heading.child(tag("small").class("part-of").words(format!("part of {}", parent.name())));
        }
        let row = tag("tr")
            .key(id.index())
            .child(heading)
            .child(tag("td").attribute("data-label", "Year").words(list.year().to_string()))
            .children(figure_cells(context, &COLUMNS, FigureIndex::new([id.index()])));
        rows.push(row.html());
    }
    let head = head(headings(&["List", "Year"], &COLUMNS.map(|column| column.label)));
    let note = match plan.scheme_lists.len() {
        1 => "The list is as the plan prints it.",
        _ => "Each list is as the plan prints it. They may overlap, so they are not added up.",
    };
    let table = data_table("lists", "Lists of schemes, £000", true, vec![head, body(rows)]);
    Some(tag("div").child(tag("p").class("prose").words(note)).child(table).html())
}

/// The list that saves most, and what it is.
pub fn largest(session: &Session) -> Option<(u32, Row<'_, SchemeList>)> {
    let list = most(session, &LIST_GROSS)?;
    Some((list, session.plan().scheme_lists.get(Id::at(list))?))
}

/// How many schemes of a list are not in what it saves, as the check counts them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NotSaved {
    no_saving: usize,
    only_a_range: usize,
}

impl NotSaved {
    /// That so many schemes of a list are not in what it saves, in the words of the check; nothing where all are.
    pub fn words(self) -> Option<String> {
        let give = |count| if count == 1 { "gives" } else { "give" };
        let none = count_of(self.no_saving, "scheme", "schemes");
        let ranges = match self.no_saving {
            0 => count_of(self.only_a_range, "scheme", "schemes"),
            _ => counted(self.only_a_range),
        };
        let none = (self.no_saving > 0).then(|| format!("{none} that {} no saving", give(self.no_saving)));
        let ranges = (self.only_a_range > 0).then(|| format!("{ranges} that {} only a range", give(self.only_a_range)));
        match (none, ranges) {
            (Some(none), Some(ranges)) => Some(format!("without {none} and {ranges}")),
            (one, other) => one.or(other).map(|words| format!("without {words}")),
        }
    }
}

/// The schemes of each list that are not in what it saves.
pub fn not_saved(session: &Session) -> Vec<NotSaved> {
    let (plan, outcome) = (session.plan(), session.outcome());
    let mut lists = vec![NotSaved::default(); plan.scheme_lists.len()];
    for (scheme, why) in not_in_sum(plan, |scheme| outcome.value(GROSS.at([scheme.index()])).is_some()) {
        let list = plan.schemes.get(scheme).map(|scheme| scheme.list().position());
        if let Some(of_list) = list.and_then(|list| lists.get_mut(list)) {
            match why {
                NotInSum::NoSaving => of_list.no_saving += 1,
                NotInSum::OnlyARange => of_list.only_a_range += 1,
            }
        }
    }
    lists
}

/// The list with the most savings that nobody has a scheme for.
pub fn most_without_a_scheme(session: &Session) -> Option<u32> {
    most(session, &UNIDENTIFIED)
}

/// The list of which a figure is the largest, and not nothing; of several that are equal the first.
fn most(session: &Session, kind: &'static FigureKind) -> Option<u32> {
    let amounts = session.outcome().figures_of(kind).filter_map(|(key, value)| Some((key.index.get(0), value.ok()?)));
    let amounts = amounts.filter(|(_, amount)| !amount.is_zero());
    let largest = amounts.reduce(|largest, one| if one.1 > largest.1 { one } else { largest });
    largest.map(|(list, _)| list)
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;

    /// What is said beside what a list saves is what the check says of it: as many schemes, in the same words.
    #[test]
    fn a_scheme_that_is_in_no_sum_is_said_beside_what_its_list_saves_as_in_the_check() {
        let plan = example::plan(
            r#""settings": [{"id": "acute", "name": "Acute"}],
            "points_of_delivery": [{"id": "spells", "name": "Spells", "counted_in": "spells"}],
            "scheme_lists": [{"id": "a", "name": "A", "year": "2026/27"}],
            "schemes": [
                {"id": "s", "name": "S", "list": "a", "gross": "200", "unit": "£000"},
                {"id": "t", "name": "T", "list": "a"},
                {"id": "u", "name": "U", "list": "a"},
                {"id": "v", "name": "V", "list": "a", "low": "1", "high": "3", "unit": "£000"}
            ],
            "activity_changes": [{"scheme": "u", "setting": "acute", "point_of_delivery": "spells", "effect": "avoided", "activity": "-3"}]"#,
        );
        let outcome = one_plan_model::outcome::compute(&plan);
        let session = Session::open(plan, outcome, "plan.json");
        assert_eq!(not_saved(&session), [NotSaved { no_saving: 2, only_a_range: 1 }]);
        let messages: Vec<&str> = session.outcome().findings().iter().map(|finding| finding.message.as_str()).collect();
        for said in ["2 schemes give no saving;", "1 scheme gives only a range;"] {
            assert!(messages.iter().any(|message| message.contains(said)), "{said} {messages:?}");
        }
    }

    #[test]
    fn what_is_in_no_sum_is_said_in_words() {
        let words = |no_saving, only_a_range| NotSaved { no_saving, only_a_range }.words().unwrap_or_default();
        assert_eq!(words(0, 0), "");
        assert_eq!(words(1, 0), "without 1 scheme that gives no saving");
        assert_eq!(words(0, 2), "without 2 schemes that give only a range");
        assert_eq!(words(18, 1), "without 18 schemes that give no saving and 1 that gives only a range");
    }
}
