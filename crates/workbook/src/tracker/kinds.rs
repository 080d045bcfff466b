//! Amounts that stand in columns of their own for pay, non-pay and income: they are parts, and only their whole is read.

use super::field::Field;
use super::header::{LeftAlone, TrackerHeader};
use super::heading_words::HeadingWords;
use super::recurrent_parts::holds_amounts;
use crate::sheet::Sheet;
use std::collections::{BTreeMap, BTreeSet};

/// Two of these beside each other say that they are parts.
const KINDS: [(&str, &[&str]); 3] = [
    ("pay", &["pay", "paysaving", "paysavings", "paycosts", "workforce"]),
    ("nonpay", &["nonpay", "nonpaysaving", "nonpaysavings", "nonpaycosts"]),
    ("income", &["income", "incomegeneration", "additionalincome"]),
];
/// What may stand beside them as a further part.
const OTHERS: [&str; 5] = ["other", "drugs", "procurement", "capital", "technical"];

impl TrackerHeader {
    /// Leaves alone the parts of an amount by kind. Their total is the plan of the year where nothing stands over them.
    pub(super) fn take_kinds(&mut self, sheet: &Sheet) {
        let kind_of = |words: &HeadingWords| {
            let key = words.key_of_own();
            KINDS.iter().find(|(_, names)| names.contains(&key.as_str())).map(|(kind, _)| *kind)
        };
        let first_row = self.first_row;
        let mut kinds: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for column in self.columns.iter().filter(|column| !column.is_said) {
            if let Some(kind) = kind_of(&column.words).filter(|_| holds_amounts(sheet, first_row, column.at)) {
                kinds.entry(column.words.key_over()).or_default().insert(kind);
            }
        }
        kinds.retain(|_, of| of.len() > 1);
        if kinds.is_empty() {
            return;
        }
        for column in self.columns.iter_mut().filter(|column| !column.is_said) {
            let key = column.words.key_of_own();
            let is_kind = kind_of(&column.words).is_some() || OTHERS.contains(&key.as_str());
            if is_kind && kinds.contains_key(&column.words.key_over()) {
                (column.field, column.left) = (None, Some(LeftAlone::OfKind));
            }
        }
        if kinds.contains_key("") {
            self.take_total();
        }
    }

    /// Takes "Total" alone for the plan of the year, where nothing else is that.
    pub(super) fn take_total(&mut self) {
        if self.has_months() || self.has(Field::PlanOfYear) {
            return;
        }
        let is_whole = |words: &HeadingWords| words.over.is_empty() && words.key_of_own() == "total";
        let whole =
            self.columns.iter_mut().find(|column| !column.is_said && column.field.is_none() && is_whole(&column.words));
        if let Some(whole) = whole {
            whole.field = Some(Field::PlanOfYear);
        }
    }
}
