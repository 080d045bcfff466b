use crate::calculation::{Dimension, Fails, Term, Test, YEAR, figures, findings_of_part};
use crate::plan::{ActivityRuleKind, Table};

const RULE: Dimension = Dimension::Row(Table::ActivityRule);
const PLANS: &str = "NHS Surrey, One Plan, l. 643-670, 823-877, 1091-1228; Arden Cluster System Plan, l. 426, 467, 886";

figures! {
    /// How many cases a rule may apply to.
    ELIGIBLE: count("activity-rule.{}.eligible", "{}: cases to which it may apply", [RULE])
        by("CR12-CR20", "the number that the plan gives", PLANS)
        { ActivityRule [*] = eligible }
    /// Of how many births the share of caesarean sections is taken.
    BIRTHS: count("activity-rule.{}.births", "{}: births", [RULE])
        by("CR12-CR20", "the number that the plan gives", PLANS)
        { ActivityRule [*] if (rule is ActivityRuleKind::CaesareanCap) = base }
    /// What the kind of activity to which a rule applies has in the base year, with a tenth more.
    ACTIVITY_OF_RULE: count("activity-rule.{}.activity", "{}: its kind of activity in the base year and a tenth more", [RULE])
        by("CR10", "the baseline of all settings × 1.1, for rules that count cases of it", PLANS)
    /// How many cases leave, or are priced anew.
    LEAVING: count("activity-rule.{}.leaving", "{}: cases that change", [RULE])
        by("CR12-CR20", "eligible − excluded, then the share, or what lies above the limit, ratio or cap", PLANS)
    /// How many arrive elsewhere.
    ARRIVING: count("activity-rule.{}.arriving", "{}: cases that arrive", [RULE])
        by("CR12-CR20", "as many as change, or the number that the plan gives", PLANS)
    /// How many cases are put off into the next year, once.
    PUT_OFF: count("activity-rule.{}.put-off", "{}: cases put off into the next year", [RULE])
        by("CR12-CR20", "(eligible − excluded − cases that change) × months later ÷ 12, at most all of them", "NHS Surrey, One Plan, l. 670, 1181-1183")
    /// What they cost then: it is put off and not saved.
    PUT_OFF_COST: money("activity-rule.{}.put-off-cost", "{}: cost put off into the next year", [RULE])
        by("CR12-CR20", "cases put off × price", "NHS Surrey, One Plan, l. 670, 1181-1183")
        { ActivityRule [*] = [PUT_OFF] * price }
    /// What is saved in a whole year.
    SAVING: money("activity-rule.{}.saving", "{}: saving of a whole year", [RULE])
        by("CR12-CR20", "cases × price − cases that arrive × new price", PLANS)
    /// What would be saved without the marginal rate.
    SAVING_AT_FULL_PRICE: money("activity-rule.{}.saving-at-full-price", "{}: saving if every case were paid in full", [RULE])
        by("CR12-CR20", "cases × price", PLANS)
    /// What the rules of a contract save together where they share its emergency baseline.
    TOGETHER: money("contract.{}.emergency-saving-together.{}", "{}: saving of its rules for emergency admissions, together, {}", [Dimension::Row(Table::Contract), YEAR])
        by("CR12-CR20", "all cases × price − what of it was not paid at the marginal rate", PLANS)
    /// What goes into reinvestment.
    REINVESTED: money("activity-rule.{}.reinvested", "{}: put into reinvestment", [RULE])
        by("CR12", "the saving, where it is reinvested", "NHS Surrey, One Plan, l. 962-973")
    /// What is left of the saving.
    NET_SAVING: money("activity-rule.{}.net-saving", "{}: saving after reinvestment", [RULE])
        by("CR12", "saving − reinvestment", "NHS Surrey, One Plan, l. 962-973")
    /// The price at which a transfer is neutral.
    NEUTRAL_PRICE: money("activity-rule.{}.neutral-price", "{}: price at which neither side loses", [RULE])
        by("CR59", "income that leaves ÷ cases that arrive", "Arden Cluster System Plan, l. 886")
    /// How many cases change in a year.
    LEAVING_IN: count("activity-rule.{}.leaving.{}", "{}: cases that change in {}", [RULE, YEAR])
        by("CR18", "cases of a whole year, by the share of the year, × months in force ÷ 12", "NHS Surrey, One Plan, l. 654, 855, 1003")
    /// What is saved in a year.
    SAVING_IN: money("activity-rule.{}.saving.{}", "{}: saving in {}", [RULE, YEAR])
        by("CR18", "saving of a whole year, by the share of the year, × months in force ÷ 12", "NHS Surrey, One Plan, l. 654, 855, 1003")
    /// What all rules save in a whole year.
    TOTAL: money("activity-rules.net-saving", "All activity rules: saving after reinvestment", [])
        by("CR12-CR20", "the sum of the rules", PLANS)
        { sum of NET_SAVING [] }
}

findings_of_part! {
    /// A rule may apply to more cases than there are births, or than its kind of activity has.
    RULE_ABOVE_ACTIVITY: warning(
        "rule-above-activity",
        "No part is more than the whole: correct what is eligible, or that of which it is a part."
    )
    /// An activity rule costs more than it saves: what arrives, or is priced anew, is dearer than what leaves.
    RULE_COSTS_MORE: warning(
        "rule-costs-more",
        "Do the two prices stand in each other's column? Correct them, or say why the rule is worth it."
    )
}

const A_TENTH_MORE: &str = "more than the base year has of it with a tenth more, which is";

pub(super) const TESTS: &[Test] = &[
    Test::of(&ELIGIBLE, Fails::Above(Term::Figure(&ACTIVITY_OF_RULE)), &RULE_ABOVE_ACTIVITY, A_TENTH_MORE),
    Test::of(&SAVING, Fails::Below(Term::NOTHING), &RULE_COSTS_MORE, "below"),
];
