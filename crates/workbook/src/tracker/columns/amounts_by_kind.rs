//! Amounts that stand in columns of their own for pay, non-pay and income: their whole is read where it stands beside them,
//! and else they are added up.

use crate::cells::{holds_amounts, holds_noughts};
use crate::headings::{Field, HeadingNames, HeadingWords};
use crate::sheet::Sheet;
use crate::tracker::header::{LeftAlone, TrackerColumn, TrackerHeader};
use crate::vocabulary::Follows;
use std::collections::{BTreeMap, BTreeSet};

/// Two of these beside each other say that they are parts.
const KINDS: [(&str, &[&str]); 3] = [
    ("pay", &["pay", "paysaving", "paysavings", "paycosts"]),
    ("nonpay", &["nonpay", "nonpaysaving", "nonpaysavings", "nonpaycosts"]),
    ("income", &["income", "incomegeneration", "additionalincome"]),
];
/// What may stand beside them as a further part.
const OTHERS: [&str; 5] = ["other", "drugs", "procurement", "capital", "technical"];

impl TrackerHeader {
    /// Takes columns for the parts of an amount by kind: for nothing of their own where the whole stands beside them, and else
    /// for the first and what is added to it.
    pub(crate) fn take_kinds(&mut self, sheet: &Sheet, names: &HeadingNames) {
        let first_row = self.first_row;
        let mut kinds: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for column in &self.columns {
            if let Some(kind) = kind_of(&column.words).filter(|_| holds_amounts(sheet, first_row, column.at)) {
                kinds.entry(&column.words.over).or_default().insert(kind);
            }
        }
        // What is nought in every row is one of them beside another.
        for column in self.columns.iter().filter(|column| holds_noughts(sheet, first_row, column.at)) {
            if let Some((kind, of)) = kind_of(&column.words).zip(kinds.get_mut(column.words.over.as_str())) {
                of.insert(kind);
            }
        }
        let over: Vec<String> =
            kinds.into_iter().filter(|(_, of)| of.len() > 1).map(|(over, _)| over.to_owned()).collect();
        for over in over {
            let whole = match names.field(&HeadingWords::read(&over).key_of_own()) {
                Some(field) => Some(field).filter(|field| field.is_money()),
                // A year alone stands over what is planned for it.
                None => HeadingWords::read(&over).is_year_alone().then_some(Field::PlanOfYear),
            };
            let whole = whole.or_else(|| over.is_empty().then_some(Field::PlanOfYear));
            self.take_kinds_below(sheet, &over, whole);
        }
    }

    fn take_kinds_below(&mut self, sheet: &Sheet, over: &str, whole: Option<Field>) {
        // What a mapping says of them all is that they are the whole together.
        let is_open = |column: &TrackerColumn| !column.is_said || column.field.is_some() && column.field == whole;
        let is_part = |column: &TrackerColumn| {
            let is_named = kind_of(&column.words).is_some() || OTHERS.contains(&column.words.key_of_own().as_str());
            column.words.over == over && is_named && is_open(column)
        };
        if over.is_empty() {
            self.take_total();
        }
        let has_whole = self.columns.iter().any(|column| {
            let is_beside = over.is_empty() || column.words.over == over || column.words.over.is_empty();
            is_beside && column.field.is_some() && column.field == whole && !is_part(column)
        });
        if let Some(whole) = whole.filter(|_| has_whole) {
            self.hold_against_kinds(sheet, over, whole, &is_part);
        }
        // Of a budget income and what is spent are no parts of one whole.
        let is_sum = !has_whole && Follows::names_schemes(self);
        let mut parts: Vec<TrackerColumn> = self.columns.iter().filter(|column| is_part(column)).cloned().collect();
        let first = (!parts.is_empty()).then(|| parts.remove(0).at);
        for column in self.columns.iter_mut().filter(|column| is_part(column)) {
            (column.field, column.left) = match whole.filter(|_| is_sum) {
                Some(whole) if Some(column.at) == first => (Some(whole), None),
                Some(whole) => (None, Some(LeftAlone::AddedTo(whole))),
                None => (None, Some(LeftAlone::OfKind)),
            };
            if column.field.is_some() {
                column.added.clone_from(&parts);
            }
        }
    }

    /// Takes "Total" alone for the plan of the year, where nothing else is that.
    pub(super) fn take_total(&mut self) {
        if self.has_months() || self.has(Field::PlanOfYear) {
            return;
        }
        // A year may stand over each of several.
        let is_whole = |words: &HeadingWords| words.key_over().is_empty() && words.key_of_own() == "total";
        let are_open =
            |column: &&mut TrackerColumn| !column.is_said && column.field.is_none() && is_whole(&column.words);
        for whole in self.columns.iter_mut().filter(are_open) {
            whole.field = Some(Field::PlanOfYear);
        }
    }
}

/// What kind of amounts a heading names.
pub(super) fn kind_of(words: &HeadingWords) -> Option<&'static str> {
    let key = words.key_of_own();
    KINDS.iter().find(|(_, names)| names.contains(&key.as_str())).map(|(kind, _)| *kind)
}
