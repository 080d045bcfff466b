//! Every mechanism of the ten parts that no other test asserts: small plans, and values that were
//! worked out by hand.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/values.rs"]
mod support;

use support::{NONE, findings, finds, values};

const GROUP: &str = r#""organisations": [{"id": "group", "name": "Group", "kind": "commissioning-group"}], "#;
const TRUST: &str = r#""organisations": [{"id": "trust", "name": "Trust", "kind": "nhs-trust"}], "#;
const TWO: &str = r#""organisations": [
    {"id": "north", "name": "North", "kind": "nhs-trust"},
    {"id": "south", "name": "South", "kind": "nhs-trust"}
], "#;
const ACUTE: &str = r#""settings": [{"id": "acute", "name": "Acute"}, {"id": "community", "name": "Community"}],
    "points_of_delivery": [{"id": "spells", "name": "Spells"}], "#;
const LIST: &str = r#""scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}], "#;

// Organisations, population, allocation.

#[test]
fn fair_shares_by_two_formulas_stay_apart() {
    let example = values(
        &format!(
            r#"{GROUP}"allocations": [
            {{"id": "old", "name": "Old formula", "organisation": "group", "actual": "110", "target": "100", "unit": "£m", "pace": "25%"}},
            {{"id": "new", "name": "New formula", "organisation": "group", "actual": "110", "target": "125", "unit": "£m", "pace": "0%"}},
            {{"id": "printed", "name": "Only the distance", "organisation": "group", "distance": "-13", "unit": "£m"}}
        ]"#
        ),
        &[
            ("allocation.old.of-fair-share", "1.1"),
            ("allocation.new.of-fair-share", "0.88"),
            ("allocation.printed.of-fair-share", NONE),
            ("allocation.old.distance", "10000000"),
            ("allocation.new.distance", "-15000000"),
            ("allocation.printed.distance", "-13000000"),
            // A quarter of the 10 is closed; a pace of nought leaves everything.
            ("allocation.old.distance-after", "7500000"),
            ("allocation.new.distance-after", "-15000000"),
            ("allocation.printed.distance-after", NONE),
        ],
    );
    assert!(example.findings.is_empty(), "{:?}", example.findings);
}

#[test]
fn cleaning_the_lists_saves_the_payment_for_each_head() {
    values(
        &format!(
            r#"{GROUP}"practices": [
                {{"id": "a", "name": "A", "commissioner": "group", "ghost_patients": "300"}},
                {{"id": "b", "name": "B", "commissioner": "group", "ghost_patients": "346"}},
                {{"id": "c", "name": "C", "commissioner": "group"}}
            ],
            "populations": [{{"organisation": "group", "measure": "registered-population", "number": "10,000"}}],
            "per_head_payments": [
                {{"id": "lead", "name": "Lead payment", "organisation": "group", "measure": "registered-population", "rate": "2.35", "unit": "£"}}
            ]"#
        ),
        &[
            ("population.ghost-patients.group", "646"),
            ("population.per-head.lead", "23500"),
            // 2.35 × 646
            ("population.per-head.lead.list-cleaning", "1518.1"),
        ],
    );
}

// Finance.

#[test]
fn reserves_by_what_they_are_used_for() {
    values(
        r#""reserves": [
            {"id": "first", "name": "First", "year": "2011/12", "amount": "20", "unit": "£m"},
            {"id": "second", "name": "Second", "year": "2012/13", "base": "1,000", "unit": "£m"}
        ],
        "reserve_uses": [
            {"reserve": "first", "purpose": "pump-priming", "amount": "2.5", "unit": "£m"},
            {"reserve": "second", "purpose": "pump-priming", "amount": "1.25", "unit": "£m"},
            {"reserve": "first", "purpose": "double-running", "amount": "4", "unit": "£m"},
            {"reserve": "first", "purpose": "termination-costs"}
        ]"#,
        &[
            ("reserves.used-for.pump-priming", "3750000"),
            ("reserves.used-for.double-running", "4000000"),
            ("reserves.used-for.termination-costs", NONE),
            ("reserve.first.used", "6500000"),
            ("reserve.first.left", "13500000"),
            // Where the plan gives no part, it is 2 % of the resource.
            ("reserve.second.amount", "20000000"),
            ("reserve.second.left", "18750000"),
        ],
    );
}

#[test]
fn what_is_short_is_carried_into_the_next_year() {
    values(
        &format!(
            r#"{TWO}"savings_delivery": [
                {{"organisation": "north", "year": "2011/12", "requirement": "49.9", "reserve": "20.1", "outturn": "19.8", "unit": "£m"}},
                {{"organisation": "south", "year": "2011/12", "requirement": "13.1", "outturn": "12.6", "unit": "£m"}},
                {{"organisation": "south", "year": "2012/13", "requirement": "10", "outturn": "11", "unit": "£m"}}
            ]"#
        ),
        &[
            ("savings-delivery.north.2011-12.net-plan", "29800000"),
            ("savings-delivery.north.2011-12.carried-forward", "10000000"),
            ("savings-delivery.south.2011-12.carried-forward", "500000"),
            ("savings-delivery.south.2012-13.carried-forward", "0"),
            ("savings-delivery.total.carried-forward.2011-12", "10500000"),
            ("savings-delivery.total.carried-forward.2012-13", "0"),
            ("savings-delivery.total.carried-forward.2013-14", NONE),
        ],
    );
}

