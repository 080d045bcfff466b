//! What a section says first: its answer in a sentence, with the numbers that open their explanations.

use crate::components::{Shown, Tag, figure_in_words, tag};
use crate::page_context::PageContext;
use one_plan_model::calculation::FigureKey;
use one_plan_model::quantity::Value;
use yew::prelude::*;

/// The sentence in which a section answers, still without words.
pub(super) fn answer() -> Tag {
    tag("p").class("answer")
}

/// A number of the answer.
pub(super) fn strong(context: &PageContext, key: FigureKey, form: Shown) -> Html {
    tag("strong").child(figure_in_words(context, key, form)).html()
}

/// Whether a value is below nothing; one that is not there is not.
pub(super) fn is_below(value: Option<Value>) -> bool {
    value.and_then(Result::ok).is_some_and(|number| number.is_sign_negative() && !number.is_zero())
}

/// Whether a value is above nothing.
pub(super) fn is_above(value: Option<Value>) -> bool {
    value.and_then(Result::ok).is_some_and(|number| number.is_sign_positive() && !number.is_zero())
}
