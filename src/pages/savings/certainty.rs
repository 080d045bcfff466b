//! What the savings of a list are made of: how far they are worked out, how large their risk is, whether they come back,
//! whether they are of pay, other spending or income, and what is expected of them in view of the risk.

use crate::components::{Shown, body, data_table, empty_cell, figure_cell, head, headings, row as table_row, tag};
use crate::page_context::PageContext;
use one_plan_model::calculation::FigureKind;
use one_plan_model::plan::{Id, SavingKind, SchemeList};
use one_plan_model::rules::schemes;
use yew::prelude::*;

/// One way to divide the savings: what it is called, its figures, and what each part is called, in the order of the figures.
struct Division {
    name: &'static str,
    saving: &'static FigureKind,
    share: Option<&'static FigureKind>,
    parts: &'static [&'static str],
}

const DIVISIONS: [Division; 4] = [
    Division {
        name: "How far the plan is; where that is not said, by the status",
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
    Division {
        name: "What it changes",
        saving: &schemes::LIST_KIND,
        share: None,
        parts: &["Pay", "Non-pay", "Income", "Not said"],
    },
];

/// The table; nothing where no scheme of the list says how large its risk is or what it changes.
pub(super) fn table(context: &PageContext, list: Id<SchemeList>, name: &str, id: &str) -> Option<Html> {
    let outcome = context.session.outcome();
    let is_there = |figure| outcome.value(figure).is_some();
    let expected = schemes::LIST_RISK_ADJUSTED.at([list.index()]);
    let mut kinds = (0..).zip(SavingKind::ALL).map(|(kind, _)| schemes::LIST_KIND.at([list.index(), kind]));
    if !is_there(expected) && !kinds.any(is_there) {
        return None;
    }
    let mut parts = vec![head(headings(&["The saving"], &["Gross saving", "Share"]))];
    for division in &DIVISIONS {
        let heading = tag("th").attribute("scope", "rowgroup").attribute("colspan", "3").words(division.name);
        let mut rows = vec![tag("tr").class("group").key(division.name).child(heading).html()];
        for (part, called) in (0_u32..).zip(division.parts) {
            let saving = division.saving.at([list.index(), part]);
            if !is_there(saving) {
                continue;
            }
            let share = division.share.map(|share| share.at([list.index(), part]));
            let cells = vec![
                figure_cell(context, "Gross saving", saving, Shown::THOUSANDS),
                share.map_or_else(empty_cell, |share| figure_cell(context, "Share", share, Shown::ONE_PLACE)),
            ];
            rows.push(table_row(*called, *called, cells).html());
        }
        if rows.len() > 1 {
            parts.push(body(rows));
        }
    }
    let mut totals = Vec::new();
    for (called, figure) in
        [("Gross saving", schemes::LIST_GROSS.at([list.index()])), ("Expected in view of the risks", expected)]
    {
        if is_there(figure) {
            let cells = vec![figure_cell(context, "Gross saving", figure, Shown::THOUSANDS), empty_cell()];
            totals.push(table_row(called, called, cells).class("total").html());
        }
    }
    parts.push(body(totals));
    let caption = format!("{name}: what the gross saving is made of, £000");
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
