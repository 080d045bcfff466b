//! The price of a case, what local prices take off it, and who is paid it.
//!
//! * CR15: the price of a case, in this order: tariff → best practice → short stay and excess bed days →
//!   top-up → market forces factor; a local price replaces all of it.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "prices": [{"id": "hip", "name": "Hip", "tariff": "5,000", "best_practice": "200", "best_practice_met": "50%",
//!                 "excess_bed_days": "2", "bed_day_price": "250", "top_up": "24%", "market_forces_factor": "1.1", "unit": "£"}]
//! "#);
//! // (5,000 + 200 × 50 % + 2 × 250) × 1.24 × 1.1
//! assert_eq!(outcome.text("price.hip.full"), "7638.4");
//! ```

use crate::calculation::{
    CellAddress, Dimension, Fails, Finding, Key, Ledger, Number, ORGANISATION, Term, Test, figures, findings, format,
    run_formulas, run_tests, year_of,
};
use crate::plan::{Id, Price, PricePartKind, Row, Table};
use crate::quantity::InOrder;
use crate::rules::empty_cells::report_empty;
use crate::rules::finance::providers::PROVIDER_SURPLUS;

const PRICE: Dimension = Dimension::Row(Table::Price);
const CHAIN: &str = "HFMA, introduction to payment by results: adjustments, then market forces factor";
const NEARER_HOME: &str = "NHS Surrey, One Plan, l. 1125, 1449";

figures! {
    /// The tariff with best practice.
    WITH_BEST_PRACTICE: money("price.{}.with-best-practice", "{}: with best practice", [PRICE])
        by("CR15", "tariff + best practice × share that meets it", CHAIN)
        { Price [*] = tariff + ((best_practice * (best_practice_met or {Term::ONE})) or {Term::NOTHING}) }
    /// The price with what the length of stay changes.
    WITH_STAY: money("price.{}.with-length-of-stay", "{}: with length of stay", [PRICE])
        by("CR15", "price × share for a short stay + excess bed days × price of a day", CHAIN)
        { Price [*] = ([WITH_BEST_PRACTICE] * (short_stay or {Term::ONE})) +
            ((excess_bed_days * bed_day_price) or {Term::NOTHING}) }
    /// The price with the specialist top-up.
    WITH_TOP_UP: money("price.{}.with-top-up", "{}: with top-up", [PRICE])
        by("CR15", "price × (1 + top-up)", CHAIN)
        { Price [*] = [WITH_STAY] * ({Term::ONE} + (top_up or {Term::NOTHING})) }
    /// The full price at this provider.
    FULL: money("price.{}.full", "{}: full price", [PRICE])
        by("CR15", "price × market forces factor", CHAIN)
        { Price [*] = [WITH_TOP_UP] * (market_forces_factor or {Term::ONE}) }
    /// A local price made up of its parts.
    PARTS: money("price.{}.parts", "{}: parts of its local price", [PRICE])
        by("CR15", "the sum of the parts", NEARER_HOME)
        { PricePart [price] = amount }
    /// The parts of a price by what they pay for.
    PARTS_OF_KIND: money("price.{}.parts.{}", "{}: {}", [PRICE, Dimension::Choice(PricePartKind::CHOICES)])
        by("CR15", "the sum of the parts", NEARER_HOME)
        { PricePart [price, kind] = amount }
    /// How the parts differ from the local price.
    PARTS_DIFFERENCE: money("price.{}.parts-difference", "{}: parts less local price", [PRICE])
        by("CR15", "the sum of the parts − local price", NEARER_HOME)
        { Price [*] = [PARTS] - local_price }
    /// What is paid: the local price or its parts, or else the full price.
    PAID: money("price.{}.paid", "{}: price that is paid", [PRICE])
        by("CR15", "local price, or its parts, or else full price", CHAIN)
        { Price [*] = local_price or [PARTS] or [FULL] }
    /// What all cases cost.
    VALUE: money("price.{}.value", "{}: all cases", [PRICE])
        by("CR15", "price that is paid × cases", CHAIN)
        { Price [*] = [PAID] * activity }
    /// What a local price takes off the full price.
    DISCOUNT: money("price.{}.local-discount", "{}: full price less local price", [PRICE])
        by("CR15", "full price − local price", "NHS Surrey, One Plan, l. 620")
        { Price [*] = [FULL] - (local_price or [PARTS]) }
    /// What local prices take from a provider in a year.
    DISCOUNTS: money("provider.{}.local-discounts", "{}: taken by local prices in a year", [ORGANISATION])
        by("CR15", "(full price − local price) × cases", "NHS Surrey, One Plan, l. 620")
        { Price [provider] = {Term::FigureOf(&DISCOUNT, &[Key::Row])} * activity }
    /// The market forces factor of a price.
    FACTOR: number("price.{}.market-forces-factor", "{}: market forces factor", [PRICE])
        by("CR15", "the factor that the plan gives", "NHS Surrey, One Plan, l. 195")
        { Price [*] = market_forces_factor }
}

