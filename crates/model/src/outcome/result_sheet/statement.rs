use super::data::{FrameworkStatement, StatementEntry, StatementLine};
use super::positions::{Positions, sheet_cell};
use crate::calculation::{CellAddress, FigureKey, FigureKind, Reason, StepId, year_of};
use crate::outcome::{Outcome, Recording};
use crate::plan::{Content, Plan, Table};
use crate::rules::finance::resource_limit as limit;
use crate::rules::framework::{self, FrameworkStep};
use std::collections::BTreeSet;

/// The financial framework, a statement for each year that has budget lines.
pub(super) fn statements(plan: &Plan, outcome: &Outcome, positions: &Positions) -> Vec<FrameworkStatement> {
    let other = framework::year_of_lines(plan);
    let of_lines: Vec<Option<u32>> =
        plan.budget_lines.iter().map(|(_, line)| line.year().map(|year| u32::from(year.start())).or(other)).collect();
    let years = outcome.figures_of(&framework::YEAR_BASELINE).map(|(key, _)| key.index.get(0));
    let maker = |year| Maker { plan, positions, year, counted: counted(outcome.recording(plan), year) };
    years.map(|year| maker(year).statement(&of_lines)).collect()
}

/// The lines that the total of a year adds up. A whole and its parts are not added to each other.
fn counted(recording: &Recording, year: u32) -> BTreeSet<u32> {
    let mut found = BTreeSet::new();
    let mut open: Vec<StepId> = recording.step(framework::YEAR_BASELINE.at([year])).into_iter().collect();
    while let Some(step) = open.pop() {
        match recording.record().step(step).map(|(_, reason)| reason) {
            Some(Reason::Figure(key, _)) if std::ptr::eq(key.kind, &framework::BASELINE) => {
                found.insert(key.index.get(0));
            }
            Some(Reason::Figure(_, of) | Reason::Chosen { number: of, .. }) => open.push(of),
            Some(Reason::Sum(parts)) => open.extend(parts),
            _ => {}
        }
    }
    found
}

struct Maker<'a> {
    plan: &'a Plan,
    positions: &'a Positions,
    year: u32,
    counted: BTreeSet<u32>,
}

impl Maker<'_> {
    fn statement(&self, of_lines: &[Option<u32>]) -> FrameworkStatement {
        let lines: Vec<u32> =
            (0..).zip(of_lines).filter(|(_, year)| **year == Some(self.year)).map(|(at, _)| at).collect();
        let is_used = |step: &FrameworkStep| match step {
            FrameworkStep::TakenOut(_) | FrameworkStep::PutBack(_) => {
                lines.iter().any(|line| step.of_line(*line).and_then(|figure| self.figure(figure)).is_some())
            }
            _ => true,
        };
        let steps: Vec<FrameworkStep> = FrameworkStep::all().filter(is_used).collect();
        let mut statement = FrameworkStatement {
            title: format!(
                "Financial framework, {}",
                year_of(self.year).map(|year| year.to_string()).unwrap_or_default()
            ),
            columns: steps.iter().map(|step| heading(*step)).collect(),
            lines: lines.iter().map(|line| self.line(*line, &steps)).collect(),
            results: self.results(),
        };
        let entries = steps.iter().map(|step| self.figure(step.of_year(self.year))).collect();
        statement.lines.push(StatementLine { label: "Total".to_owned(), is_total: true, entries });
        statement
    }

    fn line(&self, line: u32, steps: &[FrameworkStep]) -> StatementLine {
        let address = CellAddress { table: Table::BudgetLine, row: line, column: "gross" };
        let given = self.plan.content(address.table, line, address.column).is_some_and(|content| !content.is_empty());
        let gross = given.then(|| StatementEntry::Cell(sheet_cell(address)));
        let entry = |step: &FrameworkStep| match step.of_line(line) {
            Some(figure) => self.figure(figure),
            None => gross.clone(),
        };
        StatementLine { label: self.label(line), is_total: false, entries: steps.iter().map(entry).collect() }
    }

    /// What a line is called: with its organisation, for those of two may have one name.
    fn label(&self, line: u32) -> String {
        let name = self.plan.title(Table::BudgetLine, line).unwrap_or_default();
        let label = match self.plan.content(Table::BudgetLine, line, "organisation") {
            Some(Content::Row(row)) => {
                format!("{name}, {}", self.plan.title(Table::Organisation, row).unwrap_or_default())
            }
            _ => name.to_owned(),
        };
        if self.counted.contains(&line) { label } else { format!("{label} (held against the total, not added)") }
    }

    /// What follows: the limit, what is left of it, and what must be left.
    fn results(&self) -> Vec<StatementLine> {
        let kinds: [(&str, &'static FigureKind); 6] = [
            ("Baseline proposal", &framework::YEAR_BASELINE),
            ("Resource limit", &limit::RESOURCE_LIMIT),
            ("Planned surplus (resource limit − baseline proposal)", &limit::PLANNED_SURPLUS),
            ("Control total", &limit::CONTROL_TOTAL),
            ("Planned surplus against the control total", &limit::PLAN_GAP),
            ("Forecast surplus against the control total", &limit::CONTROL_TOTAL_GAP),
        ];
        let lines = kinds.into_iter().filter_map(|(label, kind)| {
            let entry = self.figure(kind.at([self.year]))?;
            Some(StatementLine { label: label.to_owned(), is_total: false, entries: vec![Some(entry)] })
        });
        lines.collect()
    }

    fn figure(&self, figure: FigureKey) -> Option<StatementEntry> {
        self.positions.of(figure).map(StatementEntry::Figure)
    }
}

/// The heading of the column of a step: shorter than the line of a statement, as every column of numbers has one.
fn heading(step: FrameworkStep) -> String {
    match step {
        FrameworkStep::Gross => "Gross".to_owned(),
        FrameworkStep::Baseline => "Baseline proposal".to_owned(),
        step => step.words(),
    }
}

#[cfg(test)]
mod tests {
    use crate::example;

    #[test]
    fn parts_of_a_whole_are_shown_and_not_added() {
        let example = example::outcome(
            r#""organisations": [
                {"id": "all", "name": "All", "kind": "cluster"},
                {"id": "east", "name": "East", "kind": "commissioning-group", "parent": "all"},
                {"id": "west", "name": "West", "kind": "commissioning-group", "parent": "all"}],
            "budget_lines": [
                {"id": "a", "name": "Acute", "organisation": "all", "gross": "5", "unit": "£m"},
                {"id": "e", "name": "Acute", "organisation": "east", "gross": "3", "unit": "£m"},
                {"id": "w", "name": "Acute", "organisation": "west", "gross": "2", "unit": "£m"}]"#,
        );
        let sheet = example.outcome.result_sheet(&example.plan);
        let labels: Vec<&str> =
            sheet.statements.iter().flat_map(|one| &one.lines).map(|line| line.label.as_str()).collect();
        assert_eq!(
            labels,
            [
                "Acute, All",
                "Acute, East (held against the total, not added)",
                "Acute, West (held against the total, not added)",
                "Total",
            ]
        );
    }
}
