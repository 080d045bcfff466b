use super::parameter::{assumed, parameter, verified};

parameter! {
    /// What a CQUIN scheme is worth, as a percentage of the eligible contract value.
    ///
    /// ```
    /// use one_plan_model::parameters::{CQUIN_RATE, Parameters};
    /// use one_plan_model::quantity::FinancialYear;
    /// let year = FinancialYear::read("2011/12").unwrap();
    /// let rate = Parameters::default().value(&CQUIN_RATE, year).unwrap();
    /// assert_eq!(rate.written, "1.5%");
    /// ```
    CQUIN_RATE = "cquin-rate", Rate,
        "Value of a CQUIN scheme as a percentage of the eligible contract value",
        [
            assumed(2009, Some(2009), "0.5%", "first year of the scheme; the rate is common knowledge, not confirmed"),
            verified(2010, Some(2010), "1.5%", "HSJ, Tariff puts brake on acute admissions (2010)"),
            verified(2011, Some(2011), "1.5%", "HFMA on the Operating Framework 2012/13: raised from 1.5 % to 2.5 %"),
            verified(2012, Some(2012), "2.5%", "Operating Framework 2012/13: on top of actual outturn value"),
            assumed(2013, Some(2014), "2.5%", "continued from 2012/13; not confirmed"),
            verified(2015, Some(2016), "2.5%", "HFMA, Tariff option; HFMA, CQUIN: press for change; in 2015/16 nothing for providers on the default tariff"),
            assumed(2017, Some(2018), "2.5%", "split into national indicators and reserve; the split is not confirmed"),
            verified(2019, Some(2019), "1.25%", "CQUIN guidance 2019/20: reduced, offset by higher core prices"),
            verified(2020, Some(2021), "0%", "NHS England, CQUIN 2020/21: suspended, allowance inside the block"),
            verified(2022, Some(2022), "1.25%", "HFMA, guidance on reinstating CQUIN: of the fixed element"),
            assumed(2023, Some(2023), "1.25%", "continued from 2022/23; not confirmed"),
            assumed(2024, Some(2024), "0%", "incentive paused, indicators optional, nothing is deducted; not confirmed"),
        ];
    /// The most that CQUIN ever paid of a contract value nationally; what pays more is asked about.
    CQUIN_HIGHEST_RATE = "cquin-highest-rate", Rate,
        "The most that CQUIN ever paid nationally, as a percentage of the eligible contract value",
        [
            verified(1948, Some(2015), "2.5%", "Operating Framework 2012/13"),
            assumed(2016, Some(2018), "2.8%", "hubs of specialised services of NHS England; all others 2.5 %; not confirmed"),
            assumed(2019, None, "2.5%", "that of 2012/13; CQUIN guidance 2019/20 lowered the rate to 1.25 %, and that none raised it above is not confirmed"),
        ];
    /// By how many points a score must rise.
    SCORE_POINTS = "score-points", Number,
        "Points by which the score that patients give must rise in the year",
        [verified(1948, None, "10", "Arden Cluster System Plan, l. 617")];
}
