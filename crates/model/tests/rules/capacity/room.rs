use crate::support::{findings, values};

const ACUTE: &str = r#""settings": [{"id": "acute", "name": "Acute"}, {"id": "community", "name": "Community"}],
    "points_of_delivery": [{"id": "spells", "name": "Spells"}], "#;
const LIST: &str = r#""scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}], "#;

#[test]
fn room_where_the_activity_goes() {
    let tables = |used: &str| {
        format!(
            r#"{ACUTE}{LIST}"schemes": [{{"id": "s", "name": "S", "list": "plan"}}],
            "baseline_activity": [{{"setting": "community", "point_of_delivery": "spells", "activity": "700"}}],
            "activity_changes": [{{"scheme": "s", "setting": "community", "point_of_delivery": "spells", "effect": "new", "activity": "{{}}"}}],
            "capacities": [{{"setting": "community", "point_of_delivery": "spells", "available": "1,000"{used}}}]"#
        )
    };
    // 1,000 less the 700 of the baseline, or less the 800 that the row gives, less what comes.
    for (used, coming, left) in [("", "200", "100"), ("", "350", "-50"), (r#", "used": "800""#, "200", "0")] {
        values(&tables(used).replace("{}", coming), &[("capacity.community.spells.room-left", left)]);
    }
    findings("no-room-for-what-moves", &tables(""), &[("299", false), ("300", false), ("301", true)]);
}
