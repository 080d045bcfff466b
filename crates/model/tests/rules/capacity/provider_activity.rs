use crate::support::{NONE, values};

const ACUTE: &str = r#""settings": [{"id": "acute", "name": "Acute"}, {"id": "community", "name": "Community"}],
    "points_of_delivery": [{"id": "spells", "name": "Spells"}], "#;
const LIST: &str = r#""scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}], "#;

#[test]
fn a_new_offer_must_not_make_new_activity_unseen() {
    values(
        &format!(
            r#"{ACUTE}{LIST}"schemes": [{{"id": "offer", "name": "Offer", "list": "plan"}}],
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
