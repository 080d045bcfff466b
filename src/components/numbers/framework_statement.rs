//! Whether the plan balances, as a statement: by its budget lines, or by its plan of several years.

use super::statement::{StatementLine, statement};
use crate::page_context::PageContext;
use crate::session::Session;
use one_plan_model::calculation::FigureKind;
use one_plan_model::plan::FinancialYear;
use one_plan_model::rules::finance::{medium_term, resource_limit as limit};
use one_plan_model::rules::framework::{self, FrameworkStep};
use std::collections::BTreeSet;
use yew::prelude::*;

/// The years in which the plan gives one of some figures about a year.
pub fn balance_years(session: &Session, kinds: &[&'static FigureKind]) -> Vec<FinancialYear> {
    let keys = kinds.iter().flat_map(|kind| session.outcome().figures_of(kind));
    let years: BTreeSet<u32> = keys.map(|(key, _)| key.index.get(0)).collect();
    years.into_iter().filter_map(|year| FinancialYear::starting(u16::try_from(year).ok()?)).collect()
}

/// From the gross budgets to what is left of the resource limit. Nothing where the plan has no budget lines.
pub fn framework_statement(context: &PageContext, id: &'static str) -> Option<Html> {
    let years = balance_years(&context.session, &[&framework::YEAR_BASELINE]);
    if years.is_empty() {
        return None;
    }
    let of_step = |step: FrameworkStep| StatementLine::new(step.words(), step.is_sum(), move |year| step.of_year(year));
    let mut lines: Vec<StatementLine> = FrameworkStep::all().map(of_step).collect();
    let results: [(&str, bool, &'static FigureKind); 4] = [
        ("Resource limit", false, &limit::RESOURCE_LIMIT),
        ("Planned surplus; a deficit is negative", true, &limit::PLANNED_SURPLUS),
        ("Control total", false, &limit::CONTROL_TOTAL),
        ("Planned surplus against the control total", false, &limit::PLAN_GAP),
    ];
    for (name, is_total, kind) in results {
        lines.push(StatementLine::new(name, is_total, move |year| kind.at([year])));
    }
    Some(statement(context, id, "Financial framework by year, £m", &years, lines))
}

/// Resource, expenditure and surplus of each year of the medium-term plan. Nothing where there is none.
pub fn medium_term_statement(context: &PageContext, id: &'static str) -> Option<Html> {
    let years = balance_years(&context.session, &[&medium_term::SURPLUS, &medium_term::RESOURCE]);
    if years.is_empty() {
        return None;
    }
    let lines: [(&str, bool, &'static FigureKind); 8] = [
        ("Resource", false, &medium_term::RESOURCE),
        ("Expenditure", false, &medium_term::EXPENDITURE),
        ("Surplus; a deficit is negative", true, &medium_term::SURPLUS),
        ("Surplus against the control total", false, &medium_term::CONTROL_TOTAL_DIFFERENCE),
        ("Commissioner QIPP", false, &medium_term::COMMISSIONER_QIPP),
        ("Tariff efficiency", false, &medium_term::TARIFF_EFFICIENCY),
        ("Commissioner QIPP and tariff efficiency", true, &medium_term::TOTAL_QIPP),
        ("Commissioner QIPP, cumulative", false, &medium_term::CUMULATIVE_QIPP),
    ];
    let lines = lines.map(|(name, is_total, kind)| StatementLine::new(name, is_total, move |year| kind.at([year])));
    Some(statement(context, id, "Medium-term plan by year, £m", &years, lines.into()))
}