findings! {
    /// A market forces factor is below one half or above two, as if it were what is added, or an index of ten or a hundred.
    FACTOR_IS_NOT_AN_INDEX: warning(
        "factor-is-not-an-index",
        "Give the factor as an index, such as 1.2, not as what it adds."
    )
    /// The parts of a local price are not the price.
    PRICE_PARTS_DIFFER: warning(
        "price-parts-differ",
        "Give every part of the local price, or leave the price empty: it is then the sum of its parts."
    )
    /// One step of a pathway is paid to several providers.
    STEP_PAID_TWICE: warning("step-paid-twice", "Pay for each step of a pathway once only.")
    /// A provider is paid less than tariff and does not stay in balance with it.
    PRICE_BELOW_TARIFF_AT_PROVIDER_IN_DEFICIT: warning(
        "price-below-tariff-at-provider-in-deficit",
        "Pay less than tariff only where the provider stays in balance."
    )
}

const TESTS: &[Test] = &[
    Test::of(
        &FACTOR,
        Fails::Below(Term::Divide(&[Term::ONE, Term::Constant(2, "half")])),
        &FACTOR_IS_NOT_AN_INDEX,
        "below",
    ),
    Test::of(&FACTOR, Fails::Above(Term::Constant(2, "twice")), &FACTOR_IS_NOT_AN_INDEX, "above"),
    Test::of(&PARTS_DIFFERENCE, Fails::Differs(Term::NOTHING), &PRICE_PARTS_DIFFER, "not"),
];

/// Computes prices, and looks at steps that are paid twice and prices that a provider cannot afford.
pub fn run(ledger: &mut Ledger<'_>) {
    run_formulas(ledger, FORMULAS);
    run_tests(ledger, TESTS);
    if ledger.wants_findings() {
        report_no_price(ledger);
        report_paid_twice(ledger);
        report_unaffordable(ledger);
    }
}

/// Prices that give neither a tariff, nor a local price, nor the parts of one.
fn report_no_price(ledger: &mut Ledger<'_>) {
    let rows = ledger.plan.prices.iter().map(|(row, _)| row.index());
    let rows: Vec<u32> = rows.filter(|row| ledger.figure(&PAID, [*row]).is_none()).collect();
    report_empty(ledger, Table::Price, "tariff", &rows, "what a case is paid");
}

/// Several providers that are paid for the same step of a pathway.
fn report_paid_twice(ledger: &mut Ledger<'_>) {
    let mut steps: Vec<(&str, Id<Price>, Row<'_, Price>)> = ledger
        .plan
        .prices
        .iter()
        .filter_map(|(row, price)| price.pathway_step().map(|step| (step, row, price)))
        .collect();
    steps.order_by_key(|(step, ..)| *step);
    for prices in steps.chunk_by(|left, right| left.0 == right.0) {
        let [(step, _, first), others @ ..] = prices else { continue };
        if others.iter().all(|(.., price)| price.provider() == first.provider()) {
            continue;
        }
        let mut names: Vec<&str> = prices.iter().map(|(.., price)| price.name()).collect();
        names.order_by(Ord::cmp);
        let place = |(_, row, _): &(_, Id<Price>, _)| CellAddress {
            table: Table::Price,
            row: row.index(),
            column: "pathway_step",
        };
        ledger.report(|| {
            Finding::of(
                &STEP_PAID_TWICE,
                format!("The step \"{step}\" is paid to several providers: \"{}\".", names.join("\" and \"")),
            )
            .at_cells(prices.iter().map(place))
        });
    }
}

/// Reports prices below the full one at a provider that does not stay in balance with them. What counts is the last
/// year for which its surplus is given.
fn report_unaffordable(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let mut below: Vec<(u32, Id<Price>)> = Vec::new();
    for (row, price) in plan.prices.iter() {
        let discount = ledger.figure(&DISCOUNT, [row.index()]).map(|discount| discount.shown());
        let discount = discount.filter(|discount| !discount.is_negative() && !discount.is_zero());
        below.extend(discount.and(price.provider()).map(|provider| (provider.index(), row)));
    }
    below.order_by_key(|(provider, price)| (*provider, price.index()));
    let surpluses = ledger.all(&PROVIDER_SURPLUS);
    for prices in below.chunk_by(|left, right| left.0 == right.0) {
        let [(provider, _), ..] = *prices else { continue };
        // Sorted by provider, then by year: the last before the next provider.
        let after = surpluses.partition_point(|(key, _)| key.index.get(0) <= provider);
        let last = after.checked_sub(1).and_then(|at| surpluses.get(at));
        let Some((key, surplus)) = last.filter(|(key, _)| key.index.get(0) == provider) else { continue };
        let discounts = ledger.figure(&DISCOUNTS, [provider]).unwrap_or_else(Number::nothing);
        let left = surplus.shown().minus(discounts.shown());
        if !surplus.shown().is_negative() && !left.is_negative() || left.is_fault() {
            continue;
        }
        let message = format!(
            "Local prices of {} below tariff take {} a year, and its surplus of {} is {}.",
            plan.title(Table::Organisation, provider).unwrap_or_default(),
            format::money(discounts.shown().value()),
            year_of(key.index.get(1)).map_or(String::new(), |year| year.to_string()),
            format::money(surplus.shown().value())
        );
        let place =
            |(_, row): &(u32, Id<Price>)| CellAddress { table: Table::Price, row: row.index(), column: "local_price" };
        ledger.report(|| {
            Finding::of(&PRICE_BELOW_TARIFF_AT_PROVIDER_IN_DEFICIT, message)
                .at_cells(prices.iter().map(place))
                .figures([DISCOUNTS.at([provider]), *key])
        });
    }
}
