//! Help: where what a person has belongs, the words of the field, what each kind of finding means, and what stands in each
//! column of a plan.

use crate::components::{
    TableGuide, capitalised, choice_words, counted, fact, filters, mentions, show_more, tag, titled_by, words_field,
};
use crate::pages::view_state::use_view_state;
use crate::pages::where_to_put::WhereToPut;
use one_plan_model::outcome::finding_kinds;
use one_plan_model::plan::Table;
use yew::prelude::*;

/// The words of the field, as the project keeps them: a table of terms, meanings and places in the code.
const GLOSSARY: &str = include_str!("../../docs/glossary.md");

/// Something that can be looked up.
#[derive(Clone, Debug, PartialEq)]
pub struct HelpEntry {
    /// Of which sort it is.
    pub sort: &'static str,
    /// What is looked up.
    pub title: String,
    /// What it means.
    pub text: &'static str,
}

/// Everything that can be looked up, sort by sort.
pub fn help_entries() -> impl Iterator<Item = HelpEntry> {
    let terms = GLOSSARY.lines().filter_map(|line| {
        let mut cells = line.strip_prefix('|')?.split('|').map(str::trim);
        let (term, meaning) = (cells.next()?, cells.next()?);
        let is_term = !term.is_empty() && term != "term" && !term.starts_with("---");
        is_term.then(|| HelpEntry { sort: "Glossary", title: term.to_owned(), text: meaning })
    });
    let kinds = finding_kinds().map(|kind| HelpEntry {
        sort: "Kinds of findings",
        title: capitalised(&kind.code.replace('-', " ")),
        text: if kind.when().is_empty() { kind.advice } else { kind.when() },
    });
    terms.chain(kinds)
}

/// Properties of [`HelpPage`].
#[derive(Clone, Copy, PartialEq, Properties)]
pub struct HelpPageProperties {
    /// Whether a plan is open.
    pub has_plan: bool,
}

/// The page of help, which is there before there is a plan.
#[component]
pub fn HelpPage(properties: &HelpPageProperties) -> Html {
    let state = use_view_state("help-", ());
    let wanted = state.words.trim();
    let all: Vec<HelpEntry> = help_entries().collect();
    let total = all.len();
    let found: Vec<HelpEntry> = all
        .into_iter()
        .filter(|entry| wanted.is_empty() || mentions(&entry.title, wanted) || mentions(entry.text, wanted))
        .collect();
    let shown = found.len().min(state.rows);
    let mut sections = tag("div");
    for of_sort in found.get(..shown).unwrap_or_default().chunk_by(|left, right| left.sort == right.sort) {
        let Some(first) = of_sort.first() else { continue };
        let mut facts = tag("dl").class("help");
        for (at, entry) in of_sort.iter().enumerate() {
            let name = tag("dt").words(entry.title.clone());
            facts = facts.child(fact(at, name, tag("dd").words(entry.text)));
        }
        let id = first.sort.replace(' ', "-").to_ascii_lowercase();
        sections = sections.child(titled_by(id, first.sort.to_owned()).key(first.sort).child(facts));
    }
    let mut tables = titled_by("help-tables".to_owned(), "Tables and their columns".to_owned());
    let named = |table: &&Table| wanted.is_empty() || mentions(&choice_words(table.name()), wanted);
    for table in Table::ALL.iter().copied().filter(|table| named(&table)) {
        let guide = html! { <TableGuide {table} is_named=true /> };
        tables = tables.child(tag("div").key(table.name()).child(guide));
    }
    let field = words_field("help-words", "That mention", &state.words, state.onwords.clone());
    tag("div")
        .child(tag("h1").class("page__title").words("Help and glossary"))
        .child(tag("div").child(html! { <WhereToPut has_plan={properties.has_plan} /> }))
        .child(filters(vec![field], format!("{} of {}", counted(found.len()), counted(total))))
        .child(sections)
        .child(show_more(shown, found.len(), "entries", &state.onrows))
        .child(tables)
        .html()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sort_of_help_has_entries_with_a_meaning() {
        for sort in ["Glossary", "Kinds of findings"] {
            let entries: Vec<HelpEntry> = help_entries().filter(|entry| entry.sort == sort).collect();
            assert!(entries.len() > 20, "{sort}: {}", entries.len());
            assert!(entries.iter().all(|entry| !entry.title.is_empty() && !entry.text.is_empty()), "{sort}");
        }
    }
}
