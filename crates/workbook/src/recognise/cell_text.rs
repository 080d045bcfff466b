//! What stands in a cell of a sheet, as the text that the model reads in a column of a kind.

use super::adjustment::Adjustment;
use super::dates::{date_of, due_date_of, month_of, year_of};
use super::heading::{Heading, key_of};
use super::number_text::{at_most_places, number_of_text};
use crate::load::expected_in_sheet;
use crate::sheet::{Cell, NumberKind, NumberStyle};
use one_plan_model::plan::{CellProblem, Choice, ColumnKind};

/// The most decimal places that a number of a plan has.
const MOST_PLACES: usize = 6;

/// A cell as text for the model, and what was done to it.
pub type CellText = (Option<Box<str>>, Option<Adjustment>);

/// The text that the model reads of a cell in a column of a kind under a heading.
///
/// # Errors
///
/// Where the cell holds nothing that could be used in any column: an error of the sheet, a formula without a value, or
/// something that spreadsheets make of what was typed.
pub fn text_of(kind: ColumnKind, cell: &Cell, heading: &Heading) -> Result<CellText, CellProblem> {
    let plain = |text: &str| Ok((Some(text.into()), None));
    match cell {
        Cell::Empty => Ok((None, None)),
        Cell::Error(error) => Err(CellProblem {
            what: format!("the sheet shows an error here: {error}"),
            expected: format!("{}; mend the formula in the workbook", expected_in_sheet(&kind.expected(), kind)),
        }),
        Cell::UncalculatedFormula(_) => Err(CellProblem {
            what: "this formula has never been calculated, so that the file holds no value for it".to_owned(),
            expected: "that the workbook is opened in a spreadsheet program and saved there".to_owned(),
        }),
        Cell::Flag(flag) if matches!(kind, ColumnKind::Flag) => plain(if *flag { "yes" } else { "no" }),
        Cell::Flag(_) => plain(&cell.shown()),
        Cell::Date(date) => of_date(kind, date),
        Cell::Number(digits, style) => Ok(of_number(kind, digits, *style, heading)),
        Cell::Text(text) => of_text(kind, text, heading),
    }
}

fn of_date(kind: ColumnKind, date: &str) -> Result<CellText, CellProblem> {
    match kind {
        ColumnKind::Month => {
            let adjustment = (!date.ends_with("-01")).then_some(Adjustment::DayNotUsed);
            Ok((date.get(..7).map(Into::into), adjustment))
        }
        // Spreadsheets make 1 December 2011 of "2011-12", and 1 May of "1/5": what was typed is lost.
        ColumnKind::Year => Err(CellProblem {
            what: format!("the spreadsheet program has made a date of what was typed here: {date}"),
            expected: "a financial year such as 2011/12, in a cell that is formatted as text".to_owned(),
        }),
        kind if kind.is_number() => Err(CellProblem {
            what: format!("a date stands where a number belongs: {date}"),
            expected: format!(
                "{}; the cell may be formatted as a date by mistake",
                expected_in_sheet(&kind.expected(), kind)
            ),
        }),
        _ => Ok((Some(date.into()), None)),
    }
}

fn of_number(kind: ColumnKind, digits: &str, style: NumberStyle, heading: &Heading) -> CellText {
    // A share of so many per cents is a fraction with two places more.
    let places = MOST_PLACES + if style.kind == NumberKind::Percent { 2 } else { 0 };
    let (rounded, is_rounded) = at_most_places(digits, places);
    let adjustment = is_rounded.then_some(Adjustment::RoundedToSixPlaces);
    match kind {
        ColumnKind::Rate if style.kind != NumberKind::Percent && heading.is_percent => {
            let by_heading = percent_by_heading(&rounded);
            (Some(format!("{}%", style.printed(&rounded)).into()), adjustment.or(Some(by_heading)))
        }
        ColumnKind::Number | ColumnKind::Measured if style.kind == NumberKind::Percent => {
            let printed = style.printed(&rounded);
            (Some(printed.trim_end_matches('%').into()), adjustment.or(Some(Adjustment::PercentAsNumber)))
        }
        // Whether 5 is 5 % or 500 % cannot be known: the model says what it expects.
        kind if kind.is_number() => (Some(style.printed(&rounded).into()), adjustment),
        ColumnKind::Year => (Some(year_of(digits).unwrap_or_else(|| digits.to_owned()).into()), None),
        ColumnKind::Flag if digits == "1" => (Some("yes".into()), None),
        ColumnKind::Flag if digits == "0" => (Some("no".into()), None),
        _ => (Some(digits.into()), None),
    }
}

