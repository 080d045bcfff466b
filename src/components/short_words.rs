use super::words::capitalised;
use one_plan_model::calculation::{FigureKind, format};
use one_plan_model::quantity::{Decimal, MoneyUnit, whole};

/// Pounds as short as a list of very different amounts needs them: millions with one place, whole thousands, or pounds.
///
/// ```
/// use one_plan_page::components::pounds_short;
/// use one_plan_model::quantity::whole;
/// assert_eq!(pounds_short(whole(89_000_000)), "£89.0m");
/// assert_eq!(pounds_short(whole(13_400)), "£13k");
/// assert_eq!(pounds_short(whole(999)), "£999");
/// ```
pub fn pounds_short(pounds: Decimal) -> String {
    let (unit, places) = match pounds.abs() {
        large if large >= whole(1_000_000) => (MoneyUnit::Millions, 1),
        middle if middle >= whole(1_000) => (MoneyUnit::Thousands, 0),
        _ => (MoneyUnit::Pounds, 0),
    };
    format::money_in(Ok(pounds), unit, places)
}

/// What a kind of figure is called, without what each of its figures is about.
pub fn figure_kind_words(kind: &FigureKind) -> String {
    let words = kind.label.replace("{}", "");
    let words = words.trim_matches([':', ',', ' ']);
    if words.is_empty() { kind.id.replace(".{}", "").replace('.', " ") } else { capitalised(words).to_owned() }
}
