//! Quarters in place of months. A plan holds what is planned, or has come, up to the end of a month: up to the end of a quarter
//! that is the quarter and those before it, so that nothing is spread over months that no file gives.

use crate::cells::{holds_noughts, key_of, number_of, without_years};
use crate::headings::{Field, HeadingNames, HeadingWords, MonthKind};
use crate::sheet::Sheet;
use crate::tracker::header::{LeftAlone, TrackerColumn, TrackerHeader};
use one_plan_model::quantity::{Decimal, MoneyUnit};
use std::collections::BTreeSet;

const WORDS: [&str; 4] = ["quarter", "qtr", "qr", "q"];
const QUARTERS: [&str; 4] = ["1", "2", "3", "4"];

/// A column of a quarter: its place, the quarter, and what it holds of it where that is said.
type OfQuarter = (u32, u8, Option<MonthKind>);

impl TrackerHeader {
    /// Takes columns for quarters, where no months are there. Those that do not say what they hold are the plan where they add up
    /// to that of the year in every row; what cannot be told is left alone, and said.
    pub(crate) fn take_quarters(&mut self, sheet: &Sheet, names: &HeadingNames) {
        let open = |column: &&TrackerColumn| column.field.is_none() && !column.is_said && column.left.is_none();
        let mut found: Vec<OfQuarter> = self
            .columns
            .iter()
            .filter(open)
            .filter_map(|column| {
                let (quarter, kind) = quarter_of(&column.words, names)?;
                Some((column.at, quarter, kind))
            })
            .collect();
        let is_found = |at: u32| found.iter().any(|(of, ..)| *of == at);
        let years: BTreeSet<_> =
            self.columns.iter().filter(|column| is_found(column.at)).map(|column| column.year).collect();
        for column in self.columns.iter_mut().filter(|column| is_found(column.at)) {
            column.left = Some(LeftAlone::OfQuarter);
        }
        if found.is_empty() || self.names_months() || years.len() > 1 {
            return;
        }
        if found.len() == QUARTERS.len() && found.iter().all(|(.., kind)| kind.is_none()) {
            self.take_total();
            if self.add_up_to_the_plan(sheet, &found) {
                found.iter_mut().for_each(|of| of.2 = Some(MonthKind::Plan));
            }
        }
        for kind in MonthKind::ALL {
            let mut of_kind: Vec<(u8, u32)> =
                found.iter().filter(|(.., of)| *of == Some(kind)).map(|(at, quarter, _)| (*quarter, *at)).collect();
            of_kind.sort_unstable();
            // The quarters to come are nought in every row.
            while kind == MonthKind::Actual
                && of_kind.len() > 1
                && of_kind.last().is_some_and(|(_, at)| holds_noughts(sheet, self.first_row, *at))
            {
                of_kind.pop();
            }
            if !of_kind.iter().map(|(quarter, _)| *quarter).eq((1..).take(of_kind.len())) {
                continue;
            }
            let mut before: Vec<TrackerColumn> = Vec::new();
            for (quarter, at) in of_kind {
                let Some(column) = self.columns.iter_mut().find(|column| column.at == at) else { continue };
                let alone = column.clone();
                (column.field, column.left) = (Some(Field::Month(kind, quarter.saturating_mul(3))), None);
                (column.is_cumulative, column.is_quarter) = (true, true);
                column.added.clone_from(&before);
                before.push(alone);
            }
        }
    }

    /// Whether months stand beside the quarters, also where it is not said what they hold: then it is asked of these.
    pub(crate) fn names_months(&self) -> bool {
        self.columns.iter().any(|column| column.month.is_some() || matches!(column.field, Some(Field::Month(..))))
    }

    /// Whether some columns add up to the plan of the year in every row that has one, and one row has.
    fn add_up_to_the_plan(&self, sheet: &Sheet, found: &[OfQuarter]) -> bool {
        let quarters: Vec<u32> = found.iter().map(|(at, ..)| *at).collect();
        let mut fits = self.sums_and_plans(sheet, &quarters).map(|(_, sum, plan)| sum == plan);
        fits.next().is_some_and(|fits| fits) && fits.all(|fits| fits)
    }

