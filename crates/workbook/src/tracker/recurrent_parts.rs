//! Savings that stand in two columns: what of them is recurrent, and what is saved once.

use super::field::{Field, MonthKind};
use super::header::TrackerHeader;
use super::heading_words::HeadingWords;
use super::names::HeadingNames;
use super::reader::Reader;
use super::scheme_row::SchemeRow;
use super::tracker_column::{LeftAlone, TrackerColumn};
use crate::recognise::{Effect, RunningSum, Severity, holds_amounts, holds_noughts};
use crate::sheet::Sheet;
use one_plan_model::quantity::Decimal;
use std::collections::{BTreeMap, BTreeSet};

impl TrackerHeader {
    /// Where both what is recurrent and what is not stand under the same words, they are the halves of what these say: those
    /// of the plan are what of the saving is recurrent and what is saved once, and those of a forecast are not.
    pub(super) fn take_halves(&mut self, names: &HeadingNames) {
        let half_of = |column: &TrackerColumn| {
            let own = HeadingWords { over: String::new(), own: column.words.own.clone() };
            match own.field(names).filter(|_| !column.is_said && !column.words.over.is_empty())? {
                Field::Recurrent | Field::RecurrentPart => Some(Field::Recurrent),
                Field::NonRecurrentPart => Some(Field::NonRecurrentPart),
                _ => None,
            }
        };
        self.take_recurrent_plan();
        let mut halves: BTreeMap<String, BTreeSet<Field>> = BTreeMap::new();
        for (column, half) in self.columns.iter().filter_map(|column| Some((column, half_of(column)?))) {
            halves.entry(column.words.key_over()).or_default().insert(half);
        }
        for column in &mut self.columns {
            let over = column.words.key_over();
            let Some(half) = half_of(column).filter(|_| halves.get(&over).is_some_and(|both| both.len() > 1)) else {
                continue;
            };
            match (names.field(&over), names.kind_of_months(&over)) {
                (Some(Field::PlanOfYear), _) | (_, Some(MonthKind::Plan)) => column.field = Some(half),
                (Some(of), _) if of.is_money() => (column.field, column.left) = (None, Some(LeftAlone::OtherHalf)),
                (_, Some(_)) => (column.field, column.left) = (None, Some(LeftAlone::OtherHalf)),
                _ => {}
            }
        }
    }

    /// A recurrent plan is the saving of a whole year, but beside one that is not recurrent it is the half of the plan.
    fn take_recurrent_plan(&mut self) {
        let once = self.columns.iter().filter(|column| column.field == Some(Field::NonRecurrentPart));
        let beside: BTreeSet<String> = once.map(|column| column.words.key_over()).collect();
        for column in self.columns.iter_mut().filter(|column| !column.is_said) {
            let is_half = column.field == Some(Field::FullYearEffect) && column.words.key_of_own() == "recurrentplan";
            if is_half && beside.contains(&column.words.key_over()) {
                column.field = Some(Field::Recurrent);
            }
        }
    }

    /// Takes columns called "Recurrent" and "Non-recurrent" for what they hold: amounts, or words for whether a scheme is.
    pub(super) fn take_parts(&mut self, sheet: &Sheet) {
        let first_row = self.first_row;
        let of_parts = [Field::Recurrent, Field::NonRecurrentPart];
        let open = |column: &&mut TrackerColumn| {
            !column.is_said && column.field.is_some_and(|field| of_parts.contains(&field))
        };
        let holds_amounts =
            |column: &TrackerColumn| column.words.own_unit().is_some() || holds_amounts(sheet, first_row, column.at);
        let is_any_of_amounts = self.columns.iter_mut().filter(open).any(|column| holds_amounts(column));
        for column in self.columns.iter_mut().filter(open) {
            let holds_amounts =
                holds_amounts(column) || (is_any_of_amounts && holds_noughts(sheet, first_row, column.at));
            column.field = match (column.field, holds_amounts) {
                (Some(Field::Recurrent), true) => Some(Field::RecurrentPart),
                (Some(Field::Recurrent), false) => Some(Field::Recurrent),
                (_, true) => Some(Field::NonRecurrentPart),
                (_, false) => None,
            };
        }
        if !(self.has(Field::RecurrentPart) && self.has(Field::NonRecurrentPart)) {
            // One of them alone does not say what the whole is.
            for column in self.columns.iter_mut().filter(|column| !column.is_said) {
                column.field = column.field.filter(|of| ![Field::RecurrentPart, Field::NonRecurrentPart].contains(of));
            }
            return;
        }
        self.take_total();
    }
}

/// Whether a scheme is recurrent, by what of it is.
pub fn is_recurrent(scheme: &SchemeRow) -> Option<&'static str> {
    let (recurrent, once) = parts(scheme)?;
    match (recurrent.is_zero(), once.is_zero()) {
        (false, true) => Some("yes"),
        (true, false) => Some("no"),
        _ => None,
    }
}

fn parts(scheme: &SchemeRow) -> Option<(Decimal, Decimal)> {
    let of = |field: Field| scheme.number(field);
    if !scheme.has(Field::RecurrentPart) && !scheme.has(Field::NonRecurrentPart) {
        return None;
    }
    Some((of(Field::RecurrentPart).unwrap_or_default(), of(Field::NonRecurrentPart).unwrap_or_default()))
}

impl Reader<'_> {
    /// Says of which schemes the parts cannot be told in one row, or are not the whole.
    pub(super) fn tell_parts(&mut self, schemes: &[SchemeRow]) {
        let mut both: Option<(u32, usize)> = None;
        let mut differs: Option<(u32, Decimal, Decimal, usize)> = None;
        for scheme in schemes {
            let Some((recurrent, once)) = parts(scheme) else { continue };
            if !recurrent.is_zero() && !once.is_zero() {
                both.get_or_insert((scheme.row, 0)).1 += 1;
            }
            let (Some(whole), Some(sum)) = (scheme.number(Field::PlanOfYear), recurrent.checked_add(once)) else {
                continue;
            };
            let mut of_parts = RunningSum::default();
            of_parts.add(recurrent);
            of_parts.add(once);
            if of_parts.differs(whole, 2).is_some() {
                differs.get_or_insert((scheme.row, whole, sum, 0)).3 += 1;
            }
        }
        let more = |cells: usize| match cells {
            0 | 1 => String::new(),
            2 => "; one more row is like it".to_owned(),
            cells => format!("; {} more rows are like it", cells - 1),
        };
        if let Some((row, cells)) = both {
            let what = format!(
                "this scheme saves both recurrently and once, which one row of a plan cannot say: whether it is recurrent is not \
                 given{}",
                more(cells)
            );
            let expected = "two rows, one for what is recurrent and one for what is saved once, or nothing";
            self.tell(Severity::Warning, row, Field::RecurrentPart, what, expected, Effect::Used);
        }
        if let Some((row, whole, sum, cells)) = differs {
            let what = format!(
                "this total is {}, and its parts add up to {}{}",
                whole.normalize(),
                sum.normalize(),
                more(cells)
            );
            let expected = "a total that is what is recurrent and what is saved once; the plan uses the total";
            self.tell(Severity::Warning, row, Field::PlanOfYear, what, expected, Effect::Used);
        }
    }
}
