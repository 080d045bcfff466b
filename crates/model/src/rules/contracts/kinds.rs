use crate::calculation::{Dimension, Fails, Key, ORGANISATION, Term, Test, YEAR, figures, findings_of_part, term};
use crate::parameters::GAIN_SHARE;
use crate::plan::{ContractForm, ContractItemKind, ContractItemState, ContractRole, NegotiationStatus, Table};

pub(super) const CONTRACT: Dimension = Dimension::Row(Table::Contract);
const FORMS: &str = "NHS Surrey, One Plan, l. 672-684";
const MONTHS: &str = "NHS Surrey, One Plan, l. 608, 684, 1400";
const ITEMS: &str = "NHS Surrey, One Plan, l. 676, 1353-1359";
const PARTS_SOURCE: &str = "Arden Cluster System Plan, l. 776";
const SHARES: &str = "Arden Cluster System Plan, l. 1023-1031";

figures! {
    /// What was billed in all months.
    BILLED: money("contract.{}.billed", "{}: billed", [CONTRACT])
        by("CR11", "the sum of the months; where commissioners give different ones, up to the last that all give", MONTHS)
    /// What was challenged.
    CHALLENGED: money("contract.{}.challenged", "{}: challenged", [CONTRACT])
        by("CR11", "the sum of the months", MONTHS)
    /// What of the challenges was upheld.
    UPHELD: money("contract.{}.upheld", "{}: challenges upheld", [CONTRACT])
        by("CR11", "the sum of the months", MONTHS)
    /// What was withheld for avoidable errors.
    WITHHELD: money("contract.{}.withheld", "{}: withheld for avoidable errors", [CONTRACT])
        by("CR24", "the sum of the months", MONTHS)
    /// What was released again.
    RELEASED: money("contract.{}.released", "{}: released", [CONTRACT])
        by("CR24", "the sum of the months", MONTHS)
    /// What is still withheld.
    STILL_WITHHELD: money("contract.{}.still-withheld", "{}: still withheld", [CONTRACT])
        by("CR24", "withheld − released", MONTHS)
        { Contract [*] = ([WITHHELD] - ([RELEASED] or {Term::NOTHING})) or ({Term::NOTHING} - [RELEASED]) }
    /// What was paid on account in all months.
    ON_ACCOUNT: money("contract.{}.on-account", "{}: paid on account by months", [CONTRACT])
        by("CR11", "the sum of the months", MONTHS)
    /// What changed between the first figures of a month and the last.
    CHANGED: money("contract.{}.changed-since-first-figures", "{}: billed, last figures of each month less the first", [CONTRACT])
        by("CR11", "the sum of the months that are given more than once: most final − least final", MONTHS)
    /// The value of activity at its prices.
    VALUE: money("contract.{}.value", "{}: value of activity", [CONTRACT])
        by("CR11", "the value that the plan gives, or billed − challenges upheld of all twelve months", FORMS)
    /// How the value that the plan gives differs from its months.
    VALUE_LESS_MONTHS: money("contract.{}.value-less-months", "{}: value of activity that the plan gives, less its months", [CONTRACT])
        by("CR11", "value that the plan gives − (billed − challenges upheld of all twelve months)", MONTHS)
    /// What of the value that the plan gives is still to come.
    VALUE_TO_COME: money("contract.{}.value-to-come", "{}: value of activity that the plan gives, less what the months have brought", [CONTRACT])
        by("CR11", "value that the plan gives − value to date", MONTHS)
    /// The value without readmissions that are not paid for.
    AFTER_READMISSIONS: money("contract.{}.after-readmissions", "{}: after readmissions", [CONTRACT])
        by("CR12", "value − readmissions not paid for", "NHS Surrey, One Plan, l. 851, 962-973")
        { Contract [*] = [VALUE] - (readmissions or {Term::NOTHING}) }
    /// What the marginal rate leaves unpaid.
    NOT_PAID_AT_MARGIN: money("contract.{}.unpaid-at-marginal-rate", "{}: not paid because of the marginal rate", [CONTRACT])
        by("CR11", "(1 − marginal rate) × emergency value, less readmissions not paid for, above its baseline", "HSJ (2010); HFMA on the 2010/11 guidance: baseline of each contract")
    /// The value after the marginal rate.
    AFTER_MARGINAL_RATE: money("contract.{}.after-marginal-rate", "{}: after the marginal rate", [CONTRACT])
        by("CR11", "value after readmissions − not paid because of the marginal rate", "HSJ (2010); HFMA on the 2010/11 guidance: baseline of each contract")
    /// What the form of the contract pays.
    PAYMENT: money("contract.{}.payment", "{}: payment by the form of the contract", [CONTRACT])
        by("CR11", "by the form of the contract", FORMS)
    /// What a dead band pays if only what lies outside is paid.
    PAYMENT_EXCESS: money("contract.{}.payment-excess", "{}: payment, only what lies outside the tolerance", [CONTRACT])
        by("CR11", "base + what lies outside the tolerance", FORMS)
    /// What a dead band pays if the whole difference is paid.
    PAYMENT_WHOLE: money("contract.{}.payment-whole", "{}: payment, the whole difference outside the tolerance", [CONTRACT])
        by("CR11", "base within the tolerance, otherwise the value", FORMS)
    /// What the provider does and is not paid for.
    BORNE_BY_PROVIDER: money("contract.{}.borne-by-provider", "{}: borne by the provider", [CONTRACT])
        by("CR11", "value − payment, where it is more; for an aligned payment also less target − base", FORMS)
    /// What the commissioner pays without activity.
    BORNE_BY_COMMISSIONER: money("contract.{}.borne-by-commissioner", "{}: borne by the commissioner", [CONTRACT])
        by("CR11", "payment − value, where it is more; for an aligned payment also less base − target", FORMS)
    /// What is due after withholding and CQUIN.
    DUE: money("contract.{}.due", "{}: due for the year", [CONTRACT])
        by("CR11", "payment − still withheld + CQUIN", FORMS)
        { Contract [*] = ([PAYMENT] - ([STILL_WITHHELD] or {Term::NOTHING})) + (cquin or {Term::NOTHING}) }
    /// What is left to pay, or to pay back.
    BALANCE: money("contract.{}.balance", "{}: balance to be paid", [CONTRACT])
        by("CR11", "due − paid on account", FORMS)
        { Contract [*] = [DUE] - (paid or [ON_ACCOUNT]) }
    /// How what was paid differs from its months.
    PAID_LESS_MONTHS: money("contract.{}.paid-less-months", "{}: paid on account, less what the months give", [CONTRACT])
        by("CR11", "paid on account as the contract gives it − the sum of the months", MONTHS)
        { Contract [*] = paid - [ON_ACCOUNT] }
    /// What all contracts pay.
    TOTAL_DUE: money("contracts.due.{}", "All contracts for which it is computed: due for {}", [YEAR])
        by("CR11", "the sum of the contracts of the year for which it is computed; the others are counted beside it", FORMS)
        { Contract [year] = {Term::FigureOf(&DUE, &[Key::Row])} }
    /// What the commissioner's parts of a contract make.
    PARTS: money("contract.{}.parts", "{}: sum of the parts", [CONTRACT])
        by("CR05", "the sum of the parts", "Arden Cluster System Plan, l. 776")
        { ContractPart [contract] = amount or (share * (contract.Contract.base)) }
    /// How the parts differ from the contract.
    PARTS_DIFFERENCE: money("contract.{}.parts-difference", "{}: sum of the parts less the whole", [CONTRACT])
        by("CR05", "sum of the parts − base value, or else the value of activity that the plan gives", "Arden Cluster System Plan, l. 776")
        { Contract [*] = [PARTS] - (base or value) }
    /// A commissioner's part of a contract.
    PART: money("contract.{}.part.{}", "{}: part of {}", [CONTRACT, ORGANISATION])
        by("CR05", "the amount that the plan gives, or share × base value", PARTS_SOURCE)
        { ContractPart [contract, organisation] = amount else (share * (contract.Contract.base)) }
    /// A commissioner's part of the activity of a contract.
    PART_ACTIVITY: count("contract.{}.part-activity.{}", "{}: activity of {}", [CONTRACT, ORGANISATION])
        by("CR05", "the number that the plan gives, or share × activity", PARTS_SOURCE)
        { ContractPart [contract, organisation] = activity else (share * (contract.Contract.activity)) }
    /// The activity of all parts.
    PARTS_ACTIVITY: count("contract.{}.parts-activity", "{}: activity of all parts", [CONTRACT])
        by("CR05", "the sum of the parts", PARTS_SOURCE)
        { sum of PART_ACTIVITY [0] }
    /// How the activity of the parts differs from that of the contract.
    PARTS_ACTIVITY_DIFFERENCE: count("contract.{}.parts-activity-difference", "{}: activity of all parts less that of the contract", [CONTRACT])
        by("CR05", "activity of the parts − activity", PARTS_SOURCE)
        { Contract [*] = [PARTS_ACTIVITY] - activity }
    /// What was billed to a commissioner.
    BILLED_TO: money("contract.{}.billed.{}", "{}: billed to {}", [CONTRACT, ORGANISATION])
        by("CR05", "the sum of its months", PARTS_SOURCE)
    /// What of its challenges was upheld.
    UPHELD_TO: money("contract.{}.upheld.{}", "{}: challenges of {} upheld", [CONTRACT, ORGANISATION])
        by("CR05", "the sum of its months", PARTS_SOURCE)
    /// How many cases were billed.
    ACTIVITY_BILLED: count("contract.{}.activity-billed", "{}: cases billed", [CONTRACT])
        by("CR11", "the sum of the months", MONTHS)
    /// How many cases were billed to a commissioner.
    ACTIVITY_TO: count("contract.{}.activity-billed.{}", "{}: cases billed to {}", [CONTRACT, ORGANISATION])
        by("CR05", "the sum of its months", PARTS_SOURCE)
    /// What is left of a commissioner's part.
    LEFT_OF_PART: money("contract.{}.part-left.{}", "{}: part of {} that is not billed", [CONTRACT, ORGANISATION])
        by("CR05", "part − (billed − challenges upheld)", PARTS_SOURCE)
        { from BILLED_TO [0, 1] = [PART] - ({Term::Each} - ([UPHELD_TO] or {Term::NOTHING})) }
    /// What is left of a commissioner's part of the activity.
    ACTIVITY_LEFT: count("contract.{}.part-activity-left.{}", "{}: activity of {} that is not billed", [CONTRACT, ORGANISATION])
        by("CR05", "part of the activity − cases billed", PARTS_SOURCE)
        { from ACTIVITY_TO [0, 1] = [PART_ACTIVITY] - {Term::Each} }
    /// How many contracts a commissioner hosts, leads or shares in.
    ROLES: count("contracts.role.{}.{}", "Contracts: {}, {}", [ORGANISATION, Dimension::Choice(ContractRole::CHOICES)])
        by("CR46", "how many there are", "Arden Cluster System Plan, l. 769-774")
        { ContractPart [organisation, role] = {Term::RowCount("one contract")} }
    /// How many contracts there are of a form.
    OF_FORM: count("contracts.form.{}", "Contracts of the form {}", [Dimension::Choice(ContractForm::CHOICES)])
        by("CR46", "how many there are", FORMS)
        { Contract [form] = {Term::RowCount("one contract")} }
    /// How many contracts are how far in negotiation.
    OF_STATUS: count("contracts.status.{}", "Contracts: {}", [Dimension::Choice(NegotiationStatus::CHOICES)])
        by("CR46", "how many there are", "Arden Cluster System Plan, l. 1001-1031")
        { Contract [status] = {Term::RowCount("one contract")} }
    /// The gaps that remain in negotiations.
    GAPS: money("contracts.gap", "All contracts: gap in the negotiation", [])
        by("CR46", "the sum of the contracts", SHARES)
        { Contract [] = gap }
    /// The base value of the next year.
    NEXT_YEAR: money("contract.{}.next-year", "{}: base value of the next year", [CONTRACT])
        by("CR57", "base × (1 − efficiency) + pressures; an efficiency takes off whichever sign it has", "Arden Cluster System Plan, l. 930, 941, 995")
    /// How many commissioning intentions have a clause.
    INTENTIONS: count("contract-items.with-intention", "Contract items that carry out a commissioning intention", [])
        by("CR46", "how many there are", "NHS Surrey, One Plan, l. 643-670")
        { ContractItem [] if (intention given) = {Term::RowCount("one item")} }
    /// Savings written into contracts.
    QIPP: money("contracts.qipp", "All contracts: savings written into them", [])
        by("CR46", "the sum of the contracts", "Arden Cluster System Plan, l. 330-344")
        { Contract [] = qipp }
    /// How many items are how far.
    ITEM_STATES: count("contract-items.{}.{}", "Contract items: {}, {}", [Dimension::Choice(ContractItemKind::CHOICES), Dimension::Choice(ContractItemState::CHOICES)])
        by("CR46", "how many there are", ITEMS)
        { ContractItem [kind, state] = {Term::RowCount("one item")} }
    /// What items are worth.
    ITEM_VALUE: money("contract-items.{}.value", "Contract items: {}, value", [Dimension::Choice(ContractItemKind::CHOICES)])
        by("CR46", "the sum of the items", ITEMS)
        { ContractItem [kind] = value }
    /// What the commissioner bears of a shared risk.
    SHARED_RISK: money("risk-share.{}.commissioner", "{}: borne by the commissioner", [Dimension::Row(Table::RiskShare)])
        by("CR11", "amount × commissioner's share, up to the limit", SHARES)
        { RiskShare [*] = {Term::FirstFilled(&[
            Term::Max(&[Term::Min(&[SHARED, LIMIT]), Term::Subtract(&[Term::NOTHING, LIMIT])]),
            SHARED,
        ])} }
    /// What the provider bears of a shared risk.
    PROVIDER_RISK: money("risk-share.{}.provider", "{}: borne by the provider", [Dimension::Row(Table::RiskShare)])
        by("CR11", "amount − borne by the commissioner", SHARES)
        { RiskShare [*] = at_risk - [SHARED_RISK] }
}

