//! Cases: small plans with what is right for them, as files beside the rule that they hold.
//!
//! A file is TOML. The tables of the plan stand under `[plan]`, each row as in a plan file; the row that describes the
//! plan may be left out. Each `[[case]]` changes some cells and says what must follow:
//!
//! ```toml
//! # The beds that a provider can use every day: the plan less what is kept free (CR35).
//! [plan]
//! organisations = [{ id = "o", name = "O", kind = "nhs-trust" }]
//! beds = [{ provider = "o", now = "100", plan = "90" }]
//!
//! [[case]] # 90 − 20 = 70
//! set = { "beds[1].escalation" = "20" }
//! figures = { "beds.o.in-use" = "70" }
//! findings = []
//! ```
//!
//! * `set`: cells by table, row counted from one and column; an empty text empties the cell; a row one past the last
//!   is a new row, a table alone (`"beds" = []`) takes its place.
//! * `figures`: pounds, things or fractions without trailing zeros; the short word of a fault; `none` where the plan
//!   must not give rise to the figure.
//! * `findings`: everything that the check must report, each `code`, or `code at beds[1].plan` for its first place,
//!   or `code at beds[1].plan, beds[2].plan` for the first of several places;
//!   nothing else may be reported. `finds`: what must be among it. `silent`: codes that must not be.
//! * `says`: for a code, words that the message of one such finding must have.
//! * `pounds`: for a code, how many pounds one such finding is about.
//! * `printed`: for the figure of each row of `stated`, the verdict.
//! * `unused`: every number on which no figure stands, such as `contracts[3].target`.
//! * `doubtful`: figures that stand on an error; `sound`: figures that do not.
//! * `problems`: the file must be refused, with a problem that has each of these words.
//!
//! Every case also runs with the rows of each table in the opposite order: no figure, finding or wording may change.
#![allow(dead_code, reason = "each test uses some of it")]

use one_plan_model::exchange;
use one_plan_model::outcome::{self, Outcome, resolve};
use one_plan_model::plan::{Plan, Table};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// What stands in place of a figure that a plan does not give rise to.
pub const NO_FIGURE: &str = "none";

/// Findings that name several amounts which need not be the same: what is in doubt is a unit or a sign, or the amounts are
/// of different things.
const COMPARES_NOTHING: [&str; 21] = [
    "aligned-payment-without-target",
    "amount-unit-in-doubt",
    "budgets-below-nothing",
    "change-not-understood",
    "contract-floor-in-doubt",
    "contract-tolerance-as-large-as-base",
    "cost-contradicts-activity",
    "dearer-where-it-arrives",
    "delay-taken-off",
    "delay-without-effect",
    "line-agreed-outside",
    "line-ask-below-offer",
    "month-unit-in-doubt",
    "months-in-another-unit",
    "months-may-be-the-year-so-far",
    "precision-says-nothing",
    "price-below-tariff-at-provider-in-deficit",
    "sign-read-as-meant",
    "sign-unclear",
    "unit-cost-in-doubt",
    "year-so-far-falls",
];

/// A file of cases.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseFile {
    /// The tables of the plan.
    #[serde(default)]
    pub plan: Map<String, Value>,
    /// The cases.
    #[serde(default)]
    pub case: Vec<Case>,
}

/// A change of the plan, and what must follow.
#[derive(Clone, Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Case {
    /// What is special about it.
    pub about: String,
    /// Cells with other contents, or whole tables.
    pub set: BTreeMap<String, Value>,
    /// Figures and their values.
    pub figures: BTreeMap<String, String>,
    /// Every finding.
    pub findings: Option<Vec<String>>,
    /// Findings that must be among them.
    pub finds: Vec<String>,
    /// Codes of findings that must not be there.
    pub silent: Vec<String>,
    /// Words that the message of a finding with a code must have.
    pub says: BTreeMap<String, String>,
    /// How many pounds a finding with a code is about.
    pub pounds: BTreeMap<String, String>,
    /// Printed figures and their verdicts.
    pub printed: BTreeMap<String, String>,
    /// Every number on which no figure stands.
    pub unused: Option<Vec<String>>,
    /// Figures that stand on an error.
    pub doubtful: Vec<String>,
    /// Figures that do not.
    pub sound: Vec<String>,
    /// Words of problems with which the file must be refused.
    pub problems: Vec<String>,
    /// Why the order of the rows may matter here; empty where it may not.
    pub order_matters: String,
}

