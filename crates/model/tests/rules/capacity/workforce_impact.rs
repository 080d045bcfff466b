use crate::support::tables::TWO_TRUSTS;
use crate::support::{NONE, findings, finds, values};

#[test]
fn staff_who_come_go_or_move() {
    values(
        &format!(
            r#"{TWO_TRUSTS}"programmes": [{{"id": "care", "name": "Care"}}],
            "work_programmes": [{{"id": "frail", "name": "Frail", "kind": "transformational"}}],
            "workforce_impacts": [
                {{"id": "a", "name": "A", "programme": "care", "category": "clinical", "year": "2011/12", "wte": "7"}},
                {{"id": "b", "name": "B", "programme": "care", "work_programme": "frail", "category": "clinical", "year": "2012/13", "wte": "-2.5"}},
                {{"id": "c", "name": "C", "programme": "care", "category": "administrative", "year": "2012/13", "wte": "-10"}},
                {{"id": "d", "name": "D", "programme": "care", "work_programme": "frail", "category": "clinical", "year": "2012/13", "organisation": "north", "moves_to": "south", "wte": "12"}},
                {{"id": "e", "name": "E", "category": "clinical", "organisation": "north", "moves_to": "south", "wte": "3.5"}},
                {{"id": "f", "name": "F", "category": "clinical", "organisation": "south", "moves_to": "north", "wte": "1"}}
            ]"#
        ),
        &[
            // Who moves is neither more nor fewer.
            ("workforce.impact.programme.care", "-5.5"),
            ("workforce.impact.work-programme.frail", "-2.5"),
            ("workforce.impact.category.clinical", "4.5"),
            ("workforce.impact.category.administrative", "-10"),
            ("workforce.impact.year.2011-12", "7"),
            ("workforce.impact.year.2012-13", "-12.5"),
            ("staff-moves.north.south", "15.5"),
            ("staff-moves.south.north", "1"),
        ],
    );
}

#[test]
fn doctors_left_on_a_rota() {
    let rota = |cells: &str| format!(r#""rotas": [{{"id": "surgery", "name": "Surgery", {cells}}}]"#);
    let tables = rota(r#""sites": "3", "doctors": "27", "leaving": "9", "needed": "{}""#);
    values(&tables.replace("{}", "8"), &[("rota.surgery.for-each-site", "6"), ("rota.surgery.short", "2")]);
    findings("rota-too-thin", &tables, &[("5", false), ("6", false), ("7", true)]);
    values(
        &rota(r#""sites": "2", "doctors": "27", "needed": "8""#),
        &[("rota.surgery.for-each-site", "13.5"), ("rota.surgery.short", "-5.5")],
    );
    // How many there are is not printed: nothing can be said.
    let unknown = values(
        &rota(r#""sites": "3", "leaving": "9", "needed": "8""#),
        &[("rota.surgery.for-each-site", NONE), ("rota.surgery.short", NONE)],
    );
    assert!(!finds(&unknown, "rota-too-thin"));
    // Nothing is divided by no sites.
    values(&rota(r#""sites": "0", "doctors": "27", "needed": "8""#), &[("rota.surgery.for-each-site", NONE)]);
}
