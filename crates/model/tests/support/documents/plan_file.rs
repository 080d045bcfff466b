//! `docs/plan-file.md`: every table and column of a plan file.

use super::register::Mechanism;
use super::uses::Uses;
use super::{examples, words};
use one_plan_model::exchange::FORMAT;
use one_plan_model::plan::{CellOrder, Column, ColumnKind, Table};
use one_plan_model::rules::contracts::FORM_COLUMNS;
use serde_json::{Map, Value};
use std::fmt::Write;

/// The subjects, each with the first of its tables: those that follow belong to it, up to the next subject.
const SUBJECTS: [(&str, Table); 18] = [
    ("The plan, its organisations and programmes", Table::PlanDetails),
    ("Lists of schemes", Table::SchemeList),
    ("Activity", Table::Setting),
    ("CQUIN", Table::CquinScheme),
    ("Financial framework", Table::BudgetLine),
    ("Population and commissioning", Table::PopulationCount),
    ("The financial challenge", Table::Challenge),
    ("Finance over several years", Table::ResourceLimit),
    ("Prices and rules of activity", Table::MonthlyActivity),
    ("Contracts and what is settled", Table::Contract),
    ("Quality", Table::PatientScore),
    ("Programmes of work and decisions", Table::WorkProgramme),
    ("Staff, beds and room", Table::StaffGroup),
    ("Time", Table::Milestone),
    ("What may go wrong", Table::Risk),
    ("Monitoring and governance", Table::MonitoredLine),
    ("What the plan says of its own figures", Table::Quantity),
    ("What would be if something were otherwise", Table::Scenario),
];

/// How many figures are named of those that use a column.
const MOST_FIGURES: usize = 8;

/// The document.
pub fn as_markdown(register: &[Mechanism], plans: &[Vec<u8>]) -> String {
    let uses = Uses::of(plans);
    let rows: Vec<Map<String, Value>> = plans.iter().filter_map(|plan| serde_json::from_slice(plan).ok()).collect();
    let mut text = introduction();
    for (subject, tables) in subjects() {
        let links: Vec<String> = tables.iter().map(|table| words::link(*table)).collect();
        let _ = writeln!(text, "* [{subject}](#{}): {}", words::address(subject), links.join(", "));
    }
    for (subject, tables) in subjects() {
        let _ = write!(text, "\n## {subject}\n");
        for table in tables {
            describe(&mut text, table, register, &uses, &examples::row(table, &rows));
        }
    }
    text
}

fn introduction() -> String {
    format!(
        "# The plan file\n\n\
         Every table and column of a plan file, in the order in which they are written. Made from the definitions of the \
         tables by `cargo xtask docs`; a test holds that it is current.\n\n\
         A plan file is JSON: `\"format\": \"{FORMAT}\"`, and for each table a list of rows. A cell is text as it is printed. \
         Money stands in the unit of its row and keeps its decimal places; a column that is not filled is left out. \
         Only the table [`plan`](#plan) must be there, with its one row. Every table has the column `source`. The same for \
         programs is the [schema](../schema/one-plan.schema.json).\n\n\
         A saving is positive, and so is what is spent again. A change in activity or cost carries its sign. What leaves, \
         arrives or is avoided is counted positively. Where a column has a sign of its own, its meaning says so.\n\n\
         The last column names the figures that use a cell themselves and not through another figure; what each of them is \
         stands in [figures.md](figures.md). Where none is named, the cell is shown, says which row is meant, or is read by \
         the [checks](findings.md).\n\n"
    )
}

/// The subjects with their tables.
fn subjects() -> Vec<(&'static str, Vec<Table>)> {
    let mut subjects: Vec<(&str, Vec<Table>)> = Vec::new();
    for table in Table::ALL {
        if let Some((subject, _)) = SUBJECTS.iter().find(|(_, first)| first == table) {
            subjects.push((subject, Vec::new()));
        }
        if let Some((_, tables)) = subjects.last_mut() {
            tables.push(*table);
        }
    }
    subjects
}