#[test]
fn efficiency_comes_off_a_contract_and_pressures_are_added() {
    values(
        &format!(
            r#"{TRUST}"contracts": [
                {{"id": "both", "name": "Both", "provider": "trust", "form": "block", "base": "100", "efficiency": "4%", "pressures": "1.5", "unit": "£m"}},
                {{"id": "efficiency", "name": "Efficiency", "provider": "trust", "form": "block", "base": "100", "efficiency": "4%", "unit": "£m"}},
                {{"id": "pressures", "name": "Pressures", "provider": "trust", "form": "block", "base": "100", "pressures": "1.5", "unit": "£m"}}
            ]"#
        ),
        &[
            ("contract.both.next-year", "97500000"),
            ("contract.efficiency.next-year", "96000000"),
            // Without an efficiency nothing is known about the next year.
            ("contract.pressures.next-year", NONE),
        ],
    );
    values(
        r#""medium_term_plan": [{"year": "2012/13", "commissioner_qipp": "34", "tariff_efficiency": "28", "unit": "£m"}]"#,
        &[("medium-term.tariff-efficiency.2012-13", "28000000"), ("medium-term.total-qipp.2012-13", "62000000")],
    );
}

#[test]
fn pooled_budgets_hold_what_is_paid_into_them() {
    let pool = format!(
        r#"{TWO}"shared_budgets": [{{"id": "pool", "name": "Pool", "kind": "pooled", "planned": "{{}}", "unit": "£000"}}],
        "budget_contributions": [
            {{"budget": "pool", "organisation": "north", "amount": "300", "unit": "£000"}},
            {{"budget": "pool", "organisation": "south", "amount": "220", "unit": "£000"}}
        ]"#
    );
    values(
        &pool.replace("{}", "540"),
        &[("budget.pool.contributions", "520000"), ("budget.pool.contributions-less-plan", "-20000")],
    );
    // What is printed to the nearest thousand can be 1.5 apart by rounding alone.
    findings(
        "contributions-differ",
        &pool,
        &[
            ("518", true),
            ("519", false),
            ("520", false),
            ("521", false),
            ("522", true),
            ("520.0", false),
            ("518.9", true),
        ],
    );
}

#[test]
fn spending_to_save_pays_for_itself_or_does_not() {
    values(
        r#""funding": [
            {"id": "long", "name": "Long", "kind": "invest-to-save", "amount": "100", "annual_saving": "40", "years": "4", "unit": "£000"},
            {"id": "short", "name": "Short", "kind": "invest-to-save", "amount": "100", "annual_saving": "40", "years": "2", "unit": "£000"},
            {"id": "unknown", "name": "Unknown", "kind": "invest-to-save", "amount": "100", "unit": "£000"}
        ]"#,
        &[
            ("funding.long.net-benefit", "60000"),
            ("funding.short.net-benefit", "-20000"),
            ("funding.unknown.net-benefit", NONE),
            ("funding.kind.invest-to-save", "300000"),
        ],
    );
}

#[test]
fn paying_what_the_partner_pays() {
    values(
        r#""price_comparisons": [
            {"id": "care", "name": "Care at home", "own_price": "15", "other_price": "12.50", "volume": "2,000", "length": "52", "unit": "£"},
            {"id": "item", "name": "Item", "own_price": "9", "other_price": "12", "volume": "100", "unit": "£"}
        ]"#,
        &[
            // 2.50 × 2,000 × 52
            ("price-comparison.care.saving", "260000"),
            ("price-comparison.care.above-other", "0.2"),
            ("price-comparison.item.saving", "-300"),
            ("price-comparison.item.above-other", "-0.25"),
        ],
    );
}

#[test]
fn savings_inside_a_block_contract_release_no_cash() {
    values(
        &format!(
            r#"{TRUST}"contracts": [
                {{"id": "block", "name": "Block", "provider": "trust", "form": "block"}},
                {{"id": "results", "name": "Results", "provider": "trust", "form": "payment-by-results"}}
            ],
            "scheme_lists": [{{"id": "plan", "name": "Plan", "year": "2011/12"}}, {{"id": "other", "name": "Other", "year": "2011/12"}}],
            "schemes": [
                {{"id": "a", "name": "A", "list": "plan", "gross": "100", "unit": "£000", "contract": "block"}},
                {{"id": "b", "name": "B", "list": "plan", "gross": "150", "unit": "£000", "contract": "block"}},
                {{"id": "c", "name": "C", "list": "plan", "gross": "400", "unit": "£000", "contract": "results"}},
                {{"id": "d", "name": "D", "list": "plan", "gross": "800", "unit": "£000"}},
                {{"id": "e", "name": "E", "list": "other", "gross": "30", "unit": "£000", "contract": "block"}}
            ]"#
        ),
        &[
            ("schemes.list.plan.no-cash", "250000"),
            ("schemes.list.other.no-cash", "30000"),
            ("schemes.list.plan.gross", "1450000"),
            ("schemes.in-contracts.block", "280000"),
            ("schemes.in-contracts.payment-by-results", "400000"),
        ],
    );
}

// Activity and price.

#[test]
fn procedures_are_fast_steady_or_stopped() {
    values(
        r#""procedures": [
            {"id": "cataract", "name": "Cataract", "class": "fast", "requested": "500", "funded": "500", "price": "700", "unit": "£"},
            {"id": "hip", "name": "Hip", "class": "steady", "threshold": "By score", "requested": "120", "funded": "90", "price": "5,000", "unit": "£"},
            {"id": "knee", "name": "Knee", "class": "steady", "requested": "80", "funded": "70", "price": "6,000", "unit": "£"},
            {"id": "cosmetic", "name": "Cosmetic", "class": "stop", "requested": "40", "funded": "0", "price": "1,000", "unit": "£"},
            {"id": "unknown", "name": "Unknown", "class": "stop"}
        ]"#,
        &[
            ("procedures.fast", "1"),
            ("procedures.steady", "2"),
            ("procedures.stop", "2"),
            ("procedures.fast.paid", "350000"),
            // 90 × 5,000 + 70 × 6,000
            ("procedures.steady.paid", "870000"),
            ("procedures.stop.paid", "0"),
            ("procedure.cataract.not-funded", "0"),
            ("procedure.hip.not-funded", "30"),
            ("procedure.knee.not-funded", "10"),
            ("procedure.cosmetic.not-funded", "40"),
            ("procedure.unknown.not-funded", NONE),
        ],
    );
}

