//! What does CQUIN earn, what can it still earn, and what is lost?

use crate::components::{answer, count_of, cquin_ladder, figure_in_words, figure_of, tag};
use crate::navigation::Page;
use crate::page_context::PageContext;
use crate::pages::cquin_not_earned_words;
use crate::session::Session;
use one_plan_model::calculation::FigureKind;
use one_plan_model::rules::cquin;
use yew::prelude::*;

/// Beyond so many bars a picture says less than the page of CQUIN.
const MOST_BARS: usize = 16;

/// The answer; nothing where the plan has no CQUIN.
pub fn section(context: &PageContext) -> Option<Html> {
    let session = &context.session;
    let _ = session.outcome().value(cquin::TOTAL_VALUE.at([]))?;
    let (not_earned, form) = cquin_not_earned_words(context);
    let number = |kind: &'static FigureKind| tag("strong").child(figure_in_words(context, kind.at([]), form));
    let indicators = count_of(session.plan().cquin_indicators.len(), "indicator", "indicators");
    if session.outcome().value(cquin::TOTAL_VALUE.at([])).is_none_or(|value| value.is_err()) {
        let words = format!(
            "The plan has {indicators} of CQUIN, and what they are worth is not given yet: their schemes need a fixed sum, or a base and a share of it."
        );
        return Some(
            answer(
                "cquin-title",
                "What does CQUIN earn, and what can it still earn?",
                tag("p").words(words),
                Page::Cquin,
            )
            .html(),
        );
    }
    let sentence = tag("p")
        .words("CQUIN is worth ")
        .child(number(&cquin::TOTAL_VALUE))
        .words(format!(" through {indicators}: "))
        .child(number(&cquin::TOTAL_EARNED))
        .words(" is earned by the evidence given so far, and ")
        .child(number(&cquin::TOTAL_AT_RISK))
        .words(not_earned);
    let section = answer("cquin-title", "What does CQUIN earn, and what can it still earn?", sentence, Page::Cquin);
    Some(section.child(tag("div").maybe(picture(session))).html())
}

/// A bar for each indicator where there are few, else for each scheme.
fn picture(session: &Session) -> Option<Html> {
    let plan = session.plan();
    let by_indicator = plan.cquin_indicators.len() <= MOST_BARS;
    let groups: Vec<_> = if by_indicator {
        plan.cquin_indicators.iter().map(|(id, indicator)| (indicator.name().to_owned(), vec![id])).collect()
    } else {
        let schemes = plan.cquin_schemes.iter().take(MOST_BARS);
        let of = |scheme| cquin::indicators_of(&plan.cquin_indicators, scheme).map(|(id, _)| id).collect();
        schemes.map(|(id, scheme)| (scheme.name().to_owned(), of(id))).collect()
    };
    let what = if by_indicator { "indicator" } else { "scheme" };
    let title = format!("CQUIN by {what}: earned, still to be earned, lost");
    let chart = cquin_ladder(session, "overview-cquin".to_owned(), title, what, groups);
    let heading = format!("Earned, still to be earned and lost, {}", chart.unit);
    Some(figure_of(session, heading, "h3", &chart))
}
