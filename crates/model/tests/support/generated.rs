//! Plans that nobody wrote, made from the definitions of the tables alone: every column, values as they are usual and as
//! they are odd, several years and organisations, circles, the same twice. The same seed gives the same plan.
#![allow(dead_code, reason = "each test file uses some of it")]

use crate::mutated::Draws;
use one_plan_model::exchange::read_json;
use one_plan_model::outcome::compute;
use one_plan_model::plan::{Column, ColumnKind, Table};
use one_plan_model::quantity::{Digits, Fixed};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The tables of a plan file.
pub type Tables = Map<String, Value>;

/// How one plan is made: some plans are dense, some odd, some about one year.
struct Style {
    /// Of a hundred cells that may be empty, how many are filled.
    filled: usize,
    /// Of a hundred cells, how many hold something odd.
    odd: usize,
    /// The most rows of a table.
    rows: usize,
    years: Vec<u16>,
    unit: &'static str,
}

/// A plan.
pub fn plan(seed: u64) -> Tables {
    let draws = &mut Draws(seed);
    let style = Style {
        filled: *draws.pick(&[20, 50, 80, 100]),
        odd: *draws.pick(&[0, 0, 2, 10, 30]),
        rows: *draws.pick(&[1, 2, 3, 6, 12]),
        years: {
            let first = *draws.pick(&[2011, 2011, 2012, 2019, 2022]);
            (first..first + *draws.pick(&[1, 2, 4])).collect()
        },
        unit: draws.pick::<&str>(&["£", "£000", "£m", "£m", "£bn"]),
    };
    let counts = counts(draws, &style);
    let mut ids: BTreeMap<Table, Vec<String>> = BTreeMap::new();
    for (table, count) in &counts {
        ids.insert(*table, (0..*count).map(|at| id(draws, *table, at)).collect());
    }
    let mut tables = Tables::new();
    let first = style.years[0];
    tables.insert(
        "plan".into(),
        json!([{"title": "Made up", "system": "Nowhere", "first_year": year(first), "last_year": year(first + 3),
            "base_year": year(first - 1)}]),
    );
    for (table, count) in &counts {
        let rows = (0..*count).map(|at| row(draws, &style, *table, &ids, at, &[])).collect();
        tables.insert(table.name().to_owned(), Value::Array(rows));
    }
    let figures = figures(&tables);
    if !figures.is_empty() {
        for table in Table::ALL.iter().filter(|table| needs_figures(**table)) {
            if draws.once_in(3) && has_what_it_needs(*table, &counts) {
                let count = 1 + draws.below(style.rows);
                let rows = (0..count).map(|at| row(draws, &style, *table, &ids, at, &figures)).collect();
                tables.insert(table.name().to_owned(), Value::Array(rows));
            }
        }
    }
    // What is said twice.
    for (name, rows) in &mut tables {
        let Some(rows) = rows.as_array_mut() else { continue };
        if name != "plan" && draws.once_in(8) && !rows.is_empty() {
            let mut again = draws.pick(rows).clone();
            if let Some(id) = again.get_mut("id") {
                *id = json!(format!("again-{}", rows.len()));
            }
            rows.push(again);
        }
    }
    tables
}

fn needs_figures(table: Table) -> bool {
    table.columns().iter().any(|column| column.required && matches!(column.kind, ColumnKind::FigureIdentifier))
}

fn has_what_it_needs(table: Table, counts: &BTreeMap<Table, usize>) -> bool {
    table.columns().iter().all(|column| match column.kind {
        ColumnKind::Reference(to) => !column.required || counts.contains_key(&to),
        _ => true,
    })
}

/// Which tables have how many rows: some that stand side by side, and what they refer to.
fn counts(draws: &mut Draws, style: &Style) -> BTreeMap<Table, usize> {
    let all: Vec<Table> =
        Table::ALL.iter().copied().filter(|table| *table != Table::PlanDetails && !needs_figures(*table)).collect();
    let mut wanted: Vec<Table> = Vec::new();
    for _ in 0..1 + draws.below(2) {
        let start = draws.below(all.len());
        let end = (start + 1 + draws.below(8)).min(all.len());
        wanted.extend(all[start..end].iter().filter(|_| !draws.once_in(4)));
    }
    let mut counts = BTreeMap::new();
    while let Some(table) = wanted.pop() {
        if counts.contains_key(&table) || needs_figures(table) {
            continue;
        }
        counts.insert(table, 1 + draws.below(style.rows));
        for column in table.columns() {
            if let ColumnKind::Reference(to) = column.kind
                && (column.required || draws.once_in(3))
            {
                wanted.push(to);
            }
        }
    }
    counts
}

/// The ids of the figures that a plan gives rise to.
fn figures(tables: &Tables) -> Vec<String> {
    let Ok(file) = read_json(&crate::case::plan_file(tables)) else { return Vec::new() };
    let outcome = compute(&file.plan);
    outcome.figures().map(|(key, _)| key.id(&file.plan)).collect()
}

fn id(draws: &mut Draws, table: Table, at: usize) -> String {
    let name = table.name().replace('_', "-");
    match draws.below(12) {
        0 => format!("{at}"),
        1 => format!("2011-12-{at}"),
        2 => format!("total-{at}"),
        3 => format!("{}{at}", "long-".repeat(15)),
        _ => format!("{}-{at}", &name[..name.len().min(6)].trim_end_matches('-')),
    }
}

