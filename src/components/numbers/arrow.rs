use super::figure::explained;
use crate::components::{not_given, tag};
use crate::page_context::PageContext;
use one_plan_model::calculation::FigureKey;
use one_plan_model::quantity::{Value, whole};
use yew::prelude::*;

/// A figure whose unit is arrows, with the words that say the same; it opens its explanation.
pub fn arrow(context: &PageContext, figure: FigureKey) -> Html {
    let Some(value) = context.session.outcome().value(figure) else {
        return tag("span").child(not_given()).html();
    };
    let ArrowWords { sign, direction, band } = arrow_words(value);
    let words = if band.is_empty() { direction.to_owned() } else { format!("{direction}, {band}") };
    explained(context.session.plan(), figure, &words, &context.explain)
        .child(tag("span").class("arrow").attribute("aria-hidden", "true").words(sign))
        .words(" ")
        .words(direction)
        .html()
}

/// Arrows and the words that say the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArrowWords {
    /// The arrows.
    pub sign: &'static str,
    /// Up, down or stable.
    pub direction: &'static str,
    /// Which band; empty where there is none.
    pub band: &'static str,
}

/// Arrows and their words for a number of arrows: 2 is two up, −1 is one down, 0 is stable.
///
/// ```
/// use one_plan_page::components::arrow_words;
/// use one_plan_model::quantity::{Fault, whole};
/// let down = arrow_words(Ok(whole(-3)));
/// assert_eq!((down.sign, down.direction, down.band), ("▼▼▼", "down", "third band"));
/// assert_eq!(arrow_words(Err(Fault::DivisionByZero)).direction, "n/a");
/// ```
pub fn arrow_words(value: Value) -> ArrowWords {
    const BANDS: [(&str, &str, &str); 3] =
        [("▲", "▼", "first band"), ("▲▲", "▼▼", "second band"), ("▲▲▲", "▼▼▼", "third band")];
    let number = match value {
        Ok(number) => number,
        Err(fault) => return ArrowWords { sign: "", direction: fault.short(), band: "" },
    };
    let band = (1..).zip(BANDS).find(|(size, _)| number.abs() == whole(*size));
    match band {
        Some((_, (_, sign, band))) if number.is_sign_negative() => ArrowWords { sign, direction: "down", band },
        Some((_, (sign, _, band))) => ArrowWords { sign, direction: "up", band },
        None => ArrowWords { sign: "=", direction: "stable", band: "" },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_of_arrows_has_its_sign_and_its_words() {
        let words = |arrows| {
            let ArrowWords { sign, direction, band } = arrow_words(Ok(whole(arrows)));
            format!("{sign} {direction} {band}")
        };
        assert_eq!(words(0), "= stable ");
        assert_eq!(words(1), "▲ up first band");
        assert_eq!(words(2), "▲▲ up second band");
        assert_eq!(words(-1), "▼ down first band");
        assert_eq!(words(-2), "▼▼ down second band");
    }
}
