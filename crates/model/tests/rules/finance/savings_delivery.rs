use crate::support::tables::{ONE_TRUST, TWO_TRUSTS};
use crate::support::{NONE, figures, values};
use one_plan_model::outcome::resolve;

#[test]
fn what_is_short_is_carried_into_the_next_year() {
    values(
        &format!(
            r#"{TWO_TRUSTS}"savings_delivery": [
                {{"organisation": "north", "year": "2011/12", "requirement": "49.9", "reserve": "20.1", "outturn": "19.8", "unit": "£m"}},
                {{"organisation": "south", "year": "2011/12", "requirement": "13.1", "outturn": "12.6", "unit": "£m"}},
                {{"organisation": "south", "year": "2012/13", "requirement": "10", "outturn": "11", "unit": "£m"}}
            ]"#
        ),
        &[
            ("savings-delivery.north.2011-12.net-plan", "29800000"),
            ("savings-delivery.north.2011-12.carried-forward", "10000000"),
            ("savings-delivery.south.2011-12.carried-forward", "500000"),
            ("savings-delivery.south.2012-13.carried-forward", "0"),
            ("savings-delivery.total.carried-forward.2011-12", "10500000"),
            // 10 more to save and 10.5 from the year before, less 11: what North lacked is still owed.
            ("savings-delivery.total.carried-forward.2012-13", "9500000"),
            ("savings-delivery.total.carried-forward.2013-14", NONE),
        ],
    );
}

#[test]
fn what_was_not_saved_is_part_of_the_next_year() {
    let tables = r#""organisations": [
            {"id": "west", "name": "West", "kind": "primary-care-trust"},
            {"id": "east", "name": "East", "kind": "primary-care-trust"}
        ],
        "savings_delivery": [
            {"organisation": "west", "year": "2011/12", "requirement": "50", "reserve": "20", "outturn": "20", "unit": "£m"},
            {"organisation": "east", "year": "2011/12", "requirement": "10", "outturn": "11", "unit": "£m"},
            {"organisation": "west", "year": "2012/13", "requirement": "40", "outturn": "40", "unit": "£m"}
        ],
        "medium_term_plan": [{"year": "2012/13", "commissioner_qipp": "63", "unit": "£m"}]"#;
    values(
        tables,
        &[
            // West lacks 10 of its net 30; East saves 1 more than it must; all together lack 9.
            ("savings-delivery.west.2012-13.brought-forward", "10000000"),
            ("savings-delivery.east.2012-13.brought-forward", "0"),
            ("savings-delivery.total.brought-forward.2012-13", "9000000"),
            ("savings-delivery.west.2012-13.requirement-with-brought-forward", "50000000"),
            ("savings-delivery.east.2012-13.requirement-with-brought-forward", NONE),
            ("savings-delivery.total.requirement-with-brought-forward.2012-13", "49000000"),
            ("savings-delivery.west.2011-12.requirement-with-brought-forward", NONE),
            // Of the 63 only 54 are new.
            ("medium-term.new-commissioner-qipp.2012-13", "54000000"),
            // West saves the 40 of 2012/13, and not what it brought into it: 10 are still short.
            ("savings-delivery.west.2012-13.carried-forward", "10000000"),
            ("savings-delivery.west.2013-14.brought-forward", "10000000"),
            ("savings-delivery.total.carried-forward.2012-13", "9000000"),
        ],
    );
    // Who gives no outturn yet is not short of everything.
    values(
        r#""organisations": [
            {"id": "west", "name": "West", "kind": "primary-care-trust"},
            {"id": "east", "name": "East", "kind": "primary-care-trust"}
        ],
        "savings_delivery": [
            {"organisation": "west", "year": "2011/12", "requirement": "30", "outturn": "20", "unit": "£m"},
            {"organisation": "east", "year": "2011/12", "requirement": "10", "unit": "£m"}
        ]"#,
        &[
            ("savings-delivery.total.carried-forward.2011-12", "10000000"),
            ("savings-delivery.east.2011-12.carried-forward", NONE),
        ],
    );
}

#[test]
fn what_is_delivered_and_what_is_carried_forward() {
    let delivery = |outturn: &str| {
        format!(
            r#"{ONE_TRUST}"savings_delivery": [{{"organisation": "trust", "year": "2011/12", "requirement": "40", "outturn": "{outturn}", "unit": "£m"}}]"#
        )
    };
    figures(
        "savings-delivery.trust.2011-12.carried-forward",
        &delivery("{}"),
        &[("30", "10000000"), ("40", "0"), ("41", "0")],
    );
    figures("savings-delivery.trust.2011-12.delivery", &delivery("{}"), &[("30", "0.75"), ("0", "0"), ("-4", "-0.1")]);
}

/// What is short in the last year that there is stays there: a year after it has no name.
#[test]
fn nothing_is_carried_beyond_the_last_year() {
    let example = values(
        r#""organisations": [{"id": "west", "name": "West", "kind": "primary-care-trust"}],
        "savings_delivery": [
            {"organisation": "west", "year": "2199/00", "requirement": "50", "outturn": "20", "unit": "£m"}]"#,
        &[("savings-delivery.west.2199-00.carried-forward", "30000000")],
    );
    for (key, _) in example.outcome.figures() {
        assert_eq!(resolve(&example.plan, &key.id(&example.plan)), Some(key));
    }
}
