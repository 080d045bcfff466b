//! Scores that a risk register prints beside likelihood and consequence. The plan has no column for them, because they follow:
//! likelihood × consequence. Each is held against that.

use crate::cells::{Heading, number_of};
use crate::issues::{Effect, Issue, Severity};
use crate::sheet::Sheet;
use crate::tables::table_rows::TableRows;
use one_plan_model::plan::{Risk, RowType, Table};
use one_plan_model::quantity::{Decimal, multiply};

/// The headings of scores before and after what is done about a risk.
const SCORES: [&[&str]; 2] = [
    &["score", "riskscore", "initialscore", "inherentscore", "grossscore", "riskrating"],
    &["residualscore", "residualriskscore", "scorepost", "postmitigationscore", "netscore", "residualrating"],
];

/// The two columns of which a score is the product, where a heading is that of a score.
pub fn factors_of(table: Table, heading: &Heading) -> Option<[usize; 2]> {
    let key = heading.key.as_str();
    let at = SCORES.iter().position(|names| names.contains(&key)).filter(|_| table == Table::Risk)?;
    let factors = match at {
        0 => [Risk::likelihood, Risk::consequence],
        _ => [Risk::residual_likelihood, Risk::residual_consequence],
    };
    Some(factors.map(|of| usize::from(of.position())))
}

impl TableRows {
    /// Reports scores that are not the product of the two numbers beside them.
    pub(crate) fn check_scores(&mut self, sheet: &Sheet) {
        let mut issues = Vec::new();
        for (column, words) in &self.header.others {
            let Some(factors) = factors_of(self.table, &Heading::of(words)) else { continue };
            for (row, at) in (0..).zip(&self.positions) {
                let number = |of: usize| self.given.cell(row, of)?.trim().parse::<Decimal>().ok();
                let cell = sheet.cell(*at, *column);
                let Some(((likelihood, consequence), printed)) =
                    number(factors[0]).zip(number(factors[1])).zip(number_of(cell))
                else {
                    continue;
                };
                if multiply(likelihood, consequence) == Ok(printed) {
                    continue;
                }
                issues.push(Issue {
                    severity: Severity::Warning,
                    place: self.place.cell(*at, *column),
                    column: Some((Table::Risk, Some(factors[0]))),
                    value: cell.shown(),
                    what: format!(
                        "the score is not {likelihood} × {consequence}: the two count, and the score is worked out"
                    ),
                    expected: "the score that follows, or another likelihood or consequence".to_owned(),
                    effect: Effect::Used,
                });
            }
        }
        self.issues.extend(issues);
    }
}
