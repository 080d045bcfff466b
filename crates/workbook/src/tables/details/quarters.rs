//! What of an indicator of CQUIN is paid in each quarter: in per cents that make up the whole, or in amounts that make up its value.

use crate::cells::{at_most_places, number_in, number_of};
use crate::issues::{Effect, Issue, Severity};
use crate::sheet::{Cell, NumberKind, Sheet, shifted};
use crate::tables::headings::Detail;
use crate::tables::table_rows::TableRows;
use one_plan_model::plan::{CquinIndicator, CquinMilestone, PaymentRule, RowType, Table};
use one_plan_model::quantity::{Decimal, divide, multiply};

/// The quarters of a year, with what a milestone is called.
const QUARTERS: [(u8, &str); 4] = [(1, "Q1"), (2, "Q2"), (3, "Q3"), (4, "Q4")];

impl TableRows {
    /// The milestones of the indicators, one list for each quarter. They are read where the quarters of each row make up its whole,
    /// and left alone where they do not: then they may be what was achieved.
    pub(super) fn milestones_of_quarters(&mut self, sheet: &Sheet) -> Vec<Self> {
        let columns: Vec<u32> = QUARTERS
            .iter()
            .filter_map(|(nth, _)| {
                self.header.details_of(|of| of == Detail::Quarter(*nth)).first().map(|of| of.sheet_column)
            })
            .collect();
        let &[first, ..] = columns.as_slice() else { return Vec::new() };
        let value = self.header.details_of(|of| of == Detail::Value).first().map(|of| of.sheet_column);
        let shares: Vec<Option<Vec<Decimal>>> =
            self.positions.iter().map(|at| shares_of(sheet, *at, &columns, value)).collect();
        let is_filled = |at: &u32| columns.iter().any(|column| !sheet.cell(*at, *column).is_empty());
        let filled = self.positions.iter().filter(|at| is_filled(at)).count();
        let read = shares.iter().flatten().count();
        if read == 0 || read * 2 <= filled {
            self.leave_quarters_alone(sheet, first, filled > 0);
            return Vec::new();
        }
        let [indicator, milestone, weight] =
            [CquinMilestone::indicator, CquinMilestone::milestone, CquinMilestone::weight]
                .map(|of| usize::from(of.position()));
        let mut lists: Vec<Self> = columns
            .iter()
            .map(|column| self.list_of(Table::CquinMilestone, (*column, weight), &[indicator, milestone]))
            .collect();
        for (row, at) in self.given.rows().zip(self.positions.clone()) {
            let shares = shares.get(row as usize).cloned().flatten();
            let (Some(shares), Some(id)) = (shares, self.reference_of(row)) else {
                if is_filled(&at) {
                    let what = "the quarters of this row make up neither 100 % nor its value, or whose they are cannot be told: they \
                                are not read";
                    self.say_detail(sheet, (at, first), what);
                }
                continue;
            };
            for ((list, share), (_, called)) in lists.iter_mut().zip(shares).zip(QUARTERS) {
                let texts = [format!("{share}%"), id.clone(), called.to_owned()];
                list.given.push(texts.map(|text| Some(text.into())));
                list.positions.push(at);
            }
            self.pays_by_milestones(row);
        }
        lists
    }

    /// An indicator that is paid in quarters is paid by milestones, where the sheet says nothing else.
    fn pays_by_milestones(&mut self, row: u32) {
        let rule = usize::from(CquinIndicator::payment_rule.position());
        if !self.given.columns().contains(&rule) {
            self.given.add_column(rule, |_| None);
        }
        if self.given.cell(row, rule).is_none() {
            self.given.set(row, rule, Some(PaymentRule::Milestones.word().into()));
        }
    }

    fn leave_quarters_alone(&mut self, sheet: &Sheet, column: u32, is_filled: bool) {
        if !is_filled {
            return;
        }
        let row = self.header.row;
        self.issues.push(Issue {
            severity: Severity::Warning,
            place: self.place.cell(row, column),
            column: Some((self.table, None)),
            value: sheet.cell(row, column).shown(),
            what: "the columns of quarters make up neither 100 % nor the value of each row: what they hold cannot be told, and they are \
                   left alone"
                .to_owned(),
            expected: "what is paid in each quarter, in per cents of the indicator or as amounts beside its value; what was achieved \
                       belongs into a sheet \"cquin milestones\""
                .to_owned(),
            effect: Effect::LeftAlone,
        });
    }
}

/// The per cents that the quarters of a row are of its whole; nothing where they do not make it up.
fn shares_of(sheet: &Sheet, row: u32, columns: &[u32], value: Option<u32>) -> Option<Vec<Decimal>> {
    let cells: Vec<&Cell> = columns.iter().map(|column| sheet.cell(row, *column)).collect();
    let filled = || cells.iter().filter(|cell| !cell.is_empty());
    let are_per_cents = filled().all(|cell| per_cent_of(cell).is_some());
    let number = |cell: &&Cell| match cell {
        Cell::Empty => Some(Decimal::ZERO),
        cell if are_per_cents => per_cent_of(cell),
        cell => number_of(cell),
    };
    let numbers: Vec<Decimal> = cells.iter().map(number).collect::<Option<_>>()?;
    let sum = numbers.iter().try_fold(Decimal::ZERO, |sum, number| sum.checked_add(*number))?;
    if sum.is_zero() || numbers.iter().any(|number| number.is_sign_negative() && !number.is_zero()) {
        return None;
    }
    let hundred = Decimal::ONE_HUNDRED;
    let of_value = value.and_then(|column| number_of(sheet.cell(row, column)));
    if of_value == Some(sum) && !are_per_cents {
        let share = |number: &Decimal| divide(multiply(*number, hundred).ok()?, sum).ok().map(at_six_places);
        return numbers.iter().map(share).collect();
    }
    (sum == hundred).then_some(numbers)
}

/// The number of per cents that a cell says.
fn per_cent_of(cell: &Cell) -> Option<Decimal> {
    match cell {
        Cell::Number(digits, style) if style.kind == NumberKind::Percent => number_in(&shifted(digits, 2)),
        Cell::Text(words) => number_in(words.trim().strip_suffix('%')?.trim_end()),
        _ => None,
    }
}

/// A share as a plan can hold it.
fn at_six_places(share: Decimal) -> Decimal {
    let (digits, _) = at_most_places(&share.to_string(), 6);
    number_in(&digits).unwrap_or(share).normalize()
}
