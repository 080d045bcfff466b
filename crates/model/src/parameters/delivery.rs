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
}
