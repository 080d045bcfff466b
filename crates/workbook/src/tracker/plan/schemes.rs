//! The schemes of a tracker.

use super::list_of_rows::{list_of, push};
use super::scheme_lists::SchemeLists;
use crate::cells::{Heading, NamedMonth, key_of, month_named, text_of};
use crate::headings::Field;
use crate::issues::{Asks, Effect, Severity};
use crate::tables::TableRows;
use crate::tracker::reading::{Reader, SchemeRow};
use crate::tracker::told::is_recurrent;
use crate::vocabulary::{Meaning, Vocabulary, choices_for, is_unidentified, meaning};
use one_plan_model::plan::{ColumnKind, Table};
use std::collections::BTreeMap;

/// What a row says in words: a column of `schemes`, by position, and its word.
type Said = BTreeMap<usize, Box<str>>;

/// The fields whose cells are words with a meaning.
const OF_WORDS: [Field; 5] = [Field::Status, Field::Risk, Field::Recurrent, Field::CashReleasing, Field::Kind];

/// The schemes.
pub fn table_of_schemes(reader: &mut Reader<'_>, lists: &SchemeLists, rows: &[SchemeRow]) -> TableRows {
    let in_sheet = [
        ("id", Field::Reference),
        ("name", Field::Name),
        ("description", Field::Description),
        ("programme", Field::Programme),
        ("gross", Field::PlanOfYear),
        ("reinvestment", Field::Reinvestment),
        ("full_year_effect", Field::FullYearEffect),
        ("start", Field::Start),
        ("end", Field::End),
        ("recurrent", Field::Recurrent),
        ("risk", Field::Risk),
        ("development", Field::Status),
        ("status", Field::Status),
        ("class", Field::CashReleasing),
        ("kind", Field::Kind),
    ];
    let mut list = list_of(Table::Scheme, reader.header, reader.place, &in_sheet, &["list", "unit"]);
    let mut said = said(reader, rows);
    say_unidentified(reader, rows, &mut said);
    let mut summed = None;
    for (scheme, said) in rows.iter().zip(said) {
        let word = |name: &str| Table::Scheme.column(name).and_then(|column| said.get(&column).cloned());
        let plan = scheme.plan_of_year();
        if plan.as_ref().is_some_and(|(_, is_sum)| *is_sum) {
            summed = summed.or(Some((scheme.row, scheme.parts().is_some(), scheme.is_cumulative)));
        }
        let cells = vec![
            Some(scheme.id.clone()),
            Some(scheme.name.clone()),
            reader.words(scheme.row, Field::Description),
            reader.words(scheme.row, Field::Programme),
            plan.map(|(text, _)| text),
            scheme.text(Field::Reinvestment),
            scheme.text(Field::FullYearEffect),
            month(reader, scheme.row, Field::Start),
            month(reader, scheme.row, Field::End),
            word("recurrent").or_else(|| is_recurrent(scheme).map(Into::into)),
            word("risk"),
            word("development"),
            word("status"),
            word("class"),
            word("kind"),
            Some(lists.list(reader, scheme.row)),
            Some(reader.unit.symbol().into()),
        ];
        let position = u32::try_from(list.positions.len()).unwrap_or(u32::MAX);
        let columns = in_sheet.iter().filter(|(_, field)| scheme.unread.contains(field));
        let columns = columns.filter_map(|(name, _)| Table::Scheme.column(name));
        list.unread_cells.extend(columns.map(|column| (position, column)));
        push(&mut list, scheme.row, cells);
        list.references.push(scheme.reference.clone());
    }
    if let Some((row, is_of_parts, is_cumulative)) = summed {
        let what = if is_of_parts {
            "the plan of the year is not given here, or not in every row; there it is what is recurrent and what is saved once"
        } else if is_cumulative {
            "the plan of the year is not given here, or not in every row; there it is the plan up to the last month"
        } else {
            "the plan of the year is not given here, or not in every row; there it is the sum of the plans of the months"
        };
        reader.tell(
            Severity::Information,
            row,
            Field::Name,
            what.to_owned(),
            "nothing, if that is meant",
            Effect::Used,
        );
    }
    list
}

