//! Risk registers as people have them: numbers before and after what is done, and a score that follows from them.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop at once")]

#[path = "support/sheets.rs"]
mod sheets;

use one_plan_model::plan::Table;
use one_plan_workbook::issues::Severity;
use one_plan_workbook::load::Loaded;
use sheets::{of_sheets, said, says, sheet};

/// A sheet with the year of the plan, and the register.
fn register(rows: &[&str]) -> Loaded {
    let limit = ["Financial year|Resource limit £m", "2026/27|500"];
    of_sheets(vec![sheet("Resource limits", &limit), sheet("Risk register", rows)])
}

fn cells(loaded: &Loaded, row: u32, columns: &[&str]) -> Vec<String> {
    let plan = loaded.plan.as_ref().unwrap();
    columns.iter().map(|column| plan.written_cell(Table::Risk, row, column).unwrap_or_default()).collect()
}

#[test]
fn likelihood_and_consequence_are_read_by_their_letters_and_by_their_words() {
    let columns = ["name", "likelihood", "consequence", "residual_likelihood", "residual_consequence"];
    for headings in [
        "Ref|Risk|L|I|Score|L (post)|I (post)|Score (post)",
        "Risk ID|Risk description|Inherent L|Inherent C|Inherent score|Residual L|Residual C|Residual score",
        "ID|Risk title|Likelihood|Impact|Risk score|Residual likelihood|Residual impact|Residual score",
    ] {
        let loaded = register(&[headings, "R1|Winter surge|4|5|20|3|4|12"]);
        assert_eq!(cells(&loaded, 0, &columns), ["Winter surge", "4", "5", "3", "4"], "{headings}");
        assert!(!loaded.report.text().contains("core\" is that of no column"), "{}", loaded.report.text());
    }
}

#[test]
fn a_score_that_does_not_follow_is_named_with_its_cell() {
    let headings = "Ref|Risk|L|I|Score|Residual L|Residual I|Residual score";
    let loaded = register(&[headings, "R1|Winter|4|5|20|3|4|12", "R2|Agency|3|4|13|2|4|9", "R3|Pay|2||6|||"]);
    says(&loaded, Severity::Warning, "13", "the score is not 3 × 4");
    says(&loaded, Severity::Warning, "9", "the score is not 2 × 4");
    let scores =
        said(&loaded, Severity::Warning).iter().filter(|issue| issue.what.contains("the score is not")).count();
    assert_eq!(scores, 2);
}