#[test]
fn rules_of_activity_that_move_or_charge() {
    values(
        r#""activity_rules": [
            {"id": "home", "name": "Home", "rule": "repatriation", "eligible": "200", "price": "1,500", "new_price": "900", "unit": "£"},
            {"id": "triage", "name": "Triage", "rule": "referral-triage", "eligible": "10,000", "excluded": "2,000", "share": "20%", "price": "150", "unit": "£"},
            {"id": "days", "name": "Days", "rule": "excess-bed-days", "eligible": "1,200", "share": "75%", "price": "200", "unit": "£"},
            {"id": "journeys", "name": "Journeys", "rule": "recharge", "eligible": "3,000", "share": "10%", "price": "42.50", "unit": "£"}
        ]"#,
        &[
            // The same activity at a cheaper place: 200 × (1,500 − 900).
            ("activity-rule.home.leaving", "200"),
            ("activity-rule.home.arriving", "200"),
            ("activity-rule.home.saving", "120000"),
            // A fifth of the 8,000 that are not excluded does not pass.
            ("activity-rule.triage.leaving", "1600"),
            ("activity-rule.triage.arriving", NONE),
            ("activity-rule.triage.saving", "240000"),
            ("activity-rule.days.leaving", "900"),
            ("activity-rule.days.saving", "180000"),
            ("activity-rule.journeys.leaving", "300"),
            ("activity-rule.journeys.saving", "12750"),
        ],
    );
    // 3,000 × 60 % + 4 days × 250; then nothing more is put on top.
    values(
        r#""prices": [{"id": "stay", "name": "Stay", "tariff": "3,000", "short_stay": "60%", "excess_bed_days": "4", "bed_day_price": "250", "unit": "£"}]"#,
        &[("price.stay.with-length-of-stay", "2800"), ("price.stay.full", "2800")],
    );
}

#[test]
fn referrals_of_practices_against_their_targets() {
    values(
        r#""practices": [
            {"id": "above", "name": "Above", "referral_target": "1,000", "referrals": "1,150"},
            {"id": "below", "name": "Below", "referral_target": "1,000", "referrals": "920"},
            {"id": "unknown", "name": "Unknown", "referral_target": "1,000"}
        ]"#,
        &[
            ("practice.above.referrals-above-target", "150"),
            ("practice.below.referrals-above-target", "-80"),
            ("practice.unknown.referrals-above-target", NONE),
        ],
    );
}

#[test]
fn a_new_offer_must_not_make_new_activity_unseen() {
    values(
        &format!(
            r#"{ACUTE}{LIST}"schemes": [{{"id": "offer", "name": "Offer", "list": "plan"}}],
            "activity_changes": [
                {{"scheme": "offer", "setting": "acute", "point_of_delivery": "spells", "effect": "moves", "activity": "-100"}},
                {{"scheme": "offer", "setting": "community", "point_of_delivery": "spells", "effect": "moves", "activity": "100"}},
                {{"scheme": "offer", "setting": "community", "point_of_delivery": "spells", "effect": "new", "activity": "25"}},
                {{"scheme": "offer", "setting": "community", "point_of_delivery": "spells", "effect": "new", "activity": "15"}}
            ]"#
        ),
        &[
            ("activity-that-is-new.community.spells", "40"),
            ("activity-that-is-new.acute.spells", NONE),
            ("activity.scheme.offer.unaccounted", "0"),
        ],
    );
}

// Contracts.

