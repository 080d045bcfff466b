//! The words that people write in columns of the plan that hold one of a few words: "FT" for a foundation trust, "Done" for a
//! milestone that is achieved, "4 - Likely" for the fourth step of the risk matrix. Only what can mean one thing is here.

use super::words_of_schemes::word_of_scheme;
use crate::cells::key_of;
use one_plan_model::plan::Table;

/// Each word of the plan, with those that people write in its place, without capitals and blanks.
type Words = &'static [(&'static str, &'static [&'static str])];

/// As organisations are called in registers of the service; "trust" alone may be of two kinds.
const ORGANISATION: Words = &[
    ("foundation-trust", &["foundationtrust", "nhsfoundationtrust", "ft", "nhsft"]),
    ("nhs-trust", &["nhstrust"]),
    ("integrated-care-board", &["icb", "integratedcareboard", "nhsicb", "nhsintegratedcareboard"]),
    ("commissioning-group", &["ccg", "clinicalcommissioninggroup", "nhsccg"]),
    ("primary-care-trust", &["pct", "primarycaretrust"]),
    ("local-authority", &["la", "localauthority", "council", "countycouncil", "boroughcouncil", "citycouncil"]),
    ("independent", &["independentsector", "independentprovider", "independentsectorprovider", "privateprovider"]),
];
/// As the payment system of the service calls its forms of contract: the tariff since 2003, the aligned payment since 2021.
const CONTRACT_FORM: Words = &[
    ("payment-by-results", &["pbr", "paymentbyresultspbr", "nationaltariff"]),
    ("block", &["blockcontract"]),
    ("cost-and-volume", &["costvolume", "costandvolumecontract"]),
    (
        "aligned-payment",
        &[
            "api",
            "alignedpaymentincentive",
            "alignedpaymentandincentive",
            "alignedpaymentincentiveapi",
            "alignedpaymentandincentiveapi",
        ],
    ),
];
const NEGOTIATION: Words = &[
    ("negotiating", &["innegotiation", "undernegotiation", "notagreed", "offermade"]),
    ("in-principle", &["agreedinprinciple", "agreementinprinciple", "headsofterms", "headsoftermsagreed"]),
    ("signed", &["contractsigned", "agreedandsigned"]),
];
/// A milestone that is on its way is still planned; one that is "at risk", or has a colour, may be late or not.
const MILESTONE: Words = &[
    (
        "planned",
        &[
            "ontrack",
            "onschedule",
            "inprogress",
            "notstarted",
            "notyetstarted",
            "notdue",
            "notyetdue",
            "scheduled",
            "upcoming",
            "open",
        ],
    ),
    ("achieved", &["done", "complete", "completed", "reached", "met", "delivered", "closed", "finished"]),
    (
        "partly-achieved",
        &[
            "partlycomplete",
            "partcomplete",
            "partiallycomplete",
            "partiallyachieved",
            "partachieved",
            "partlymet",
            "partiallymet",
        ],
    ),
    ("slipping", &["slipped", "late", "delayed", "behind", "behindschedule", "offtrack", "overdue"]),
];
/// The five steps of the risk matrix.
const LIKELIHOOD: Words =
    &[("1", &["rare"]), ("2", &["unlikely"]), ("3", &["possible"]), ("4", &["likely"]), ("5", &["almostcertain"])];
const CONSEQUENCE: Words =
    &[("1", &["negligible"]), ("2", &["minor"]), ("3", &["moderate"]), ("4", &["major"]), ("5", &["catastrophic"])];

/// The word of the plan for one that people write in its place; nothing where there is none, or it is that word already.
pub fn word_of_plan(table: Table, column: usize, words: &str) -> Option<&'static str> {
    let column = table.columns().get(column)?.name;
    let key = key_of(words);
    let list = match (table, column) {
        (Table::Scheme, column) => return word_of_scheme(column, &key),
        (Table::Organisation, "kind") => ORGANISATION,
        (Table::Contract, "form") => CONTRACT_FORM,
        (Table::Contract, "status") => NEGOTIATION,
        (Table::Milestone, "status") => MILESTONE,
        _ => return None,
    };
    list.iter().find(|(_, words)| words.contains(&key.as_str())).map(|(word, _)| *word)
}

/// The step of the risk matrix that words name, alone or behind its number: "Likely", "4 - Likely". Nothing where the number
/// is that of another step.
pub fn step_of_matrix(table: Table, column: usize, words: &str) -> Option<&'static str> {
    let list = match (table, table.columns().get(column)?.name) {
        (Table::Risk, "likelihood" | "residual_likelihood") => LIKELIHOOD,
        (Table::Risk, "consequence" | "residual_consequence") => CONSEQUENCE,
        _ => return None,
    };
    let key = key_of(words);
    list.iter()
        .find(|(step, names)| names.contains(&key.trim_matches(|letter| step.contains(letter))))
        .map(|(step, _)| *step)
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::plan::ColumnKind;

    #[test]
    fn every_meaning_is_a_word_of_the_plan() {
        for (list, table, column) in [
            (ORGANISATION, Table::Organisation, "kind"),
            (CONTRACT_FORM, Table::Contract, "form"),
            (NEGOTIATION, Table::Contract, "status"),
            (MILESTONE, Table::Milestone, "status"),
        ] {
            let column = table.column(column).and_then(|at| table.columns().get(at));
            for (word, _) in list {
                let is_there = column.is_some_and(|column| match column.kind {
                    ColumnKind::Choice(choices) => choices.iter().any(|choice| choice.word == *word),
                    _ => false,
                });
                assert!(is_there, "{word}");
            }
        }
    }

    #[test]
    fn a_milestone_has_the_words_that_reports_use_and_no_colour() {
        let at = Table::Milestone.column("status").unwrap_or_default();
        let read = ["Done", "On track", "Not yet due", "Delayed", "Partially met", "Amber", "At risk"];
        let read = read.map(|words| word_of_plan(Table::Milestone, at, words).unwrap_or("-"));
        assert_eq!(read, ["achieved", "planned", "planned", "slipping", "partly-achieved", "-", "-"]);
    }

    #[test]
    fn steps_of_the_risk_matrix_are_named_with_or_without_their_number() {
        let at = Table::Risk.column("likelihood").unwrap_or_default();
        let step = |words: &str| step_of_matrix(Table::Risk, at, words);
        assert_eq!(
            (step("Almost certain"), step("4 - Likely"), step("Possible (3)")),
            (Some("5"), Some("4"), Some("3"))
        );
        assert_eq!((step("3 - Likely"), step("Unlikely"), step("often")), (None, Some("2"), None));
        assert_eq!(step_of_matrix(Table::Scheme, at, "Likely"), None);
    }
}
