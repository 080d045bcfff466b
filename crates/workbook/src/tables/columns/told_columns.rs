//! Which columns of a sheet are not read and why.

use super::months_across::MonthsAcross;
use super::scores_of_risks::factors_of;
use crate::cells::{Heading, holds_amounts};
use crate::headings::{NAME, TableNames};
use crate::issues::{Effect, Headings, Issue, Severity, unread_cells};
use crate::sheet::Sheet;
use crate::tables::headings::is_of_names;
use crate::tables::table_rows::TableRows;
use one_plan_model::plan::ColumnKind;

/// With what the heading of a description ends.
const DESCRIPTION: &str = "description";
/// Words of headings over numbers that are no pounds, whatever unit stands above the table.
const NO_POUNDS: &str = "wte wtes fte ftes headcount staff posts activity cases beds spells episodes attendances admissions referrals \
                         patients people population age days weeks months year years number numbers no count code codes centre ref \
                         reference id row line version score rank rating priority likelihood impact probability risk rate ratio \
                         share percentage percent weight weighting tariff price";
/// So many amounts are named that a column may be.
const AMOUNTS_NAMED: usize = 3;

impl TableRows {
    /// Says which columns of the sheet are not read, and why.
    pub(crate) fn tell_other_columns(&mut self, sheet: &Sheet, names: &TableNames) {
        // What is to be said of months is said once of all.
        let months = MonthsAcross::among(self.header.row, self.header.others.iter().cloned());
        let mut may_be_amounts = Vec::new();
        for (column, words) in &self.header.others {
            if months.as_ref().is_some_and(|months| months.has(*column)) {
                continue;
            }
            if is_of_names(self.table, words, names) {
                self.issues.push(self.numbers_as_names(*column, words));
                continue;
            }
            let heading = Heading::of(words);
            // A score is held against the numbers of which it is the product.
            if factors_of(self.table, &heading).is_some() {
                continue;
            }
            if names.is_of_money_unit(self.table, &heading.key) {
                self.issues.push(self.unit_of_activity(*column, words));
                continue;
            }
            if self.may_be_its_amount(sheet, *column, &heading) {
                may_be_amounts.push((*column, words.trim()));
                continue;
            }
            self.issues.push(self.other_column(sheet, (*column, words), &heading, names));
        }
        let amounts = self.amounts_without_a_name(&may_be_amounts);
        self.issues.extend(amounts);
        let columns = self.header.headed_columns();
        let headings = Headings { row: self.header.row, first_row: self.header.first_row, columns: &columns };
        self.issues.extend(unread_cells(sheet, self.place, self.table, headings));
        for (column, words, known) in &self.header.repeated {
            let name = self.table.columns().get(*known).map(|column| column.name).unwrap_or_default();
            // Rows are called by a code, and what it means stands beside it.
            let describes = *known == NAME && Heading::of(words).key.ends_with(DESCRIPTION);
            self.issues.push(Issue {
                severity: if describes { Severity::Information } else { Severity::Error },
                place: self.place.cell(self.header.row, *column),
                column: Some((self.table, Some(*known))),
                value: words.trim().to_owned(),
                what: format!("an earlier column of the sheet is already read as \"{name}\""),
                expected: "one column of that meaning; give this one another heading, or take it out".to_owned(),
                effect: Effect::LeftAlone,
            });
        }
        if self.table.columns().iter().any(|column| matches!(column.kind, ColumnKind::MoneyUnit)) {
            self.tell_units(sheet);
        }
    }

    /// What is said of a column of which it is not known what it holds.
    fn other_column(
        &self,
        sheet: &Sheet,
        (column, words): (u32, &str),
        heading: &Heading,
        names: &TableNames,
    ) -> Issue {
        let near = names.near_columns(self.table, heading);
        // Of money nothing is left out in passing.
        let is_money = heading.unit.is_some() || self.is_of_unit_above(sheet, column, heading, words);
        let contradiction = heading.contradiction(self.table, names);
        let is_minor = near.is_empty() && !is_money && contradiction.is_none();
        let of_no_year = self.header.of_year.as_ref().and_then(|_| names.column(self.table, &heading.key));
        let what = if of_no_year.is_some() {
            format!("other columns are of one year each, and of which year \"{}\" is, is not said", words.trim())
        } else if let Some(contradiction) = contradiction {
            format!("the heading \"{}\" {contradiction}", words.trim())
        } else if near.is_empty() {
            format!("the heading \"{}\" is that of no column of \"{}\"", words.trim(), self.table.name())
        } else {
            format!("the heading \"{}\" is nearly that of a column of \"{}\"", words.trim(), self.table.name())
        };
        let near = if of_no_year.is_some() { Vec::new() } else { near };
        let names: Vec<String> = near
            .iter()
            .filter_map(|at| self.table.columns().get(*at))
            .map(|column| format!("\"{}\"", column.name))
            .collect();
        let expected = if of_no_year.is_some() {
            "the year in its heading, or a column of it for each year".to_owned()
        } else if names.is_empty() {
            "nothing, if the plan does not need it; its cells stay as they are".to_owned()
        } else {
            format!("{}, if that is meant", names.join(" or "))
        };
        Issue {
            severity: if is_minor { Severity::Information } else { Severity::Warning },
            place: self.place.cell(self.header.row, column),
            column: Some((self.table, None)),
            value: words.trim().to_owned(),
            what,
            expected,
            effect: Effect::LeftAlone,
        }
    }