#[test]
fn a_step_of_a_pathway_is_paid_once_only() {
    let prices = format!(
        r#"{TWO}"prices": [
            {{"id": "first", "name": "First", "provider": "north", "tariff": "100", "unit": "£", "pathway_step": "Assessment"}},
            {{"id": "other", "name": "Other", "provider": "north", "tariff": "80", "unit": "£", "pathway_step": "Follow-up"}},
            {{"id": "second", "name": "Second", "provider": "south", "tariff": "90", "unit": "£"{{}}}}
        ]"#
    );
    findings(
        "step-paid-twice",
        &prices,
        &[
            ("", false),
            (r#", "pathway_step": "Treatment""#, false),
            (r#", "pathway_step": "Assessment""#, true),
            (r#", "pathway_step": "Follow-up""#, true),
        ],
    );
    // Two prices of one provider for a step are no second payment.
    findings(
        "step-paid-twice",
        &prices.replace(r#""provider": "south""#, r#""provider": "north""#),
        &[(r#", "pathway_step": "Assessment""#, false)],
    );
}

#[test]
fn a_price_that_can_be_afforded() {
    let price = |surplus: &str| {
        format!(
            r#"{TRUST}"prices": [
                {{"id": "local", "name": "Local", "provider": "trust", "tariff": "1,000", "market_forces_factor": "1.1", "local_price": "950", "activity": "200", "unit": "£"}},
                {{"id": "full", "name": "Full", "provider": "trust", "tariff": "1,000", "market_forces_factor": "1.1", "activity": "200", "unit": "£"}}
            ],
            "provider_finances": [{{"organisation": "trust", "year": "2011/12", "surplus": "{surplus}", "unit": "£m"}}]"#
        )
    };
    let example = values(
        &price("0.5"),
        &[
            ("price.local.full", "1100"),
            ("price.local.paid", "950"),
            ("price.local.local-discount", "150"),
            ("price.local.value", "190000"),
            ("price.full.paid", "1100"),
            ("price.full.local-discount", NONE),
            ("provider.trust.2011-12.surplus", "500000"),
        ],
    );
    assert!(!finds(&example, "provider-in-deficit"));
    assert!(finds(&values(&price("-0.5"), &[]), "provider-in-deficit"));
}

#[test]
fn who_bears_the_risk_of_a_scheme() {
    values(
        &format!(
            r#"{TRUST}{LIST}"schemes": [
                {{"id": "a", "name": "A", "list": "plan", "gross": "2,500", "unit": "£000", "risk_owner": "provider"}},
                {{"id": "b", "name": "B", "list": "plan", "gross": "1,500", "unit": "£000", "risk_owner": "provider"}},
                {{"id": "c", "name": "C", "list": "plan", "gross": "2,660", "unit": "£000", "risk_owner": "shared"}},
                {{"id": "d", "name": "D", "list": "plan", "gross": "700", "unit": "£000"}}
            ],
            "contracts": [
                {{"id": "one", "name": "One", "provider": "trust", "form": "block", "qipp": "6.66", "unit": "£m"}},
                {{"id": "two", "name": "Two", "provider": "trust", "form": "block", "qipp": "340", "unit": "£000"}}
            ]"#
        ),
        &[
            ("schemes.risk-owner.provider", "4000000"),
            ("schemes.risk-owner.shared", "2660000"),
            ("schemes.risk-owner.commissioner", NONE),
            ("contracts.qipp", "7000000"),
        ],
    );
}

#[test]
fn a_shared_risk_ends_at_its_limit() {
    values(
        r#""risk_shares": [
            {"id": "open", "name": "Open", "at_risk": "10", "commissioner_share": "60%", "unit": "£m"},
            {"id": "limited", "name": "Limited", "at_risk": "10", "commissioner_share": "60%", "limit": "4.5", "unit": "£m"},
            {"id": "silent", "name": "Silent", "at_risk": "10", "unit": "£m"}
        ]"#,
        &[
            ("risk-share.open.commissioner", "6000000"),
            ("risk-share.open.provider", "4000000"),
            ("risk-share.limited.commissioner", "4500000"),
            ("risk-share.limited.provider", "5500000"),
            // Where the agreement does not say, each bears half.
            ("risk-share.silent.commissioner", "5000000"),
            ("risk-share.silent.provider", "5000000"),
        ],
    );
}

#[test]
fn an_intention_becomes_a_clause() {
    values(
        r#""principles": [
            {"id": "triage", "name": "Pay for triaged referrals only", "kind": "intention"},
            {"id": "quality", "name": "Quality first", "kind": "principle"}
        ],
        "contract_items": [
            {"id": "a", "name": "A", "intention": "triage", "kind": "clause", "state": "agreed", "value": "200", "unit": "£000"},
            {"id": "b", "name": "B", "intention": "triage", "kind": "variation", "state": "open"},
            {"id": "c", "name": "C", "kind": "clause", "state": "open", "value": "50", "unit": "£000"}
        ]"#,
        &[
            ("contract-items.with-intention", "2"),
            ("contract-items.clause.agreed", "1"),
            ("contract-items.clause.open", "1"),
            ("contract-items.variation.open", "1"),
            ("contract-items.clause.value", "250000"),
            ("principles.intention", "1"),
        ],
    );
}

// CQUIN and quality.

#[test]
fn cquin_supports_programmes_and_pays_for_teams() {
    values(
        &format!(
            r#"{LIST}"programmes": [{{"id": "stroke", "name": "Stroke"}}, {{"id": "dementia", "name": "Dementia"}}],
            "schemes": [{{"id": "team", "name": "Team that brings patients home", "list": "plan"}}],
            "cquin_schemes": [{{"id": "acute", "name": "Acute", "year": "2011/12", "fixed_sum": "1,500", "unit": "£000"}}],
            "cquin_indicators": [
                {{"id": "a", "name": "A", "scheme": "acute", "weight": "50", "programme": "stroke", "payment_rule": "all-or-nothing", "direction": "higher"}},
                {{"id": "b", "name": "B", "scheme": "acute", "weight": "30", "programme": "stroke", "pays_for": "team", "payment_rule": "all-or-nothing", "direction": "higher"}},
                {{"id": "c", "name": "C", "scheme": "acute", "weight": "20", "pays_for": "team", "payment_rule": "all-or-nothing", "direction": "higher"}}
            ]"#
        ),
        &[
            // 80 and 50 of 100 parts of 1.5 million
            ("cquin.programme.stroke", "1200000"),
            ("cquin.programme.dementia", NONE),
            ("cquin.pays-for.team", "750000"),
        ],
    );
}

#[test]
fn incidents_by_what_their_reviews_found() {
    values(
        r#""incidents": [
            {"kind": "pressure-ulcer", "class": "avoidable", "month": "2012-04", "number": "7"},
            {"kind": "pressure-ulcer", "class": "avoidable", "month": "2012-05", "number": "5"},
            {"kind": "pressure-ulcer", "class": "unavoidable", "number": "9"},
            {"kind": "pressure-ulcer", "number": "2"},
            {"kind": "never-event", "number": "1"},
            {"kind": "never-event", "number": "0"},
            {"kind": "fall", "number": "14"},
            {"kind": "catheter-infection", "number": "6"},
            {"kind": "death", "class": "expected-in-wrong-place", "number": "30"},
            {"kind": "death", "class": "unexpected-community", "number": "4"}
        ]"#,
        &[
            ("incidents.pressure-ulcer", "23"),
            ("incidents.pressure-ulcer.avoidable", "12"),
            ("incidents.pressure-ulcer.unavoidable", "9"),
            ("incidents.never-event", "1"),
            ("incidents.never-event.avoidable", NONE),
            ("incidents.fall", "14"),
            ("incidents.catheter-infection", "6"),
            ("incidents.death", "34"),
            ("incidents.death.expected-in-wrong-place", "30"),
            ("incidents.death.unexpected-community", "4"),
        ],
    );
}

