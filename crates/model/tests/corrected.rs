//! A corrected copy of each published plan reports none of its known findings: what is found goes
//! away when the plan is put right, so no finding is hard-wired to a plan.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use one_plan_model::calculation::{FigureKey, Finding, Unit};
use one_plan_model::exchange::read_json;
use one_plan_model::outcome::{Outcome, compute};
use one_plan_model::plan::{KnownFinding, Plan, Table};
use one_plan_model::quantity::{Decimal, divide, multiply, round_half_away, whole};
use serde_json::{Value, json};
use std::collections::BTreeSet;

#[path = "support/plans.rs"]
mod plans;

/// The rows to be taken out at the end of a round, by table.
type TakenOut = BTreeSet<(&'static str, usize)>;

/// A plan file that is being put right.
struct Copy {
    file: Value,
    taken_out: TakenOut,
}

impl Copy {
    fn row(&mut self, table: Table, row: u32) -> &mut Value {
        &mut self.file[table.name()][row as usize]
    }

    fn rows(&mut self, table: &str) -> &mut Vec<Value> {
        self.file[table].as_array_mut().unwrap()
    }

    fn take_out(&mut self, table: Table, row: u32) {
        self.taken_out.insert((table.name(), row as usize));
    }

    fn clear(&mut self, table: Table, row: u32, column: &str) {
        self.row(table, row).as_object_mut().unwrap().remove(column);
    }

    /// Says of a figure what is computed.
    fn state(&mut self, plan: &Plan, outcome: &Outcome, key: FigureKey, at: Option<usize>) {
        let Some(Ok(value)) = outcome.value(key) else {
            // There is no such figure: the plan must not print one.
            self.taken_out.extend(at.map(|row| (Table::StatedFigure.name(), row)));
            return;
        };
        let unit = at.map_or_else(
            || match key.kind.unit {
                Unit::Money => "£".to_owned(),
                Unit::Percent => "%".to_owned(),
                Unit::Count => "count".to_owned(),
                Unit::Arrows => "arrows".to_owned(),
                Unit::Number | Unit::Rating => "number".to_owned(),
            },
            |at| self.file["stated"][at]["unit"].as_str().unwrap().to_owned(),
        );
        let shown = match unit.as_str() {
            "£000" => divide(value, whole(1_000)).unwrap(),
            "£m" => divide(value, whole(1_000_000)).unwrap(),
            "%" => multiply(value, whole(100)).unwrap(),
            _ => value,
        };
        let shown: Decimal = round_half_away(shown, 6);
        let row = json!({ "figure": key.id(plan), "value": shown.normalize().to_string(), "unit": unit });
        match at {
            Some(at) => self.rows("stated")[at] = row,
            None => self.rows("stated").push(row),
        }
    }

    /// Puts right what a finding is about.
    fn correct(&mut self, plan: &Plan, outcome: &Outcome, finding: &Finding) {
        let first = finding.places.first().copied();
        match finding.code {
            "printed-differs" => {
                self.state(plan, outcome, finding.figures[0], first.map(|place| place.row as usize));
            }
            "printed-in-two-ways" => {
                for place in &finding.places {
                    self.state(plan, outcome, finding.figures[0], Some(place.row as usize));
                }
            }
            "not-printed" => {
                for figure in &finding.figures {
                    self.state(plan, outcome, *figure, None);
                }
            }
            // The two are said to measure different things.
            "figures-differ" => self.take_out(Table::CrossCheck, first.unwrap().row),
            "missing-in-the-plan" => self.take_out(Table::Gap, first.unwrap().row),
            "risk-given-twice" => self.take_out(Table::Risk, first.unwrap().row),
            "statements-differ" => {
                let says = self.row(Table::Statement, first.unwrap().row)["says"].clone();
                for place in &finding.places {
                    self.row(Table::Statement, place.row)["says"] = says.clone();
                }
            }
            "parts-differ-from-whole" => {
                let [own, parts] = finding.figures[..] else { panic!("two figures") };
                let organisation = plan.identifier(Table::Organisation, own.index.get(1)).unwrap().to_owned();
                let year = u16::try_from(own.index.get(2)).unwrap();
                let amount = outcome.value(parts).unwrap().unwrap();
                for row in self.rows("challenges") {
                    let of_year = row["year"].as_str().unwrap().starts_with(&year.to_string());
                    if row["organisation"] == organisation.as_str() && of_year {
                        row["amount"] = json!(amount.normalize().to_string());
                        row["unit"] = json!("£");
                    }
                }
            }
            "milestones-out-of-order" => self.clear(Table::Milestone, first.unwrap().row, "number"),
            "milestone-without-a-date" | "year-outside-the-plan" => {
                self.row(Table::Milestone, first.unwrap().row)["due"] = json!("2012-03")
            }
            "residual-risk-higher" => {
                let place = first.unwrap();
                let before = place.column.trim_start_matches("residual_");
                let row = self.row(Table::Risk, place.row);
                row[place.column] = row[before].clone();
            }
            "activity-without-beds" => {
                let row = self.row(Table::ProviderBeds, first.unwrap().row);
                row["now"] = json!("2000");
                row["plan"] = json!("1");
            }
            "improvement-below-requirement" => {
                for row in self.rows("provider_finances") {
                    row.as_object_mut().unwrap().remove("improvement_forecast");
                }
            }
            "priority-share-outside" => {
                for row in self.rows("programmes") {
                    row.as_object_mut().unwrap().remove("priority");
                }
            }
            "programme-differs-from-its-schemes" => {
                for row in self.rows("schemes") {
                    row.as_object_mut().unwrap().remove("programme");
                }
            }
            "programme-saves-nothing" => {
                let id = plan.identifier(Table::Programme, first.unwrap().row).unwrap().to_owned();
                for row in self.rows("programme_savings") {
                    if row["programme"] == id.as_str() {
                        row["amount"] = json!("0.01");
                    }
                }
            }
            "same-scheme-different-saving" => self.clear(Table::Scheme, first.unwrap().row, "same_as"),
            "unidentified-savings" => {
                for row in self.rows("schemes") {
                    row["status"] = json!("identified");
                }
            }
            "activity-lost-in-a-shift" => {
                for row in self.rows("activity_changes") {
                    let leaves = row["activity"].as_str().is_some_and(|activity| activity.starts_with('-'));
                    if row["effect"] == "moves" {
                        row["effect"] = json!(if leaves { "avoided" } else { "new" });
                    }
                }
            }
            "activity-without-cost" | "dearer-where-it-arrives" => {
                for place in finding.places.iter().filter(|place| place.table == Table::ActivityChange) {
                    self.take_out(Table::ActivityChange, place.row);
                }
            }
            "cquin-differs-from-the-rate" => {
                self.rows("budget_movements").retain(|row| row["reason"] != "cquin");
            }
            "blocked-by-funding" => {
                for row in self.rows("funding") {
                    row["state"] = json!("approved");
                }
            }
            "achieved-without-evidence" => {
                let place = first.unwrap();
                self.row(place.table, place.row)["evidence"] = json!("yes");
            }
            "no-room-for-what-moves" => {
                for row in self.rows("capacities") {
                    row["available"] = json!("1000000");
                }
            }
            "plan-exceeds-resource" | "control-total-missed-by-plan" | "planned-deficit" => {
                for (table, column) in [("resource_limits", "limit"), ("medium_term_plan", "resource")] {
                    for row in self.rows(table) {
                        row[column] = json!("9,000,000");
                    }
                }
            }
            "saving-differs-from-activity" => {
                for place in finding.places.iter().filter(|place| place.column == "cost") {
                    self.clear(place.table, place.row, "cost");
                }
            }
            "criteria-not-met" => {
                for row in self.rows("authorisation_criteria") {
                    row["met"] = json!("yes");
                }
            }
            other => panic!("nobody has said how \"{other}\" is put right: {}", finding.message),
        }
    }
}

fn known_ids(plan: &Plan, outcome: &Outcome) -> BTreeSet<String> {
    let id = |known: &one_plan_model::plan::Id<KnownFinding>| plan.known_findings.get(*known).unwrap().id().to_owned();
    (0..outcome.findings().len()).flat_map(|at| outcome.known(at).iter().map(id).collect::<Vec<_>>()).collect()
}

#[test]
fn a_corrected_copy_of_each_plan_reports_none_of_its_known_findings() {
    for name in plans::PLANS {
        let file: Value = serde_json::from_slice(&plans::bytes(name)).unwrap();
        let count = file["known_findings"].as_array().unwrap().len();
        let mut copy = Copy { file, taken_out: TakenOut::new() };
        let mut left = BTreeSet::new();
        for round in 0..20 {
            let plan =
                read_json(copy.file.to_string().as_bytes()).unwrap_or_else(|problems| panic!("{problems:?}")).plan;
            let outcome = compute(&plan);
            left = known_ids(&plan, &outcome);
            if round == 0 {
                assert_eq!(left.len(), count, "{name}");
            }
            if left.is_empty() {
                let gone =
                    outcome.findings().iter().filter(|finding| finding.code == "known-finding-not-found").count();
                assert_eq!(gone, count, "{name}: each is said to be gone");
                break;
            }
            for (at, finding) in outcome.findings().iter().enumerate() {
                if !outcome.known(at).is_empty() {
                    copy.correct(&plan, &outcome, finding);
                }
            }
            for (table, row) in std::mem::take(&mut copy.taken_out).into_iter().rev() {
                copy.rows(table).remove(row);
            }
        }
        assert!(left.is_empty(), "{name}: {left:?}");
    }
}
