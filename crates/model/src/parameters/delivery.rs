use super::parameter::{assumed, parameter, verified};

parameter! {
    /// How long a decision may be open.
    DECISION_MONTHS = "decision-months", Number,
        "Months after which a proposal must have been decided",
        [verified(1948, None, "6", "NHS Surrey, One Plan, l. 598")];
    /// From which score a risk is amber.
    AMBER_FROM = "risk-amber-from", Number,
        "Score from which a risk is shown as amber",
        [assumed(1948, None, "8", "the plans print no bands")];
    /// From which score a risk is red.
    RED_FROM = "risk-red-from", Number,
        "Score from which a risk is shown as red",
        [assumed(1948, None, "15", "the plans print no bands")];
    /// How much of a target must be reached to be amber.
    TARGET_AMBER = "target-amber-from", Rate,
        "Part of a target from which a measure is amber; it is green from the whole",
        [assumed(1948, None, "90%", "the plans print no thresholds")];
    /// How much of a plan must be delivered to be amber.
    DELIVERY_AMBER = "delivery-amber-from", Rate,
        "Part of the plan to date from which a line is amber; it is green from the whole",
        [assumed(1948, None, "90%", "the plans print no thresholds")];
    /// What part of a saving of low risk is expected.
    EXPECTED_AT_LOW_RISK = "saving-expected-at-low-risk", Rate,
        "Part of a saving that is expected where the risk is low",
        [assumed(1948, None, "90%", "practice differs from place to place: 90% to 100% is common where the risk is low")];
    /// What part of a saving of medium risk is expected.
    EXPECTED_AT_MEDIUM_RISK = "saving-expected-at-medium-risk", Rate,
        "Part of a saving that is expected where the risk is medium",
        [assumed(1948, None, "50%", "practice differs from place to place: 50% to 75% is common where the risk is medium")];
    /// What part of a saving of high risk is expected.
    EXPECTED_AT_HIGH_RISK = "saving-expected-at-high-risk", Rate,
        "Part of a saving that is expected where the risk is high",
        [assumed(1948, None, "25%", "practice differs from place to place: nothing to 25% is common where the risk is high")];
    /// What part of a saving without a scheme is expected.
    EXPECTED_UNIDENTIFIED = "saving-expected-unidentified", Rate,
        "Part of a saving that is expected where there is no scheme yet and no risk is given",
        [assumed(1948, None, "0%", "what nobody has found is not counted on")];
}
