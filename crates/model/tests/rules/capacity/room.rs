use crate::support::tables::{ACUTE_AND_COMMUNITY, ONE_LIST};
use crate::support::{findings, values};

#[test]
fn room_where_the_activity_goes() {
    let tables = |used: &str| {
        format!(
            r#"{ACUTE_AND_COMMUNITY}{ONE_LIST}"schemes": [{{"id": "s", "name": "S", "list": "plan"}}],
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
