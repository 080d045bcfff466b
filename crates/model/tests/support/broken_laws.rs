//! The laws that every plan keeps, whoever wrote it, and how a plan that breaks one is made small.

use crate::case::{opposite, plan_file};
use crate::generated::Tables;
use crate::mutated::Draws;
use one_plan_model::calculation::{CellAddress, Finding, Reason};
use one_plan_model::exchange::{read_json, write_json};
use one_plan_model::outcome::{Outcome, Recording, Replay, compute, resolve};
use one_plan_model::plan::{CellInput, Plan, Table};
use one_plan_model::quantity::{Fault, Fixed};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

/// What came of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tried {
    /// Its file is refused, with problems.
    Refused,
    /// Every law holds.
    Kept,
    /// This law does not, and what shows it.
    Broken(String, String),
}

/// The law, with the kind of figure or finding that shows it, and what shows it.
type Broken<T = ()> = Result<T, (String, String)>;

/// Tries every law on a plan.
pub fn tried(tables: &Tables) -> Tried {
    let result = catch_unwind(AssertUnwindSafe(|| {
        let Ok(file) = read_json(&plan_file(tables)) else { return Tried::Refused };
        match laws(tables, &file.plan) {
            Ok(()) => Tried::Kept,
            Err((law, shown)) => Tried::Broken(law, shown),
        }
    }));
    result.unwrap_or_else(|panic| {
        let text = panic.downcast_ref::<String>().cloned();
        let text = text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
        Tried::Broken("nothing panics".into(), text.unwrap_or_default())
    })
}

fn laws(tables: &Tables, plan: &Plan) -> Broken {
    let outcome = compute(plan);
    let figures = one_id_one_figure(plan, &outcome)?;
    explanation_is_the_figure(plan, &outcome)?;
    let mut shuffled = tables.clone();
    let mut draws = Draws(tables.len() as u64);
    for rows in shuffled.values_mut().filter_map(Value::as_array_mut) {
        draws.shuffle(rows);
    }
    for other in [opposite(tables), shuffled] {
        order_does_not_matter(plan, &outcome, &figures, &other)?;
    }
    reading_gives_what_was_written(plan, &figures)?;
    no_change_changes_nothing(plan, &outcome)
}

fn broken<T>(law: &str, shown: String) -> Broken<T> {
    Err((law.to_owned(), shown))
}

fn text(value: Result<one_plan_model::quantity::Decimal, Fault>) -> String {
    value.map_or_else(|fault| fault.short().to_owned(), |value| value.normalize().to_string())
}

fn one_id_one_figure(plan: &Plan, outcome: &Outcome) -> Broken<BTreeMap<String, String>> {
    let mut figures = BTreeMap::new();
    for (key, value) in outcome.figures() {
        let id = key.id(plan);
        if resolve(plan, &id) != Some(key) {
            return broken("every figure is found by its id", id);
        }
        if figures.insert(id.clone(), text(value)).is_some() {
            return broken("one id is one figure", id);
        }
    }
    Ok(figures)
}

fn explanation_is_the_figure(plan: &Plan, outcome: &Outcome) -> Broken {
    let recording = Recording::of(plan);
    let leaf = |reason: &Reason<'_>, value| match reason {
        Reason::Cell(address) => plan.number(*address).map_or(Err(Fault::NotGiven), Fixed::value),
        Reason::Figure(key, _) => outcome.value(*key).unwrap_or(Err(Fault::NotGiven)),
        _ => value,
    };
    let values = recording.record().evaluate_all(&leaf);
    let mut count = 0;
    for (key, number) in recording.series().iter().flat_map(|series| series.iter()) {
        count += 1;
        let (explained, computed) = (values.get(number.step().position()), outcome.value(key));
        if explained != computed.as_ref() {
            let law = format!("the explanation is the figure, {}", key.kind.id);
            return broken(&law, format!("{}: {explained:?}, {computed:?}", key.id(plan)));
        }
    }
    if count != outcome.figure_count() {
        return broken("every figure has an explanation", format!("{count} of {}", outcome.figure_count()));
    }
    for (key, _) in outcome.figures() {
        if recording.explain(plan, key).is_none_or(|explanation| explanation.steps.is_empty()) {
            return broken(&format!("every figure has an explanation, {}", key.kind.id), key.id(plan));
        }
    }
    Ok(())
}