    /// Whether no column is read as an amount, though rows of the table have amounts, and one of which nothing is known holds
    /// money: then the sheet would be read, and not what it is about.
    fn may_be_its_amount(&self, sheet: &Sheet, column: u32, heading: &Heading) -> bool {
        let mut money =
            self.table.columns().iter().enumerate().filter(|(_, of)| matches!(of.kind, ColumnKind::Money)).peekable();
        money.peek().is_some()
            && money.all(|(at, _)| !self.header.has(at))
            && (heading.unit.is_some() || self.header.unit_above.is_some())
            && holds_amounts(sheet, self.header.first_row, column)
    }

    /// Whether a column of amounts stands below a unit that is that of all. Beside amounts that are read, others are none whose
    /// heading says that something is counted.
    fn is_of_unit_above(&self, sheet: &Sheet, column: u32, heading: &Heading, words: &str) -> bool {
        let has_amounts = self.table.columns().iter().any(|of| matches!(of.kind, ColumnKind::Money));
        self.header.unit_above.is_some()
            && !heading.is_percent
            && !(has_amounts && says_no_pounds(words))
            && holds_amounts(sheet, self.header.first_row, column)
    }

    fn amounts_without_a_name(&self, found: &[(u32, &str)]) -> Option<Issue> {
        let (first, words) = found.first()?;
        let money = self.table.columns().iter().filter(|of| matches!(of.kind, ColumnKind::Money));
        let names: Vec<String> = money.take(AMOUNTS_NAMED).map(|of| format!("\"{}\"", of.name)).collect();
        let headings: Vec<String> = found.iter().map(|(_, words)| format!("\"{words}\"")).collect();
        let may_be = match found.len() {
            1 => "may be one: it is not read",
            _ => "may be some: they are not read",
        };
        Some(Issue {
            severity: Severity::Error,
            place: self.place.cell(self.header.row, *first),
            column: Some((self.table, None)),
            value: (*words).to_owned(),
            what: format!(
                "no column is read as an amount of \"{}\", and {} {may_be}",
                self.table.name(),
                headings.join(", ")
            ),
            expected: format!("the heading of an amount, such as {}", names.join(" or ")),
            effect: Effect::LeftAlone,
        })
    }

    /// What is said of a column of units below which no unit of money stands.
    fn unit_of_activity(&self, column: u32, words: &str) -> Issue {
        Issue {
            severity: Severity::Information,
            place: self.place.cell(self.header.row, column),
            column: Some((self.table, None)),
            value: words.trim().to_owned(),
            what: format!(
                "no unit of money stands below \"{}\": it says what is counted, and is not read",
                words.trim()
            ),
            expected: "nothing, if that is meant; otherwise £, £000, £m or £bn in its cells".to_owned(),
            effect: Effect::LeftAlone,
        }
    }

    /// What is said of a heading of names with numbers below it: without the names nothing of the sheet is read.
    fn numbers_as_names(&self, column: u32, words: &str) -> Issue {
        let words = words.trim();
        let money = self.table.columns().iter().find(|column| matches!(column.kind, ColumnKind::Money));
        let amount = money.map(|column| format!(", such as \"{}\"", column.name)).unwrap_or_default();
        let is_named = self.header.has(NAME);
        Issue {
            severity: Severity::Error,
            place: self.place.cell(self.header.row, column),
            column: Some((self.table, None)),
            value: words.to_owned(),
            what: format!(
                "the heading \"{words}\" is that of the name of a row of \"{}\", and below it are only numbers: it is not read",
                self.table.name()
            ),
            expected: if is_named {
                format!("the heading of an amount{amount}")
            } else {
                format!("the heading \"name\" over the words, and over the numbers that of an amount{amount}")
            },
            effect: Effect::LeftAlone,
        }
    }
}

/// Whether the words of a heading say that the numbers below it are no pounds.
fn says_no_pounds(words: &str) -> bool {
    let words = words.to_lowercase();
    let mut words = words.split(|letter: char| !letter.is_alphanumeric());
    words.any(|word| NO_POUNDS.split_whitespace().any(|no| no == word))
}