#[test]
fn practices_that_leave_out_the_most_patients_come_first() {
    values(
        r#""practices": [
            {"id": "middle", "name": "Middle", "exception_rate": "6.5%"},
            {"id": "most", "name": "Most", "exception_rate": "12%"},
            {"id": "unknown", "name": "Unknown"},
            {"id": "least", "name": "Least", "exception_rate": "0%"},
            {"id": "level", "name": "Level with the middle", "exception_rate": "6.50%"}
        ]"#,
        &[
            ("practice.most.exception-rank", "1"),
            // Two share the second place; the next is the fourth.
            ("practice.middle.exception-rank", "2"),
            ("practice.level.exception-rank", "2"),
            ("practice.least.exception-rank", "4"),
            ("practice.unknown.exception-rank", NONE),
        ],
    );
}

#[test]
fn a_measure_within_above_or_below_its_range() {
    let tables = r#""measures": [{"id": "m", "name": "Mortality index", "direction": "lower",
        "expected_from": "0.89", "expected_to": "1.12", "actual": "{}"}]"#;
    for (actual, above, below) in
        [("0.80", "0", "0.09"), ("0.89", "0", "0"), ("1.00", "0", "0"), ("1.12", "0", "0"), ("1.20", "0.08", "0")]
    {
        values(
            &tables.replace("{}", actual),
            &[
                ("measure.m.above-range", above),
                ("measure.m.below-range", below),
                // Without a target there is nothing to be rated.
                ("measure.m.rating", NONE),
                ("measures.number", "1"),
            ],
        );
    }
    // A range with one end only.
    values(
        r#""measures": [{"id": "m", "name": "M", "direction": "lower", "expected_to": "10", "actual": "12"}, {"id": "n", "name": "N", "direction": "higher"}]"#,
        &[("measure.m.above-range", "2"), ("measure.m.below-range", NONE), ("measures.number", "2")],
    );
}

#[test]
fn a_red_measure_needs_an_action() {
    let tables =
        r#""measures": [{"id": "waits", "name": "Waits", "direction": "higher", "target": "95", "actual": "{}"}]"#;
    // Red below 90 % of 95, which is 85.5.
    findings(
        "measure-red-without-action",
        tables,
        &[("0", true), ("85.4", true), ("85.5", false), ("95", false), ("96", false)],
    );
    let with_action = tables.replace(r#""target""#, r#""action": "More staff at night", "target""#);
    findings("measure-red-without-action", &with_action, &[("0", false), ("85.4", false)]);
    let without_target = tables.replace(r#""target": "95", "#, "");
    findings("measure-red-without-action", &without_target, &[("0", false)]);
    // The action and the trajectory on which it recovers.
    let example = values(
        r#""trajectories": [{"id": "recovery", "name": "Recovery", "baseline": "100", "direction": "lower"}],
        "trajectory_points": [
            {"trajectory": "recovery", "due": "2012-06", "reduction": "10%", "actual": "88", "rule": "value"},
            {"trajectory": "recovery", "due": "2012-09", "reduction": "30%", "actual": "91", "rule": "value"}
        ],
        "measures": [{"id": "delays", "name": "Delays", "direction": "lower", "target": "70", "actual": "91", "action": "More care at home", "trajectory": "recovery"}]"#,
        &[
            ("measure.delays.gap", "21"),
            // 70 ÷ 91 is less than 90 %.
            ("measure.delays.rating", "1"),
            ("trajectory.recovery.target.2012-06", "90"),
            ("trajectory.recovery.difference.2012-06", "-2"),
            ("trajectory.recovery.rating.2012-06", "3"),
            ("trajectory.recovery.rating.2012-09", "1"),
        ],
    );
    assert!(!finds(&example, "measure-red-without-action"));
}

#[test]
fn delayed_patients_and_the_days_they_stay() {
    values(
        r#""measures": [
            {"id": "delays", "name": "Delays", "direction": "lower", "target": "40", "actual": "44"},
            {"id": "number", "name": "Delays at the target", "direction": "lower", "target": "40", "actual": "40"}
        ],
        "bed_days": [{"id": "lost", "name": "Days lost to delays", "days": "3,650", "definition": "midnight", "occupancy": "80%"}]"#,
        &[
            ("measure.delays.gap", "4"),
            ("measure.delays.rating", "2"),
            ("measure.number.gap", "0"),
            ("measure.number.rating", "3"),
            ("bed-days.lost.days", "3650"),
            ("bed-days.lost.beds-at-full-occupancy", "10"),
            ("bed-days.lost.beds", "12.5"),
        ],
    );
}

#[test]
fn practices_that_prescribe_too_many_antibiotics() {
    values(
        r#""measures": [{"id": "items", "name": "Items for each patient", "direction": "lower", "target": "0.05", "actual": "0.08"}],
        "practices": [
            {"id": "a", "name": "A", "list_size": "5,000"}, {"id": "b", "name": "B", "list_size": "4,000"},
            {"id": "c", "name": "C", "list_size": "2,000"}, {"id": "d", "name": "D", "list_size": "1,000"}
        ],
        "practice_indicators": [
            {"practice": "a", "measure": "items", "value": "0.05"}, {"practice": "b", "measure": "items", "value": "0.06"},
            {"practice": "c", "measure": "items", "value": "0.09"}, {"practice": "d", "measure": "items", "value": "0.12"}
        ]"#,
        &[
            ("practice.a.worst-quarter", "0"),
            ("practice.c.worst-quarter", "0"),
            ("practice.d.worst-quarter", "1"),
            ("practice.a.potential.items", "0"),
            ("practice.b.potential.items", "40"),
            ("practice.c.potential.items", "80"),
            ("practice.d.potential.items", "70"),
            ("practices.potential.items", "190"),
            ("measure.items.gap", "0.03"),
        ],
    );
}

#[test]
fn disease_that_is_expected_and_not_on_the_register() {
    values(
        r#""quality_outcomes": [
            {"id": "heart", "name": "Heart failure", "register": "8,200", "expected": "11,000"},
            {"id": "kidney", "name": "Kidney disease", "register": "9,000", "expected": "8,500"},
            {"id": "unknown", "name": "Unknown", "register": "9,000"}
        ]"#,
        &[
            ("quality.heart.unrecorded", "2800"),
            ("quality.kidney.unrecorded", "-500"),
            ("quality.unknown.unrecorded", NONE),
        ],
    );
}