/// The files with cases under a folder, in the order of their paths.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = std::fs::read_dir(folder) else { return found };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The files with cases of the model: beside the rules, and those that concern the whole.
pub fn all_files() -> Vec<PathBuf> {
    let model = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = files(&model.join("src"));
    found.extend(files(&model.join("tests/cases")));
    found
}

/// Reads a file of cases.
pub fn read(path: &Path) -> Result<CaseFile, String> {
    let text = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
    toml::from_str(&text).map_err(|error| error.to_string())
}

/// What a case makes of the plan of its file.
pub fn tables(file: &CaseFile, case: &Case) -> Result<Map<String, Value>, String> {
    let mut tables = file.plan.clone();
    // Rows are added in the order of their numbers, whatever the order of the words.
    let mut cells: Vec<(String, usize, String, &Value)> = Vec::new();
    for (place, value) in &case.set {
        match cell_of(place) {
            Some((table, row, column)) => cells.push((table, row, column, value)),
            None => {
                tables.insert(place.clone(), value.clone());
            }
        }
    }
    cells.sort_by(|left, right| (&left.0, left.1, &left.2).cmp(&(&right.0, right.1, &right.2)));
    for (table, row, column, value) in cells {
        let rows = tables.entry(table.clone()).or_insert_with(|| json!([]));
        let rows = rows.as_array_mut().ok_or_else(|| format!("{table} is no list of rows"))?;
        if row == rows.len() + 1 {
            rows.push(json!({}));
        }
        let place = row.checked_sub(1).and_then(|at| rows.get_mut(at)).and_then(Value::as_object_mut);
        let place = place.ok_or_else(|| format!("{table} has no row {row}"))?;
        if value == "" {
            place.remove(&column);
        } else {
            place.insert(column, value.clone());
        }
    }
    if !tables.contains_key("plan") {
        let details = json!([{"title": "Example", "system": "Example", "first_year": "2011/12", "last_year": "2014/15",
            "base_year": "2010/11"}]);
        tables.insert("plan".into(), details);
    }
    Ok(tables)
}

/// `beds[1].plan`: the table, the row counted from one, the column.
fn cell_of(place: &str) -> Option<(String, usize, String)> {
    let (table, rest) = place.split_once('[')?;
    let (row, column) = rest.split_once("].")?;
    Some((table.to_owned(), row.parse().ok()?, column.to_owned()))
}

/// The plan file of some tables.
pub fn plan_file(tables: &Map<String, Value>) -> Vec<u8> {
    let mut file = json!({"format": exchange::FORMAT});
    if let Some(file) = file.as_object_mut() {
        file.extend(tables.clone());
    }
    file.to_string().into_bytes()
}

/// The same with the rows of each table in the opposite order.
pub fn opposite(tables: &Map<String, Value>) -> Map<String, Value> {
    let mut opposite = tables.clone();
    for rows in opposite.values_mut().filter_map(Value::as_array_mut) {
        rows.reverse();
    }
    opposite
}

/// What is wrong with a case; nothing where all is as it must be.
pub fn failures(file: &CaseFile, case: &Case) -> Vec<String> {
    match tables(file, case) {
        Err(wrong) => vec![wrong],
        Ok(tables) => {
            let mut failures = failures_of(&plan_file(&tables), case);
            if failures.is_empty() && case.problems.is_empty() && case.order_matters.is_empty() {
                failures = order_failures(&tables);
            }
            failures
        }
    }
}

fn failures_of(file: &[u8], case: &Case) -> Vec<String> {
    let plan = match exchange::read_json(file) {
        Ok(_) if !case.problems.is_empty() => return vec!["the file is read, although it must be refused".into()],
        Ok(file) => file.plan,
        Err(problems) => {
            let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
            if case.problems.is_empty() {
                return vec![format!("the file is refused:\n{}", said.join("\n"))];
            }
            let missing = case.problems.iter().filter(|words| !said.iter().any(|said| said.contains(words.as_str())));
            return missing
                .map(|words| format!("no problem says \"{words}\"; said was:\n{}", said.join("\n")))
                .collect();
        }
    };
    let outcome = outcome::compute(&plan);
    expectations(&plan, &outcome, case)
}

