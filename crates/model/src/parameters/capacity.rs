use super::parameter::{assumed, parameter, verified};

parameter! {
    /// The share of beds in use.
    BED_OCCUPANCY = "bed-occupancy", Part,
        "Share of beds that is in use on average",
        [assumed(1948, None, "92%", "Arden Cluster System Plan, l. 465 names it for one trust; 85 % is the tradition")];
    /// The share of new staff who take a post.
    JOB_UPTAKE = "job-uptake", Rate,
        "Share of students who finish and take a post here",
        [verified(1948, None, "80%", "Arden Cluster System Plan, l. 386")];
    /// From how many removed admissions beds should follow.
    BEDS_FOLLOW_FROM = "beds-follow-from", Number,
        "Admissions taken out of a provider in a year from which beds should be taken out too",
        [assumed(1948, None, "1000", "the plans say that capacity must follow, not from when")];
    /// From which share of beds in use down its unit is in doubt.
    OCCUPANCY_IN_DOUBT = "occupancy-in-doubt-below", Rate,
        "Share of beds in use below which it is asked whether its unit is right",
        [assumed(1948, None, "20%", "wards that run are in use by far more; 0.9 % is nearly always 0.9, which is 90 %")];
    /// Up to which change a year the unit of a growth is not in doubt.
    GROWTH_IN_DOUBT = "growth-in-doubt-above", Rate,
        "Change in a year, up or down, above which it is asked whether its unit is right",
        [assumed(1948, None, "100%", "hardly anything that a plan counts more than doubles each year")];
    /// From which share down the unit of one that is mostly large is in doubt.
    SHARE_IN_DOUBT = "share-in-doubt-below", Rate,
        "Share that is mostly large, such as a marginal rate, below which it is asked whether its unit is right",
        [assumed(1948, None, "2%", "0.5 % is nearly always 0.5, which is 50 %, and 1 % is 1, which is all")];
    /// Up to which share of the tariff the unit of a top-up is not in doubt.
    TOP_UP_IN_DOUBT = "top-up-in-doubt-above", Rate,
        "Top-up as a share of the tariff above which it is asked whether its unit is right",
        [assumed(1948, None, "100%", "no specialist top-up has been as much as the tariff itself; 24 is written 24 %")];
    /// How far beds may be from what bed days stand for.
    BEDS_FOLLOW_WITHIN = "beds-follow-within", Rate,
        "Part of the beds for which bed days stand by which the change of beds may be another",
        [assumed(1948, None, "10%", "beds are closed by wards and bays, and are in use now more, now less")];
    /// How many more stays a bed may take.
    STAYS_FOR_EACH_BED = "stays-for-each-bed", Rate,
        "Part by which the stays for each bed may grow over the plan before it is asked what makes them shorter",
        [assumed(1948, None, "5%", "stays have become shorter by a per cent or two a year without being planned; not confirmed")];
    /// In how many indicators a practice may be in the lowest quarter.
    OUTLIER_FROM = "outlier-from", Number,
        "Indicators in the lowest quarter from which a practice is an outlier",
        [
            verified(1948, Some(2012), "40", "Arden Cluster System Plan, l. 1117-1169: by March 2013"),
            verified(2013, None, "30", "Arden Cluster System Plan, l. 1117-1169: by March 2014"),
        ];
}
