//! Rows in which a total and its parts do not agree, each with its place and both amounts.

use crate::cells::number_in;
use crate::issues::{Effect, Issue, Severity};
use crate::sheet::cell_reference;
use crate::sums::RunningSum;
use crate::tracker::columns::is_half_of_plan;
use crate::tracker::header::TrackerColumn;
use crate::tracker::reading::Reader;
use one_plan_model::plan::Table;
use one_plan_model::quantity::{Decimal, format};

/// So many further rows are named.
const MOST_NAMED: usize = 5;

/// A row in which a whole is not what its parts are together; nothing of what is not given.
#[derive(Clone, Copy, Debug)]
struct Differing {
    row: u32,
    whole: Option<Decimal>,
    parts: Option<Decimal>,
}

impl Reader<'_> {
    /// Says where a column is not what its parts are together.
    pub(crate) fn tell_wholes(&mut self) {
        let header = self.header;
        for column in header.columns.iter().filter(|column| !column.parts.is_empty()) {
            let differing: Vec<Differing> =
                self.rows_read.iter().filter_map(|row| self.differing(*row, column)).collect();
            if let Some((first, others)) = differing.split_first() {
                let issue = self.issue_of_whole(column, first, others);
                self.issues.push(issue);
            }
        }
    }

    fn differing(&self, row: u32, column: &TrackerColumn) -> Option<Differing> {
        let number = |of: &TrackerColumn| {
            let (text, _) = self.amount(row, of).ok()?;
            text.map_or(Some(None), |text| number_in(&text).map(Some))
        };
        let whole = number(column)?;
        let mut sum = RunningSum::default();
        let mut given = 0_usize;
        for part in &column.parts {
            if let Some(number) = number(part)? {
                sum.add(number);
                given += 1;
            }
        }
        let parts = sum.of_all()?;
        let differs = match whole {
            // What is not read is given nowhere else.
            Some(whole) if given == 0 => column.field.is_none() && !whole.is_zero(),
            Some(whole) => sum.differs(whole, column.parts.len()).is_some(),
            // Without its total the plan of the year is what is recurrent and what is saved once.
            None => column.field.is_some() && !column.parts.iter().any(is_half_of_plan) && !parts.is_zero(),
        };
        differs.then_some(Differing { row, whole, parts: (given > 0).then_some(parts) })
    }

    fn issue_of_whole(&self, column: &TrackerColumn, first: &Differing, others: &[Differing]) -> Issue {
        let of_parts: Vec<String> = column.parts.iter().map(|part| format!("\"{}\"", part.words.line())).collect();
        let number = |of: Option<Decimal>| of.map_or_else(|| "nothing".to_owned(), |of| of.normalize().to_string());
        let add_up = match first.parts {
            Some(parts) => format!("add up to {}", parts.normalize()),
            None => "are not given".to_owned(),
        };
        let mut what = format!(
            "this total is {}, and its parts {add_up}: \"{}\" is held against {}",
            number(first.whole),
            column.words.line(),
            of_parts.join(", ")
        );
        if !others.is_empty() {
            let named = others.iter().map(|of| {
                format!("{} ({} and {})", cell_reference(of.row, column.at), number(of.whole), number(of.parts))
            });
            what.push_str(&format!("; so are {}", format::some_of(named, MOST_NAMED, ", ")));
        }
        let is_used = column.field.is_some();
        let expected = if is_used {
            "a total that is what its parts are together; the plan uses the total"
        } else {
            "a total that is what its parts are together; the plan uses the parts"
        };
        Issue {
            severity: Severity::Warning,
            place: self.place.cell(first.row, column.at),
            column: Some((Table::Scheme, None)),
            value: self.sheet.cell(first.row, column.at).shown(),
            what,
            expected: expected.to_owned(),
            effect: Effect::Used,
        }
    }
}
