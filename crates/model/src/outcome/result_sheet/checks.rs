use super::data::{SheetComparison, SheetFinding};
use super::positions::{Positions, sheet_cell, sheet_value};
use crate::calculation::CellAddress;
use crate::outcome::Outcome;
use crate::plan::{Plan, Table};

/// The findings, in their order.
pub(super) fn findings(plan: &Plan, outcome: &Outcome) -> Vec<SheetFinding> {
    let all = outcome.findings().iter().enumerate();
    let finding = |(at, finding): (usize, &crate::calculation::Finding)| SheetFinding {
        severity: finding.severity.word().to_owned(),
        code: finding.code.to_owned(),
        message: finding.message.clone(),
        places: finding.places.iter().copied().map(sheet_cell).collect(),
        figures: finding.figures.iter().map(|figure| figure.id(plan)).collect(),
        advice: finding.advice.to_owned(),
        known: outcome
            .known(at)
            .into_iter()
            .filter_map(|id| plan.known_findings.get(id).map(|known| known.id().to_owned()))
            .collect(),
    };
    all.map(finding).collect()
}

/// The printed figures, in the order of their table.
pub(super) fn comparisons(plan: &Plan, outcome: &Outcome, positions: &Positions) -> Vec<SheetComparison> {
    let comparison = |one: &crate::outcome::Comparison| {
        let row = one.row.index();
        SheetComparison {
            cell: sheet_cell(CellAddress { table: Table::StatedFigure, row, column: "value" }),
            id: plan.written_cell(Table::StatedFigure, row, "figure").unwrap_or_default(),
            figure: one.computed.and(one.figure).and_then(|figure| positions.of(figure)),
            unit: one.figure.map(|figure| figure.kind.unit.word().to_owned()).unwrap_or_default(),
            printed: sheet_value(one.printed),
            verdict: one.verdict.word().to_owned(),
        }
    };
    outcome.comparisons().iter().map(comparison).collect()
}
