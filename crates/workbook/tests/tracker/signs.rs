//! Amounts with a minus: what takes off a saving, what is spent, and income as ledgers have it.

use crate::support::{Computed, loaded, plan_row, sheet, to_look_at};

#[test]
fn slippage_has_one_sign_as_a_scheme_and_as_its_line() {
    let rows = [
        "Ref|Scheme|Plan 2026/27 £000|YTD plan M3|YTD actual M3",
        "A1|Beds|90|30|28",
        "A2|Drugs|60|20|19",
        "|Less: slippage|-45|-15|-12",
        "|Total|105|35|35",
    ];
    let loaded = loaded("cip.xlsx", sheet("CIP", &rows));
    let computed = Computed::of(&loaded);
    assert_eq!(computed.figure("schemes.list.cip.gross"), "105000");
    assert_eq!(plan_row(&loaded, "monitored_lines", 2, &["scheme", "plan"]), "less-slippage | -45");
    assert_eq!(computed.line("less-slippage")[..3], ["-15000", "-12000", "3000"]);
    assert!(!computed.findings().contains(&"sign-read-as-meant"), "{:?}", computed.findings());
}

#[test]
fn what_is_spent_is_taken_off_also_where_it_is_given_with_a_minus() {
    for (headings, one, other, read) in [
        ("Gross saving £000|Investment £000|Net £000", "90|-30|60", "60|(10)|50", ["90 | 30", "60 | 10"]),
        // A nought has no sign.
        ("Gross saving £000|Investment £000|Net £000", "90|-30|60", "60|0|60", ["90 | 30", "60 | 0"]),
        // What is left and what is spent are the gross saving.
        ("Net saving £000|Investment £000|RAG", "60|-30|G", "50|-10|R", ["90 | 30", "60 | 10"]),
        ("Net saving £000|Investment £000|RAG", "60|30|G", "50|10|R", ["90 | 30", "60 | 10"]),
    ] {
        let rows = [&format!("Ref|Scheme|{headings}"), &format!("A1|Beds|{one}"), &format!("A2|Drugs|{other}")];
        let loaded = loaded("cip.xlsx", sheet("CIP 2026-27", &rows.map(String::as_str)));
        let schemes = [0, 1].map(|row| plan_row(&loaded, "schemes", row, &["gross", "reinvestment"]));
        assert_eq!(schemes, read, "{headings} {one}");
    }
    // Both signs may be meant: nothing is turned.
    let rows = ["Ref|Scheme|Gross saving £000|Investment £000", "A1|Beds|90|-30", "A2|Drugs|60|10"];
    let loaded = loaded("cip.xlsx", sheet("CIP 2026-27", &rows));
    assert_eq!(plan_row(&loaded, "schemes", 0, &["gross", "reinvestment"]), "90 | -30");
    assert!(Computed::of(&loaded).findings().contains(&"cell-out-of-range"));
}

#[test]
fn income_as_a_ledger_has_it_is_a_saving_and_that_is_said() {
    let headings = "Plan £000|YTD plan M3|YTD actual M3";
    for (name, rows) in [
        ("CIP 2026-27", ["Ref|Scheme|Type|", "A1|Private patients|Income|", "A2|Parking|Income|"]),
        ("CIP 2026-27", ["Ref|Scheme|Pay / non-pay / income|", "A1|Private patients|Income|", "A2|Parking|Income|"]),
        ("Income 2026-27", ["Ref|Scheme|RAG|", "A1|Private patients|G|", "A2|Parking|G|"]),
        ("CIP 2026-27", ["Ref|Income scheme|RAG|", "A1|Private patients|G|", "A2|Parking|G|"]),
    ] {
        let [heads, one, other] = rows;
        let rows = [format!("{heads}{headings}"), format!("{one}-90|-30|-28"), format!("{other}-10|-3|-3")];
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let loaded = loaded("cip.xlsx", sheet(name, &rows));
        let computed = Computed::of(&loaded);
        assert_eq!(plan_row(&loaded, "schemes", 0, &["name", "gross"]), "Private patients | 90", "{heads}");
        assert_eq!(computed.line("a1")[..3], ["30000", "28000", "-2000"], "{heads}");
        let said = to_look_at(&loaded);
        assert!(said.iter().any(|words| words.contains("2 schemes of income is given with a minus")), "{said:?}");
    }
}

#[test]
fn schemes_of_other_kinds_and_income_without_a_minus_stay_as_they_are() {
    let heads = "Ref|Scheme|Type|Plan 2026/27 £000";
    for (rows, read) in [
        (["A1|Private patients|Income|-90", "A2|Parking|Income|10"], ["-90", "10"]),
        (["A1|Agency|Pay|-90", "A2|Drugs|Non-pay|-10"], ["-90", "-10"]),
        // One alone may be a mistake, which the plan names.
        (["A1|Private patients|Income|-90", "A2|Drugs|Non-pay|60"], ["-90", "60"]),
    ] {
        let loaded = loaded("cip.xlsx", sheet("CIP", &[&[heads][..], &rows].concat()));
        assert_eq!([0, 1].map(|row| plan_row(&loaded, "schemes", row, &["gross"])), read);
        assert!(Computed::of(&loaded).findings().contains(&"sign-unclear"));
    }
}
