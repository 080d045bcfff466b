//! Rows below the last total that no total counts, and that are called like no scheme.

use crate::support::{Computed, loaded, sheet, to_look_at};

/// The savings of a sheet with some rows below the total of its schemes, and what is to be looked at.
fn with(below: &[&str]) -> (String, Vec<String>) {
    let rows = [
        "CIP 2026/27 £000",
        "Ref|Scheme|Annual plan|Forecast outturn",
        "1|Agency|100|90",
        "2|Beds|200|210",
        "Total||300|300",
    ];
    let loaded = loaded("t.xlsx", sheet("CIP", &[rows.as_slice(), below].concat()));
    (Computed::of(&loaded).figure("schemes.list.cip.gross"), to_look_at(&loaded))
}

#[test]
fn what_is_called_like_no_scheme_is_left_out_and_said() {
    for (row, is) in [
        ("2025/26 outturn||280|275", "is of another year"),
        ("|Prior year FYE|60|60", "is of another year"),
        ("|% of turnover|0.04|0.04", "is a share"),
        ("|Mitigations||20", "forecast of all"),
        ("|Adjusted forecast||320", "forecast of all"),
    ] {
        let (gross, said) = with(&[row]);
        assert_eq!(gross, "300000", "{row}");
        assert!(said.len() == 1 && said[0].contains(is) && said[0].contains("is not added"), "{row}: {said:?}");
    }
}

#[test]
fn what_is_called_otherwise_or_has_a_reference_counts() {
    let (gross, said) = with(&["|Late scheme|40|40"]);
    assert_eq!(gross, "340000");
    assert!(said.len() == 1 && said[0].contains("counts as a scheme"), "{said:?}");
    // What has a reference is a scheme, whatever it is called: without one each of these is none.
    for words in ["2025/26 schemes continued", "Prior year FYE", "% of turnover", "Mitigations", "Adjusted forecast"] {
        let (gross, said) = with(&[&format!("3|{words}|40|40")]);
        assert_eq!((gross.as_str(), said), ("340000", Vec::new()), "{words}");
        assert_eq!(with(&[&format!("|{words}|40|40")]).0, "300000", "{words}");
    }
    // So is what says of itself what only a scheme does, in a tracker without references.
    let rows = [
        "CIP 2026/27 £000",
        "Scheme|Programme|Recurrent|Plan",
        "Agency|Staff|Yes|100",
        "Beds|Wards|No|200",
        "Total|||300",
    ];
    let with_rows = |row| loaded("t.xlsx", sheet("CIP", &[rows.as_slice(), &[row]].concat()));
    for (row, gross) in [("Mitigations||No|40", "340000"), ("Mitigations|||40", "300000")] {
        assert_eq!(Computed::of(&with_rows(row)).figure("schemes.list.cip.gross"), gross, "{row}");
    }
    // A total that counts it stands below it.
    let (gross, said) = with(&["|Mitigations|20|20", "|Grand total|320|320"]);
    assert_eq!((gross.as_str(), said), ("320000", Vec::new()));
}
