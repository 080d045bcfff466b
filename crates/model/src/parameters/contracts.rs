use super::parameter::{assumed, parameter, verified};

parameter! {
    /// What is paid for activity above or below the target of an aligned payment.
    VARIABLE_RATE = "variable-rate", Rate,
        "Share of the price that an aligned payment, or a blended payment before it, pays for activity above or below its target",
        [
            assumed(2019, Some(2020), "20%", "blended payment for emergency care, guidance 2019/20 and 2020/21; the 20 % are not confirmed"),
            verified(2022, Some(2022), "75%", "HFMA, National tariff signals start of new payment system"),
            verified(2023, Some(2024), "100%", "HFMA on 2023/24, NHS England on 2024/25: all elective activity at the full unit price"),
            assumed(2025, None, "100%", "continued from 2024/25; not confirmed"),
        ];
    /// What is paid beyond the tolerance of a cost and volume contract.
    VOLUME_RATE = "volume-rate", Rate,
        "Share of the price that a cost and volume contract pays beyond its tolerance",
        [assumed(1948, None, "50%", "agreed locally, often 30 % to 70 %; not confirmed")];
    /// How far the value of activity may lie from the base of an aligned payment that has no target.
    APART_WITHOUT_TARGET = "apart-without-target", Rate,
        "Share of the base by which the value of activity may differ from it before an aligned payment without a target is a finding",
        [assumed(1948, None, "10%", "far more than activity differs from its plan in a year, far less than the fixed part of such a contract; not confirmed")];
    /// How far the value of activity may lie from the target of an aligned payment.
    APART_FROM_TARGET = "apart-from-target", Rate,
        "Share of the target of an aligned payment by which the value of its activity may differ from it before it is a finding",
        [assumed(1948, None, "30%", "more than activity differs from its plan in a year, less than the value of a whole contract differs from the activity of its target; not confirmed")];
    /// How much of the base of a contract may lie between the base and its floor.
    TOLERANCE_IN_DOUBT = "tolerance-in-doubt", Rate,
        "Share of the base by which the floor of a contract may lie below it before it may be the floor itself",
        [assumed(1948, None, "50%", "agreed bands are a few per cent of the base: 2 % of NHS Surrey's, l. 672-684; not confirmed")];
    /// How many times the others a month may be.
    MONTH_OUT_OF_SCALE = "month-out-of-scale", Number,
        "How many times larger or smaller than the month in the middle another month may be before its unit is in doubt",
        [assumed(1948, None, "300", "£ and £000 are 1,000 apart; a month may still be a third of the others; not confirmed")];
    /// How many times what is planned for it, and the others, a month may be.
    MONTH_DIGIT_IN_DOUBT = "month-digit-in-doubt", Number,
        "How many times what is planned for it, and the month in the middle, a month may be before a digit of it is in doubt",
        [assumed(1948, None, "7", "a digit too many is ten times, of months that differ by a part anyway; not confirmed")];
    /// How many times the others an amount may be.
    AMOUNT_OUT_OF_SCALE = "amount-out-of-scale", Number,
        "How many times larger or smaller than the one in the middle of its column an amount may be before its unit is in doubt",
        [assumed(1948, None, "300", "£ and £000 are 1,000 apart; a small scheme is not a thousandth of the others; not confirmed")];
    /// Whose share a gain or loss is.
    GAIN_SHARE = "gain-share", Rate,
        "Commissioner's share of a gain or loss where the agreement does not say",
        [assumed(1948, None, "50%", "agreed locally; the plans print no terms")];
}
