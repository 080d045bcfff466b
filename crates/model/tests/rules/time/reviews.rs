use crate::support::{NONE, values};

#[test]
fn reviews_come_back_and_make_work() {
    values(
        r#""review_schedules": [
            {"id": "quarterly", "name": "Quarterly", "cases": "40", "first": "2011-07", "every": "3", "times": "4"},
            {"id": "uncounted", "name": "Uncounted", "first": "2011-07", "every": "12", "times": "2"}
        ]"#,
        &[
            // July, October and January; then April.
            ("reviews.quarterly.2011-12", "3"),
            ("reviews.quarterly.2012-13", "1"),
            ("reviews.quarterly.2013-14", NONE),
            ("review-cases.quarterly.2011-12", "120"),
            ("review-cases.quarterly.2012-13", "40"),
            ("reviews.uncounted.2011-12", "1"),
            ("reviews.uncounted.2012-13", "1"),
            ("review-cases.uncounted.2011-12", NONE),
        ],
    );
}

#[test]
fn reviews_of_each_year() {
    values(
        r#""review_schedules": [{"id": "r", "name": "R", "first": "2011-10", "every": "6", "times": "3"}]"#,
        &[
            // October 2011, then April and October 2012.
            ("reviews.r.2011-12", "1"),
            ("reviews.r.2012-13", "2"),
            ("reviews.r.2013-14", NONE),
        ],
    );
}
