//! Whatever stands in a tracker: rows and pounds that were read are those that are used and those that are left out, and
//! nothing of the sheet is missing.

use crate::support::{loaded, sheet};
use one_plan_model::plan::Table;
use one_plan_model::quantity::Decimal;
use proptest::collection::vec;
use proptest::prelude::{Strategy, prop_assert_eq, prop_oneof, proptest};
use proptest::{prop_assert, strategy::Just};

fn amount() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => (-5_000_i64..50_000).prop_map(|pence| Decimal::new(pence, 1).to_string()),
        1 => Just(String::new()),
        1 => Just("-".to_owned()),
        1 => Just("TBC".to_owned()),
        // A different one each time: a row with one amount that is the only one above it is asked about, for it may be the total.
        1 => (1_000_i64..10_000, 0..10).prop_map(|(pounds, tenth)| {
            format!("({},{:03}.{tenth})", pounds / 1_000, pounds % 1_000)
        }),
    ]
}

fn number(text: &str) -> Option<Decimal> {
    match text.strip_prefix('(').and_then(|text| text.strip_suffix(')')) {
        Some(negative) => negative.replace(',', "").parse::<Decimal>().ok().map(|number| -number),
        None => text.parse().ok(),
    }
}

proptest! {
    #[test]
    fn what_was_read_is_used_or_left_out(
        rows in vec((prop_oneof![Just(""), Just("R1"), Just("R 2"), Just("X")], vec(amount(), 8)), 1..12),
    ) {
        let mut lines = vec![
            "Savings 2026/27 (£000)||||||||||".to_owned(),
            "Ref|Scheme|FYE|PYE|Apr Plan|May Plan|Apr Actual|May Actual|YTD Actual|Forecast".to_owned(),
        ];
        for (at, (reference, amounts)) in rows.iter().enumerate() {
            lines.push(format!("{reference}|Scheme {at}|{}", amounts.join("|")));
        }
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let loaded = loaded("tracker.xlsx", sheet("Tracker", &lines));
        prop_assert!(loaded.report.mapping.len() == 1, "{}", loaded.report.text());
        let of = |table: Table| loaded.report.control.iter().find(|total| total.table == table).map(|total| total.whole);
        // One that says only its name is a note; every other row is a scheme, and a line.
        let schemes = rows.iter().filter(|(reference, amounts)| !reference.is_empty() || amounts.iter().any(|amount| !amount.is_empty()));
        let count = schemes.clone().count();
        let whole = of(Table::Scheme).unwrap_or_default();
        prop_assert_eq!((whole.rows_read, whole.rows_used), (count, count));
        prop_assert_eq!(of(Table::MonitoredLine).unwrap_or_default().rows_used, count);
        // The pounds of the effects are those of the schemes.
        let months = |amounts: &[String]| {
            let plans: Vec<Decimal> = amounts[2..4].iter().filter_map(|text| number(text)).collect();
            let is_given = !amounts[1].is_empty() && amounts[1] != "-";
            if is_given { Decimal::ZERO } else { plans.iter().copied().sum::<Decimal>() }
        };
        let pounds: Decimal = schemes
            .map(|(_, amounts)| amounts[..2].iter().filter_map(|text| number(text)).sum::<Decimal>() + months(amounts))
            .sum();
        prop_assert_eq!(whole.pounds_used, pounds * Decimal::from(1000));
        let words = rows.iter().flat_map(|(_, amounts)| &amounts[..2]).filter(|text| *text == "TBC").count();
        prop_assert_eq!(whole.unreadable, words);
    }
}
