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
    // Once for each column, with the first cell.
    let words = ["is a step of a scale of words, and a plan has five steps by number", "are steps of a scale of words"];
    for (word, words) in ["High", "Medium"].into_iter().zip(words) {
        says(&loaded, Severity::Error, word, words);
    }
    says(&loaded, Severity::Error, "Medium", "\"Medium\", \"L\" are steps");
    says(&loaded, Severity::Error, "Medium", "2 cells are not used");
    assert_eq!(said(&loaded, Severity::Error).len(), 2);
}

#[test]
fn the_scale_that_a_register_states_is_taken() {
    for scale in
        ["Scale: High = 5, Medium = 3, Low = 1", "5 - High; 3 - Medium; 1 - Low", "High|5", "H (5), M (3), L (1)"]
    {
        let below = ["", "High = 5; Medium = 3; Low = 1"];
        let table = ["Ref|Risk|Likelihood|Impact", "R1|Winter|High|Medium", "R2|Pay|L|H"];
        let above: Vec<&str> = match scale {
            "High|5" => vec!["High|5", "Medium|3", "Low|1"],
            scale => vec![scale],
        };
        for rows in [[above.clone(), table.to_vec()].concat(), [table.as_slice(), below.as_slice()].concat()] {
            let loaded = of_sheets(vec![sheet("Risk register", &rows)]);
            assert_eq!(column(&loaded, Table::Risk, "likelihood"), ["5", "1"], "{scale}");
            assert_eq!(column(&loaded, Table::Risk, "consequence"), ["3", "5"], "{scale}");
            assert!(said(&loaded, Severity::Error).is_empty());
        }
    }
}

#[test]
fn likelihood_and_impact_may_have_scales_of_their_own() {
    let scales = ["Likelihood: Low = 1; Medium = 3; High = 5", "Impact: Low = 2; Medium = 3; High = 4"];
    let rows = [scales[0], scales[1], "Ref|Risk|Likelihood|Impact", "R1|Winter|High|High"];
    let loaded = of_sheets(vec![sheet("Risk register", &rows)]);
    assert_eq!(column(&loaded, Table::Risk, "likelihood"), ["5"]);
    assert_eq!(column(&loaded, Table::Risk, "consequence"), ["4"]);
}

#[test]
fn a_scale_of_three_steps_or_of_two_minds_is_not_taken() {
    for (scale, words) in [
        ("High = 3, Medium = 2, Low = 1", "the scale that the document states has fewer"),
        ("High = 5, Medium = 3, High = 4", "which of them is meant cannot be told"),
        ("High = 15-25, Medium = 8-12", "which of them is meant cannot be told"),
    ] {
        let rows = [scale, "Ref|Risk|Likelihood|Impact", "R1|Winter|High|4"];
        let loaded = of_sheets(vec![sheet("Risk register", &rows)]);
        assert_eq!(column(&loaded, Table::Risk, "likelihood"), [""], "{scale}");
        says(&loaded, Severity::Error, "High", words);
    }
}