/// What the findings say, and of which cells: those of a row by what is written in it, as rows have other numbers in another
/// order.
fn said(plan: &Plan, outcome: &Outcome) -> Vec<String> {
    let place = |place: &CellAddress| {
        let cells: Vec<String> =
            plan.written(place.table, place.row).iter().map(|(column, text)| format!("{column}: {text}")).collect();
        format!("{}[{}].{}", place.table.name(), cells.join(", "), place.column)
    };
    let line = |finding: &Finding| {
        let mut places: Vec<String> = finding.places.iter().map(place).collect();
        places.sort();
        format!("{}: {} {}\n    {}", finding.code, finding.message, finding.advice, places.join("\n    "))
    };
    let mut said: Vec<String> = outcome.findings().iter().map(line).collect();
    said.sort();
    said
}

/// What is in one of two lists and not in the other.
fn difference(one: &[String], other: &[String]) -> String {
    let only = |one: &[String], other: &[String]| {
        let only: Vec<String> = one.iter().filter(|text| !other.contains(text)).cloned().collect();
        only.join("\n  ")
    };
    format!("only in the one:\n  {}\nonly in the other:\n  {}", only(one, other), only(other, one))
}

fn lines(figures: &BTreeMap<String, String>) -> Vec<String> {
    figures.iter().map(|(id, value)| format!("{id} = {value}")).collect()
}

fn order_does_not_matter(plan: &Plan, outcome: &Outcome, figures: &BTreeMap<String, String>, other: &Tables) -> Broken {
    let Ok(file) = read_json(&plan_file(other)) else {
        return broken("the order of rows does not matter", "in another order the file is refused".into());
    };
    let other = compute(&file.plan);
    let other_figures = one_id_one_figure(&file.plan, &other)?;
    if *figures != other_figures {
        let all = figures.keys().chain(other_figures.keys());
        let differs = all.clone().find(|id| figures.get(*id) != other_figures.get(*id));
        let kind = differs.and_then(|id| resolve(plan, id)).map_or("", |key| key.kind.id);
        let shown = difference(&lines(figures), &lines(&other_figures));
        return broken(&format!("the order of rows changes no figure, {kind}"), shown);
    }
    let (one, other) = (said(plan, outcome), said(&file.plan, &other));
    if one != other {
        let differs = one.iter().find(|said| !other.contains(said)).or(other.iter().find(|said| !one.contains(said)));
        let code = differs.and_then(|said| said.split(':').next()).unwrap_or_default();
        return broken(&format!("the order of rows changes no finding, {code}"), difference(&one, &other));
    }
    Ok(())
}

fn reading_gives_what_was_written(plan: &Plan, figures: &BTreeMap<String, String>) -> Broken {
    let written = write_json(plan);
    let Ok(file) = read_json(written.as_bytes()) else {
        return broken("what is written can be read", written);
    };
    if write_json(&file.plan) != written {
        return broken("reading gives what was written", written);
    }
    if one_id_one_figure(&file.plan, &compute(&file.plan))? != *figures {
        return broken("reading gives what was written", "the figures are others".into());
    }
    Ok(())
}

fn no_change_changes_nothing(plan: &Plan, outcome: &Outcome) -> Broken {
    let mut same = plan.clone();
    for table in Table::ALL {
        for row in 0..plan.store(*table).rows() {
            for (column, text) in plan.written(*table, row) {
                let place = format!("{}[{}].{column} = {text:?}", table.name(), row + 1);
                let at = table.column(column).and_then(|at| u8::try_from(at).ok()).unwrap_or(u8::MAX);
                if let Err(problem) = same.set_cell(*table, row, at, Some(CellInput::Text(&text))) {
                    return broken("a cell takes what it holds", format!("{place}: {problem:?}"));
                }
            }
        }
    }
    if write_json(&same) != write_json(plan) {
        return broken("a cell that is set to what it holds changes nothing", String::new());
    }
    let cells: Vec<_> = plan.number_cells().collect();
    let numbers: Vec<Fixed> = cells.iter().filter_map(|cell| plan.number(*cell)).collect();
    if write_json(&plan.with_numbers(cells.iter().copied().zip(numbers.iter().copied()))) != write_json(plan) {
        return broken("a scenario that changes nothing changes nothing", String::new());
    }
    let asked: Vec<_> = outcome.figures().map(|(key, _)| key).collect();
    if asked.is_empty() || cells.is_empty() {
        return Ok(());
    }
    let replay = Replay::of(plan);
    let answers = replay.program(&asked, &cells).run(1, &|input, _| numbers[input]);
    for (key, values) in asked.iter().zip(&answers.values) {
        let replayed = values.first().copied().flatten().map(Fixed::value);
        if replayed != outcome.value(*key) {
            let shown = format!("{}: {replayed:?}, {:?}", key.id(plan), outcome.value(*key));
            return broken(&format!("a replay that changes nothing changes nothing, {}", key.kind.id), shown);
        }
    }
    Ok(())
}

