//! Registers of risks in money, and with scores in words.

use crate::column;
use crate::sheets::{of_sheets, said, says, sheet};
use one_plan_model::plan::Table;
use one_plan_workbook::issues::Severity;

#[test]
fn pounds_and_probabilities_of_risks_are_left_out_with_their_sum() {
    let rows = [
        "Financial risks 2026/27",
        "Risk|Gross £000|Probability %|Mitigated £000",
        "Drugs growth|4000|50|2000",
        "Pay award|6000|25|1500",
        "Total|10000||3500",
    ];
    for name in ["Risks", "Financial risks", "Risks and mitigations"] {
        let loaded = of_sheets(vec![sheet(name, &rows)]);
        assert_eq!(column(&loaded, Table::Risk, "name"), ["Drugs growth", "Pay award"], "{name}");
        assert_eq!(column(&loaded, Table::Risk, "likelihood"), ["", ""]);
        says(&loaded, Severity::Warning, "Gross £000", "£10,000,000 in it are left out");
        says(&loaded, Severity::Warning, "Mitigated £000", "£3,500,000 in it are left out");
    }
}

#[test]
fn high_medium_and_low_are_no_steps_of_five_and_words_of_the_matrix_are() {
    let rows = ["Ref|Risk|Likelihood|Impact", "R1|Winter|High|Medium", "R2|Pay|4 - Likely|Major", "R3|Beds|2|L"];
    let loaded = of_sheets(vec![sheet("Risk register", &rows)]);
    assert_eq!(column(&loaded, Table::Risk, "likelihood"), ["", "4", "2"]);
    assert_eq!(column(&loaded, Table::Risk, "consequence"), ["", "4", ""]);
    for word in ["High", "Medium", "L"] {
        says(&loaded, Severity::Error, word, "is a step of a scale of words");
    }
    assert_eq!(said(&loaded, Severity::Error).len(), 3);
}
