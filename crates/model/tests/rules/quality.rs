mod practices;

use crate::support::tables::{CLUSTER_AND_TRUST, ONE_TRUST, TWO_TRUSTS};
use crate::support::{NONE, figures, findings, finds, values};

#[test]
fn referrals_of_practices_against_their_targets() {
    values(
        r#""practices": [
            {"id": "above", "name": "Above", "referral_target": "1,000", "referrals": "1,150"},
            {"id": "below", "name": "Below", "referral_target": "1,000", "referrals": "920"},
            {"id": "unknown", "name": "Unknown", "referral_target": "1,000"}
        ]"#,
        &[
            ("practice.above.referrals-above-target", "150"),
            ("practice.below.referrals-above-target", "-80"),
            ("practice.unknown.referrals-above-target", NONE),
        ],
    );
}

#[test]
fn incidents_by_what_their_reviews_found() {
    values(
        r#""incidents": [
            {"kind": "pressure-ulcer", "class": "avoidable", "month": "2012-04", "number": "7"},
            {"kind": "pressure-ulcer", "class": "avoidable", "month": "2012-05", "number": "5"},
            {"kind": "pressure-ulcer", "class": "unavoidable", "number": "9"},
            {"kind": "pressure-ulcer", "number": "2"},
            {"kind": "never-event", "number": "1"},
            {"kind": "never-event", "number": "0"},
            {"kind": "fall", "number": "14"},
            {"kind": "catheter-infection", "number": "6"},
            {"kind": "death", "class": "expected-in-wrong-place", "number": "30"},
            {"kind": "death", "class": "unexpected-community", "number": "4"}
        ]"#,
        &[
            ("incidents.pressure-ulcer", "23"),
            ("incidents.pressure-ulcer.avoidable", "12"),
            ("incidents.pressure-ulcer.unavoidable", "9"),
            ("incidents.never-event", "1"),
            ("incidents.never-event.avoidable", NONE),
            ("incidents.fall", "14"),
            ("incidents.catheter-infection", "6"),
            ("incidents.death", "34"),
            ("incidents.death.expected-in-wrong-place", "30"),
            ("incidents.death.unexpected-community", "4"),
        ],
    );
}

#[test]
fn a_measure_within_above_or_below_its_range() {
    let tables = r#""measures": [{"id": "m", "name": "Mortality index", "direction": "lower",
        "expected_from": "0.89", "expected_to": "1.12", "actual": "{}"}]"#;
    for (actual, above, below) in
        [("0.80", "0", "0.09"), ("0.89", "0", "0"), ("1.00", "0", "0"), ("1.12", "0", "0"), ("1.20", "0.08", "0")]
    {
        values(
            &tables.replace("{}", actual),
            &[
                ("measure.m.above-range", above),
                ("measure.m.below-range", below),
                // Without a target there is nothing to be rated.
                ("measure.m.rating", NONE),
                ("measures.number", "1"),
            ],
        );
    }
    // A range with one end only.
    values(
        r#""measures": [{"id": "m", "name": "M", "direction": "lower", "expected_to": "10", "actual": "12"}, {"id": "n", "name": "N", "direction": "higher"}]"#,
        &[("measure.m.above-range", "2"), ("measure.m.below-range", NONE), ("measures.number", "2")],
    );
}

