//! The questions as fields: each is answered by choosing, or left as it is.

use crate::components::{TableGuide, Tag, capitalised, choice, choice_words, count_of, tag};
use crate::session::{LEFT_ALONE, LoadQuestion, LoadReport, TRACKER, question_field};
use one_plan_model::plan::Table;
use one_plan_model::quantity::{FinancialYear, Month};
use yew::prelude::*;

/// The years for which a tracker may be.
const FIRST_YEAR: u16 = 2008;
const LAST_YEAR: u16 = 2040;

/// The questions that need an answer, and behind them, folded, the headings that are like none.
pub fn questions(report: &LoadReport) -> Tag {
    let (mut pressing, mut others, mut count) = (tag("div"), tag("div"), 0);
    let asked = report.questions.iter().enumerate().filter(|(_, question)| !question.is_of_columns());
    for (position, question) in asked {
        let field = field(position, question);
        if question.is_pressing {
            pressing = pressing.child(field);
        } else {
            others = others.child(field);
            count += 1;
        }
    }
    let mut folded = tag("div");
    if count > 0 {
        let words = format!(
            "{} not known; say what it is, if the plan needs it",
            count_of(count, "heading or sheet is", "headings or sheets are")
        );
        folded = folded.child(tag("details").class("disclosure").child(tag("summary").words(words)).child(others));
    }
    tag("div").child(pressing).child(folded)
}

fn field(position: usize, question: &LoadQuestion) -> Tag {
    let id = question_field(position);
    let options = match question.kind.as_str() {
        "column" => of_column(question),
        "sheet" => of_sheet(question),
        "tracker-year" => of_year(),
        "tracker-month" => of_month(),
        _ => of_candidates(question),
    };
    let label = tag("label").class("field__label").attribute("for", id.clone()).words(label(question));
    let select = tag("select").class("select").id(id).children(options.into_iter().map(Tag::html).collect());
    let mut guide = tag("div");
    if let Some(table) = Table::named(&question.table) {
        guide = guide.child(html! { <TableGuide {table} /> });
    }
    tag("div").class("field").key(position).child(label).child(select).child(guide)
}

fn label(question: &LoadQuestion) -> String {
    let LoadQuestion { sheet, heading, .. } = question;
    match question.kind.as_str() {
        "column" => {
            let column = question.column.as_deref().unwrap_or_default();
            format!("Column {column} \u{201c}{heading}\u{201d} of the sheet \u{201c}{sheet}\u{201d}: what is it?")
        }
        "sheet" => format!("The sheet \u{201c}{sheet}\u{201d}: which table is it?"),
        "tracker-word" => format!("{} (Sheet \u{201c}{sheet}\u{201d}.)", question.question),
        _ => question.question.clone(),
    }
}

fn not_said(words: &'static str) -> Tag {
    choice("", words, true)
}

fn name_of(column: &str) -> String {
    capitalised(&choice_words(column))
}

/// First what the heading is like, then what else the table has.
fn of_column(question: &LoadQuestion) -> Vec<Tag> {
    let mut options = vec![not_said("Not said: it is left alone this time")];
    for candidate in &question.candidates {
        options.push(choice(candidate.clone(), format!("{}, as the heading nearly says", name_of(candidate)), false));
    }
    let columns = Table::named(&question.table).map(Table::columns).unwrap_or_default();
    for column in columns.iter().filter(|column| !question.candidates.iter().any(|of| of == column.name)) {
        options.push(choice(column.name, name_of(column.name), false));
    }
    options.push(choice(LEFT_ALONE, "Nothing of the plan: always leave it alone", false));
    options
}

fn of_sheet(question: &LoadQuestion) -> Vec<Tag> {
    let mut options = vec![not_said("Not said: it is left alone this time")];
    options.extend(question.candidates.iter().map(|table| choice(table.clone(), name_of(table), false)));
    if question.candidates.is_empty() {
        options.push(choice(TRACKER, "A tracker of savings: a row for each scheme, with its amounts beside it", false));
        options.extend(Table::ALL.iter().map(|table| choice(table.name(), name_of(table.name()), false)));
    }
    options.push(choice(LEFT_ALONE, "None of them: always leave it alone", false));
    options
}

fn of_year() -> Vec<Tag> {
    let years = (FIRST_YEAR..=LAST_YEAR).filter_map(FinancialYear::starting);
    std::iter::once(not_said("Choose a year"))
        .chain(years.map(|year| choice(year.to_string(), year.to_string(), false)))
        .collect()
}

fn of_month() -> Vec<Tag> {
    let names = (1..).zip(Month::names_of_financial_year());
    let months = names.map(|(nth, name)| choice(nth.to_string(), format!("Month {nth}: {name}"), false));
    std::iter::once(not_said("Choose a month")).chain(months).collect()
}

fn of_candidates(question: &LoadQuestion) -> Vec<Tag> {
    let without = match question.kind.as_str() {
        "tracker-unit" => "Choose a unit",
        "tracker-follows" => "Choose what they are",
        _ => "Not said: it is left alone this time",
    };
    let mut options = vec![not_said(without)];
    options.extend(question.candidates.iter().map(|word| {
        let words = match question.kind.as_str() {
            "tracker-follows" => rows_in_words(word),
            "rows" => word.clone(),
            "tracker-word" => meaning_in_words(word),
            _ => name_of(word),
        };
        choice(word.clone(), words, false)
    }));
    if question.kind == "tracker-word" {
        options.push(choice(LEFT_ALONE, "Nothing of the plan: always leave it alone", false));
    }
    options
}

/// What a word of a tracker may mean, with what follows from it for the figures.
fn meaning_in_words(word: &str) -> String {
    let follows = match word {
        "development: fully-developed" => "worked out and ready: its saving counts as fully developed",
        "development: in-progress" => {
            "being worked out: its saving counts as a plan in progress, and nothing is said of delivery"
        }
        "development: opportunity" => "an idea without a plan: its saving counts as an opportunity",
        "development: unidentified" => {
            "no scheme is known: its saving counts as unidentified, and none of it is expected to come"
        }
        "status: identified" => "named, and not begun: its saving counts as a plan in progress",
        "status: unidentified" => {
            "no scheme is known: its saving counts as unidentified, and none of it is expected to come"
        }
        "status: in-progress" => {
            "being delivered now: its saving counts as in delivery, and its plan as fully developed"
        }
        "status: made" => "delivered: its saving counts as made, and its plan as fully developed",
        "status: no-progress" => "planned, and nothing was done: its saving counts as an opportunity",
        _ => return name_of(word),
    };
    format!("{} ({follows})", name_of(word))
}

/// What the rows of a sheet are that says how the year goes.
fn rows_in_words(word: &str) -> String {
    match word {
        "schemes" => "Schemes that save: each becomes a scheme of the plan".to_owned(),
        "savings" => "Lines of savings that are no schemes".to_owned(),
        "income" => "Lines of income".to_owned(),
        "expenditure" => "Lines of expenditure".to_owned(),
        _ => "Other lines, or of several kinds".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::plan::ColumnKind;

    #[test]
    fn each_meaning_of_a_status_says_what_follows_for_the_figures() {
        for name in ["development", "status"] {
            let column = Table::Scheme.columns().iter().find(|column| column.name == name);
            let Some(ColumnKind::Choice(choices)) = column.map(|column| column.kind) else {
                panic!("{name} is no choice")
            };
            for choice in choices {
                let words = meaning_in_words(&format!("{name}: {}", choice.word));
                assert!(words.contains("its saving counts as"), "{words}");
            }
        }
    }
}
