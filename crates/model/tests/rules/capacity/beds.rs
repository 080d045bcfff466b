use crate::support::{NONE, values};

#[test]
fn delayed_patients_and_the_days_they_stay() {
    values(
        r#""bed_days": [{"id": "lost", "name": "Days lost to delays", "days": "3,650", "definition": "midnight", "occupancy": "80%"}]"#,
        &[
            ("bed-days.lost.days", "3650"),
            ("bed-days.lost.beds-at-full-occupancy", "10"),
            ("bed-days.lost.beds", "12.5"),
        ],
    );
}

#[test]
fn bed_days_of_delays_above_their_target() {
    let tables = |delays: &str| {
        format!(
            r#""measures": [{{"id": "delays", "name": "Delays", "direction": "lower", "actual": "{delays}", "target": "30"}}],
            "bed_days": [
                {{"id": "lost", "name": "Lost", "days": "7,300", "definition": "midnight", "occupancy": "80%", "delays": "delays"}},
                {{"id": "other", "name": "Other", "days": "100", "definition": "midnight"}}
            ]"#
        )
    };
    values(
        &tables("40"),
        &[
            // A quarter of the delays is above the target: 1,825 days, 5 beds in full, 6.25 at 80 %.
            ("bed-days.lost.above-target", "1825"),
            ("bed-days.lost.beds-above-target", "6.25"),
            ("bed-days.lost.for-each-delay", "182.5"),
            ("bed-days.other.above-target", NONE),
        ],
    );
    values(&tables("30"), &[("bed-days.lost.above-target", "0")]);
    values(&tables("20"), &[("bed-days.lost.above-target", "0")]);
    values(&tables("0"), &[("bed-days.lost.above-target", NONE), ("bed-days.lost.for-each-delay", NONE)]);
}
