use crate::components::tag;
use crate::session::Session;
use one_plan_model::calculation::format::count_of;
use one_plan_model::calculation::{FigureKey, format};
use yew::prelude::*;

/// At most so many figures are named; the rest are counted.
const MOST_FIGURES: usize = 12;

/// What depends on a figure: those whose own calculation names it, and how many stand on it in all.
pub(super) fn dependents(session: &Session, figure: FigureKey, deeper: &Callback<FigureKey>) -> Html {
    let plan = session.plan();
    let found = session.outcome().recording(plan).dependents(figure);
    let section = tag("div").child(tag("h3").words("What depends on it"));
    if found.all == 0 {
        return section.child(tag("p").words("No other figure stands on it.")).html();
    }
    let mut list = tag("ul").class("steps");
    for other in found.direct.iter().take(MOST_FIGURES).copied() {
        let link = tag("button")
            .attribute("type", "button")
            .class("explain")
            .attribute("data-dependent", other.id(plan))
            .onclick(deeper.reform(move |_| other))
            .words(other.label(plan));
        let value = session.outcome().value(other).map(|value| format::in_unit(value, other.kind.unit));
        let value = tag("strong").class("steps__value").words(value.unwrap_or_default());
        let line = tag("span").class("steps__line").child(link).child(value);
        list = list.child(tag("li").key(other.id(plan)).child(line));
    }
    let named = found.direct.len().min(MOST_FIGURES);
    let mut more = tag("div");
    if found.all > named {
        let words = format!("In all {} on it.", count_of(found.all, "figure stands", "figures stand"));
        more = more.child(tag("p").class("panel__note").words(words));
    }
    section.child(list).child(more).html()
}