/// Whether words hold an amount that is not in pounds: "2,000 £000", "£2,000k", "£2.00m". A finding compares amounts that
/// are printed in different units, and whoever reads it is not to convert them. What is quoted stands as the plan has it.
pub fn has_amount_in_other_unit(words: &str) -> bool {
    let is_number = |letter: char| letter.is_ascii_digit() || ",.".contains(letter);
    let own = words.split('"').step_by(2);
    own.flat_map(|own| own.match_indices('£').map(move |(at, sign)| own.split_at(at + sign.len()))).any(
        |(before, after)| {
            let behind_number =
                before.trim_end_matches('£').trim_end().ends_with(|letter: char| letter.is_ascii_digit());
            let unit = after.trim_start_matches(is_number);
            let unit: String = unit.chars().take_while(|letter| letter.is_alphanumeric()).collect();
            behind_number && (after.starts_with("000") || unit.len() == 1)
                || ["k", "m", "bn"].contains(&unit.as_str()) && after.starts_with(is_number)
        },
    )
}

/// What of a case does not hold for an outcome.
pub fn expectations(plan: &Plan, outcome: &Outcome, case: &Case) -> Vec<String> {
    let mut failures = Vec::new();
    for finding in outcome.findings().iter().filter(|finding| has_amount_in_other_unit(&finding.message)) {
        failures.push(format!("{} says an amount in another unit than pounds: {}", finding.code, finding.message));
    }
    for (id, expected) in &case.figures {
        let found = value(plan, outcome, id);
        if found != *expected {
            failures.push(format!("{id} is {found}, not {expected}"));
        }
    }
    for (id, expected) in &case.printed {
        let compared = outcome
            .comparisons()
            .iter()
            .find(|one| plan.stated.get(one.row).is_some_and(|stated| stated.figure() == id));
        let found = compared.map_or("not printed", |one| one.verdict.word());
        if found != expected {
            failures.push(format!("{id} as printed is {found}, not {expected}"));
        }
    }
    let found: Vec<String> = outcome
        .findings()
        .iter()
        .map(|finding| {
            let places = finding.places.iter();
            let places = places.map(|place| format!("{}[{}].{}", place.table.name(), place.row + 1, place.column));
            let places = places.collect::<Vec<_>>().join(", ");
            if places.is_empty() { finding.code.to_owned() } else { format!("{} at {places}", finding.code) }
        })
        .collect();
    let is = |found: &str, expected: &str| {
        let more = found.strip_prefix(expected);
        more.is_some_and(|more| more.is_empty() || more.starts_with(", ") || more.starts_with(" at "))
    };
    let mut rest = found.clone();
    for expected in case.findings.iter().flatten().chain(&case.finds) {
        match rest.iter().position(|found| is(found, expected)) {
            Some(at) => {
                rest.remove(at);
            }
            None => failures.push(format!("the finding \"{expected}\" is missing; there are {found:?}")),
        }
    }
    if case.findings.is_some() && !rest.is_empty() {
        failures.push(format!("findings that must not be there: {rest:?}"));
    }
    for code in &case.silent {
        if found.iter().any(|found| is(found, code)) {
            failures.push(format!("the finding \"{code}\" must not be there"));
        }
    }
    if let Some(expected) = &case.unused {
        let unused = outcome::not_used(plan).into_iter().flat_map(|one| {
            one.rows.into_iter().map(move |row| format!("{}[{}].{}", one.table.name(), row + 1, one.column))
        });
        let unused: Vec<String> = unused.collect();
        if unused != *expected {
            failures.push(format!("not used are {unused:?}, not {expected:?}"));
        }
    }
    for (ids, doubtful) in [(&case.doubtful, true), (&case.sound, false)] {
        for id in ids {
            if resolve(plan, id).map(|figure| outcome.is_doubtful(plan, figure)) != Some(doubtful) {
                failures.push(format!("{id} {} stand on an error", if doubtful { "must" } else { "must not" }));
            }
        }
    }
    for (code, words) in &case.says {
        let said: Vec<String> = outcome
            .findings()
            .iter()
            .filter(|finding| finding.code == code)
            .map(|finding| format!("{} {}", finding.message, finding.advice))
            .collect();
        if !said.iter().any(|said| said.contains(words.as_str())) {
            failures.push(format!("no finding \"{code}\" says \"{words}\"; said is {said:?}"));
        }
    }
    // What sets two amounts against each other says how far they are apart: findings are sorted by it.
    for finding in outcome.findings() {
        let amounts = finding.message.matches('£').count();
        if amounts > 1 && finding.apart.is_none() && !COMPARES_NOTHING.contains(&finding.code) {
            failures.push(format!("{} does not say how far its amounts are apart: {}", finding.code, finding.message));
        }
    }
    for (code, pounds) in &case.pounds {
        let of_code = outcome.findings().iter().filter(|finding| finding.code == code);
        let about: Vec<String> =
            of_code.filter_map(|finding| Some(finding.pounds_apart()?.normalize().to_string())).collect();
        if !about.contains(pounds) {
            failures.push(format!("no finding \"{code}\" is about {pounds} pounds; they are about {about:?}"));
        }
    }
    failures
}