#[test]
fn practices_earn_points_for_quality() {
    values(
        r#""practices": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}, {"id": "c", "name": "C"}],
        "practice_incentives": [
            {"practice": "a", "indicator": "Emergency visits", "points": "31", "point_price": "130", "unit": "£", "achieved": "100%"},
            {"practice": "a", "indicator": "Emergency plan", "points": "20", "point_price": "130", "unit": "£", "achieved": "50%"},
            {"practice": "b", "indicator": "Emergency visits", "points": "31", "point_price": "130", "unit": "£"}
        ]"#,
        &[
            // 31 × 130 + 20 × 130 × 50 %
            ("practice.a.incentive", "5330"),
            // Nothing is achieved, so nothing is earned.
            ("practice.b.incentive", "0"),
            ("practice.c.incentive", NONE),
        ],
    );
}

// Programmes and decisions.

#[test]
fn schemes_by_strategy_provider_and_coordinator() {
    values(
        &format!(
            r#"{TWO}{LIST}"work_programmes": [{{"id": "frail", "name": "Frail", "kind": "transformational"}}],
            "schemes": [
                {{"id": "a", "name": "A", "list": "plan", "gross": "100", "unit": "£000", "strategy": "reduce-demand", "provider": "north", "coordinator": "north", "scale_up": "In all four groups", "work_programme": "frail"}},
                {{"id": "b", "name": "B", "list": "plan", "gross": "250", "unit": "£000", "strategy": "reduce-demand", "provider": "south", "coordinator": "north", "scale_up": "Not elsewhere", "work_programme": "frail"}},
                {{"id": "c", "name": "C", "list": "plan", "gross": "400", "unit": "£000", "strategy": "lower-cost", "provider": "south", "coordinator": "south"}},
                {{"id": "d", "name": "D", "list": "plan", "gross": "800", "unit": "£000", "strategy": "other"}},
                {{"id": "e", "name": "E", "list": "plan", "gross": "5", "unit": "£000"}}
            ]"#
        ),
        &[
            ("schemes.strategy.reduce-demand", "350000"),
            ("schemes.strategy.lower-cost", "400000"),
            ("schemes.strategy.redesign", NONE),
            ("schemes.strategy.other", "800000"),
            ("schemes.provider.north", "100000"),
            ("schemes.provider.south", "650000"),
            ("schemes.coordinator.north", "350000"),
            ("schemes.coordinator.south", "400000"),
            ("schemes.assessed-for-scale-up", "2"),
            ("work-programme.frail.value", "350000"),
        ],
    );
}

