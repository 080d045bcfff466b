use crate::components::{cell_words, choice_words, tag, use_fold};
use crate::navigation::Page;
use crate::session::Session;
use one_plan_model::calculation::format::{count_of, counted};
use one_plan_model::calculation::{FigureKey, Unit, format};
use one_plan_model::outcome::{Effect, Replay, Sensitivity, SmallChange};
use one_plan_model::quantity::Decimal;
use yew::prelude::*;

/// So many cells are named, those that change it most.
const MOST_EFFECTS: usize = 10;

/// Properties of [`WhatMovesIt`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct WhatMovesItProperties {
    /// The plan that is open.
    pub session: Session,
    /// The figure.
    pub figure: FigureKey,
}

/// What would change a figure most. It is worked out when it is opened: each number below the figure is tried.
#[component]
pub(super) fn WhatMovesIt(properties: &WhatMovesItProperties) -> Html {
    let WhatMovesItProperties { session, figure } = properties;
    let (is_open, ontoggle) = use_fold(false);
    let found = use_memo((session.clone(), *figure, is_open), |(session, figure, is_open)| {
        is_open.then(|| Replay::of(session.plan()).sensitivity(*figure))
    });
    let mut inner = tag("div");
    if let Some(found) = &*found {
        inner = inner.child(effects(session, *figure, found));
    }
    tag("details")
        .class("disclosure")
        .attribute("data-moves", "")
        .ontoggle(ontoggle)
        .child(tag("summary").words("What would change it most"))
        .child(inner)
        .html()
}

fn effects(session: &Session, figure: FigureKey, found: &Sensitivity) -> Html {
    if found.effects.is_empty() {
        return tag("p").words("No number of the plan changes it by itself.").html();
    }
    let plan = session.plan();
    let mut list = tag("ul").class("steps");
    for (at, effect) in found.effects.iter().take(MOST_EFFECTS).enumerate() {
        let name = cell_words(plan, effect.cell).unwrap_or_else(|| choice_words(effect.cell.column));
        let link = tag("a").attribute("href", Page::Row(effect.cell.table, effect.cell.row).hash()).words(name);
        let line = tag("span").class("steps__line").child(link);
        let source = tag("span").class("steps__source").words(effect_words(effect, figure.kind.unit));
        list = list.child(tag("li").key(at).child(line).child(source));
    }
    let tried = match found.cells > found.tried {
        true => format!("the first {} of {}", counted(found.tried), count_of(found.cells, "number", "numbers")),
        false => count_of(found.tried, "number", "numbers"),
    };
    let note = format!("It stands on {tried}; each was changed a little, by itself, and everything computed again.");
    tag("div").child(tag("p").class("panel__note").words(note)).child(list).html()
}

/// What a small change does, such as `1% more: +£2,000; 1% less: −£2,000`.
fn effect_words(effect: &Effect, unit: Unit) -> String {
    let by = match effect.by {
        SmallChange::OnePerCent => "1%",
        SmallChange::OnePoint => "1 percentage point",
        SmallChange::One => "1",
    };
    let change = |change: Option<Decimal>| change.map_or_else(|| "no value".to_owned(), |change| signed(change, unit));
    format!("{by} more: {}; {by} less: {}", change(effect.more), change(effect.less))
}

fn signed(change: Decimal, unit: Unit) -> String {
    let sign = match change {
        none if none.is_zero() => return "no change".to_owned(),
        less if less.is_sign_negative() => "−",
        _ => "+",
    };
    format!("{sign}{}", format::distance_in_unit(change.abs(), unit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::calculation::CellAddress;
    use one_plan_model::plan::Table;
    use one_plan_model::quantity::whole;

    #[test]
    fn a_small_change_is_said_with_its_sign() {
        let cell = CellAddress { table: Table::Scheme, row: 0, column: "gross" };
        let effect = Effect { cell, by: SmallChange::OnePerCent, more: Some(whole(2_000)), less: Some(whole(-2_000)) };
        assert_eq!(effect_words(&effect, Unit::Money), "1% more: +£2,000; 1% less: −£2,000");
        let effect = Effect { by: SmallChange::OnePoint, more: None, less: Some(Decimal::ZERO), ..effect };
        assert_eq!(
            effect_words(&effect, Unit::Count),
            "1 percentage point more: no value; 1 percentage point less: no change"
        );
    }
}