    /// Of each row that has a plan of the year: what some columns add up to, and that plan.
    fn sums_and_plans(&self, sheet: &Sheet, columns: &[u32]) -> impl Iterator<Item = (u32, Decimal, Decimal)> {
        let plan = self.column(Field::PlanOfYear).map(|column| column.at);
        let rows = sheet.rows().map(|(row, _)| row).filter(|row| *row >= self.first_row);
        rows.filter_map(move |row| {
            let plan = number_of(sheet.cell(row, plan?))?;
            let mut parts = columns.iter().filter_map(|at| number_of(sheet.cell(row, *at)));
            Some((row, parts.try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part))?, plan))
        })
    }

    /// The columns for quarters that are left alone.
    pub(crate) fn quarters_left_alone(&self) -> Vec<u32> {
        let left = self.columns.iter().filter(|column| column.left == Some(LeftAlone::OfQuarter));
        left.map(|column| column.at).collect()
    }

    /// The first row in which four quarters that could be the plan are not that of the year: what they add up to, and the plan.
    pub(crate) fn quarters_beside_the_plan(&self, sheet: &Sheet) -> Option<(u32, Decimal, Decimal)> {
        let left = self.quarters_left_alone();
        let mut sums = self.sums_and_plans(sheet, &left).filter(|_| left.len() == QUARTERS.len());
        sums.find(|(_, sum, plan)| sum != plan)
    }
}

/// The quarter that a heading names, and what it holds of it; nothing where it says something else besides.
fn quarter_of(words: &HeadingWords, names: &HeadingNames) -> Option<(u8, Option<MonthKind>)> {
    let (own, over) = (quarter_and_rest(&words.own), quarter_and_rest(&words.over));
    let (quarter, others) = match (own, over) {
        (Some((quarter, rest)), None) => (quarter, [rest, words.key_over()]),
        (None, Some((quarter, rest))) => (quarter, [rest, words.key_of_own()]),
        _ => return None,
    };
    let mut kind = None;
    for other in others.iter().filter(|other| !other.is_empty()) {
        match names.kind_of_months(other) {
            Some(of) if kind.is_none_or(|kind| kind == of) => kind = Some(of),
            _ => return None,
        }
    }
    Some((quarter, kind))
}

/// The quarter that some words name, and the key of the others: "Qtr 1 plan (£000)" is the first, and "plan".
fn quarter_and_rest(words: &str) -> Option<(u8, String)> {
    let words = without_years(words);
    let parts = words.split(|letter: char| letter.is_whitespace() || "()[]-\u{2013}:".contains(letter));
    let parts: Vec<String> =
        parts.filter(|part| MoneyUnit::read(part).is_none()).map(key_of).filter(|part| !part.is_empty()).collect();
    let number =
        |digit: &str| QUARTERS.iter().position(|known| *known == digit).and_then(|at| u8::try_from(at + 1).ok());
    let rest = |from: usize, until: usize| {
        let before = parts.get(..from).unwrap_or_default();
        before.iter().chain(parts.get(until..).unwrap_or_default()).map(String::as_str).collect::<String>()
    };
    parts.iter().enumerate().find_map(|(at, part)| {
        let digit = WORDS.iter().find_map(|word| part.strip_prefix(word))?;
        match (digit, parts.get(at + 1)) {
            ("", Some(next)) => Some((number(next)?, rest(at, at + 2))),
            _ => Some((number(digit)?, rest(at, at + 1))),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_is_named_in_several_ways() {
        let names = HeadingNames::default();
        let of = |words: &str| quarter_of(&HeadingWords::read(words), &names);
        for words in ["Q1", "Qtr 1", "Quarter 1", "Q1 2026/27 (£000)", "Q 1 £k"] {
            assert_eq!(of(words), Some((1, None)), "{words}");
        }
        for words in ["Quarter 3 actual", "Actual Q3", "Q3 | Actual", "Actual (£000) | Q3"] {
            assert_eq!(of(words), Some((3, Some(MonthKind::Actual))), "{words}");
        }
        for words in ["Q5", "Quarterly review", "Q1 variance", "Quality", "Quarter", "Plan"] {
            assert_eq!(of(words), None, "{words}");
        }
    }
}
