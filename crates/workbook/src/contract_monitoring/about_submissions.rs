//! What is said of submissions that state the same months, and what is asked of them.

use super::about_sheets::warning;
use super::column::Measure;
use super::counting::TOGETHER;
use super::found_rows::Facts;
use super::given_months::GivenMonths;
use super::months::Months;
use super::named_rows::place_of;
use super::stated::{Group, Stated};
use super::telling::{Remark, Telling, counted};
use crate::issues::{Effect, Place, Question, Severity};
use one_plan_model::plan::Table;
use one_plan_model::quantity::{FinancialYear, format};
use std::collections::{BTreeMap, BTreeSet};

/// So many commissioners are named.
const NAMED: usize = 6;

/// The column in which an answer is kept that says which submission counts.
pub fn answer_column() -> usize {
    Table::ContractMonth.column("billed").unwrap_or_default()
}

/// Groups of a provider and a year for which it is not known what counts.
#[derive(Default)]
struct Undecided {
    months: Months,
    commissioners: BTreeSet<u32>,
    /// The submissions, and where each first states one of them.
    statements: BTreeMap<usize, Place>,
}

/// Says how often months are stated. The questions are what only a person can say.
pub fn tell(facts: Facts<'_>, given: &GivenMonths, names: &[String], telling: &mut Telling) -> Vec<Question> {
    let name = |statement: usize| names.get(statement).map_or("", String::as_str);
    for ((earlier, later), groups) in &facts.counting.repeated {
        let what = format!(
            "{} stated here as in {}, row for row: they count once",
            counted(groups.len(), "month of a commissioner is", "months of commissioners are"),
            name(*earlier)
        );
        let what = if names.get(*later) == names.get(*earlier) { what } else { format!("{}: {what}", name(*later)) };
        telling.note(place_of_statement(facts, *later), None, what, "nothing, if they are the same submission");
    }
    for ((provider, year), (said, groups)) in &facts.counting.said {
        let what = format!(
            "{}: {} stated differently, and what counts is {said}, as you said",
            facts.words(*provider, *year),
            counted(groups.len(), "month of a commissioner is", "months of commissioners are")
        );
        telling.note(Place::default(), Some(Table::ContractMonth), what, "nothing, if that is meant");
    }
    for ((statement, provider, year), months) in given.noughts(Measure::Actual) {
        let what = format!(
            "{} for {}: what was done is 0 in every row, and the months are taken as not given yet",
            facts.words(provider, year),
            months.words(year)
        );
        let expected =
            "nothing, if they are months to come; a month in which nothing was done has a row in a table of the plan";
        telling.note(place_of_statement(facts, statement), None, what, expected);
    }
    for ((provider, year), other) in &facts.counting.other_plans {
        let place = facts.all.stated.get(other.example).map(|stated| cell(facts, stated)).unwrap_or_default();
        let what = format!(
            "{}: contract monitoring says another plan of {} than the activity plan does, {} and not {}: the activity plan counts",
            facts.words(*provider, *year),
            counted(other.groups, "month of a commissioner", "months of commissioners"),
            format::money(Ok(other.monitoring)),
            format::money(Ok(other.plan))
        );
        telling.tell(place, warning(what, "the same plan in both files, or the one that is agreed alone"));
    }
    tell_undecided(facts, names, telling)
}

fn tell_undecided(facts: Facts<'_>, names: &[String], telling: &mut Telling) -> Vec<Question> {
    let mut undecided: BTreeMap<(u32, FinancialYear), Undecided> = BTreeMap::new();
    for ((group, _), stated) in &facts.counting.undecided {
        let of = undecided.entry((group.provider, group.year)).or_default();
        let Group { commissioner, month, .. } = *group;
        of.months = of.months.with(month);
        of.commissioners.insert(commissioner);
        for stated in stated.iter().filter_map(|at| facts.all.stated.get(*at)) {
            of.statements.entry(stated.statement).or_insert_with(|| cell(facts, stated));
        }
    }
    let mut questions = Vec::new();
    for ((provider, year), of) in undecided {
        let words = facts.words(provider, year);
        let mut candidates: Vec<String> = Vec::new();
        for name in of.statements.keys().filter_map(|statement| names.get(*statement)) {
            if !candidates.contains(name) {
                candidates.push(name.clone());
            }
        }
        let commissioners: Vec<&str> =
            of.commissioners.iter().map(|commissioner| facts.all.commissioners.written(*commissioner)).collect();
        let place = of.statements.values().next_back().copied().unwrap_or_default();
        let stated_in: Vec<&str> = candidates.iter().map(String::as_str).collect();
        let is_answered = facts.counting.said.contains_key(&(provider, year));
        let what = format!(
            "{words}: {} of {} {} stated differently in {}{}. They are never added up, and none of them counts before it is said \
             which does",
            of.months.words(year),
            format::some_of(&commissioners, NAMED, ", "),
            if of.months.count() == 1 { "is" } else { "are" },
            format::some_of(&stated_in, NAMED, ", "),
            if is_answered { ", and the one that you said counts does not state them" } else { "" }
        );
        telling.tell(
            place,
            Remark {
                severity: Severity::Error,
                effect: Effect::RowLeftOut,
                table: Some(Table::ContractMonth),
                value: words.clone(),
                what,
                expected: "an answer which of them counts, or the files without the others: of files that restate the year so far, \
                           mostly the one that was sent last",
            },
        );
        if !is_answered {
            candidates.push(TOGETHER.to_owned());
            questions.push(Question::Rows {
                sheet: (place.file, place.sheet.unwrap_or_default()),
                name: words,
                table: Table::ContractMonth,
                column: answer_column(),
                candidates,
            });
        }
    }
    questions
}

fn cell(facts: Facts<'_>, stated: &Stated) -> Place {
    let at = place_of(facts.all, stated)
        .map(|((file, sheet), row)| Place { sheet: Some(sheet), ..Place::file(file) }.row(row));
    at.unwrap_or_default()
}

fn place_of_statement(facts: Facts<'_>, statement: usize) -> Place {
    let statement = facts.all.statements.get(statement);
    statement.map(|of| Place { sheet: Some(of.sheet.1), ..Place::file(of.sheet.0) }).unwrap_or_default()
}
