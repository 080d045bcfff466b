use super::parameter::{assumed, parameter, verified};

parameter! {
    /// The least cost improvement of a provider.
    IMPROVEMENT_FLOOR = "improvement-floor", Rate,
        "Cost improvement that is required of a provider, as a share of its costs",
        [
            verified(1948, Some(2014), "4%", "Arden Cluster System Plan, l. 326; NAO: 4 per cent a year 2011-15"),
            assumed(2015, None, "2%", "later requirements differ from year to year; set the one of the year"),
        ];
    /// How much of the income that leaves a provider it can take out of its costs too.
    COSTS_THAT_FOLLOW = "provider-costs-that-follow", Rate,
        "Share of the income that leaves a provider which it can take out of its costs too",
        [assumed(1948, None, "100%", "the plans ask that providers stay in balance, and do not say how much of their costs falls away")];
    /// The least share of a service budget for prevention.
    PREVENTION_FLOOR = "prevention-floor", Rate,
        "Share of a service budget to be spent on prevention, at least",
        [verified(1948, None, "1.5%", "NHS Surrey, One Plan, l. 588")];
    /// The least share that the priority programmes should save.
    PRIORITY_SHARE_FROM = "priority-share-from", Rate,
        "Share of all savings that the priority programmes should make, at least",
        [verified(1948, None, "60%", PRIORITY)];
    /// The largest share that the priority programmes should save.
    PRIORITY_SHARE_TO = "priority-share-to", Rate,
        "Share of all savings that the priority programmes should make, at most",
        [verified(1948, None, "70%", PRIORITY)];
    /// The part of the resource that is set aside.
    RESERVE_RATE = "reserve-rate", Rate,
        "Part of the resource that is set aside without recurring",
        [
            verified(1948, Some(2013), "2%", "Arden Cluster System Plan, l. 903"),
            assumed(2014, None, "1%", "CCG rule of 2016/17; set the one of the year"),
        ];
    /// How far a programme may differ from its schemes before it is a finding.
    PROGRAMME_TOLERANCE = "programme-tolerance", Number,
        "Pounds by which a programme may differ from the sum of its schemes",
        [assumed(1948, None, "10000", "half a unit of a figure printed in millions with two decimals, and that of its schemes")];
}

const PRIORITY: &str = "NHS Surrey, One Plan, l. 482";