/// The value of a figure as text without trailing zeros, the short word for why it has none, or `none`.
pub fn value(plan: &Plan, outcome: &Outcome, id: &str) -> String {
    match resolve(plan, id).and_then(|figure| outcome.value(figure)) {
        Some(Ok(value)) => value.normalize().to_string(),
        Some(Err(fault)) => fault.short().to_owned(),
        None => NO_FIGURE.to_owned(),
    }
}

/// What differs when the rows of each table stand in the opposite order.
fn order_failures(tables: &Map<String, Value>) -> Vec<String> {
    let said = |tables: &Map<String, Value>| {
        let plan = exchange::read_json(&plan_file(tables)).ok()?.plan;
        let outcome = outcome::compute(&plan);
        let mut figures: BTreeMap<String, String> = outcome
            .figures()
            .map(|(key, value)| {
                (key.id(&plan), value.map_or_else(|fault| fault.short().into(), |v| v.normalize().to_string()))
            })
            .collect();
        // What is printed twice for one figure is told apart by its number.
        let verdicts = outcome.comparisons().iter().filter_map(|one| {
            let stated = plan.stated.get(one.row)?;
            Some((format!("{} as {}", stated.figure(), stated.value().get()), one.verdict.word().to_owned()))
        });
        figures.extend(verdicts);
        let mut findings: Vec<String> =
            outcome.findings().iter().map(|finding| format!("{}: {}", finding.code, finding.message)).collect();
        findings.sort();
        Some((figures, findings))
    };
    let (Some(one), Some(other)) = (said(tables), said(&opposite(tables))) else {
        return vec!["the plan is refused when its rows stand in the opposite order".into()];
    };
    let mut failures = Vec::new();
    for id in one.0.keys().chain(other.0.keys()) {
        let (left, right) = (one.0.get(id), other.0.get(id));
        if left != right {
            failures.push(format!("the order of rows changes {id}: {left:?}, {right:?}"));
        }
    }
    failures.sort();
    failures.dedup();
    for said in one.1.iter().filter(|said| !other.1.contains(said)) {
        failures.push(format!("only in the order of the file is said: {said}"));
    }
    for said in other.1.iter().filter(|said| !one.1.contains(said)) {
        failures.push(format!("only in the opposite order is said: {said}"));
    }
    failures
}

/// All that is wrong with the cases of a file.
pub fn failures_of_file(path: &Path) -> Result<(), String> {
    let file = read(path)?;
    if file.case.is_empty() {
        return Err("the file has no case".into());
    }
    let mut text = String::new();
    for (position, case) in file.case.iter().enumerate() {
        for failure in failures(&file, case) {
            let _ = writeln!(text, "case {} {}: {failure}", position + 1, case.about);
        }
    }
    if text.is_empty() { Ok(()) } else { Err(text) }
}

/// Tables by the name of a table: for a test that asks for a table that does not exist.
pub fn unknown_tables(file: &CaseFile) -> Vec<String> {
    file.plan.keys().filter(|name| Table::named(name).is_none()).cloned().collect()
}