#[test]
fn innovations_must_pass_three_tests() {
    let proposal = |cells: &str| format!(r#""innovation_proposals": [{{"id": "i", "name": "I"{cells}}}]"#);
    for (cells, passed, fails) in [
        (r#", "big_enough": "yes", "innovative": "yes", "quick": "yes""#, "3", false),
        (r#", "big_enough": "yes", "innovative": "no", "quick": "yes""#, "2", true),
        (r#", "big_enough": "no", "innovative": "no", "quick": "no""#, "0", true),
        // What is not judged yet has neither passed nor failed.
        (r#", "big_enough": "yes""#, "1", false),
        ("", NONE, false),
    ] {
        let example = values(&proposal(cells), &[("innovation.i.tests-passed", passed)]);
        assert_eq!(finds(&example, "innovation-fails-a-test"), fails, "{cells}");
    }
}

#[test]
fn who_decides_on_what() {
    values(
        r#""governance_bodies": [{"id": "board", "name": "Board", "leads": "Chair"}, {"id": "meeting", "name": "Meeting", "parent": "board"}],
        "principles": [
            {"id": "a", "name": "A", "kind": "principle", "body": "board"},
            {"id": "b", "name": "B", "kind": "intention", "body": "board"},
            {"id": "c", "name": "C", "kind": "principle", "body": "meeting"},
            {"id": "d", "name": "D", "kind": "principle"}
        ],
        "decisions": [
            {"id": "e", "name": "E", "body": "board", "outcome": "adopted"},
            {"id": "f", "name": "F", "body": "meeting", "outcome": "open"},
            {"id": "g", "name": "G", "outcome": "open"}
        ],
        "risks": [
            {"id": "h", "name": "H", "escalated_to": "board"},
            {"id": "i", "name": "I", "escalated_to": "meeting"},
            {"id": "j", "name": "J"}
        ]"#,
        &[
            ("principles.body.board", "2"),
            ("principles.body.meeting", "1"),
            ("principles.principle", "3"),
            ("decisions.adopted", "1"),
            ("decisions.open", "2"),
            ("decisions.rejected", NONE),
            ("governance.bodies", "2"),
            ("risks.escalated", "2"),
            ("risks.number", "3"),
        ],
    );
}

#[test]
fn cohorts_at_risk_and_the_teams_they_need() {
    values(
        r#""risk_cohorts": [
            {"id": "county", "name": "County", "population": "150,000", "share": "0.5%", "team_population": "50,000"},
            {"id": "town", "name": "Town", "population": "70,000", "team_population": "50,000"}
        ]"#,
        &[
            ("risk-cohort.county.people", "750"),
            ("risk-cohort.county.teams", "3"),
            ("risk-cohort.town.people", NONE),
            ("risk-cohort.town.teams", "1.4"),
        ],
    );
}

#[test]
fn gates_of_programmes_and_what_patients_notice() {
    values(
        r#""programmes": [
            {"id": "stroke", "name": "Stroke", "patients_will_notice": "Scans within the hour"},
            {"id": "dementia", "name": "Dementia", "patients_will_notice": "A memory clinic nearby"},
            {"id": "estates", "name": "Estates"}
        ],
        "gates": [
            {"programme": "stroke", "kind": "equality", "state": "passed"},
            {"programme": "stroke", "kind": "carers", "state": "open"},
            {"programme": "dementia", "kind": "equality", "state": "not-needed"}
        ]"#,
        &[
            ("programmes.say-what-patients-notice", "2"),
            ("programmes.number", "3"),
            ("programme.stroke.gates", "2"),
            ("programme.dementia.gates", "1"),
            ("programme.estates.gates", NONE),
            ("gates.equality.passed", "1"),
            ("gates.carers.open", "1"),
        ],
    );
}

#[test]
fn what_past_schemes_taught() {
    values(
        r#""lessons": [
            {"id": "short", "name": "Short", "planned": "500", "achieved": "120", "unit": "£000", "learning": "Begin earlier"},
            {"id": "nothing", "name": "Nothing", "planned": "500", "achieved": "0", "unit": "£000"},
            {"id": "more", "name": "More", "planned": "500", "achieved": "600", "unit": "£000"},
            {"id": "words", "name": "Words only", "learning": "Ask those who do the work"}
        ]"#,
        &[
            ("lesson.short.shortfall", "380000"),
            ("lesson.nothing.shortfall", "500000"),
            ("lesson.more.shortfall", "-100000"),
            ("lesson.words.shortfall", NONE),
        ],
    );
}

#[test]
fn a_patient_before_and_after() {
    values(
        r#""patient_stories": [
            {"id": "admissions", "name": "Admissions in a year", "before": "5", "after": "0"},
            {"id": "visits", "name": "Visits at home", "before": "2", "after": "14"},
            {"id": "clinics", "name": "Clinics", "before": "3"}
        ]"#,
        &[
            ("patient-story.admissions.change", "-5"),
            ("patient-story.visits.change", "12"),
            ("patient-story.clinics.change", NONE),
        ],
    );
}

// Workforce and capacity.

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

#[test]
fn staff_who_come_go_or_move() {
    values(
        &format!(
            r#"{TWO}"programmes": [{{"id": "care", "name": "Care"}}],
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
fn room_where_the_activity_goes() {
    let tables = |used: &str| {
        format!(
            r#"{ACUTE}{LIST}"schemes": [{{"id": "s", "name": "S", "list": "plan"}}],
            "baseline_activity": [{{"setting": "community", "point_of_delivery": "spells", "activity": "700"}}],
            "activity_changes": [{{"scheme": "s", "setting": "community", "point_of_delivery": "spells", "effect": "new", "activity": "{{}}"}}],
            "capacities": [{{"setting": "community", "point_of_delivery": "spells", "available": "1,000"{used}}}]"#
        )
    };
    // 1,000 less the 700 of the baseline, or less the 800 that the row gives, less what comes.
    for (used, coming, left) in [("", "200", "100"), ("", "350", "-50"), (r#", "used": "800""#, "200", "0")] {
        values(&tables(used).replace("{}", coming), &[("capacity.community.spells.room-left", left)]);
    }
    findings("no-room-for-what-moves", &tables(""), &[("299", false), ("300", false), ("301", true)]);
}

#[test]
fn demand_grows_and_schemes_take_off() {
    let example = values(
        &format!(
            r#"{ACUTE}{LIST}"schemes": [{{"id": "s", "name": "S", "list": "plan"}}],
            "baseline_activity": [
                {{"setting": "acute", "point_of_delivery": "spells", "activity": "1,000"}},
                {{"setting": "community", "point_of_delivery": "spells", "activity": "500"}}
            ],
            "activity_changes": [{{"scheme": "s", "setting": "acute", "point_of_delivery": "spells", "effect": "avoided", "activity": "-200"}}],
            "activity_growth": [
                {{"setting": "acute", "point_of_delivery": "spells", "rate": "10%", "length_of_stay": "3.358"}},
                {{"setting": "community", "point_of_delivery": "spells", "rate": "-2%"}}
            ]"#
        ),
        &[
            // The base year is 2010/11.
            ("demand.acute.spells.2010-11", NONE),
            ("demand.acute.spells.2011-12", "1100"),
            ("demand.acute.spells.2012-13", "1210"),
            ("demand.acute.spells.2014-15", "1464.1"),
            ("demand.acute.spells.after-schemes.2011-12", "900"),
            ("demand.acute.spells.after-schemes.2012-13", "1010"),
            // 900 × 3.358 ÷ 365 ÷ 92 %
            ("demand.acute.spells.beds.2011-12", "9"),
            ("demand.acute.spells.beds.2012-13", "10.1"),
            // Without schemes demand is as it grows; without a length of stay there are no beds.
            ("demand.community.spells.2011-12", "490"),
            ("demand.community.spells.after-schemes.2011-12", "490"),
            ("demand.community.spells.beds.2011-12", NONE),
        ],
    );
    assert_eq!(example.text("activity.acute.spells.plan"), "800");
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

// Time.

#[test]
fn checkpoints_are_rated_in_words() {
    values(
        &format!(
            r#"{TWO}"checkpoint_ratings": [
                {{"organisation": "north", "checkpoint": "First", "area": "Leadership", "rating": "green"}},
                {{"organisation": "north", "checkpoint": "First", "area": "Money", "rating": "amber"}},
                {{"organisation": "south", "checkpoint": "First", "area": "Leadership", "rating": "amber"}}
            ]"#
        ),
        &[("checkpoint-ratings.green", "1"), ("checkpoint-ratings.amber", "2"), ("checkpoint-ratings.red", NONE)],
    );
}

#[test]
fn milestones_on_the_way_to_foundation_trust() {
    values(
        &format!(
            r#"{TWO}"milestones": [
                {{"id": "case", "name": "Business case", "organisation": "north", "original": "2012-04", "due": "2012-09", "status": "slipping"}},
                {{"id": "authorised", "name": "Authorised", "organisation": "north", "due": "2013-04", "status": "planned"}},
                {{"id": "signed", "name": "Signed", "organisation": "south", "due": "2012-01", "status": "achieved"}},
                {{"id": "other", "name": "Other", "due": "2012-01"}}
            ]"#
        ),
        &[
            ("milestones.organisation.north", "2"),
            ("milestones.organisation.south", "1"),
            ("milestones.number", "4"),
            ("milestones.status.slipping", "1"),
            ("milestone.case.slipped", "5"),
            ("milestone.authorised.slipped", NONE),
        ],
    );
}

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

// Governance and monitoring.

#[test]
fn lines_of_an_organisation_add_up() {
    values(
        &format!(
            r#"{TWO}"monitored_lines": [
                {{"id": "saving", "name": "Saving", "kind": "saving", "organisation": "north", "year": "2011/12", "plan": "1,200", "unit": "£000", "phasing": "straight-line"}},
                {{"id": "spend", "name": "Spend", "kind": "expenditure", "organisation": "north", "year": "2011/12", "plan": "2,400", "unit": "£000", "phasing": "straight-line"}},
                {{"id": "other", "name": "Other", "kind": "income", "organisation": "south", "year": "2011/12", "plan": "120", "unit": "£000", "phasing": "straight-line"}},
                {{"id": "nobody", "name": "Nobody", "kind": "income", "year": "2011/12", "plan": "120", "unit": "£000", "phasing": "straight-line"}}
            ],
            "monitored_months": [
                {{"line": "saving", "month": "2011-04", "actual": "95", "unit": "£000"}},
                {{"line": "spend", "month": "2011-04", "actual": "188", "unit": "£000"}},
                {{"line": "nobody", "month": "2011-04", "actual": "1", "unit": "£000"}}
            ]"#
        ),
        &[
            ("monitoring.saving.variance", "-5000"),
            // Less spent than planned is favourable.
            ("monitoring.spend.variance", "12000"),
            ("monitoring.organisation.north.variance", "7000"),
            ("monitoring.organisation.south.variance", NONE),
        ],
    );
}

#[test]
fn who_has_signed_and_who_has_not() {
    values(
        &format!(
            r#"{TWO}"signatures": [
                {{"organisation": "north", "role": "Chief executive", "signed": "2011-04-26"}},
                {{"organisation": "south", "role": "Chief executive"}},
                {{"role": "For the councils"}}
            ]"#
        ),
        &[
            ("governance.signatures-needed", "3"),
            ("governance.signed", "1"),
            ("governance.not-signed", "2"),
            ("organisations.nhs-trust", "2"),
        ],
    );
    values(
        r#""signatures": [{"role": "Chief executive", "signed": "2011-04-26"}]"#,
        &[("governance.signed", "1"), ("governance.not-signed", NONE)],
    );
}

#[test]
fn plans_of_the_members_make_the_plan() {
    let tables = format!(
        r#"{TWO}"programmes": [{{"id": "p", "name": "P"}}],
        "programme_savings": [
            {{"programme": "p", "year": "2011/12", "part": "commissioner", "amount": "70", "unit": "£m"}},
            {{"programme": "p", "year": "2011/12", "part": "provider", "amount": "27", "unit": "£m"}}
        ],
        "child_plans": [
            {{"organisation": "north", "year": "2011/12", "amount": "60", "unit": "£m"}},
            {{"organisation": "south", "year": "2011/12", "amount": "{{}}", "unit": "£m"}}
        ]"#
    );
    values(
        &tables.replace("{}", "40"),
        &[("child-plans.2011-12", "100000000"), ("child-plans.difference.2011-12", "3000000")],
    );
    // Four numbers printed to the nearest million can be 2 apart by rounding alone.
    findings("child-plans-differ", &tables, &[("34", true), ("35", false), ("37", false), ("39", false), ("40", true)]);
}
