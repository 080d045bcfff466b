//! What a person typed into a cell as text, or a text file holds, as the text that the model reads.

use super::adjustment::Adjustment;
use super::expected::expected_in_sheet;
use super::numbers::number_of_text;
use super::time::{date_of, due_date_of, month_of, no_such_day, year_of};
use super::words::{Heading, key_of};
use one_plan_model::plan::{CellProblem, Choice, ColumnKind};

/// The most decimal places that a number of a plan has.
pub(super) const MOST_PLACES: usize = 6;

/// A cell as text for the model, and what was done to it.
pub type CellText = (Option<Box<str>>, Option<Adjustment>);

/// The text that the model reads of one that was typed in a column of a kind under a heading.
pub(super) fn of_text(kind: ColumnKind, text: &str, heading: &Heading) -> Result<CellText, CellProblem> {
    let trimmed = text.trim();
    let converted =
        |converted: Option<String>| Ok((Some(converted.unwrap_or_else(|| trimmed.to_owned()).into()), None));
    if trimmed.is_empty() {
        return Ok((None, None));
    }
    if trimmed.starts_with("##") && trimmed.bytes().all(|byte| byte == b'#') {
        return Err(CellProblem {
            what: "the number was copied as ###, because its column was too narrow to show it".to_owned(),
            expected: format!("{}; widen the column and copy it again", expected_in_sheet(&kind.expected(), kind)),
        });
    }
    if !matches!(kind, ColumnKind::Text) {
        // The number format of accounts shows nothing as a sign of pounds and a dash.
        let without_sign = trimmed.trim_start_matches('£').trim_start();
        if matches!(without_sign, "-" | "\u{2013}" | "\u{2014}" | "\u{2212}" | "\u{2010}" | "\u{2011}")
            || is_not_available(trimmed)
        {
            return Ok((None, Some(Adjustment::DashAsNothing)));
        }
        if kind.is_number() && trimmed.eq_ignore_ascii_case("nil") {
            return Ok((
                Some(if matches!(kind, ColumnKind::Rate) { "0%" } else { "0" }.into()),
                Some(Adjustment::NilAsZero),
            ));
        }
    }
    if matches!(kind, ColumnKind::Date | ColumnKind::DueDate)
        && let Some(why) = no_such_day(trimmed)
    {
        return Err(CellProblem { what: format!("there is no such day: {why}"), expected: kind.expected() });
    }
    match kind {
        ColumnKind::Rate => {
            let is_bare = !trimmed.contains('%') && trimmed.contains(|letter: char| letter.is_ascii_digit());
            if heading.is_percent && is_bare {
                return Ok((Some(format!("{trimmed}%").into()), Some(percent_by_heading(trimmed))));
            }
            Ok((Some(trimmed.into()), None))
        }
        ColumnKind::Number | ColumnKind::Measured if is_number_of_percent(trimmed) => {
            let bare = trimmed.trim_end_matches('%').trim_end();
            Ok((Some(number_of_text(bare, MOST_PLACES).0.into()), Some(Adjustment::PercentAsNumber)))
        }
        kind if kind.is_number() => {
            let (digits, is_rounded) = number_of_text(trimmed, MOST_PLACES);
            Ok((Some(digits.into()), is_rounded.then_some(Adjustment::RoundedToSixPlaces)))
        }
        ColumnKind::Date => converted(date_of(trimmed)),
        ColumnKind::Month => converted(month_of(trimmed)),
        ColumnKind::Year => converted(year_of(trimmed)),
        ColumnKind::DueDate => converted(due_date_of(trimmed)),
        ColumnKind::Choice(choices) => converted(choice_of(choices, trimmed)),
        ColumnKind::Flag => converted(match key_of(trimmed).as_str() {
            "yes" | "y" | "true" => Some("yes".to_owned()),
            "no" | "n" | "false" => Some("no".to_owned()),
            _ => None,
        }),
        _ => converted(None),
    }
}

/// A number below one under a heading with `%` may be a share: 0.05 for 5 %.
pub(super) fn percent_by_heading(digits: &str) -> Adjustment {
    let fraction = digits.trim_start_matches(['-', '(', '\u{2212}', '\u{2013}']).trim_start_matches('0');
    let is_below_one = fraction.starts_with('.') && fraction.contains(|digit| matches!(digit, '1'..='9'));
    if is_below_one { Adjustment::SmallPercentByHeading } else { Adjustment::PercentByHeading }
}

/// Whether text is digits with a sign of per cent behind them.
fn is_number_of_percent(text: &str) -> bool {
    let bare = text.strip_suffix('%').map(str::trim_end);
    bare.is_some_and(|bare| {
        bare.ends_with(|letter: char| letter.is_ascii_digit())
            && bare.bytes().all(|byte| byte.is_ascii_digit() || b".,-".contains(&byte))
    })
}

fn is_not_available(text: &str) -> bool {
    ["n/a", "na", "n.a.", "not applicable", "#n/a"].iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// The word of a choice, whatever its letters and the signs between its words; nothing where that may be several.
fn choice_of(choices: &[Choice], text: &str) -> Option<String> {
    if choices.iter().any(|choice| choice.word == text) {
        return Some(text.to_owned());
    }
    let key = key_of(text);
    // Words such as "%" and "£" have no letters by which they could be told apart.
    let mut like = choices.iter().filter(|choice| !key.is_empty() && key_of(choice.word) == key);
    like.next().filter(|_| like.next().is_none()).map(|choice| choice.word.to_owned())
}
