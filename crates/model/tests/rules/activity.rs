use crate::support::{NONE, values};
use one_plan_model::calculation::Severity;
use one_plan_model::example;

const MORE_BASELINE: &str = r#", {"setting": "last", "point_of_delivery": "spells", "activity": "20"}"#;
const MORE_CHANGE: &str =
    r#", {"scheme": "s", "setting": "last", "point_of_delivery": "spells", "effect": "new", "activity": "5"}"#;
const OUTLOOK: &str = r#"{"setting": "last", "point_of_delivery": "spells", "activity_percent": "-3%"}"#;

/// One kind of care in three settings: the first has a baseline and a change by a list within a list, the second has
/// nothing, and the last what is given here.
fn tables(more_baseline: &str, more_change: &str, outlook: &str) -> String {
    format!(
        r#""settings": [{{"id": "first", "name": "First"}}, {{"id": "none", "name": "None"}}, {{"id": "last", "name": "Last"}}],
        "points_of_delivery": [{{"id": "spells", "name": "Spells"}}],
        "scheme_lists": [
            {{"id": "whole", "name": "Whole", "year": "2011/12"}},
            {{"id": "part", "name": "Part", "year": "2011/12", "parent": "whole"}}
        ],
        "schemes": [{{"id": "s", "name": "S", "list": "part"}}],
        "baseline_activity": [{{"setting": "first", "point_of_delivery": "spells", "activity": "100"}}{more_baseline}],
        "activity_changes": [
            {{"scheme": "s", "setting": "first", "point_of_delivery": "spells", "effect": "avoided", "activity": "-10"}}{more_change}
        ],
        "activity_outlook": [{outlook}]"#
    )
}

const FIRST: [(&str, &str); 6] = [
    ("activity.first.spells.plan", "90"),
    ("activity.first.spells.change-percent", "-0.1"),
    ("activity.list.part.first.spells.plan", "90"),
    ("activity.list.whole.first.spells.change", "-10"),
    ("activity.none.spells.change", NONE),
    ("activity.list.part.none.spells.change", NONE),
];

#[test]
fn a_place_with_a_baseline_that_nothing_changes() {
    let tables = tables(MORE_BASELINE, "", "");
    values(&tables, &FIRST);
    values(
        &tables,
        &[
            ("activity.last.spells.change", "0"),
            ("activity.last.spells.plan", "20"),
            ("activity.last.spells.change-percent", "0"),
            ("activity.list.part.last.spells.change", "0"),
            ("activity.list.part.last.spells.plan", "20"),
            ("activity.list.whole.last.spells.plan", "20"),
        ],
    );
}

#[test]
fn a_place_that_changes_without_a_baseline() {
    let tables = tables("", MORE_CHANGE, "");
    values(&tables, &FIRST);
    values(
        &tables,
        &[
            ("activity.last.spells.baseline", NONE),
            ("activity.last.spells.change", "5"),
            ("activity.last.spells.plan", NONE),
            ("activity.list.part.last.spells.change", "5"),
            ("activity.list.part.last.spells.plan", NONE),
            ("activity.list.whole.last.spells.change", "5"),
        ],
    );
}

#[test]
fn a_place_of_which_only_the_change_in_per_cent_is_printed() {
    let tables = tables("", "", OUTLOOK);
    values(&tables, &FIRST);
    values(
        &tables,
        &[
            ("activity.last.spells.change", NONE),
            ("activity.last.spells.plan", NONE),
            ("activity.last.spells.change-percent", "-0.03"),
            ("activity.last.spells.arrow", "-1"),
        ],
    );
}

#[test]
fn a_plan_that_changes_nothing() {
    values(
        r#""settings": [{"id": "acute", "name": "Acute"}],
        "points_of_delivery": [{"id": "spells", "name": "Spells"}],
        "scheme_lists": [{"id": "list", "name": "List", "year": "2011/12"}],
        "baseline_activity": [{"setting": "acute", "point_of_delivery": "spells", "activity": "100"}]"#,
        &[
            ("activity.acute.spells.change", "0"),
            ("activity.acute.spells.plan", "100"),
            // A list that changes nothing has no plan of its own.
            ("activity.list.list.acute.spells.change", NONE),
            ("activity.list.list.acute.spells.plan", NONE),
        ],
    );
}

/// What all schemes take away and is not there is an error; what one list alone takes and another brings is a warning.
#[test]
fn one_list_alone_that_takes_too_much_is_a_warning() {
    let taken = |brought: &str| {
        let example = example::outcome(&format!(
            r#""settings": [{{"id": "ward", "name": "Ward"}}], "points_of_delivery": [{{"id": "stays", "name": "Stays"}}],
            "scheme_lists": [{{"id": "one", "name": "One", "year": "2011/12"}}, {{"id": "two", "name": "Two", "year": "2011/12"}}],
            "schemes": [{{"id": "a", "name": "A", "list": "one"}}, {{"id": "b", "name": "B", "list": "two"}}],
            "baseline_activity": [{{"setting": "ward", "point_of_delivery": "stays", "activity": "100"}}],
            "activity_changes": [
                {{"scheme": "a", "setting": "ward", "point_of_delivery": "stays", "effect": "avoided", "activity": "-120"}},
                {{"scheme": "b", "setting": "ward", "point_of_delivery": "stays", "effect": "new", "activity": "{brought}"}}
            ]"#
        ));
        let of = example.findings.iter().filter(|finding| finding.code == "more-taken-than-there-is");
        of.map(|finding| finding.severity).collect::<Vec<_>>()
    };
    assert_eq!(taken("30"), [Severity::Warning]);
    assert_eq!(taken("10"), [Severity::Error]);
}
