//! How far the savings of a list are worked out, how large their risk is, whether they come back, and what is expected of
//! them in view of that.

use crate::components::{Shown, body, data_table, empty_cell, figure_cell, head, headings, row as table_row, tag};
use crate::page_context::PageContext;
use one_plan_model::calculation::FigureKind;
use one_plan_model::plan::{Id, SchemeList};
use one_plan_model::rules::schemes;
use yew::prelude::*;

/// One way to divide the savings: what it is called, its figures, and what each part is called, in the order of the figures.
struct Division {
    name: &'static str,
    saving: &'static FigureKind,
    share: Option<&'static FigureKind>,
    parts: &'static [&'static str],
}

const DIVISIONS: [Division; 3] = [
    Division {
        name: "How far the plan is",
        saving: &schemes::LIST_DEVELOPMENT,
        share: Some(&schemes::LIST_DEVELOPMENT_SHARE),
        parts: &["Fully developed", "In progress", "Opportunity", "Unidentified", "Not said"],
    },
    Division {
        name: "Risk that it does not save what is planned",
        saving: &schemes::LIST_RISK,
        share: None,
        parts: &["High", "Medium", "Low", "Not said"],
    },
    Division {
        name: "Whether it comes back every year",
        saving: &schemes::LIST_RECURRENCE,
        share: Some(&schemes::LIST_RECURRENCE_SHARE),
        parts: &["Recurrent", "Non-recurrent", "Not said"],
    },
];

/// The table; nothing where no scheme of the list says any of it.
pub(super) fn table(context: &PageContext, list: Id<SchemeList>, name: &str, id: &str) -> Option<Html> {
    let outcome = context.session.outcome();
    let expected = schemes::LIST_RISK_ADJUSTED.at([list.index()]);
    let _said = outcome.value(expected)?;
    let mut parts = vec![head(headings(&["The saving"], &["Gross saving", "Share"]))];
    for division in &DIVISIONS {
        let heading = tag("th").attribute("scope", "rowgroup").attribute("colspan", "3").words(division.name);
        let mut rows = vec![tag("tr").class("group").key(division.name).child(heading).html()];
        for (part, called) in (0_u32..).zip(division.parts) {
            let saving = division.saving.at([list.index(), part]);
            if outcome.value(saving).is_none() {
                continue;
            }
            let share = division.share.map(|share| share.at([list.index(), part]));
            let cells = vec![
                figure_cell(context, "Gross saving", saving, Shown::THOUSANDS),
                share.map_or_else(empty_cell, |share| figure_cell(context, "Share", share, Shown::ONE_PLACE)),
            ];
            rows.push(table_row(*called, *called, cells).html());
        }
        parts.push(body(rows));
    }
    let cells = vec![figure_cell(context, "Gross saving", expected, Shown::THOUSANDS), empty_cell()];
    parts.push(body(vec![table_row("expected", "Expected in view of the risks", cells).class("total").html()]));
    let caption = format!("{name}: how sure the gross saving is, £000");
    Some(data_table(format!("{id}-certainty"), caption, false, parts))
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::calculation::Dimension;

    /// The parts are named by their position: another word in the model must not stand under the name of this one.
    #[test]
    fn every_part_is_called_what_the_model_calls_it() {
        for division in &DIVISIONS {
            let Some(Dimension::Choice(choices)) = division.saving.dimensions.last() else { continue };
            let words: Vec<String> = choices.iter().map(|choice| choice.word.replace('-', " ")).collect();
            let called: Vec<String> = division.parts.iter().map(|part| part.to_lowercase().replace('-', " ")).collect();
            assert_eq!(called, words, "{}", division.name);
        }
    }
}
