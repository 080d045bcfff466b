use crate::support::tables::{ACUTE_AND_COMMUNITY, LISTS_OF_TWO_YEARS, ONE_LIST, SPELLS_IN_BEDS, TRUSTS_AND_COUNCIL};
use crate::support::{NONE, finds, values};

#[test]
fn demand_grows_and_schemes_take_off() {
    let example = values(
        &format!(
            r#"{ACUTE_AND_COMMUNITY}{ONE_LIST}"schemes": [{{"id": "s", "name": "S", "list": "plan"}}],
            "baseline_activity": [
                {{"setting": "acute", "point_of_delivery": "spells", "activity": "1,000"}},
                {{"setting": "community", "point_of_delivery": "spells", "activity": "500"}}
            ],
            "activity_changes": [{{"scheme": "s", "setting": "acute", "point_of_delivery": "spells", "effect": "avoided", "activity": "-200"}}],
            "activity_growth": [
                {{"setting": "acute", "point_of_delivery": "spells", "rate": "10%", "length_of_stay": "3.358"}},
                {{"setting": "community", "point_of_delivery": "spells", "rate": "-2%"}}
            ]"#
        ),
        &[
            // The base year is 2010/11.
            ("demand.acute.spells.2010-11", NONE),
            ("demand.acute.spells.2011-12", "1100"),
            ("demand.acute.spells.2012-13", "1210"),
            ("demand.acute.spells.2014-15", "1464.1"),
            ("demand.acute.spells.after-schemes.2011-12", "900"),
            ("demand.acute.spells.after-schemes.2012-13", "1010"),
            // 900 × 3.358 ÷ 365 ÷ 92 %
            ("demand.acute.spells.beds.2011-12", "9"),
            ("demand.acute.spells.beds.2012-13", "10.1"),
            // Without schemes demand is as it grows; without a length of stay there are no beds.
            ("demand.community.spells.2011-12", "490"),
            ("demand.community.spells.after-schemes.2011-12", "490"),
            ("demand.community.spells.beds.2011-12", NONE),
        ],
    );
    assert_eq!(example.text("activity.acute.spells.plan"), "800");
}

#[test]
fn demand_of_one_provider_and_of_all() {
    let tables = format!(
        r#"{TRUSTS_AND_COUNCIL}{SPELLS_IN_BEDS}{LISTS_OF_TWO_YEARS}
        "baseline_activity": [
            {{"setting": "acute", "point_of_delivery": "spells", "provider": "north", "activity": "600"}},
            {{"setting": "acute", "point_of_delivery": "spells", "provider": "south", "activity": "400"}}
        ],
        "schemes": [
            {{"id": "all-year", "name": "All year", "list": "first"}},
            {{"id": "half-year", "name": "From October", "list": "first", "start": "2011-10"}},
            {{"id": "delayed", "name": "Three months late", "list": "first", "start": "2011-04", "delay": "3", "end": "2012-03"}},
            {{"id": "later", "name": "Later", "list": "second"}}
        ],
        "activity_changes": [
            {{"scheme": "all-year", "setting": "acute", "point_of_delivery": "spells", "provider": "north", "effect": "avoided", "activity": "-10"}},
            {{"scheme": "half-year", "setting": "acute", "point_of_delivery": "spells", "provider": "north", "effect": "avoided", "activity": "-20"}},
            {{"scheme": "delayed", "setting": "acute", "point_of_delivery": "spells", "provider": "south", "effect": "avoided", "activity": "-40"}},
            {{"scheme": "later", "setting": "acute", "point_of_delivery": "spells", "effect": "avoided", "activity": "-1"}},
            {{"scheme": "later", "setting": "acute", "point_of_delivery": "visits", "provider": "north", "effect": "avoided", "activity": "-500"}}
        ],
        "activity_growth": [
            {{"setting": "acute", "point_of_delivery": "spells", "rate": "10%"}},
            {{"setting": "acute", "point_of_delivery": "spells", "provider": "north", "base": "600", "rate": "5%", "length_of_stay": "3.65"}},
            {{"setting": "acute", "point_of_delivery": "spells", "provider": "south", "rate": "5%"}}
        ],
        "assumptions": [{{"parameter": "bed-occupancy", "value": "50%"}}]"#
    );
    let example = values(
        &tables,
        &[
            ("demand.acute.spells.2011-12", "1100"),
            // 1,100 − 10 − 20 × 6 ÷ 12 − 40 × 9 ÷ 12
            ("demand.acute.spells.after-schemes.2011-12", "1050"),
            ("demand.acute.spells.2012-13", "1210"),
            // 1,210 − 10 − 20 − 1: the delayed one has ended.
            ("demand.acute.spells.after-schemes.2012-13", "1179"),
            ("provider-demand.north.acute.spells.2011-12", "630"),
            ("provider-demand.north.acute.spells.after-schemes.2011-12", "610"),
            // 610 × 3.65 ÷ 365 ÷ 50 %
            ("provider-demand.north.acute.spells.beds.2011-12", "12.2"),
            ("provider-demand.north.acute.spells.2012-13", "661.5"),
            ("provider-demand.north.acute.spells.after-schemes.2012-13", "631.5"),
            // Without a base of its own it grows from its baseline.
            ("provider-demand.south.acute.spells.2011-12", "420"),
            ("provider-demand.south.acute.spells.after-schemes.2011-12", "390"),
        ],
    );
    // One row for all and one for each provider are no repeat.
    assert!(!finds(&example, "given-twice") && !finds(&example, "growth-without-a-base"));
    // What is not recurrent falls away after its first year; growth without anything to grow is said.
    let once = tables
        .replace(r#""name": "All year", "list": "first""#, r#""name": "All year", "list": "first", "recurrent": "no""#);
    values(
        &once,
        &[("demand.acute.spells.after-schemes.2011-12", "1050"), ("demand.acute.spells.after-schemes.2012-13", "1189")],
    );
    let code = "growth-without-a-base";
    let elsewhere = tables.replace(r#""provider": "south", "rate""#, r#""provider": "council", "rate""#);
    assert!(finds(&values(&elsewhere, &[]), code));
    let in_vain = tables.replace(r#""spells", "rate": "10%""#, r#""spells", "base": "5", "rate": "10%""#);
    assert!(finds(&values(&in_vain, &[]), code));
}
