//! Identifiers and references as people write them: the name of a row in place of its identifier, capital letters, blanks.

use crate::cells::{UsedIdentifiers, identifier_of, key_of};
use crate::recognise::names_made::NamesMade;
use crate::tables::TableRows;
use one_plan_model::exchange::GivenRows;
use one_plan_model::plan::{Identifier, Table};
use std::collections::{BTreeMap, HashMap, HashSet};

/// The rows that words can mean in each table.
type Meanings = HashMap<Table, MeaningsOfTable>;

/// The rows that words can mean in one table.
#[derive(Clone, Debug, Default)]
struct MeaningsOfTable {
    /// An identifier always means its row, whatever other rows are called.
    identifiers: HashSet<String>,
    words: HashMap<String, Meaning>,
}

#[derive(Clone, Debug)]
enum Meaning {
    One(Box<str>),
    Several,
}

/// Makes identifiers where there are none or where they are other words, and puts them into the references to them.
pub fn resolve_names(lists: &mut [TableRows]) -> NamesMade {
    let mut done = NamesMade::default();
    let mut meanings: Meanings = HashMap::new();
    for (list, rows) in lists.iter_mut().enumerate().filter(|(_, rows)| rows.table.has_identifiers()) {
        let meanings = meanings.entry(rows.table).or_default();
        let made = name_rows(&mut rows.given, meanings);
        if made > 0 {
            done.made.insert(list, made);
        }
    }
    add_missing_rows(lists, &mut meanings, &mut done);
    for (list, rows) in lists.iter_mut().enumerate() {
        refer(list, &mut rows.given, &meanings, &mut done);
    }
    done
}

/// Gives each row its identifier, and notes by which words it can be meant.
fn name_rows(given: &mut GivenRows, meanings: &mut MeaningsOfTable) -> usize {
    let mut used = UsedIdentifiers::default();
    given.rows().filter_map(|row| given.cell(row, 0)).for_each(|id| used.note(id.trim().to_owned()));
    let mut made = 0;
    for row in given.rows() {
        let (id, name) = (given.cell(row, 0).map(str::to_owned), given.cell(row, 1).map(str::to_owned));
        let identifier = match id.as_deref().map(str::trim) {
            Some(id) if Identifier::accepts(id) => id.to_owned(),
            Some(id) => {
                let Some(identifier) = identifier_of(id) else { continue };
                made += 1;
                identifier
            }
            None => {
                let Some(identifier) = name.as_deref().and_then(identifier_of) else { continue };
                made += 1;
                used.take(identifier)
            }
        };
        used.note(identifier.clone());
        let text: Box<str> = identifier.clone().into();
        meanings.identifiers.insert(identifier);
        // A name means its row where no other row has it.
        for words in [id, name].into_iter().flatten() {
            note(&mut meanings.words, key_of(&words), &text);
        }
        given.set(row, 0, Some(text));
    }
    made
}

fn note(meanings: &mut HashMap<String, Meaning>, key: String, identifier: &str) {
    let meaning = meanings.entry(key).or_insert_with(|| Meaning::One(identifier.into()));
    if matches!(meaning, Meaning::One(earlier) if earlier.as_ref() != identifier) {
        *meaning = Meaning::Several;
    }
}

/// Adds rows of tables that need nothing but an identifier and a name, where others refer to them and no sheet holds
/// them: a person who writes "Planned care" behind each scheme has said which programmes there are.
fn add_missing_rows(lists: &[TableRows], meanings: &mut Meanings, done: &mut NamesMade) {
    let mut added: BTreeMap<Table, BTreeMap<String, String>> = BTreeMap::new();
    // "Women's & children's" and "Womens and Childrens" are one.
    let mut seen: HashMap<Table, HashSet<String>> = HashMap::new();
    for rows in lists {
        for column in rows.given.columns() {
            let Some(to) = rows.table.columns().get(*column).and_then(|column| column.kind.refers_to()) else {
                continue;
            };
            if meanings.contains_key(&to) || to == rows.table || !needs_only_a_name(to) {
                continue;
            }
            for row in rows.given.rows() {
                let Some(name) = rows.given.cell(row, *column) else { continue };
                if let Some(identifier) = identifier_of(name)
                    && seen.entry(to).or_default().insert(key_of(name))
                {
                    added.entry(to).or_default().entry(identifier).or_insert_with(|| name.trim().to_owned());
                }
            }
        }
    }
    for (table, names) in added {
        let mut given = GivenRows::new(table, vec![0, 1]);
        let meanings = meanings.entry(table).or_default();
        for (identifier, name) in &names {
            given.push([Some(identifier.clone().into()), Some(name.clone().into())]);
            note(&mut meanings.words, key_of(name), identifier);
            meanings.identifiers.insert(identifier.clone());
        }
        done.added.push((table, names.into_values().collect()));
        done.added_rows.push(given);
    }
}

fn needs_only_a_name(table: Table) -> bool {
    table.has_identifiers() && table.columns().iter().skip(2).all(|column| !column.required)
}

/// Puts identifiers in place of names that are meant.
fn refer(list: usize, given: &mut GivenRows, meanings: &Meanings, done: &mut NamesMade) {
    let table = given.table;
    for column in given.columns().to_vec() {
        let Some(to) = table.columns().get(column).and_then(|column| column.kind.refers_to()) else { continue };
        let Some(meanings) = meanings.get(&to) else { continue };
        for row in given.rows() {
            let Some(text) = given.cell(row, column).map(str::trim) else { continue };
            if meanings.identifiers.contains(text) {
                continue;
            }
            match meanings.words.get(&key_of(text)) {
                Some(Meaning::One(identifier)) => {
                    let identifier = identifier.clone();
                    given.set(row, column, Some(identifier));
                }
                Some(Meaning::Several) => done.ambiguous.push((list, row, column)),
                // The model says that there is no such row.
                None => {}
            }
        }
    }
}
