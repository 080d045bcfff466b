//! Figures that stand alone in the text, figures that a plan works out in a way of its own, and
//! sayings that contradict each other.
//!
//! * CR62: what is printed in two places is held against each other; see also the outcome's
//!   comparison of printed and computed figures.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "quantities": [
//!         {"id": "made", "name": "Savings made", "amount": "2.0", "unit": "£m"},
//!         {"id": "target", "name": "Target", "amount": "8.0", "unit": "£m"}
//!     ],
//!     "derived_figures": [{"id": "part", "name": "Part that is made", "unit": "share", "operation": "ratio"}],
//!     "derived_terms": [
//!         {"derived": "part", "figure": "quantity.amount.made"},
//!         {"derived": "part", "figure": "quantity.amount.target"}
//!     ],
//!     "statements": [
//!         {"subject": "Zero length of stay", "says": "not paid"},
//!         {"subject": "Zero length of stay", "says": "paid at a local price"}
//!     ]
//! "#);
//! assert_eq!(outcome.text("derived.share.part"), "0.25");
//! assert!(outcome.findings.iter().any(|finding| finding.code == "statements-differ"));
//! ```

use crate::calculation::{
    CellAddress, Dimension, FigureKind, Finding, Ledger, Number, NumberTotal, Severity, figures, run_formulas,
};
use crate::outcome::resolve;
use crate::plan::{DerivedFigure, DerivedUnit, Id, Operation, Table, shortened};
use crate::quantity::{positions_in_order, whole};

const QUANTITY: Dimension = Dimension::Row(Table::Quantity);
const DERIVED: Dimension = Dimension::Row(Table::DerivedFigure);
const SOURCE: &str = "the plan";

figures! {
    /// An amount that stands alone.
    AMOUNT: money("quantity.amount.{}", "{}", [QUANTITY])
        by("CR62", "the amount that the plan gives", SOURCE)
        { Quantity [*] = amount }
    /// A number of things that stands alone.
    COUNT: count("quantity.count.{}", "{}", [QUANTITY])
        by("CR62", "the number that the plan gives", SOURCE)
        { Quantity [*] = count }
    /// A share that stands alone.
    SHARE: percent("quantity.share.{}", "{}", [QUANTITY])
        by("CR62", "the share that the plan gives", SOURCE)
        { Quantity [*] = share }
    /// A number that stands alone.
    NUMBER: number("quantity.number.{}", "{}", [QUANTITY])
        by("CR62", "the number that the plan gives", SOURCE)
        { Quantity [*] = number }
    /// An amount that the plan works out in its own way.
    DERIVED_AMOUNT: money("derived.amount.{}", "{}", [DERIVED])
        by("CR62", "as the plan says", SOURCE)
    /// A number of things that the plan works out in its own way.
    DERIVED_COUNT: count("derived.count.{}", "{}", [DERIVED])
        by("CR62", "as the plan says", SOURCE)
    /// A share that the plan works out in its own way.
    DERIVED_SHARE: percent("derived.share.{}", "{}", [DERIVED])
        by("CR62", "as the plan says", SOURCE)
    /// A number that the plan works out in its own way.
    DERIVED_NUMBER: number("derived.number.{}", "{}", [DERIVED])
        by("CR62", "as the plan says", SOURCE)
}

/// Takes over what stands alone, works out derived figures, and compares sayings.
pub fn run(ledger: &mut Ledger<'_>) {
    run_formulas(ledger, FORMULAS);
    derived(ledger);
    if ledger.wants_findings() {
        report_statements(ledger);
    }
}

const fn kind_of(unit: DerivedUnit) -> &'static FigureKind {
    match unit {
        DerivedUnit::Amount => &DERIVED_AMOUNT,
        DerivedUnit::Count => &DERIVED_COUNT,
        DerivedUnit::Share => &DERIVED_SHARE,
        DerivedUnit::Number => &DERIVED_NUMBER,
    }
}

