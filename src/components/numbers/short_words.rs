use crate::components::{capitalised, choice_words};
use one_plan_model::calculation::{Dimension, FigureKind, Unit, format};
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

/// Pounds as they stand in a sentence: millions with two places, or what is less in full.
///
/// ```
/// use one_plan_page::components::pounds_in_words;
/// use one_plan_model::quantity::whole;
/// assert_eq!(pounds_in_words(whole(126_864_000)), "£126.86m");
/// assert_eq!(pounds_in_words(whole(700_000)), "£700,000");
/// ```
pub fn pounds_in_words(pounds: Decimal) -> String {
    match pounds.abs() >= whole(1_000_000) {
        true => format::money_in(Ok(pounds), MoneyUnit::Millions, 2),
        false => format::money(Ok(pounds)),
    }
}

/// What a kind of figure is called, without what each of its figures is about; a kind whose figures have no words but the
/// name of their row is called by the table of the rows and by its unit.
pub fn figure_kind_words(kind: &FigureKind) -> String {
    let label = kind.label.replace("{}", " ");
    let words = label.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = words.replace(" ,", ",").replace(" :", ":").replace(",,", ",");
    match (words.trim_matches([':', ',', ' ']), kind.dimensions) {
        ("", [Dimension::Row(table), ..]) => {
            format!("{}{}", capitalised(&choice_words(table.name())), unit_words(kind.unit))
        }
        ("", _) => kind.id.replace(".{}", "").replace('.', " "),
        (words, _) => capitalised(words),
    }
}

/// The unit of a figure behind what it is called; nothing where it says no more.
const fn unit_words(unit: Unit) -> &'static str {
    match unit {
        Unit::Money => " in pounds",
        Unit::Percent => " in per cent",
        Unit::Count => " as counts",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::rules::{evidence, savings};

    #[test]
    fn a_kind_is_called_without_the_places_of_what_it_is_about() {
        assert_eq!(figure_kind_words(&savings::PART_YEAR), "Savings, part");
        assert_eq!(figure_kind_words(&evidence::AMOUNT), "Quantities in pounds");
        for kind in one_plan_model::rules::figure_kinds() {
            let words = figure_kind_words(kind);
            assert!(!words.is_empty() && !words.contains("  ") && !words.contains(",,"), "{}: {words}", kind.id);
        }
    }
}