/// A month as the model reads it. `April` alone is that of the year of the tracker.
fn month(reader: &Reader<'_>, row: u32, field: Field) -> Option<Box<str>> {
    let cell = reader.sheet.cell(row, reader.header.column(field)?.at);
    let words = reader.words(row, field)?;
    if let Some(NamedMonth::Nth(nth)) = month_named(&words) {
        let month = reader.year.first_month().later(i32::from(nth) - 1);
        return Some(month.to_string().into());
    }
    text_of(ColumnKind::Month, cell, &Heading::default()).ok().and_then(|(text, _)| text)
}

/// What the rows say in words. What is not known is said once for each word, and asked.
fn said(reader: &mut Reader<'_>, rows: &[SchemeRow]) -> Vec<Said> {
    let mut all = vec![Said::new(); rows.len()];
    for field in OF_WORDS {
        let words: Vec<Option<Box<str>>> = rows.iter().map(|scheme| reader.words(scheme.row, field)).collect();
        let vocabulary = Vocabulary::of(words.iter().flatten().map(AsRef::as_ref));
        let mut unknown: BTreeMap<String, (u32, Box<str>, usize)> = BTreeMap::new();
        for ((scheme, words), said) in rows.iter().zip(words).zip(&mut all) {
            let Some(words) = words.filter(|words| !is_nothing(words)) else { continue };
            let meant = match reader.mapping.word(field, &words) {
                Some(mapped) => Meaning::Says(
                    mapped.column.map(|column| (column, mapped.word.as_str().into())).into_iter().collect(),
                ),
                None => meaning(field, &words, vocabulary),
            };
            match meant {
                Meaning::Says(says) => {
                    for (column, word) in says {
                        said.entry(column).or_insert(word);
                    }
                }
                Meaning::GoesWithoutSaying => {}
                Meaning::Unknown => unknown.entry(key_of(&words)).or_insert((scheme.row, words, 0)).2 += 1,
            }
        }
        for (row, words, cells) in unknown.into_values() {
            tell_unknown(reader, field, row, &words, cells);
        }
    }
    all
}

/// A row that is called "Unidentified" is no scheme that anybody has found, also where no column says so.
fn say_unidentified(reader: &mut Reader<'_>, rows: &[SchemeRow], all: &mut [Said]) {
    let Meaning::Says(unidentified) = meaning(Field::Status, "unidentified", Vocabulary::default()) else { return };
    for (scheme, said) in rows.iter().zip(all) {
        let says_nothing = unidentified.iter().all(|(column, _)| !said.contains_key(column));
        if says_nothing && is_unidentified(&scheme.name) {
            said.extend(unidentified.iter().cloned());
            let what = "no status stands here, and the name says that the saving is unidentified: it is read so";
            reader.tell(
                Severity::Information,
                scheme.row,
                Field::Name,
                what.to_owned(),
                "a status, if the scheme is known",
                Effect::Used,
            );
        }
    }
}

fn tell_unknown(reader: &mut Reader<'_>, field: Field, row: u32, words: &str, cells: usize) {
    let choices = choices_for(field);
    let candidates: Vec<String> =
        choices.iter().flat_map(|(column, words)| words.iter().map(move |word| format!("{column}: {word}"))).collect();
    let expected = format!("{}; a mapping can say what the word means", candidates.join(", "));
    let what = format!("what \"{}\" means as {} must be decided: {}", words.trim(), field.about(), of_cells(cells));
    reader.tell(Severity::Warning, row, field, what, &expected, Effect::CellLeftOut);
    let question = format!("What does \"{}\" mean as {}?", words.trim(), field.about());
    let column = reader.header.column(field).map(|column| column.at);
    reader.ask(Asks::Word, column, words.trim().to_owned(), question, candidates);
}

fn of_cells(cells: usize) -> String {
    if cells == 1 { "1 cell is not used".to_owned() } else { format!("{cells} cells are not used") }
}

fn is_nothing(words: &str) -> bool {
    ["", "na", "notapplicable"].contains(&key_of(words).as_str())
}
