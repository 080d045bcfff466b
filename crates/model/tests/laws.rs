//! Laws that hold for every plan, tried on many made-up ones.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use one_plan_model::example;
use one_plan_model::exchange::{read_json, write_json};
use one_plan_model::outcome::{self, Destination, compute, figures_as_csv};
use one_plan_model::plan::{CellInput, Plan, RowType, Scheme, Table};
use one_plan_model::quantity::{
    Amount, Decimal, Digits, FinancialYear, MoneyUnit, Total, add, distance, divide, multiply, round_half_away,
    split_by_largest_remainder, subtract, whole,
};
use proptest::prelude::*;

#[path = "support/plans.rs"]
mod plans;

/// A printed number of up to 12 digits before the point and 4 after it.
fn printed() -> impl Strategy<Value = Decimal> {
    (-999_999_999_999_i64..=999_999_999_999, 0_u32..=4).prop_map(|(mantissa, places)| Decimal::new(mantissa, places))
}

proptest! {
    #[test]
    fn sums_are_exact_in_any_order(mut numbers in prop::collection::vec(printed(), 0..60), seed in any::<u64>()) {
        let sum = |numbers: &[Decimal]| {
            let mut total = Total::default();
            numbers.iter().for_each(|number| total.add(*number));
            total.finish().unwrap()
        };
        let forwards = sum(&numbers);
        let one_by_one = numbers.iter().try_fold(Decimal::ZERO, |left, right| add(left, *right)).unwrap();
        prop_assert_eq!(forwards, one_by_one);
        let length = numbers.len().max(1) as u64;
        for position in 0..numbers.len() {
            let other = usize::try_from((seed.wrapping_mul(position as u64 + 1)) % length).unwrap();
            numbers.swap(position, other);
        }
        prop_assert_eq!(sum(&numbers), forwards);
    }

    #[test]
    fn adding_and_taking_away_gives_back(left in printed(), right in printed()) {
        prop_assert_eq!(subtract(add(left, right).unwrap(), right).unwrap(), left);
    }

    #[test]
    fn a_quotient_times_its_divisor_is_the_dividend_within_the_working_places(left in printed(), right in 1_i64..1_000_000) {
        let back = multiply(divide(left, whole(right)).unwrap(), whole(right)).unwrap();
        prop_assert!(distance(back, left) <= multiply(whole(right), Decimal::new(5, 11)).unwrap().max(Decimal::new(1, 10)));
    }

    #[test]
    fn rounding_is_half_away_from_zero_and_symmetric(number in printed(), places in 0_u32..4) {
        let rounded = round_half_away(number, places);
        prop_assert!(distance(rounded, number) <= Decimal::new(5, places + 1));
        prop_assert_eq!(round_half_away(-number, places), -rounded);
    }

    #[test]
    fn parts_of_a_split_sum_to_the_whole(whole_number in printed(), weights in prop::collection::vec(0_i64..10_000, 1..40), places in 0_u32..3) {
        let weights: Vec<Decimal> = weights.into_iter().map(whole).collect();
        prop_assume!(weights.iter().any(|weight| !weight.is_zero()));
        let parts = split_by_largest_remainder(whole_number, &weights, places).unwrap();
        let sum = parts.iter().try_fold(Decimal::ZERO, |left, right| add(left, *right)).unwrap();
        prop_assert_eq!(sum, round_half_away(whole_number, places));
        prop_assert_eq!(parts.len(), weights.len());
    }

    /// Beside weights of so few digits every product is rounded by a large part of itself, up as well as down.
    #[test]
    fn parts_by_very_small_weights_sum_to_the_whole_too(
        whole_number in -2_000_i64..2_000, weights in prop::collection::vec(0_i64..4, 1..40), places in 0_u32..3
    ) {
        let whole_number = Decimal::new(whole_number, 3);
        let weights: Vec<Decimal> = weights.into_iter().map(|weight| Decimal::new(weight, 10)).collect();
        prop_assume!(weights.iter().any(|weight| !weight.is_zero()));
        let parts = split_by_largest_remainder(whole_number, &weights, places).unwrap();
        let sum = parts.iter().try_fold(Decimal::ZERO, |left, right| add(left, *right)).unwrap();
        prop_assert_eq!(sum, round_half_away(whole_number, places));
    }

    #[test]
    fn printed_numbers_read_back_as_printed(number in printed()) {
        prop_assert_eq!(Digits::read(&number.to_string()).unwrap().number().to_string(), number.to_string());
        for unit in MoneyUnit::ALL {
            // In millions the largest of these numbers lie beyond what the model holds: a fault.
            let Ok(amount) = Amount::printed(Digits::of(number), unit) else { continue };
            prop_assert_eq!(amount.digits().to_string(), number.to_string());
        }
    }

    #[test]
    fn any_text_as_a_number_is_a_number_or_an_error(text in "\\PC{0,40}") {
        if let Ok(digits) = Digits::read(&text) {
            prop_assert!(digits.places() <= 6);
        }
        let _ = FinancialYear::read(&text);
    }

    #[test]
    fn any_bytes_as_a_file_are_a_plan_or_problems(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(read_json(&bytes).is_err());
    }

    #[test]
    fn any_cell_text_is_read_or_reported(text in "\\PC{0,60}", column in prop::sample::select(vec!["id", "name", "list", "gross", "unit", "start", "recurrent", "class", "source"])) {
        let cell = serde_json::Value::String(text);
        let file = format!(
            r#"{{"format": "one-plan/1", "plan": [{{"title": "T", "system": "S", "first_year": "2011/12", "last_year": "2012/13", "base_year": "2010/11"}}],
            "scheme_lists": [{{"id": "l", "name": "L", "year": "2011/12"}}],
            "schemes": [{{"id": "s", "name": "S", "list": "l", "gross": "1", "unit": "£"}}, {{"{column}": {cell}}}]}}"#
        );
        if let Err(problems) = read_json(file.as_bytes()) {
            prop_assert!(problems.iter().all(|problem| problem.line == Some(3)));
        }
    }
}