fn derived(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let mut terms: Vec<Vec<u32>> = vec![Vec::new(); plan.derived_figures.len()];
    for (row, term) in plan.derived_terms.iter() {
        if let Some(of_it) = terms.get_mut(term.derived.position()) {
            of_it.push(row.index());
        }
    }
    for ((row, figure), terms) in plan.derived_figures.iter().zip(terms) {
        let mut numbers = Vec::with_capacity(terms.len());
        for term in &terms {
            let id = plan.derived_terms.get(Id::at(*term)).map(|term| term.figure.0.as_str()).unwrap_or_default();
            match resolve(plan, id).and_then(|key| ledger.find(key)) {
                Some(number) => numbers.push(number),
                None => ledger.report(|| unknown(*term, id)),
            }
        }
        if numbers.len() < terms.len() {
            continue;
        }
        match worked_out(figure.operation, &numbers) {
            Some(number) => {
                ledger.publish(kind_of(figure.unit), [row.index()], number);
            }
            None => ledger.report(|| too_few(row, figure)),
        }
    }
}

fn worked_out(operation: Operation, numbers: &[Number]) -> Option<Number> {
    let sum = |numbers: &[Number]| {
        let mut total = NumberTotal::default();
        numbers.iter().for_each(|number| total.add(number));
        total.finish()
    };
    Some(match (operation, numbers) {
        (_, []) => return None,
        (Operation::Sum, numbers) => sum(numbers),
        (Operation::Difference, [first, rest @ ..]) => first.minus(&sum(rest)),
        (Operation::Product, [first, rest @ ..]) => rest.iter().fold(*first, |product, number| product.times(number)),
        (Operation::Ratio, [first, second]) => first.over(second),
        (Operation::Change, [first, second]) => first.over(second).minus(&Number::constant(whole(1), "the whole")),
        (Operation::Ratio | Operation::Change, _) => return None,
    })
}

fn unknown(term: u32, id: &str) -> Finding {
    Finding {
        severity: Severity::Error,
        code: "unknown-figure",
        places: vec![CellAddress { table: Table::DerivedTerm, row: term, column: "figure" }],
        figures: Vec::new(),
        message: format!("There is no figure \"{}\" on which a derived figure could stand.", shortened(id)),
        advice: "Correct the id, or move the derived figure behind the one that it stands on.",
    }
}

fn too_few(row: Id<DerivedFigure>, figure: &DerivedFigure) -> Finding {
    Finding {
        severity: Severity::Error,
        code: "derived-figure-without-its-terms",
        places: vec![CellAddress { table: Table::DerivedFigure, row: row.index(), column: "operation" }],
        figures: Vec::new(),
        message: format!("\"{}\" cannot be worked out from the terms that are given.", figure.name),
        advice: "A ratio or a change needs two terms, everything else at least one.",
    }
}

/// The same subject with different words, dates or numbers.
fn report_statements(ledger: &mut Ledger<'_>) {
    let rows: Vec<_> = ledger.plan.statements.iter().map(|(_, row)| row).collect();
    let order = positions_in_order(rows.len(), &|left, right| {
        let subject = |at: usize| rows.get(at).map(|row| row.subject.as_str());
        subject(left).cmp(&subject(right))
    });
    let mut start = 0;
    while let Some(first) = order.get(start).and_then(|at| rows.get(*at)) {
        let group: Vec<usize> = order
            .iter()
            .skip(start)
            .copied()
            .take_while(|at| rows.get(*at).is_some_and(|row| row.subject == first.subject))
            .collect();
        start += group.len();
        let differs = group.iter().any(|at| rows.get(*at).is_some_and(|row| row.says != first.says));
        if !differs {
            continue;
        }
        let said: Vec<String> =
            group.iter().filter_map(|at| rows.get(*at)).map(|row| format!("\"{}\"", row.says)).collect();
        ledger.report(|| Finding {
            severity: Severity::Information,
            code: "statements-differ",
            places: group
                .iter()
                .map(|at| CellAddress {
                    table: Table::Statement,
                    row: u32::try_from(*at).unwrap_or(u32::MAX),
                    column: "says",
                })
                .collect(),
            figures: Vec::new(),
            message: format!("{}: the plan says {}.", first.subject, said.join(" and ")),
            advice: "Settle which of them holds.",
        });
    }
}
