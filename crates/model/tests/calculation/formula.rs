use crate::support::{findings, finds, message, values};
use one_plan_model::calculation::{Term, column, term};
use one_plan_model::plan::{AccountSide, FundingKind, FundingPartKind};

/// Holds that terms are the same, part by part.
fn same(written: Term, means: Term) {
    assert_eq!(format!("{written:?}"), format!("{means:?}"));
}

const PLAN: Term = Term::Cell(column!(ProviderBeds, plan));
const NOW: Term = Term::Cell(column!(ProviderBeds, now));

// What these say is what the macros ask while they are compiled: see the examples that do not compile in
// `calculation/formula/notation`.
#[test]
fn columns_know_whether_they_hold_numbers_and_words() {
    for column in
        [column!(ProviderBeds, plan), column!(Funding, amount), column!(Measure, actual), column!(Price, top_up)]
    {
        assert!(column.holds_numbers(), "{column:?}");
    }
    for column in [
        column!(ProviderBeds, provider),
        column!(Funding, name),
        column!(Funding, kind),
        column!(Programme, priority),
        column!(Milestone, due),
        column!(MediumTermYear, year),
        column!(Funding, unit),
    ] {
        assert!(!column.holds_numbers(), "{column:?}");
    }
    let (side, priority) = (column!(AccountLine, side), column!(Programme, priority));
    assert!(side.holds_word(&AccountSide::Income) && priority.holds_word(&true));
    assert!(!side.holds_word(&FundingKind::Innovation) && !side.holds_word(&true));
    assert!(!priority.holds_word(&AccountSide::Income) && !column!(AccountLine, plan).holds_word(&AccountSide::Income));
    // Two choices of as many words are told apart by the words.
    assert_eq!(FundingPartKind::CHOICES.len(), AccountSide::CHOICES.len());
    assert!(!side.holds_word(&FundingPartKind::Theme));
}

#[test]
fn products_bind_more_tightly_than_sums() {
    same(const { term!(ProviderBeds, plan - now / now) }, Term::Subtract(&[PLAN, Term::Divide(&[NOW, NOW])]));
    same(const { term!(ProviderBeds, plan / now - now) }, Term::Subtract(&[Term::Divide(&[PLAN, NOW]), NOW]));
    same(const { term!(ProviderBeds, plan * now + now) }, Term::Add(&[Term::Multiply(&[PLAN, NOW]), NOW]));
    same(const { term!(ProviderBeds, plan + now * now) }, Term::Add(&[PLAN, Term::Multiply(&[NOW, NOW])]));
    same(const { term!(ProviderBeds, (plan - now) / now) }, Term::Divide(&[Term::Subtract(&[PLAN, NOW]), NOW]));
    same(
        const { term!(ProviderBeds, plan * now - plan / now) },
        Term::Subtract(&[Term::Multiply(&[PLAN, NOW]), Term::Divide(&[PLAN, NOW])]),
    );
}

#[test]
fn what_binds_alike_is_taken_from_the_left() {
    same(const { term!(ProviderBeds, plan - now - now) }, Term::Subtract(&[Term::Subtract(&[PLAN, NOW]), NOW]));
    same(const { term!(ProviderBeds, plan - now + now) }, Term::Add(&[Term::Subtract(&[PLAN, NOW]), NOW]));
    same(const { term!(ProviderBeds, plan / now / now) }, Term::Divide(&[Term::Divide(&[PLAN, NOW]), NOW]));
    same(const { term!(ProviderBeds, plan / now * now) }, Term::Multiply(&[Term::Divide(&[PLAN, NOW]), NOW]));
    same(const { term!(ProviderBeds, plan - (now - now)) }, Term::Subtract(&[PLAN, Term::Subtract(&[NOW, NOW])]));
    same(
        const { term!(ProviderBeds, plan - now / now / now - plan) },
        Term::Subtract(&[Term::Subtract(&[PLAN, Term::Divide(&[Term::Divide(&[NOW, NOW]), NOW])]), PLAN]),
    );
}

#[test]
fn what_is_filled_first_binds_least() {
    same(const { term!(ProviderBeds, plan or now + now) }, Term::FirstFilled(&[PLAN, Term::Add(&[NOW, NOW])]));
    same(const { term!(ProviderBeds, plan or now or plan) }, Term::FirstFilled(&[PLAN, NOW, PLAN]));
    same(
        const { term!(ProviderBeds, plan else now - now) },
        Term::StatedOrComputed(&[PLAN, Term::Subtract(&[NOW, NOW])]),
    );
    same(
        const { term!(ProviderBeds, (plan else now) or now) },
        Term::FirstFilled(&[Term::StatedOrComputed(&[PLAN, NOW]), NOW]),
    );
    same(
        const { term!(ProviderBeds, plan + (now or {Term::NOTHING})) },
        Term::Add(&[PLAN, Term::FirstFilled(&[NOW, Term::NOTHING])]),
    );
}

#[test]
fn what_is_given_is_held_against_what_follows() {
    let code = "given-and-computed-differ";
    let reduction = |cells: &str| {
        format!(r#""cost_reductions": [{{"id": "r", "name": "R", "base": "90", "rate": "33%", {cells}"unit": "£m"}}]"#)
    };
    // 90 give or take 0.5, times 33 % give or take 0.5 %: from 29.1 to 30.3.
    for (given, expected) in
        [("28.9", true), ("29.1", false), ("29.7", false), ("30.3", false), ("30.5", true), ("-29.7", true)]
    {
        let example = values(&reduction(&format!(r#""reduction": "{given}", "#)), &[]);
        assert_eq!(finds(&example, code), expected, "{given}");
    }
    // What is given is used, and nothing is compared where one of the two is missing.
    let example = values(&reduction(r#""reduction": "20", "#), &[("reduction.r.amount", "20000000")]);
    assert_eq!(
        message(&example, code),
        "R: reduction is given as £20,000,000, but £29,700,000 follows from the other cells that it can stand on."
    );
    assert!(!finds(&values(&reduction(""), &[("reduction.r.amount", "29700000")]), code));
    // The rate of a reserve is an assumption where it is not given: it says nothing against the amount.
    let reserve = |rate: &str| {
        format!(
            r#""reserves": [{{"id": "r", "name": "R", "year": "2011/12", "base": "1,000", {rate}"amount": "33", "unit": "£m"}}]"#
        )
    };
    assert!(!finds(&values(&reserve(""), &[]), code));
    assert!(finds(&values(&reserve(r#""rate": "2%", "#), &[]), code));
    let part = r#""organisations": [{"id": "o", "name": "O", "kind": "nhs-trust"}],
        "contracts": [{"id": "c", "name": "C", "provider": "o", "form": "block", "base": "100.0", "unit": "£m"}],
        "contract_parts": [{"contract": "c", "organisation": "o", "role": "party", "share": "60.0%", "amount": "{}", "unit": "£m"}]"#;
    findings(code, part, &[("59.8", true), ("60.0", false), ("60.3", true)]);
}