findings_of_part! {
    /// The value that a contract gives is not the sum of its twelve months.
    CONTRACT_VALUE_DIFFERS_FROM_MONTHS: warning(
        "contract-value-differs-from-months",
        "Correct the value or the months: the value that the contract gives is settled."
    )
    /// What is due for the year is below nothing: more is taken off than the activity is worth.
    CONTRACT_DUE_BELOW_NOTHING: warning(
        "contract-due-below-nothing",
        "What is upheld is not paid and need not be withheld too: correct the months, or their unit."
    )
    /// What a contract says was paid is not the sum of what was paid in its twelve months.
    CONTRACT_PAID_DIFFERS_FROM_MONTHS: warning(
        "contract-paid-differs-from-months",
        "Correct what was paid, or the months: what the contract gives counts."
    )
    /// The parts of the commissioners of a contract do not make its whole, in money or in activity.
    CONTRACT_PARTS_DIFFER: warning(
        "contract-parts-differ",
        "Give the part of the commissioner that is missing, or correct the part that is too large, its unit, or the whole."
    )
    /// A commissioner has used more of a contract than its part.
    PART_OF_CONTRACT_OVERSPENT: warning(
        "part-of-contract-overspent",
        "Agree with the other commissioners of the contract who pays for it."
    )
    /// More is released for errors that were mended than was withheld.
    RELEASED_MORE_THAN_WITHHELD: warning("released-more-than-withheld", "Release no more than was withheld.")
}