/// A number below one under a heading with `%` may be a share: 0.05 for 5 %.
fn percent_by_heading(digits: &str) -> Adjustment {
    let fraction = digits.trim_start_matches(['-', '(', '\u{2212}', '\u{2013}']).trim_start_matches('0');
    let is_below_one = fraction.starts_with('.') && fraction.contains(|digit| matches!(digit, '1'..='9'));
    if is_below_one { Adjustment::SmallPercentByHeading } else { Adjustment::PercentByHeading }
}

fn of_text(kind: ColumnKind, text: &str, heading: &Heading) -> Result<CellText, CellProblem> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn text(kind: ColumnKind, cell: Cell) -> Option<String> {
        text_of(kind, &cell, &Heading::default()).ok().and_then(|(text, _)| text).map(|text| text.to_string())
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (typed, read) in [
            ("£1,234.50", "1,234.50"),
            ("£(12)", "(12)"),
            ("(£12)", "(12)"),
            ("-£5", "-5"),
            ("£ 5", "5"),
            ("+75", "75"),
            ("50-", "-50"),
            ("'1000", "1000"),
            ("1 234", "1,234"),
            ("£1\u{202f}234\u{a0}567.50", "1,234,567.50"),
            ("(1 000)", "(1,000)"),
            ("12 34", "12 34"),
            ("0 500", "0 500"),
            ("100-200", "100-200"),
            ("nil", "0"),
            ("0.12345678", "0.123457"),
            ("-9.9999999", "-10.000000"),
        ] {
            assert_eq!(text(ColumnKind::Money, Cell::Text(typed.into())).as_deref(), Some(read), "{typed}");
        }
        for nothing in ["-", "–", "n/a", "N/A", "£ -", "£-", " "] {
            assert_eq!(text(ColumnKind::Money, Cell::Text(nothing.into())), None, "{nothing}");
        }
        // Whether a number is meant is up to the model.
        assert_eq!(text(ColumnKind::Money, Cell::Text("TBC".into())).as_deref(), Some("TBC"));
    }

    #[test]
    fn shares_keep_their_meaning() {
        assert_eq!(text(ColumnKind::Rate, Cell::Number("0.05".into(), NumberStyle::PERCENT)).as_deref(), Some("5%"));
        assert_eq!(text(ColumnKind::Rate, Cell::Number("0.05".into(), NumberStyle::PLAIN)).as_deref(), Some("0.05"));
        let by_heading =
            text_of(ColumnKind::Rate, &Cell::Number("5".into(), NumberStyle::PLAIN), &Heading::of("Growth %"));
        assert_eq!(by_heading, Ok((Some("5%".into()), Some(Adjustment::PercentByHeading))));
        for small in [Cell::Number("0.05".into(), NumberStyle::PLAIN), Cell::Text("0.05".into())] {
            let by_heading = text_of(ColumnKind::Rate, &small, &Heading::of("Growth %"));
            assert_eq!(by_heading, Ok((Some("0.05%".into()), Some(Adjustment::SmallPercentByHeading))));
        }
    }

    #[test]
    fn per_cents_in_a_column_of_plain_numbers_are_the_numbers_before_the_sign() {
        let doubtful = |read: &str| Ok((Some(read.into()), Some(Adjustment::PercentAsNumber)));
        let heading = Heading::default();
        let number = Cell::Number("0.3".into(), NumberStyle::PERCENT);
        assert_eq!(text_of(ColumnKind::Number, &number, &heading), doubtful("30"));
        assert_eq!(text_of(ColumnKind::Measured, &Cell::Text("4.2 %".into()), &heading), doubtful("4.2"));
        assert_eq!(text(ColumnKind::Number, Cell::Text("90% by March".into())).as_deref(), Some("90% by March"));
    }

    #[test]
    fn what_cannot_be_used_says_so() {
        for cell in [Cell::Error("#REF!".into()), Cell::UncalculatedFormula("A1".into()), Cell::Text("####".into())] {
            assert!(text_of(ColumnKind::Money, &cell, &Heading::default()).is_err(), "{cell:?}");
        }
        assert!(text_of(ColumnKind::Year, &Cell::Date("2011-12-01".into()), &Heading::default()).is_err());
        assert!(text_of(ColumnKind::Count, &Cell::Date("2011-12-01".into()), &Heading::default()).is_err());
    }

    #[test]
    fn words_of_choices_are_the_same_in_any_letters() {
        const CHOICES: &[Choice] = &[Choice::new("fully-developed", ""), Choice::new("£", ""), Choice::new("%", "")];
        assert_eq!(text(ColumnKind::Choice(CHOICES), Cell::Text("%".into())).as_deref(), Some("%"));
        assert_eq!(
            text(ColumnKind::Choice(CHOICES), Cell::Text("Fully Developed".into())).as_deref(),
            Some("fully-developed")
        );
        assert_eq!(text(ColumnKind::Flag, Cell::Text("Y".into())).as_deref(), Some("yes"));
    }
}
