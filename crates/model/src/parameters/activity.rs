use super::parameter::{assumed, parameter, verified};

parameter! {
    /// From which change in per cent two arrows are shown.
    TWO_ARROWS_FROM = "two-arrows-from", Number,
        "Change in per cent, rounded to a whole number, from which two arrows are shown",
        [verified(1948, None, "6", ARROWS)];
    /// From which change in per cent three arrows are shown.
    THREE_ARROWS_FROM = "three-arrows-from", Number,
        "Change in per cent, rounded to a whole number, from which three arrows are shown",
        [verified(1948, None, "16", ARROWS)];
    /// How many months of activity a forecast outturn needs.
    OUTTURN_MONTHS = "outturn-months", Number,
        "Months to which activity is scaled up for the forecast outturn; 0 for the months that are given",
        [assumed(1948, None, "12", "implied by \"m8 to FOT\" in NHS Surrey, One Plan, l. 826-828; seasons are not considered")];
    /// How far seasons may take the year from a forecast that scales some of its months up.
    OUTTURN_SEASONS = "outturn-seasons", Rate,
        "Part of a forecast outturn from some months that seasons may add or take; a baseline within it is no contradiction",
        [assumed(1948, None, "5%", "winter months have more emergencies and fewer planned cases; no plan prints how many")];
    /// How many times another a unit cost may be.
    UNIT_COSTS_APART = "unit-costs-apart", Number,
        "How many times what a case costs by one row it may cost by another about the same kind of activity before one of them is in doubt",
        [assumed(1948, None, "8", "a digit too many or too few is ten times, of costs that differ by a part anyway; stays that end on the same day cost a seventh of all stays in NHS Surrey, One Plan, l. 824")];
    /// What is paid for emergency admissions above the baseline.
    MARGINAL_RATE = "marginal-rate", Rate,
        "Share of the price that is paid for emergency admissions above the baseline of 2008/09",
        [
            verified(1948, Some(2009), "100%", "no marginal rate before 2010/11"),
            verified(2010, Some(2014), "30%", "HSJ, Tariff puts brake on acute admissions (2010)"),
            verified(2015, Some(2018), "70%", "HSJ, Tariff reveals savings targets for 2015-16: enhanced tariff option, then all"),
            assumed(2019, None, "100%", "replaced by blended payment from 2019/20; agree the rate locally"),
        ];
    /// Readmissions after a planned admission that are not paid for.
    READMISSION_ELECTIVE = "readmission-elective", Rate,
        "Share of readmissions within 30 days after a planned admission that is not paid for",
        [verified(1948, None, "100%", "NHS Surrey, One Plan, l. 851; HFMA on the 2011/12 rules")];
    /// Readmissions after an emergency admission that are not paid for.
    READMISSION_EMERGENCY = "readmission-emergency", Rate,
        "Share of readmissions within 30 days after an emergency admission that is not paid for",
        [
            verified(1948, Some(2011), "40%", "NHS Surrey, One Plan, l. 851"),
            assumed(2012, None, "25%", "from 2012/13 a clinical review sets the share; 25 % was the least of the year before"),
        ];
    /// The most births by caesarean section that are paid at their price.
    CAESAREAN_CAP = "caesarean-cap", Rate,
        "Share of births up to which a caesarean section is paid at its price",
        [verified(1948, None, "23%", "NHS Surrey, One Plan, l. 1228")];
}

const ARROWS: &str = "NHS Surrey, One Plan, l. 745-746: bands 0-5 %, 6-15 % and 16 % and more";
