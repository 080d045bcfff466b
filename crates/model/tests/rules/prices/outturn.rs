use crate::support::tables::{ACUTE_SPELLS, TWO_TRUSTS};
use crate::support::{finds, message, values};

#[test]
fn each_provider_has_its_own_months() {
    let month = |provider: &str, month: &str, cells: &str| {
        format!(
            r#"{{"setting": "acute", "point_of_delivery": "spells", "provider": "{provider}", "month": "{month}", {cells}}}"#
        )
    };
    let rows = [
        month("north", "2010-04", r#""activity": "100", "cost": "10", "unit": "£000""#),
        month("north", "2010-05", r#""activity": "110""#),
        // South has reported one month only.
        month("south", "2010-04", r#""activity": "50""#),
        // Outside the base year.
        month("south", "2011-04", r#""activity": "999""#),
    ];
    let tables = |rows: &[String]| format!(r#"{TWO_TRUSTS}{ACUTE_SPELLS}"monthly_activity": [{}]"#, rows.join(", "));
    let expected = [
        ("outturn.activity-to-date.acute.spells", "260"),
        ("outturn.months.acute.spells", "2"),
        // 210 × 12 ÷ 2 + 50 × 12 ÷ 1; the shorter time is said.
        ("outturn.activity.acute.spells", "1860"),
        // Cost is given for one month of two.
        ("outturn.cost.acute.spells", "120000"),
    ];
    let example = values(&tables(&rows), &expected);
    assert!(message(&example, "month-outside-the-base-year").contains("2010/11"));
    assert_eq!(
        message(&example, "fewer-months-than-others"),
        "South has 1 of the 2 months that others have: its forecast outturn stands on those alone."
    );
    let mut reversed = rows.to_vec();
    reversed.reverse();
    values(&tables(&reversed), &expected);
    assert!(!finds(&values(&tables(&rows[..3]), &[]), "month-outside-the-base-year"));
}
