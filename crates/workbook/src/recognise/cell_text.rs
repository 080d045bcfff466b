//! What stands in a cell of a sheet, as the text that the model reads in a column of a kind.

use super::dates::{date_of, due_date_of, month_of, year_of};
use super::heading::{Heading, key_of};
use crate::sheet::{Cell, NumberKind, NumberStyle};
use one_plan_model::plan::{CellProblem, Choice, ColumnKind};

/// The most decimal places that a number of a plan has.
const MOST_PLACES: usize = 6;

/// Something that was done to a cell on the way, and of which a person is told once for each column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Adjustment {
    /// A dash, or words such as "n/a", is read as nothing.
    DashAsNothing,
    /// The word "nil" is read as 0.
    NilAsZero,
    /// A number with more than six decimal places is rounded to six, half away from zero.
    RoundedToSixPlaces,
    /// A date stands where a month belongs: its day is not used.
    DayNotUsed,
    /// A number without a sign is read as per cents, because the heading says so.
    PercentByHeading,
    /// The same of a number below one, such as 0.05, which people also write for 5 %.
    SmallPercentByHeading,
    /// An amount says its unit itself.
    UnitInCell,
    /// A word that trackers use stands for the one of the plan, such as "Delivered" for `made`.
    WordOfTrackers,
    /// A number is kept in pounds and shown in the unit of its heading by its format.
    ShownInUnitOfHeading,
}

impl Adjustment {
    /// Whether it may well not be what was meant.
    pub const fn is_doubtful(self) -> bool {
        matches!(self, Self::SmallPercentByHeading | Self::ShownInUnitOfHeading)
    }

