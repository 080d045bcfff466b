//! What is said of columns that are called after the market forces factor.

use super::column::{Column, Measure};
use super::sheet_read::SheetRead;
use crate::issues::{Effect, Issue, Severity};

/// What is to be said of the columns of a sheet.
pub fn issue(sheet: &SheetRead) -> Option<Issue> {
    let mut said = Vec::new();
    let mut first = None;
    for measure in Measure::ALL {
        let Some(words) = sheet.market_forces.of(measure).words() else { continue };
        let at = sheet.layout.place(Column::MarketForcesFactor(measure));
        first = first.or(at);
        said.push(format!("{} market forces factor: {words}", measure.word()));
    }
    let (last, _) = said.split_last()?;
    let what = match said.as_slice() {
        [_] => last.clone(),
        all => all.join("; "),
    };
    Some(Issue {
        severity: Severity::Information,
        place: first.map_or(sheet.place.row(sheet.layout.row), |at| sheet.place.cell(sheet.layout.row, at)),
        column: None,
        value: String::new(),
        what: format!("{what}. Prices are taken as they stand, and nothing of this is added to them"),
        expected: "nothing, if the prices of the file hold the market forces factor; otherwise prices that do"
            .to_owned(),
        effect: Effect::LeftAlone,
    })
}