fn describe(text: &mut String, table: Table, register: &[Mechanism], uses: &Uses, example: &str) {
    let _ = write!(text, "\n### `{}`\n\n{}", table.name(), table.about().trim());
    if let Some(key) = table.key_words() {
        let _ = write!(text, " One row for each {key}.");
    }
    for relation in relations(table) {
        let _ = write!(text, " {relation}");
    }
    let of_table = register.iter().filter(|mechanism| mechanism.tables.iter().any(|name| name == table.name()));
    let mechanisms: Vec<&str> = of_table.map(|mechanism| mechanism.id.as_str()).collect();
    if !mechanisms.is_empty() {
        let _ = write!(text, " [Mechanisms](mechanisms.md): {}.", mechanisms.join(", "));
    }
    text.push_str("\n\n| column | what stands in it | must be filled | which numbers | what it means | used by |\n|---|---|---|---|---|---|\n");
    for (position, column) in table.columns().iter().enumerate() {
        if column.name != "source" {
            let _ = writeln!(text, "{}", row(column, &uses.of_column(table, position)));
        }
    }
    for column in table.columns() {
        if let ColumnKind::Choice(choices) = column.kind {
            let _ = write!(text, "\nWords of `{}`:\n\n", column.name);
            for choice in choices {
                let _ = writeln!(text, "* `{}`: {}", choice.word, choice.meaning().trim());
            }
        }
    }
    if table == Table::Contract {
        describe_forms(text);
    }
    let _ = write!(text, "\n```json\n{example}\n```\n");
}

/// Which columns of a contract each form needs, and which it may read.
fn describe_forms(text: &mut String) {
    let names = |columns: &[&str]| {
        let names: Vec<String> = columns.iter().map(|column| format!("`{column}`")).collect();
        names.join(", ")
    };
    text.push_str("\nWhat each form is settled by (`value` may be given by the months of the contract; an associate needs \
                   its `base` as well where the contract that it follows has one):\n\n| form | needs | may read |\n|---|---|---|\n");
    for columns in FORM_COLUMNS {
        let (needs, may_read) = (names(columns.needs), names(columns.may_read));
        let _ = writeln!(text, "| `{}` | {needs} | {may_read} |", columns.form.word());
    }
}

fn row(column: &Column, figures: &[&str]) -> String {
    let mut named: Vec<String> = figures.iter().take(MOST_FIGURES).map(|figure| format!("`{figure}`")).collect();
    if let Some(others) = figures.len().checked_sub(MOST_FIGURES).filter(|others| *others > 0) {
        named.push(format!("and {others} more"));
    }
    format!(
        "| `{}` | {} | {} | {} | {} | {} |",
        column.name,
        words::kind(column.kind),
        if column.required { "yes" } else { "" },
        if column.range.is_any() { "" } else { column.range.words() },
        words::cell(&match column.rests {
            Some(rests) => format!("{} Without it {rests} is not computed.", column.help().trim()),
            None => column.help().to_owned(),
        }),
        named.join(", ")
    )
}

/// How the cells of one row stand to each other, as sentences.
fn relations(table: Table) -> Vec<String> {
    let column = |position: u8| table.columns().get(usize::from(position));
    let sentence = |first: &Column, order: CellOrder, other: &Column| {
        let is_number = first.kind.is_number();
        let stands = match order {
            CellOrder::AtMost if is_number => "is at most",
            CellOrder::AtMost => "is not after",
            CellOrder::Below if is_number => "is less than",
            CellOrder::Below => "is before",
        };
        format!("`{}` {stands} `{}`.", first.name, other.name)
    };
    let all = table.relations().iter();
    all.filter_map(|relation| Some(sentence(column(relation.first)?, relation.order, column(relation.other)?)))
        .collect()
}