/// The commissioner's share, of a loss or of a gain.
const SHARED: Term = term!(RiskShare, at_risk * { SHARE });
const LIMIT: Term = term!(RiskShare, limit);
const SHARE: Term = term!(RiskShare, commissioner_share or {Term::Parameter(&GAIN_SHARE)});

pub(super) const TESTS: &[Test] = &[
    Test::of(&VALUE_LESS_MONTHS, Fails::Differs(Term::NOTHING), &CONTRACT_VALUE_DIFFERS_FROM_MONTHS, "not"),
    Test::of(&PAID_LESS_MONTHS, Fails::Differs(Term::NOTHING), &CONTRACT_PAID_DIFFERS_FROM_MONTHS, "not"),
    Test::of(&PARTS_DIFFERENCE, Fails::Differs(Term::NOTHING), &CONTRACT_PARTS_DIFFER, "not"),
    Test::of(&PARTS_ACTIVITY_DIFFERENCE, Fails::Differs(Term::NOTHING), &CONTRACT_PARTS_DIFFER, "not")
        .advise("Give the activity of the commissioner that is missing, or correct a part of it or the whole."),
    Test::of(&LEFT_OF_PART, Fails::Below(Term::NOTHING), &PART_OF_CONTRACT_OVERSPENT, "below"),
    Test::of(&DUE, Fails::Below(Term::NOTHING), &CONTRACT_DUE_BELOW_NOTHING, "below"),
    Test::of(&STILL_WITHHELD, Fails::Below(Term::NOTHING), &RELEASED_MORE_THAN_WITHHELD, "below"),
];
