use crate::support::{NONE, findings, finds, values};

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
