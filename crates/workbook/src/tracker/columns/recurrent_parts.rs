//! Savings that stand in two columns: what of them is recurrent, and what is saved once.

use crate::cells::{holds_amounts, holds_noughts};
use crate::headings::{Field, HeadingNames, HeadingWords, MonthKind};
use crate::sheet::Sheet;
use crate::tracker::header::{LeftAlone, TrackerColumn, TrackerHeader};
use std::collections::{BTreeMap, BTreeSet};

impl TrackerHeader {
    /// Where both what is recurrent and what is not stand under the same words, they are the halves of what these say: those
    /// of the plan are what of the saving is recurrent and what is saved once, and those of a forecast are not.
    pub(crate) fn take_halves(&mut self, names: &HeadingNames) {
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
    pub(crate) fn take_parts(&mut self, sheet: &Sheet) {
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