fn row(
    draws: &mut Draws,
    style: &Style,
    table: Table,
    ids: &BTreeMap<Table, Vec<String>>,
    at: usize,
    figures: &[String],
) -> Value {
    let mut cells = Map::new();
    let has_money = table.columns().iter().any(|column| matches!(column.kind, ColumnKind::Money));
    for column in table.columns() {
        let text = match column.kind {
            ColumnKind::Identifier => match ids.get(&table) {
                Some(ids) => ids[at].clone(),
                None => format!("row-{at}"),
            },
            // Where it is missing, so is every amount.
            ColumnKind::MoneyUnit if has_money && !draws.once_in(30) => {
                (*draws.pick(&[style.unit, style.unit, style.unit, "£", "£000"])).to_owned()
            }
            ColumnKind::FigureIdentifier if figures.is_empty() => continue,
            ColumnKind::FigureIdentifier => draws.pick(figures).clone(),
            _ if !column.required && draws.below(100) >= style.filled => continue,
            // A part of something that is itself a part is refused in some tables, and so is a circle: few are made.
            ColumnKind::Reference(to) if to == table && !draws.once_in(60) => match ids.get(&to) {
                Some(ids) if at > 0 => ids[if draws.once_in(8) { draws.below(at) } else { 0 }].clone(),
                _ => continue,
            },
            ColumnKind::Reference(to) => match ids.get(&to) {
                Some(ids) => draws.pick(ids).clone(),
                None => continue,
            },
            _ => cell(draws, style, column),
        };
        cells.insert(column.name.to_owned(), json!(text));
    }
    Value::Object(cells)
}

/// What stands in a cell of a kind.
fn cell(draws: &mut Draws, style: &Style, column: &Column) -> String {
    let is_odd = draws.below(100) < style.odd;
    match column.kind {
        ColumnKind::Text => text(draws, is_odd),
        ColumnKind::Money | ColumnKind::Count | ColumnKind::Number | ColumnKind::Measured => {
            number(draws, column, is_odd, "")
        }
        ColumnKind::Rate => number(draws, column, is_odd, "%"),
        ColumnKind::Year => year(a_year(draws, style, is_odd)),
        ColumnKind::Month => month(draws, style, is_odd),
        ColumnKind::Date => format!("{}-{:02}", month(draws, style, is_odd), 1 + draws.below(28)),
        ColumnKind::DueDate => match draws.below(3) {
            0 => year(a_year(draws, style, is_odd)),
            1 => month(draws, style, is_odd),
            _ => format!("{}-{:02}", month(draws, style, is_odd), 1 + draws.below(28)),
        },
        ColumnKind::Choice(choices) => draws.pick(choices).word.to_owned(),
        ColumnKind::Flag => (*draws.pick(&["yes", "no"])).to_owned(),
        ColumnKind::SourceLines => (*draws.pick(&["1", "12-14", "2, 8-9"])).to_owned(),
        ColumnKind::MoneyUnit => style.unit.to_owned(),
        ColumnKind::Identifier | ColumnKind::Reference(_) | ColumnKind::FigureIdentifier => String::new(),
    }
}

fn text(draws: &mut Draws, is_odd: bool) -> String {
    if !is_odd {
        return (*draws.pick(&["Ward", "Clinic", "Ward", "North", "South"])).to_owned();
    }
    let odd = [
        "{}",
        "a.b",
        "=1+1",
        "-",
        "é😀",
        "\"quoted\", and more",
        "two\nlines",
        "\u{a0}x\u{a0}",
        "2011/12",
        "0",
        "total",
        "\u{202e}turned",
        "<b>",
        "\\",
    ];
    match draws.below(15) {
        0 => "long ".repeat(60).trim_end().to_owned(),
        _ => (*draws.pick(&odd)).to_owned(),
    }
}

fn number(draws: &mut Draws, column: &Column, is_odd: bool, sign: &str) -> String {
    if is_odd {
        let odd = [
            "0",
            "-0",
            "0.000",
            "(6.3)",
            "−5",
            "-0.5",
            "999999999999999",
            "-999,999,999,999,999.999999",
            "0.000001",
            "100",
            "101",
            "1,000,000",
            "-100",
            "0.1",
            "33.333333",
            "12.345",
        ];
        return format!("{}{sign}", draws.pick(&odd));
    }
    // What the column may hold, if it is found soon.
    let mut found = String::new();
    for _ in 0..8 {
        let rate = sign == "%";
        found = match draws.below(8) {
            0 => "0".to_owned(),
            1 => format!("{}.{}", draws.below(100), draws.below(10)),
            2 if !rate => format!("{},{:03}", 1 + draws.below(90), draws.below(1_000)),
            3 => format!("-{}", 1 + draws.below(20)),
            4 => "1".to_owned(),
            5 => "100".to_owned(),
            _ => draws.below(101).to_string(),
        };
        let Ok(digits) = Digits::read(&found) else { continue };
        let value = Fixed::from(digits.number());
        let value = if rate { value.over(Fixed::whole(100)) } else { value };
        if column.range.holds(value) {
            break;
        }
    }
    format!("{found}{sign}")
}

fn a_year(draws: &mut Draws, style: &Style, is_odd: bool) -> u16 {
    if is_odd { *draws.pick(&[1948, 1999, 2000, 2010, 2015, 2099, 2149]) } else { *draws.pick(&style.years) }
}

fn year(start: u16) -> String {
    format!("{start}/{:02}", (start + 1) % 100)
}

fn month(draws: &mut Draws, style: &Style, is_odd: bool) -> String {
    let of = draws.below(12);
    let year = a_year(draws, style, is_odd) + u16::from(of < 3);
    format!("{year}-{:02}", of + 1)
}
