//! Which tables and figures belong to which section.

mod tables;

pub(super) use tables::{shown_by_page, tables};

use crate::navigation::Page;
use one_plan_model::calculation::{Dimension, FigureKind};
use one_plan_model::rules;

/// What a section is about, of those whose pages begin with it; empty for the others, which begin with an answer.
pub const fn about(page: Page) -> &'static str {
    match page {
        Page::Contracts => "How each contract pays, what is settled under it, and what is still open.",
        Page::Finance => "Where the money comes from, what it is spent on, and what is left.",
        Page::Providers => "Who is part of the system, for how many people, and what each provider saves itself.",
        Page::Workforce => "Staff, beds, and room for what moves.",
        Page::Delivery => "What is to be done when, what is late, what has come of it by month, and who decides.",
        Page::Risks => "What may go wrong, how bad it would be, and what is left of it after what is done about it.",
        _ => "",
    }
}

/// What the tables of a section are about that has more to show; nothing for one of which `about` says it.
pub(super) const fn about_tables(page: Page) -> Option<&'static str> {
    match page {
        Page::Activity => Some(
            "Rules that move or re-price activity, prices and their parts, how far activity has come, who waits for it, and which patients are likely to need it.",
        ),
        Page::Cquin => Some("Measures of quality, their trajectories, practices, incidents."),
        Page::Scenarios => Some("The scenarios that the plan keeps, and the levers and changes of each."),
        Page::Data => {
            Some("Figures and statements quoted from the plan, how they fit together, and what it does not say.")
        }
        _ => None,
    }
}

/// The figures of a section that stand among its tables: those about one row of a table stand beside the row.
pub(super) fn kinds_among_tables(page: Page) -> impl Iterator<Item = &'static FigureKind> {
    let is_beside_a_row =
        move |kind: &&FigureKind| matches!(kind.dimensions, [Dimension::Row(table)] if tables(page).contains(table));
    kinds(page).filter(move |kind| !is_beside_a_row(kind))
}

/// The figures of a section that have no place of their own on its page.
fn kinds(page: Page) -> impl Iterator<Item = &'static FigureKind> {
    let files: &[&[&'static FigureKind]] = match page {
        Page::Activity => {
            &[rules::activity_rules::KINDS, rules::prices::KINDS, rules::time::KINDS, rules::delivery::KINDS]
        }
        Page::Cquin => &[rules::quality::KINDS],
        Page::Contracts => &[rules::contracts::KINDS],
        Page::Finance => {
            &[rules::challenge::KINDS, rules::finance::KINDS, rules::framework::KINDS, rules::population::KINDS]
        }
        Page::Providers => &[rules::population::KINDS, rules::finance::KINDS],
        Page::Workforce => &[rules::capacity::KINDS, rules::activity::KINDS],
        Page::Delivery => {
            &[rules::time::KINDS, rules::monitoring::KINDS, rules::delivery::KINDS, rules::overlaps::KINDS]
        }
        Page::Risks => &[rules::risks::KINDS],
        Page::Data => &[rules::evidence::KINDS, rules::monitoring::KINDS],
        _ => &[],
    };
    let kinds: Vec<&'static FigureKind> = files.iter().copied().flatten().copied().collect();
    kinds.into_iter().filter(move |kind| belongs(page, kind.id))
}

/// Whether a figure of a file of rules that two sections share belongs to this one.
fn belongs(page: Page, id: &str) -> bool {
    let of_provider = id.starts_with("provider.");
    let of_evidence = id.starts_with("gaps.") || id.starts_with("quantit");
    let (of_waiting, of_cohort) = (id.starts_with("waiting."), id.starts_with("risk-cohort."));
    let of_population = rules::population::KINDS.iter().any(|kind| kind.id == id);
    // What is paid for people is money, and looked for there.
    let is_paid =
        ["population.spend.", "population.per-head.", "allocation."].iter().any(|begin| id.starts_with(begin));
    match page {
        Page::Finance => !of_provider && (is_paid || !of_population),
        Page::Providers => of_provider || (of_population && !is_paid),
        // What all providers do together stands on the page of activity.
        Page::Workforce => id.starts_with("provider-") || rules::capacity::KINDS.iter().any(|kind| kind.id == id),
        Page::Activity => {
            let others = [rules::time::KINDS, rules::delivery::KINDS];
            of_waiting || of_cohort || !others.concat().iter().any(|kind| kind.id == id)
        }
        Page::Delivery => !of_evidence && !of_waiting && !of_cohort,
        Page::Data => of_evidence || rules::evidence::KINDS.iter().any(|kind| kind.id == id),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::plan::Table;

    #[test]
    fn every_table_is_in_one_section() {
        for table in Table::ALL {
            let sections = Page::OF_A_PLAN.iter().filter(|page| tables(**page).contains(table)).count();
            let shown = Page::OF_A_PLAN.iter().filter(|page| shown_by_page(**page).contains(table)).count();
            assert_eq!(sections + shown, 1, "{}", table.name());
        }
    }

    #[test]
    fn every_section_with_tables_says_once_what_it_is_about() {
        for page in Page::OF_A_PLAN.into_iter().filter(|page| !tables(*page).is_empty()) {
            assert!(about(page).is_empty() != about_tables(page).is_none(), "{}", page.name());
        }
    }

    #[test]
    fn no_figure_is_in_two_sections() {
        for kind in rules::figure_kinds() {
            let sections = Page::OF_A_PLAN.iter().filter(|page| kinds(**page).any(|one| std::ptr::eq(one, *kind)));
            assert!(sections.count() <= 1, "{}", kind.id);
        }
    }
}
