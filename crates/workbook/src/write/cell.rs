use one_plan_model::plan::ColumnKind;

/// The most digits that a cell of a workbook holds without losing any.
const MOST_DIGITS: usize = 15;

/// What is written into a cell of a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum WorkbookCell {
    /// A number, and the number format that prints it as the plan does.
    Number(String, String),
    /// A day: year, month, day of the month.
    Date(u16, u8, u8),
    /// Text.
    Text(String),
}

impl WorkbookCell {
    /// A cell of the plan, from the text that the plan gives of it.
    pub(super) fn of(text: &str, kind: ColumnKind) -> Self {
        let found = match kind {
            kind if kind.is_number() => Printed::of(text).map(Printed::number),
            ColumnKind::Date | ColumnKind::DueDate => date(text),
            _ => None,
        };
        found.unwrap_or_else(|| Self::Text(text.to_owned()))
    }

    /// Whether it is a number with which a workbook calculates.
    pub(super) fn is_number(text: &str, kind: ColumnKind) -> bool {
        kind.is_number() && Printed::of(text).is_some()
    }
}

/// A number as the plan prints it: `1,234.50`, `(6.3)`, `1.5%`.
struct Printed {
    digits: String,
    places: usize,
    commas: bool,
    percent: bool,
    brackets: bool,
}

impl Printed {
    /// Nothing where a workbook would not hold every digit.
    fn of(text: &str) -> Option<Self> {
        let (inner, brackets) = match text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
            Some(inner) => (inner, true),
            None => (text, false),
        };
        let (inner, percent) = match inner.strip_suffix('%') {
            Some(inner) => (inner, true),
            None => (inner, false),
        };
        let commas = inner.contains(',');
        let mut digits = inner.replace(',', "");
        let places = digits.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        if brackets {
            digits.insert(0, '-');
        }
        if percent {
            digits = crate::sheet::shifted(&digits, -2);
        }
        if significant(&digits) > MOST_DIGITS || digits.parse::<f64>().is_err() {
            return None;
        }
        Some(Self { digits, places, commas, percent, brackets })
    }

    /// The number, and the number format that prints it so.
    fn number(self) -> WorkbookCell {
        let Self { digits, places, commas, percent, brackets } = self;
        let mut format = if commas { "#,##0" } else { "0" }.to_owned();
        if places > 0 {
            format.push('.');
            format.push_str(&"0".repeat(places));
        }
        if percent {
            format.push('%');
        }
        WorkbookCell::Number(digits, if brackets { format!("{format}_);({format})") } else { format })
    }
}

/// How many digits of a number say something.
fn significant(digits: &str) -> usize {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all = whole.bytes().chain(fraction.trim_end_matches('0').bytes());
    all.skip_while(|byte| matches!(byte, b'-' | b'0')).count()
}

/// A day that a workbook knows as a date; before March 1900 Excel counts a day that there never was.
fn date(text: &str) -> Option<WorkbookCell> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let (year, month, day) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    ((1900, 3) <= (year, month)).then_some(WorkbookCell::Date(year, month, day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::Cell;

    #[test]
    fn numbers_are_read_back_as_they_are_printed() {
        for (text, kind) in [
            ("0", ColumnKind::Count),
            ("20,267", ColumnKind::Count),
            ("-20,267", ColumnKind::Money),
            ("(20,267)", ColumnKind::Money),
            ("1,234.50", ColumnKind::Money),
            ("(6.3)", ColumnKind::Money),
            ("0.000001", ColumnKind::Measured),
            ("999999999.999999", ColumnKind::Measured),
            ("1.5%", ColumnKind::Rate),
            ("2.0%", ColumnKind::Rate),
            ("50%", ColumnKind::Rate),
            ("100%", ColumnKind::Rate),
            ("(1.5%)", ColumnKind::Rate),
            ("-0.05%", ColumnKind::Rate),
            ("1,250%", ColumnKind::Rate),
        ] {
            let WorkbookCell::Number(digits, format) = WorkbookCell::of(text, kind) else {
                assert_eq!(text, "a number");
                continue;
            };
            // As a workbook keeps it: a binary number, and its shortest digits.
            let kept = digits.parse::<f64>().map(|number| number.to_string()).unwrap_or_default();
            assert_eq!(Cell::of_number(&kept, &format).printed(), text, "{digits} as {format}");
        }
    }

    #[test]
    fn what_a_workbook_cannot_hold_is_text() {
        assert_eq!(
            WorkbookCell::of("123456789012345.5", ColumnKind::Money),
            WorkbookCell::Text("123456789012345.5".into())
        );
        assert_eq!(WorkbookCell::of("1899-12-31", ColumnKind::Date), WorkbookCell::Text("1899-12-31".into()));
        assert_eq!(WorkbookCell::of("2011-04-26", ColumnKind::DueDate), WorkbookCell::Date(2011, 4, 26));
        assert_eq!(WorkbookCell::of("2011-04", ColumnKind::DueDate), WorkbookCell::Text("2011-04".into()));
        assert_eq!(WorkbookCell::of("922", ColumnKind::SourceLines), WorkbookCell::Text("922".into()));
    }
}