#[test]
fn a_red_measure_needs_an_action() {
    let tables =
        r#""measures": [{"id": "waits", "name": "Waits", "direction": "higher", "target": "95", "actual": "{}"}]"#;
    // Red below 90 % of 95, which is 85.5.
    findings(
        "measure-red-without-action",
        tables,
        &[("0", true), ("85.4", true), ("85.5", false), ("95", false), ("96", false)],
    );
    let with_action = tables.replace(r#""target""#, r#""action": "More staff at night", "target""#);
    findings("measure-red-without-action", &with_action, &[("0", false), ("85.4", false)]);
    let without_target = tables.replace(r#""target": "95", "#, "");
    findings("measure-red-without-action", &without_target, &[("0", false)]);
    // The action and the trajectory on which it recovers.
    let example = values(
        r#""trajectories": [{"id": "recovery", "name": "Recovery", "baseline": "100", "direction": "lower"}],
        "trajectory_points": [
            {"trajectory": "recovery", "due": "2012-06", "reduction": "10%", "actual": "88", "rule": "value"},
            {"trajectory": "recovery", "due": "2012-09", "reduction": "30%", "actual": "91", "rule": "value"}
        ],
        "measures": [{"id": "delays", "name": "Delays", "direction": "lower", "target": "70", "actual": "91", "action": "More care at home", "trajectory": "recovery"}]"#,
        &[
            ("measure.delays.gap", "21"),
            // 70 ÷ 91 is less than 90 %.
            ("measure.delays.rating", "1"),
            ("trajectory.recovery.target.2012-06", "90"),
            ("trajectory.recovery.difference.2012-06", "-2"),
            ("trajectory.recovery.rating.2012-06", "3"),
            ("trajectory.recovery.rating.2012-09", "1"),
        ],
    );
    assert!(!finds(&example, "measure-red-without-action"));
}

#[test]
fn practices_that_prescribe_too_many_antibiotics() {
    values(
        r#""measures": [{"id": "items", "name": "Items for each patient", "direction": "lower", "target": "0.05", "actual": "0.08"}],
        "practices": [
            {"id": "a", "name": "A", "list_size": "5,000"}, {"id": "b", "name": "B", "list_size": "4,000"},
            {"id": "c", "name": "C", "list_size": "2,000"}, {"id": "d", "name": "D", "list_size": "1,000"}
        ],
        "practice_indicators": [
            {"practice": "a", "measure": "items", "value": "0.05"}, {"practice": "b", "measure": "items", "value": "0.06"},
            {"practice": "c", "measure": "items", "value": "0.09"}, {"practice": "d", "measure": "items", "value": "0.12"}
        ]"#,
        &[
            ("practice.a.worst-quarter", "0"),
            ("practice.c.worst-quarter", "0"),
            ("practice.d.worst-quarter", "1"),
            ("practice.a.potential.items", "0"),
            ("practice.b.potential.items", "40"),
            ("practice.c.potential.items", "80"),
            ("practice.d.potential.items", "70"),
            ("practices.potential.items", "190"),
            ("measure.items.gap", "0.03"),
        ],
    );
}

#[test]
fn disease_that_is_expected_and_not_on_the_register() {
    values(
        r#""quality_outcomes": [
            {"id": "heart", "name": "Heart failure", "register": "8,200", "expected": "11,000"},
            {"id": "kidney", "name": "Kidney disease", "register": "9,000", "expected": "8,500"},
            {"id": "unknown", "name": "Unknown", "register": "9,000"}
        ]"#,
        &[
            ("quality.heart.unrecorded", "2800"),
            ("quality.kidney.unrecorded", "-500"),
            ("quality.unknown.unrecorded", NONE),
        ],
    );
}

#[test]
fn practices_earn_points_for_quality() {
    values(
        r#""practices": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}, {"id": "c", "name": "C"}],
        "practice_incentives": [
            {"practice": "a", "indicator": "Emergency visits", "points": "31", "point_price": "130", "unit": "£", "achieved": "100%"},
            {"practice": "a", "indicator": "Emergency plan", "points": "20", "point_price": "130", "unit": "£", "achieved": "50%"},
            {"practice": "b", "indicator": "Emergency visits", "points": "31", "point_price": "130", "unit": "£"}
        ]"#,
        &[
            // 31 × 130 + 20 × 130 × 50 %
            ("practice.a.incentive", "5330"),
            // Nothing is achieved, so nothing is earned.
            ("practice.b.incentive", "0"),
            ("practice.c.incentive", NONE),
        ],
    );
}

#[test]
fn a_patient_before_and_after() {
    values(
        r#""patient_stories": [
            {"id": "admissions", "name": "Admissions in a year", "before": "5", "after": "0"},
            {"id": "visits", "name": "Visits at home", "before": "2", "after": "14"},
            {"id": "clinics", "name": "Clinics", "before": "3"}
        ]"#,
        &[
            ("patient-story.admissions.change", "-5"),
            ("patient-story.visits.change", "12"),
            ("patient-story.clinics.change", NONE),
        ],
    );
}

#[test]
fn checkpoints_are_rated_in_words() {
    values(
        &format!(
            r#"{TWO_TRUSTS}"checkpoint_ratings": [
                {{"organisation": "north", "checkpoint": "First", "area": "Leadership", "rating": "green"}},
                {{"organisation": "north", "checkpoint": "First", "area": "Money", "rating": "amber"}},
                {{"organisation": "south", "checkpoint": "First", "area": "Leadership", "rating": "amber"}}
            ]"#
        ),
        &[("checkpoint-ratings.green", "1"), ("checkpoint-ratings.amber", "2"), ("checkpoint-ratings.red", NONE)],
    );
}