    /// What a person should look at.
    pub const fn expected(self) -> &'static str {
        match self {
            Self::SmallPercentByHeading => {
                "nothing, if less than one per cent is meant; otherwise a sign behind each number, such as 5%"
            }
            Self::ShownInUnitOfHeading => {
                "nothing, if the cells are right as the sheet shows them; otherwise another number format or heading"
            }
            _ => "nothing, if that is meant",
        }
    }

    /// What was done, for so many cells.
    pub fn words(self, cells: usize) -> String {
        let (what, plural) = match self {
            Self::DashAsNothing => {
                ("with a dash or \"n/a\" is read as nothing", "with a dash or \"n/a\" are read as nothing")
            }
            Self::NilAsZero => ("with \"nil\" is read as 0", "with \"nil\" are read as 0"),
            Self::RoundedToSixPlaces => (
                "has more than six decimal places and is rounded to six",
                "have more than six decimal places and are rounded to six",
            ),
            Self::DayNotUsed => (
                "holds a day where a month belongs; the day is not used",
                "hold days where months belong; the days are not used",
            ),
            Self::PercentByHeading => {
                ("is read as per cent, as its heading says", "are read as per cents, as their heading says")
            }
            Self::SmallPercentByHeading => (
                "is less than 1 and is read as less than one per cent, as its heading says (0.05 as 0.05%)",
                "are less than 1 and are read as less than one per cent, as their heading says (0.05 as 0.05%)",
            ),
            Self::UnitInCell => (
                "says its unit itself, such as £1.2m, and is read in it",
                "say their units themselves, such as £1.2m, and are read in them",
            ),
            Self::WordOfTrackers => (
                "holds a word that trackers use, and is read as the one that the plan has for it",
                "hold words that trackers use, and are read as those that the plan has for them",
            ),
            Self::ShownInUnitOfHeading => (
                "holds a larger number than it shows (its number format shows thousands): what is shown is read, as its \
                 heading gives the unit of that",
                "hold larger numbers than they show (their number format shows thousands): what is shown is read, as \
                 their heading gives the unit of that",
            ),
        };
        if cells == 1 { format!("1 cell {what}") } else { format!("{cells} cells {plural}") }
    }
}

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
            expected: format!("{}; mend the formula in the workbook", kind.expected()),
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
            expected: format!("{}; the cell may be formatted as a date by mistake", kind.expected()),
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
            expected: format!("{}; widen the column and copy it again", kind.expected()),
        });
    }
    if !matches!(kind, ColumnKind::Text) {
        if matches!(trimmed, "-" | "\u{2013}" | "\u{2014}" | "\u{2212}" | "\u{2010}" | "\u{2011}")
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
        kind if kind.is_number() => {
            let bare = plain_signs(&without_currency(trimmed));
            let (digits, is_rounded) =
                if is_plain_decimal(&bare) { at_most_places(&bare, MOST_PLACES) } else { (bare, false) };
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

/// A number without a sign of currency, which may stand before or behind a minus sign or an opening bracket.
fn without_currency(text: &str) -> String {
    let without = text.replacen('£', "", 1);
    if without.len() == text.len() {
        return text.to_owned();
    }
    let trimmed = without.trim();
    match trimmed.strip_prefix(['-', '\u{2212}', '(']) {
        Some(rest) => format!("{}{}", trimmed.chars().next().unwrap_or('-'), rest.trim_start()),
        None => trimmed.to_owned(),
    }
}

/// A number as programs of accounts and other countries print it, which can mean one thing only: `+75`, `50-`, an
/// apostrophe that a spreadsheet did not take for its own, thousands set apart by blanks.
fn plain_signs(text: &str) -> String {
    let bare = text.strip_prefix(['\'', '\u{2018}', '\u{2019}']).unwrap_or(text).trim();
    let bare =
        bare.strip_prefix('+').filter(|rest| rest.starts_with(|letter: char| letter.is_ascii_digit())).unwrap_or(bare);
    let behind =
        bare.strip_suffix(['-', '\u{2212}']).filter(|rest| rest.ends_with(|letter: char| letter.is_ascii_digit()));
    let bare = behind
        .filter(|rest| rest.starts_with(|letter: char| letter.is_ascii_digit()))
        .map_or_else(|| bare.to_owned(), |rest| format!("-{rest}"));
    without_blanks_between_thousands(&bare).unwrap_or(bare)
}

/// `1 234 567.5` with commas in place of the blanks; nothing where they do not set thousands apart.
fn without_blanks_between_thousands(text: &str) -> Option<String> {
    let begin = text.find(|letter: char| letter.is_ascii_digit())?;
    let end = text.rfind(|letter: char| letter.is_ascii_digit())? + 1;
    let (whole, fraction) = text.get(begin..end)?.split_once('.').unwrap_or((text.get(begin..end)?, ""));
    let mut groups = whole.split(char::is_whitespace);
    let first = groups.next()?;
    let are_digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let is_whole = whole.contains(char::is_whitespace)
        && (1..=3).contains(&first.len())
        && are_digits(first)
        && !first.starts_with('0')
        && groups.all(|group| group.len() == 3 && are_digits(group))
        && are_digits(fraction);
    let with_commas = || whole.split(char::is_whitespace).collect::<Vec<&str>>().join(",");
    let point = if fraction.is_empty() { String::new() } else { format!(".{fraction}") };
    is_whole.then(|| {
        format!("{}{}{point}{}", text.get(..begin).unwrap_or(""), with_commas(), text.get(end..).unwrap_or(""))
    })
}

fn is_plain_decimal(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    !whole.is_empty() && [whole, fraction].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// A number with at most so many decimal places, rounded half away from zero, and whether anything was rounded off.
pub fn at_most_places(digits: &str, places: usize) -> (String, bool) {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let Some((kept, rest)) = fraction.split_at_checked(places).filter(|(_, rest)| !rest.is_empty()) else {
        return (digits.to_owned(), false);
    };
    if rest.bytes().all(|digit| digit == b'0') {
        return (format!("{whole}.{kept}"), false);
    }
    let rounds_up = rest.as_bytes().first().is_some_and(|digit| *digit >= b'5');
    let cut = format!("{whole}.{kept}");
    (if rounds_up { one_more_in_the_last_place(&cut) } else { cut }, true)
}

fn one_more_in_the_last_place(digits: &str) -> String {
    let mut reversed: Vec<char> = Vec::with_capacity(digits.len() + 1);
    let (sign, unsigned) = digits.strip_prefix('-').map_or(("", digits), |rest| ("-", rest));
    let mut carry = true;
    for letter in unsigned.chars().rev() {
        reversed.push(match (letter, carry) {
            ('9', true) => '0',
            (digit @ '0'..='8', true) => {
                carry = false;
                char::from_u32(u32::from(digit) + 1).unwrap_or(digit)
            }
            _ => letter,
        });
    }
    if carry {
        reversed.push('1');
    }
    format!("{sign}{}", reversed.iter().rev().collect::<String>())
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
        for nothing in ["-", "–", "n/a", "N/A", " "] {
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