/// The smallest plan that is found soon in which the same law is broken: tables, rows and cells are left out, and what
/// stands in cells becomes plain.
pub fn smaller(tables: &Tables, law: &str) -> Tables {
    let mut best = tables.clone();
    let until = Instant::now() + Duration::from_secs(15);
    let is_broken = |tables: &Tables| matches!(tried(tables), Tried::Broken(other, _) if other == law);
    loop {
        let before = best.clone();
        for candidate in candidates(&best) {
            if Instant::now() > until {
                return best;
            }
            // What was made smaller since may no longer have what is left out here.
            let candidate = candidate(&best);
            if candidate != best && is_broken(&candidate) {
                best = candidate;
            }
        }
        if best == before {
            return best;
        }
    }
}

type Step = Box<dyn Fn(&Tables) -> Tables>;

fn candidates(tables: &Tables) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for name in tables.keys().rev().filter(|name| *name != "plan") {
        let name = name.clone();
        steps.push(Box::new(move |tables| {
            let mut tables = tables.clone();
            tables.remove(&name);
            tables
        }));
    }
    for (name, rows) in tables.iter().filter(|(name, _)| *name != "plan") {
        for at in (0..rows.as_array().map_or(0, Vec::len)).rev() {
            let name = name.clone();
            steps.push(Box::new(move |tables| {
                let mut tables = tables.clone();
                if let Some(rows) = tables.get_mut(&name).and_then(Value::as_array_mut)
                    && at < rows.len()
                {
                    rows.remove(at);
                }
                tables
            }));
        }
    }
    for (name, rows) in tables {
        for (at, row) in rows.as_array().into_iter().flatten().enumerate() {
            for column in row.as_object().into_iter().flat_map(|row| row.keys()) {
                for plain in [None, Some("1"), Some("X")] {
                    let (name, column) = (name.clone(), column.clone());
                    steps.push(Box::new(move |tables| {
                        let mut tables = tables.clone();
                        let row =
                            tables.get_mut(&name).and_then(|rows| rows.get_mut(at)).and_then(Value::as_object_mut);
                        match (row, plain) {
                            (Some(row), None) => drop(row.remove(&column)),
                            (Some(row), Some(plain)) => match row.get_mut(&column) {
                                Some(cell) if cell.as_str().is_some_and(|text| text.len() > 1) => *cell = plain.into(),
                                _ => {}
                            },
                            (None, _) => {}
                        }
                        tables
                    }));
                }
            }
        }
    }
    steps
}

/// A plan as a file of cases.
pub fn as_case(tables: &Tables, law: &str, seed: u64) -> String {
    let mut text = format!("# Made up (seed {seed}): {law}.\n[plan]\n");
    for (name, rows) in tables {
        let _ = writeln!(text, "{name} = [");
        for row in rows.as_array().into_iter().flatten() {
            let cell = |(column, cell): (&String, &Value)| {
                format!("{column} = {}", toml::Value::String(cell.as_str().unwrap_or_default().to_owned()))
            };
            let cells: Vec<String> = row.as_object().into_iter().flatten().map(cell).collect();
            let _ = writeln!(text, "    {{ {} }},", cells.join(", "));
        }
        text.push_str("]\n");
    }
    text.push_str("\n[[case]] # every law holds\n");
    text
}
