use crate::support::tables::TWO_LISTS;
use crate::support::{NONE, values};

#[test]
fn savings_by_class() {
    values(
        &format!(
            r#"{TWO_LISTS}"schemes": [
                {{"id": "a", "name": "A", "list": "l", "gross": "3", "unit": "£m", "class": "transactional", "status": "made", "voluntary": "yes"}},
                {{"id": "b", "name": "B", "list": "l", "gross": "4", "unit": "£m", "class": "transactional", "status": "identified", "voluntary": "no"}},
                {{"id": "c", "name": "C", "list": "m", "gross": "5", "unit": "£m", "class": "cost-containment", "status": "made"}},
                {{"id": "d", "name": "D", "list": "m", "gross": "3", "unit": "£m", "voluntary": "yes", "same_as": "a"}}
            ]"#
        ),
        &[
            ("schemes.list.l.class.transactional", "7000000"),
            ("schemes.list.l.class.cost-containment", NONE),
            // What only avoids growth stands apart.
            ("schemes.list.m.class.cost-containment", "5000000"),
        ],
    );
}
