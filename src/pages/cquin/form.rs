//! In which form the money of CQUIN stands in a sentence or on cards.

use crate::components::{NotEarned, Shown};
use crate::page_context::PageContext;
use one_plan_model::calculation::FigureKey;
use one_plan_model::quantity::Decimal;

/// The one form for what is worth, earned and not earned, and for the two parts of what is not, in which they add up.
pub fn form_in_which(context: &PageContext, keys: [FigureKey; 3], split: Option<NotEarned>) -> Shown {
    let known = |key: &FigureKey| context.session.outcome().value(*key)?.ok();
    let whole: Vec<Decimal> = keys.iter().filter_map(known).collect();
    let parts = split.and_then(NotEarned::sum).map(|sum| sum.to_vec()).unwrap_or_default();
    let shown = whole.iter().chain(&parts).copied();
    Shown::one_form(shown).adding_up(&[&whole, &parts])
}
