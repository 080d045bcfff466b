//! Reserves: how much is set aside, for what it is used, and what is left.
//!
//! * CR26: a reserve is the amount that the plan gives, or a rate of the resource.

use crate::calculation::{Dimension, Fails, Ledger, Term, Test, figures, findings, run_formulas, run_tests};
use crate::parameters::RESERVE_RATE;
use crate::plan::{ReservePurpose, Table};

const RESERVE: Dimension = Dimension::Row(Table::Reserve);

figures! {
    /// The amount of a reserve.
    RESERVE_AMOUNT: money("reserve.{}.amount", "{}", [RESERVE])
        by("CR26", "the amount that the plan gives, or rate × resource", "Arden Cluster System Plan, l. 903, 1658")
        { Reserve [*] = (amount else (base * rate)) or (base * {Term::Parameter(&RESERVE_RATE)}) }
    /// What part of its base a reserve is.
    RESERVE_SHARE: percent("reserve.{}.share", "{}: part of the resource", [RESERVE])
        by("CR26", "amount ÷ resource", "Arden Cluster System Plan, l. 903, 1658")
        { Reserve [*] = amount / base }
    /// What all reserves are used for.
    USED_FOR: money("reserves.used-for.{}", "Reserves used for: {}", [Dimension::Choice(ReservePurpose::CHOICES)])
        by("CR26", "the sum of the uses", "Arden Cluster System Plan, l. 1658")
        { ReserveUse [purpose] = amount }
    /// What of a reserve is used.
    RESERVE_USED: money("reserve.{}.used", "{}: used", [RESERVE])
        by("CR26", "the sum of its uses", "Arden Cluster System Plan, l. 905, 1658")
        { ReserveUse [reserve] = amount }
    /// What is left of a reserve.
    RESERVE_LEFT: money("reserve.{}.left", "{}: not used", [RESERVE])
        by("CR26", "amount − uses", "Arden Cluster System Plan, l. 905, 1658")
        { from RESERVE_USED [0] = [RESERVE_AMOUNT] - {Term::Each} }
}

findings! {
    /// More of a reserve is used than there is in it.
    RESERVE_OVERSPENT: warning("reserve-overspent", "Use less of the reserve, or correct its amount.")
}

const TESTS: &[Test] =
    &[Test::of(&RESERVE_LEFT, Fails::Below(Term::NOTHING), &RESERVE_OVERSPENT, "below").also_without_parts()];

/// Computes reserves and their uses.
pub fn run(ledger: &mut Ledger<'_>) {
    run_formulas(ledger, FORMULAS);
    run_tests(ledger, TESTS);
}
