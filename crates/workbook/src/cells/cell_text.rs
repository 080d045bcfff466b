//! What stands in a cell of a sheet, as the text that the model reads in a column of a kind.

use super::adjustment::Adjustment;
use super::expected::expected_in_sheet;
use super::numbers::at_most_places;
use super::time::year_of;
use super::typed_text::{CellText, MOST_PLACES, of_text, percent_by_heading};
use super::words::Heading;
use crate::sheet::{Cell, NumberKind, NumberStyle};
use one_plan_model::plan::{CellProblem, ColumnKind};

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

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::plan::Choice;

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
    fn a_day_that_there_is_not_says_how_many_its_month_has() {
        for kind in [ColumnKind::Date, ColumnKind::DueDate] {
            let problem = text_of(kind, &Cell::Text("31/06/2026".into()), &Heading::default()).err();
            assert_eq!(problem.map(|of| of.what).as_deref(), Some("there is no such day: June 2026 has 30 days"));
            assert_eq!(text(kind, Cell::Text("30/06/2026".into())).as_deref(), Some("2026-06-30"));
        }
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