#[test]
fn delayed_patients_against_their_target() {
    values(
        r#""measures": [
        {"id": "delays", "name": "Delays", "direction": "lower", "target": "40", "actual": "44"},
        {"id": "number", "name": "Delays at the target", "direction": "lower", "target": "40", "actual": "40"}
        ]"#,
        &[
            ("measure.delays.gap", "4"),
            ("measure.delays.rating", "2"),
            ("measure.number.gap", "0"),
            ("measure.number.rating", "3"),
        ],
    );
}

#[test]
fn a_measure_of_coverage() {
    values(
        r#""measures": [{"id": "clustered", "name": "Clustered", "direction": "higher", "numerator": "45", "denominator": "60"}]"#,
        &[("measure.clustered.coverage", "0.75")],
    );
}

#[test]
fn quality_between_sites_and_incidents() {
    values(
        r#""quality_outcomes": [{"id": "caesarean", "name": "Caesarean", "lowest": "21.5%", "highest": "28%"}],
        "incidents": [
        {"kind": "fall", "class": "avoidable", "number": "3"},
        {"kind": "fall", "class": "avoidable", "number": "2"},
        {"kind": "fall", "class": "under-review", "number": "1"},
        {"kind": "death", "note": "No number"}
        ],
        "measures": [{"id": "m", "name": "M", "direction": "lower", "actual": "28", "target": "23"}]"#,
        &[
            ("quality.caesarean.spread", "0.065"),
            ("incidents.fall.avoidable", "5"),
            ("incidents.fall.under-review", "1"),
            ("incidents.death.avoidable", NONE),
            ("measure.m.gap", "5"),
        ],
    );
}

#[test]
fn a_red_measure_needs_a_trajectory_where_there_are_any() {
    let tables = |actual: &str, trajectory: &str, trajectories: &str| {
        format!(
            r#"{trajectories}"measures": [{{"id": "m", "name": "M", "direction": "higher", "actual": "{actual}", "target": "100", "action": "Something"{trajectory}}}]"#
        )
    };
    let some = r#""trajectories": [{"id": "t", "name": "T", "direction": "higher"}], "#;
    let code = "measure-red-without-trajectory";
    // Amber from 90 %.
    findings(code, &tables("{}", "", some), &[("89.9", true), ("90", false), ("100", false)]);
    findings(code, &tables("{}", r#", "trajectory": "t""#, some), &[("1", false)]);
    findings(code, &tables("{}", "", ""), &[("1", false)]);
}

#[test]
fn referrals_level_by_level() {
    values(
        &format!(
            r#"{CLUSTER_AND_TRUST}"practices": [
                {{"id": "one", "name": "One", "commissioner": "north", "referrals": "120", "referral_target": "100"}},
                {{"id": "two", "name": "Two", "commissioner": "north", "referrals": "95", "referral_target": "100"}},
                {{"id": "three", "name": "Three", "commissioner": "south", "referrals": "50", "referral_target": "60"}}
            ]"#
        ),
        &[
            ("practices.north.referrals-above-target", "15"),
            ("practices.south.referrals-above-target", "-10"),
            ("practices.parts-of.cluster.referrals-above-target", "5"),
            ("practices.parts-of.north.referrals-above-target", NONE),
        ],
    );
}

#[test]
fn ratings_of_measures_and_scores_of_patients() {
    let measure = |direction: &str| {
        format!(
            r#""measures": [{{"id": "m", "name": "M", "direction": "{direction}", "target": "100", "actual": "{{}}"}}]"#
        )
    };
    figures(
        "measure.m.rating",
        &measure("higher"),
        &[("89.9", "1"), ("90", "2"), ("99.9", "2"), ("100", "3"), ("101", "3")],
    );
    figures("measure.m.rating", &measure("lower"), &[("112", "1"), ("111", "2"), ("100", "3"), ("0", "3")]);
    let score = format!(
        r#"{ONE_TRUST}"patient_scores": [{{"provider": "trust", "start": "50", "end": "{{}}", "top_quartile": "70"}}]"#
    );
    figures("patient-score.trust.shortfall", &score, &[("59", "1"), ("60", "0"), ("75", "-15")]);
}
