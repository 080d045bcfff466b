//! What programmes and moves change in the workforce, and the rotas that are left.
//!
//! * CR39: the sum of the changes in which staff do not move; who moves is counted apart.
//! * CR37: doctors of a rota for each site, against how many it needs.

use crate::calculation::{
    Dimension, Fails, Ledger, ORGANISATION, PROGRAMME, Term, Test, YEAR, figures, findings, run_formulas, run_tests,
};
use crate::plan::{StaffCategory, Table};

const IMPACT: &str = "Arden Cluster System Plan, l. 1509-1577; NHS Surrey, One Plan, l. 1056";
const TRIANGLE: &str = "Arden Cluster System Plan, l. 362, 937; NHS Surrey, One Plan, l. 504";

figures! {
    /// What programmes change in the workforce.
    IMPACT_OF_PROGRAMME: number("workforce.impact.programme.{}", "{}: change of the workforce", [PROGRAMME])
        by("CR39", "the sum of the rows", IMPACT)
        { WorkforceImpact [programme] if (moves_to empty) = wte }
    /// What work programmes change in the workforce.
    IMPACT_OF_WORK_PROGRAMME: number("workforce.impact.work-programme.{}", "{}: change of the workforce", [Dimension::Row(Table::WorkProgramme)])
        by("CR39", "the sum of the rows", IMPACT)
        { WorkforceImpact [work_programme] if (moves_to empty) = wte }
    /// What changes in the workforce in a year.
    IMPACT_OF_YEAR: number("workforce.impact.year.{}", "Change of the workforce in {}", [YEAR])
        by("CR39", "the sum of the rows in which staff do not move", IMPACT)
        { WorkforceImpact [year] if (moves_to empty) = wte }
    /// What moves from one organisation to another.
    MOVES: number("staff-moves.{}.{}", "Staff that move from {} to {}", [ORGANISATION, ORGANISATION])
        by("CR39", "the sum of the rows", "NHS Surrey, One Plan, l. 379; Arden Cluster System Plan, l. 1529")
        { WorkforceImpact [organisation, moves_to] = wte }
    /// How many doctors a rota keeps for each site.
    ROTA: number("rota.{}.for-each-site", "{}: doctors left for each site", [Dimension::Row(Table::Rota)])
        by("CR37", "(doctors − leaving) ÷ sites", "Arden Cluster System Plan, l. 1305")
        { Rota [*] = (doctors - (leaving or {Term::NOTHING})) / sites }
    /// What a rota lacks.
    ROTA_SHORT: number("rota.{}.short", "{}: doctors short for each site", [Dimension::Row(Table::Rota)])
        by("CR37", "needed − left for each site", "Arden Cluster System Plan, l. 1305")
        { Rota [*] = needed - [ROTA] }
    /// What changes in the workforce of an organisation.
    IMPACT_OF_ORGANISATION: number("workforce.impact.organisation.{}", "{}: change of the workforce", [ORGANISATION])
        by("CR39", "the sum of the rows", TRIANGLE)
        { WorkforceImpact [organisation] if (moves_to empty) = wte }
    /// What changes by kind of staff.
    IMPACT_OF_CATEGORY: number("workforce.impact.category.{}", "Change of the workforce: {}", [Dimension::Choice(StaffCategory::CHOICES)])
        by("CR39", "the sum of the rows", IMPACT)
        { WorkforceImpact [category] if (moves_to empty) = wte }
}

findings! {
    /// A rota has fewer doctors for each site than it needs.
    ROTA_TOO_THIN: warning("rota-too-thin", "Share the duties on fewer sites, or find more doctors.")
}

const TESTS: &[Test] = &[Test::of(&ROTA_SHORT, Fails::Above(Term::NOTHING), &ROTA_TOO_THIN, "above")];

/// Computes what changes in the workforce, and tests the rotas.
pub fn run(ledger: &mut Ledger<'_>) {
    run_formulas(ledger, FORMULAS);
    run_tests(ledger, TESTS);
}
