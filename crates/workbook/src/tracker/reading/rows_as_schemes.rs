//! A row of a tracker as a scheme: its name, its identifier and its amounts.

use super::identifiers_of_trackers::UsedByTrackers;
use super::reader::Reader;
use super::scheme_row::SchemeRow;
use crate::cells::{Adjustment, identifier_of};
use crate::headings::{Field, MonthKind};
use crate::issues::{Effect, Severity};
use crate::tables::SchemeReference;
use crate::vocabulary::{Follows, NAMES_OF_OTHERS, is_unidentified, says_nothing};
use std::collections::BTreeMap;

impl Reader<'_> {
    /// Reads a row, and says what is to be said of its cells.
    pub(crate) fn scheme_row(
        &mut self,
        row: u32,
        adjustments: &mut BTreeMap<(Field, Adjustment), usize>,
        used: &mut UsedByTrackers,
    ) -> SchemeRow {
        let mut amounts = BTreeMap::new();
        let mut unread = Vec::new();
        let has_nothing_planned = self.says_nothing_is_planned(row);
        for column in &self.header.columns {
            let Some(field) = column.field.filter(|field| field.is_money()) else { continue };
            match self.amount(row, column) {
                Ok(_) if field == Field::PlanOfYear && has_nothing_planned => {
                    amounts.insert(field, "0".into());
                    let what =
                        "a dash beside a full-year effect says that nothing is planned for the year: it is read as 0";
                    let expected =
                        "nothing, if that is meant; an empty cell, if the plan follows from the full-year effect";
                    self.tell(Severity::Information, row, field, what.to_owned(), expected, Effect::Used);
                }
                Ok((text, adjustment)) => {
                    if let Some(adjustment) = adjustment {
                        *adjustments.entry((field, adjustment)).or_default() += 1;
                    }
                    amounts.extend(text.map(|text| (field, text)));
                }
                Err(problem) => {
                    unread.push(field);
                    self.tell(Severity::Error, row, field, problem.what, &problem.expected, Effect::CellLeftOut);
                    let at = self.column_of_problem(row, column);
                    if let Some(said) = self.issues.last_mut() {
                        (said.place.column, said.value) = (Some(at), self.sheet.cell(row, at).shown());
                    }
                }
            }
        }
        for field in NAMES_OF_OTHERS {
            if self.words_as_written(row, field).is_some_and(|words| says_nothing(&words, field)) {
                let what = format!("this is no name: {} is read as not given", field.about());
                self.tell(Severity::Information, row, field, what, "nothing, if that is meant", Effect::CellLeftOut);
            }
        }
        let reference = self.words(row, Field::Reference);
        let named = self.words(row, Field::Line).filter(|_| self.follows != Follows::Schemes);
        let named = named.or_else(|| self.words(row, Field::Name)).or_else(|| self.words(row, Field::Description));
        // In the column of programmes "Unidentified" is a name, where no other is there.
        let unidentified = || self.words(row, Field::Programme).filter(|words| is_unidentified(words));
        let name = named.or_else(|| reference.clone()).or_else(unidentified).unwrap_or_else(|| {
            let name = format!("Row {}", u64::from(row) + 1);
            let what = format!("this row has neither a reference nor a name; it is read as the scheme \"{name}\"");
            self.tell(Severity::Warning, row, Field::Name, what, "the name of the scheme", Effect::Used);
            name.into()
        });
        let wanted = reference.as_deref().and_then(identifier_of).or_else(|| identifier_of(&name));
        let mut wanted = wanted.unwrap_or_else(|| format!("row-{}", u64::from(row) + 1));
        if self.is_further_year {
            wanted = format!("{wanted}-{}", self.year.to_string().replace('/', "-"));
        }
        let id = used.take_scheme(wanted.clone(), self.year, self.is_monitored());
        let reference = reference.map(|written| {
            let repeated = (id != wanted).then(|| {
                let what = format!(
                    "the reference \"{written}\" stands more than once; this row is the scheme \"{id}\" in the plan"
                );
                let expected = "a reference for each scheme, or one row for each";
                self.issue(Severity::Warning, row, Field::Reference, what, expected, Effect::Used)
            });
            SchemeReference { written, repeated }
        });
        // Whether a scheme is another one is known when all sheets are read; a line of a finance report is.
        if self.follows != Follows::Schemes {
            self.issues.extend(reference.as_ref().and_then(|reference| reference.repeated.clone()));
        }
        let is_cumulative = self.header.is_cumulative(MonthKind::Plan);
        SchemeRow { row, id: id.into(), reference, name, amounts, is_cumulative, unread }
    }
}
