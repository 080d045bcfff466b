use crate::support::tables::{ACUTE_AND_COMMUNITY, ONE_LIST};
use crate::support::{NONE, values};

#[test]
fn a_new_offer_must_not_make_new_activity_unseen() {
    values(
        &format!(
            r#"{ACUTE_AND_COMMUNITY}{ONE_LIST}"schemes": [{{"id": "offer", "name": "Offer", "list": "plan"}}],
            "activity_changes": [
                {{"scheme": "offer", "setting": "acute", "point_of_delivery": "spells", "effect": "moves", "activity": "-100"}},
                {{"scheme": "offer", "setting": "community", "point_of_delivery": "spells", "effect": "moves", "activity": "100"}},
                {{"scheme": "offer", "setting": "community", "point_of_delivery": "spells", "effect": "new", "activity": "25"}},
                {{"scheme": "offer", "setting": "community", "point_of_delivery": "spells", "effect": "new", "activity": "15"}}
            ]"#
        ),
        &[
            ("activity-that-is-new.community.spells", "40"),
            ("activity-that-is-new.acute.spells", NONE),
            ("activity.scheme.offer.unaccounted", "0"),
        ],
    );
}