/// One movement: what leaves and what arrives, as rows of a plan.
fn movement(leaves: &[i64], arrives: &[i64]) -> String {
    let points: Vec<String> =
        (0..leaves.len() + arrives.len()).map(|at| format!(r#"{{"id": "p{at}", "name": "P{at}"}}"#)).collect();
    let numbers = leaves.iter().map(|number| -number).chain(arrives.iter().copied());
    let rows: Vec<String> = numbers
        .enumerate()
        .map(|(at, number)| {
            format!(r#"{{"scheme": "s", "setting": "a", "point_of_delivery": "p{at}", "effect": "moves", "activity": "{number}"}}"#)
        })
        .collect();
    format!(
        r#""settings": [{{"id": "a", "name": "A"}}], "points_of_delivery": [{}],
        "scheme_lists": [{{"id": "l", "name": "L", "year": "2011/12"}}],
        "schemes": [{{"id": "s", "name": "S", "list": "l"}}], "activity_changes": [{}]"#,
        points.join(","),
        rows.join(",")
    )
}

/// What goes from which kind of activity to which, in words.
fn flows_in_words(plan: &Plan) -> Vec<String> {
    let name = |place| match place {
        Destination::Place(_, point) => plan.points_of_delivery.get(point).unwrap().id().to_owned(),
        Destination::Avoided => "avoided".to_owned(),
        Destination::Unaccounted => "unaccounted".to_owned(),
    };
    let words =
        |flow: outcome::Flow| format!("{} to {}: {}", name(flow.from), name(flow.to), flow.activity.value().unwrap());
    let mut words: Vec<String> = outcome::flows(plan).into_iter().map(words).collect();
    words.sort();
    words
}

#[test]
fn what_is_left_over_between_equal_places_goes_by_their_identifiers() {
    let of = |points: [&str; 4]| {
        let rows = points.iter().zip(["-1", "-1", "1", "1"]).map(|(point, number)| {
            format!(r#"{{"scheme": "s", "setting": "a", "point_of_delivery": "{point}", "effect": "moves", "activity": "{number}"}}"#)
        });
        let named = points.iter().map(|point| format!(r#"{{"id": "{point}", "name": "{point}"}}"#));
        example::plan(&format!(
            r#""settings": [{{"id": "a", "name": "A"}}], "points_of_delivery": [{}],
            "scheme_lists": [{{"id": "l", "name": "L", "year": "2011/12"}}],
            "schemes": [{{"id": "s", "name": "S", "list": "l"}}], "activity_changes": [{}]"#,
            named.collect::<Vec<_>>().join(","),
            rows.collect::<Vec<_>>().join(",")
        ))
    };
    let expected = ["p to r: 1", "q to t: 1"];
    for points in [["p", "q", "r", "t"], ["q", "p", "r", "t"], ["p", "q", "t", "r"], ["q", "p", "t", "r"]] {
        assert_eq!(flows_in_words(&of(points)), expected, "{points:?}");
    }
}

#[test]
fn of_rows_about_the_same_one_flows_as_one_is_counted() {
    // 30 leave p twice: one of the rows counts, and the 30 that arrive in r have left.
    let row = |point: &str, number: &str| {
        format!(
            r#"{{"scheme": "s", "setting": "a", "point_of_delivery": "{point}", "effect": "moves", "activity": "{number}"}}"#
        )
    };
    let example = example::outcome(&format!(
        r#""settings": [{{"id": "a", "name": "A"}}],
        "points_of_delivery": [{{"id": "p", "name": "P"}}, {{"id": "r", "name": "R"}}],
        "scheme_lists": [{{"id": "l", "name": "L", "year": "2011/12"}}],
        "schemes": [{{"id": "s", "name": "S", "list": "l"}}], "activity_changes": [{}]"#,
        [row("p", "-30"), row("r", "30"), row("p", "-30")].join(",")
    ));
    assert_eq!(flows_in_words(&example.plan), ["p to r: 30"]);
    assert_eq!(example.text("activity.list.l.a.p.change"), "-30");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn flows_conserve_activity(leaves in prop::collection::vec(1_i64..100_000, 1..5), arrives in prop::collection::vec(1_i64..100_000, 1..5)) {
        let plan = example::plan(&movement(&leaves, &arrives));
        let flows = outcome::flows(&plan);
        let place = |at: usize| Destination::Place(one_plan_model::plan::Id::at(0), one_plan_model::plan::Id::at(u32::try_from(at).unwrap()));
        let sum = |wanted: &dyn Fn(&outcome::Flow) -> bool| {
            flows.iter().filter(|flow| wanted(flow)).try_fold(Decimal::ZERO, |sum, flow| add(sum, flow.activity.value().unwrap())).unwrap()
        };
        for (at, number) in leaves.iter().enumerate() {
            prop_assert_eq!(sum(&|flow| flow.from == place(at)), whole(*number));
        }
        for (at, number) in arrives.iter().enumerate() {
            prop_assert_eq!(sum(&|flow| flow.to == place(leaves.len() + at)), whole(*number));
        }
        let rest = leaves.iter().sum::<i64>() - arrives.iter().sum::<i64>();
        let unaccounted = subtract(
            sum(&|flow| flow.to == Destination::Unaccounted),
            sum(&|flow| flow.from == Destination::Unaccounted),
        ).unwrap();
        prop_assert_eq!(unaccounted, whole(rest));
    }

    #[test]
    fn what_is_earned_and_at_risk_is_the_value(achieved in -50_i64..200, minimum in 0_i64..60, span in 1_i64..60, base in 1_i64..1_000_000, weights in prop::collection::vec(1_i64..20, 2..6)) {
        let mut weights = weights;
        weights.push(100 - weights.iter().sum::<i64>());
        let rows: Vec<String> = weights.iter().enumerate().map(|(at, weight)| format!(
            r#"{{"id": "i{at}", "name": "I", "scheme": "q", "weight": "{weight}", "payment_rule": "graduated", "direction": "higher",
                "minimum": "{minimum}", "maximum": "{}", "achieved": "{achieved}", "evidence": "yes"}}"#,
            minimum + span
        )).collect();
        let example = example::outcome(&format!(
            r#""cquin_schemes": [{{"id": "q", "name": "Q", "year": "2011/12", "eligible_base": "{base}", "unit": "£"}}],
            "cquin_indicators": [{}]"#, rows.join(",")
        ));
        let value = |id: &str| Digits::read(&example.text(id)).unwrap().number();
        let (all, earned, at_risk) = (value("cquin.total.value"), value("cquin.total.earned"), value("cquin.total.at-risk"));
        prop_assert_eq!(add(earned, at_risk).unwrap(), all);
        prop_assert!(earned >= Decimal::ZERO && earned <= all);
    }
}

#[test]
fn the_order_of_rows_does_not_matter() {
    for plan in plans::PLANS {
        rows_in_any_order(plan);
    }
}

fn rows_in_any_order(plan: &str) {
    let file: serde_json::Value = serde_json::from_slice(&plans::bytes(plan)).unwrap();
    let figures = |file: &serde_json::Value| {
        let plan = read_json(file.to_string().as_bytes()).unwrap().plan;
        let csv = figures_as_csv(&plan, &compute(&plan));
        let mut lines: Vec<String> = csv.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    let mut reversed = file.clone();
    for (name, table) in reversed.as_object_mut().unwrap() {
        if let Some(rows) = table.as_array_mut() {
            assert_ne!(name, "format");
            rows.reverse();
        }
    }
    assert_eq!(figures(&reversed), figures(&file));
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    let bytes = plans::bytes("surrey-one-plan");
    let run = || {
        let plan = read_json(&bytes).unwrap().plan;
        (write_json(&plan), figures_as_csv(&plan, &compute(&plan)))
    };
    assert_eq!(run(), run());
}

/// A scenario that changes nothing changes nothing.
#[test]
fn a_change_to_the_same_value_changes_nothing() {
    for plan in plans::PLANS {
        let plan = read_json(&plans::bytes(plan)).unwrap().plan;
        let mut scenario = plan.clone();
        // Every cell of every table is written again as it stands there.
        for table in Table::ALL {
            for row in 0..plan.store(*table).rows() {
                for (column, text) in plan.written(*table, row) {
                    let at = u8::try_from(table.column(column).unwrap()).unwrap();
                    scenario.set_cell(*table, row, at, Some(CellInput::Text(&text))).unwrap();
                }
            }
        }
        assert_eq!(figures_as_csv(&scenario, &compute(&scenario)), figures_as_csv(&plan, &compute(&plan)));
        let (written, before) =
            (one_plan_model::exchange::write_json(&scenario), one_plan_model::exchange::write_json(&plan));
        let differs = written.lines().zip(before.lines()).find(|(after, before)| after != before);
        assert_eq!((differs, written.len()), (None, before.len()));
        // And a change in the copy leaves the plan as it was.
        let first = scenario.schemes.iter().next().map(|(row, _)| row).unwrap();
        scenario.set_cell(Table::Scheme, first.index(), Scheme::gross.position(), None).unwrap();
        assert_ne!(one_plan_model::exchange::write_json(&scenario), one_plan_model::exchange::write_json(&plan));
    }
}

/// Quantities with six decimal places, and figures that are worked out from them and from one another.
fn worked_out(
    operations: &[(usize, usize, usize)],
    quantities: &[i64],
    places: u32,
    stated: &[(String, Decimal)],
) -> String {
    let printed = |number: i64| round_half_away(Decimal::new(number, 6), places).to_string();
    let rows: Vec<String> = quantities
        .iter()
        .enumerate()
        .map(|(at, number)| format!(r#"{{"id": "q{at}", "name": "Q", "number": "{}"}}"#, printed(*number)))
        .collect();
    let name = |at: usize| match at.checked_sub(quantities.len()) {
        None => format!("quantity.number.q{at}"),
        Some(at) => format!("derived.number.d{at}"),
    };
    let (mut figures, mut terms) = (Vec::new(), Vec::new());
    for (at, (operation, left, right)) in operations.iter().enumerate() {
        let (word, role) =
            [("sum", "of"), ("difference", "less"), ("ratio", "by"), ("product", "of"), ("change", "by")]
                [operation % 5];
        figures.push(format!(r#"{{"id": "d{at}", "name": "D", "unit": "number", "operation": "{word}"}}"#));
        for (role, of) in [("of", left), (role, right)] {
            let of = name(of % (quantities.len() + at));
            terms.push(format!(r#"{{"derived": "d{at}", "role": "{role}", "figure": "{of}"}}"#));
        }
    }
    let stated: Vec<String> = stated
        .iter()
        .map(|(figure, value)| format!(r#"{{"figure": "{figure}", "value": "{value}", "unit": "number"}}"#))
        .collect();
    format!(
        r#""quantities": [{}], "derived_figures": [{}], "derived_terms": [{}], "stated": [{}]"#,
        rows.join(","),
        figures.join(","),
        terms.join(","),
        stated.join(",")
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Who rounds true numbers and prints them, with what follows from the true ones, is never told that they differ.
    #[test]
    fn what_is_printed_rounded_never_differs(
        quantities in prop::collection::vec((-9_i64..30, prop::sample::select(vec![-499_999_i64, 0, 499_999])), 1..4),
        operations in prop::collection::vec((0_usize..5, 0_usize..20, 0_usize..20), 1..8),
        places in 0_u32..3,
    ) {
        // Most true numbers lie as far as possible from the printed ones.
        let quantities: Vec<i64> = quantities
            .into_iter()
            .map(|(printed, beside)| (printed * 1_000_000 + beside) / 10_i64.pow(places))
            .collect();
        let exact = example::outcome(&worked_out(&operations, &quantities, 6, &[]));
        let stated: Vec<(String, Decimal)> = (0..operations.len())
            .filter_map(|at| {
                let figure = format!("derived.number.d{at}");
                let value = Digits::read(&exact.text(&figure)).ok()?.number();
                Some((figure, round_half_away(value, 4)))
            })
            .collect();
        let rounded = example::outcome(&worked_out(&operations, &quantities, places, &stated));
        for comparison in rounded.outcome.comparisons() {
            let figure = rounded.plan.stated.get(comparison.row).unwrap().figure();
            prop_assert!(
                comparison.verdict.word() != "differs" || comparison.computed.is_none_or(|value| value.is_err()),
                "{figure}: {comparison:?}"
            );
        }
    }
}
