//! Whose schemes a list has, where no column says how the year goes.

use crate::support::{loaded, plan_row, sheet, to_look_at};

fn told(organisations: [&str; 3]) -> (String, Vec<String>) {
    let [first, second, third] = organisations;
    let rows = [
        "QIPP plan 2026/27 £000".to_owned(),
        "Scheme|Programme|Gross saving|Provider".to_owned(),
        format!("Virtual wards|UEC|1200|{first}"),
        format!("Triage|Planned|600|{second}"),
        format!("Biosimilars|Medicines|900|{third}"),
        "Total||2700|".to_owned(),
    ];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let loaded = loaded("qipp.xlsx", sheet("QIPP", &rows));
    (plan_row(&loaded, "scheme_lists", 0, &["organisation"]), to_look_at(&loaded))
}

#[test]
fn a_list_belongs_to_the_organisation_that_every_row_names() {
    let (organisation, said) = told(["Anytown Hospitals", "Anytown hospitals ", "Anytown Hospitals"]);
    assert_eq!((organisation.as_str(), said), ("anytown-hospitals", Vec::new()));
}

#[test]
fn organisations_that_a_list_cannot_keep_are_told() {
    for (organisations, count) in [
        (["Anytown Hospitals", "Anytown Hospitals", "Brook Community"], "2 are named"),
        (["Anytown Hospitals", "", "Anytown Hospitals"], "some rows name none"),
    ] {
        let (organisation, said) = told(organisations);
        assert_eq!(organisation, "-");
        assert!(said.len() == 1 && said.iter().all(|said| said.contains(count)), "{said:?}");
    }
}
