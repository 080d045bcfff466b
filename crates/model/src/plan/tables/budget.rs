use super::organisations::Organisation;
use crate::plan::Id;
use crate::plan::definition::{choice, table};
use crate::quantity::{Amount, FinancialYear, MoneyUnit};

choice! {
    /// Whether an amount is taken out of a budget line or put back into it.
    MovementStage {
        /// Taken out of, or moved between, the gross budgets.
        Deduction = "deduction",
        /// Put back after the sub total.
        AddBack = "add-back",
    }
}

choice! {
    /// Why an amount is moved.
    MovementReason {
        /// Changes of commissioning groups.
        CommissioningGroup = "commissioning-group",
        /// Savings.
        Qipp = "qipp",
        /// Performance indicators of contracts.
        ContractIndicators = "contract-indicators",
        /// Readmissions within 30 days that are not paid for.
        Readmissions = "readmissions",
        /// CQUIN, taken out of the gross contract value and paid on top of the rest.
        Cquin = "cquin",
        /// Anything else.
        Other = "other",
    }
}

table! {
    /// A line of the financial framework of a year. Lines without an organisation beside lines with one are the whole:
    /// they are held against the lines of the organisations, and not added to them.
    named BudgetLine as ["budget line", "budgets", "budget", "financial framework"] {
        /// The year; empty for the year of the only resource limit, or else the first year of the plan.
        year: Option<FinancialYear>,
        /// The organisation whose budget it is; empty for the whole plan.
        organisation: Option<Id<Organisation>>,
        /// The gross budget, before anything is taken out: spending, positive. A line that lessens the others, such as savings
        /// that are still to be found, is negative.
        gross: Option<Amount> as ["gross budget", "annual budget"],
        /// The unit of the amount.
        unit: Option<MoneyUnit>,
    }
}

table! {
    /// An amount that is taken out of a line of the financial framework or put back into it.
    plain BudgetMovement as ["budget movement"] key [line, stage, reason, detail] {
        /// The line.
        line: Id<BudgetLine> as ["budget line"],
        /// Whether it comes before or after the sub total.
        stage: Option<MovementStage> => "the line to which this amount belongs" if amount,
        /// Why it is moved.
        reason: Option<MovementReason> => "for what the amount leaves or comes" if amount,
        /// What it is, where a line has several movements for one reason: each then is a row of its own.
        detail: Option<String>,
        /// The amount with its sign: what leaves the line is negative, what comes into it positive. Savings and CQUIN
        /// always leave with a deduction, and CQUIN comes back with an add-back.
        amount: Option<Amount> as ["movement"] => "the line of the framework",
        /// The unit of the amount.
        unit: Option<MoneyUnit>,
    }
}
