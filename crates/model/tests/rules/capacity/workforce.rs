use crate::support::{NONE, values};

#[test]
fn students_become_staff_and_staff_leave() {
    values(
        r#""workforce_trajectories": [
            {"id": "supplied", "name": "Supplied", "target": "60"},
            {"id": "given", "name": "Given", "target": "60"}
        ],
        "workforce_years": [
            {"trajectory": "supplied", "year": "2011/12", "position": "100", "students": "40", "attrition": "10%", "uptake": "75%", "leavers": "5"},
            {"trajectory": "supplied", "year": "2012/13", "students": "50", "attrition": "20%"},
            {"trajectory": "supplied", "year": "2013/14"},
            {"trajectory": "given", "year": "2011/12", "position": "100", "increase": "26", "students": "40"},
            {"trajectory": "given", "year": "2012/13", "increase": "28"}
        ]"#,
        &[
            // 40 × 90 % × 75 % − 5
            ("workforce.supplied.supply.2011-12", "22"),
            // 50 × 80 % × 80 %, the uptake where the plan gives none
            ("workforce.supplied.supply.2012-13", "32"),
            ("workforce.supplied.supply", "54"),
            ("workforce.supplied.position.2012-13", "122"),
            ("workforce.supplied.position.2013-14", "154"),
            ("workforce.supplied.increase", NONE),
            ("workforce.supplied.against-target", "-6"),
            // What the plan gives comes before what follows from students.
            ("workforce.given.supply", "32"),
            ("workforce.given.increase", "54"),
            ("workforce.given.position.2012-13", "126"),
            ("workforce.given.against-target", "-6"),
        ],
    );
}
