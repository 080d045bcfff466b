use super::budget::BudgetLine;
use super::contracts::{Contract, ContractForm};
use super::organisations::Organisation;
use super::programmes::Programme;
use super::schemes::{RiskLevel, SchemeStatus};
use crate::plan::Id;
use crate::plan::definition::{choice, table};
use crate::quantity::{Amount, Count, MoneyUnit, Rate};

choice! {
    /// What a lever moves. Which cells these are stands beside each lever in docs/scenarios.md.
    LeverKind {
        /// How much of the planned savings is delivered; 100% is all of them.
        Delivery = "delivery",
        /// By how many months schemes start later than planned.
        Delay = "delay",
        /// Percentage points that are added to each rate of growth.
        Growth = "growth",
        /// How much of what is achieved for CQUIN is achieved; 100% leaves it as it is.
        Cquin = "cquin",
        /// Prices against those of the plan; 100% leaves them as they are.
        Price = "price",
        /// Activity and its value under contracts against those of the plan; 100% leaves them as they are.
        Outturn = "outturn",
        /// The form in which contracts pay.
        ContractForm = "contract-form",
    }
}

choice! {
    /// How a number is drawn between the ends of its range.
    Distribution {
        /// Most often near its central value, never outside its ends.
        Triangular = "triangular",
        /// Every value between its ends is as likely as another.
        Uniform = "uniform",
    }
}

table! {
    /// A named set of changes and levers: what would follow if this were otherwise. It changes no other table.
    named Scenario as ["scenario"] {
        /// What it assumes, and why.
        note: Option<String> as ["assumption"],
    }
}

table! {
    /// A lever of a scenario. It acts on every row that all its filled columns from programme to organisation fit; levers of
    /// one scenario work one after the other, in the order of their rows.
    plain ScenarioLever as ["lever", "levers"] with [low <= high, low <= setting, setting <= high] {
        /// The scenario.
        scenario: Id<Scenario>,
        /// What is moved.
        lever: LeverKind,
        /// Only what belongs to this programme.
        programme: Option<Id<Programme>>,
        /// Only schemes of this status.
        status: Option<SchemeStatus>,
        /// Only schemes of this risk.
        risk: Option<RiskLevel>,
        /// Only this contract.
        contract: Option<Id<Contract>>,
        /// Only what belongs to this organisation.
        organisation: Option<Id<Organisation>>,
        /// Where it is set: a share of the plan, and for growth the percentage points that are added.
        setting: Option<Rate> as ["share"],
        /// For a delay: by how many months.
        months: Option<Count> where Things,
        /// For the form of a contract: the form.
        form: Option<ContractForm>,
        /// The least that it may be, for simulations.
        low: Option<Rate>,
        /// The most that it may be, for simulations.
        high: Option<Rate>,
        /// How it is drawn between the two; empty: triangular around the setting.
        distribution: Option<Distribution>,
        /// Whether each row that it moves draws for itself; otherwise all move together.
        separately: Option<bool>,
        /// Why it is assumed.
        reason: Option<String>,
    }
}

table! {
    /// A cell that is otherwise in a scenario. Changes come before the levers of their scenario.
    plain ScenarioChange as ["change", "changes"] {
        /// The scenario.
        scenario: Id<Scenario>,
        /// The table of the cell.
        table: String,
        /// The row: its id, or its number from one in a table without ids.
        row: String,
        /// The column.
        column: String,
        /// What stands there instead, written as in the table itself; empty where the cell is to be empty.
        value: Option<String>,
        /// Why it is assumed.
        reason: Option<String>,
    }
}

choice! {
    /// How far the two sides are about a line of a contract.
    LineState {
        /// They have not agreed.
        Open = "open",
        /// They agree: on the agreed amount, or where none is given on the offer.
        Agreed = "agreed",
        /// They meet half-way between offer and ask.
        Split = "split",
        /// They cannot agree; somebody else decides.
        Escalated = "escalated",
    }
}

table! {
    /// A line of a contract about which the commissioner and the provider negotiate.
    named ContractLine as ["contract line", "negotiation"] {
        /// The contract.
        contract: Id<Contract>,
        /// What the plan has for it now.
        planned: Option<Amount>,
        /// What the commissioner offers.
        offer: Option<Amount>,
        /// What the provider asks for.
        ask: Option<Amount>,
        /// What they agreed on, where it is not the offer.
        agreed: Option<Amount>,
        /// The unit of the amounts of this row.
        unit: Option<MoneyUnit>,
        /// How far they are; empty: open.
        state: Option<LineState>,
        /// The line of the commissioner's framework from which it is paid.
        budget_line: Option<Id<BudgetLine>>,
        /// What was said about it, and which post or body decides.
        note: Option<String>,
    }
}
