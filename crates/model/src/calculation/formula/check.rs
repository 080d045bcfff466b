use super::Formula;

/// What is wrong with a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormulaFault(pub String);

/// Placeholder: filled in below.
pub fn check_formula(_formula: &Formula) -> Vec<FormulaFault> {
    Vec::new()
}
