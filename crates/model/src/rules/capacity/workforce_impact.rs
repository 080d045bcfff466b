//! What programmes and moves change in the workforce, and the rotas that are left.
//!
//! * CR39: the sum of the changes in which staff do not move; who moves is counted apart.
//! * CR39: no more staff go than there are, and the groups of staff become fewer by at least as many as go; that exactly as
//!   many come is asked about.
//! * CR37: doctors of a rota for each site, against how many it needs.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "organisations": [{"id": "t", "name": "Trust", "kind": "nhs-trust"}],
//!     "staff_groups": [{"id": "nurses", "name": "Nurses", "organisation": "t", "baseline": "100"}],
//!     "workforce_impacts": [{"id": "wards", "name": "Wards close", "organisation": "t", "category": "clinical", "wte": "-120"}]
//! "#);
//! assert_eq!(outcome.text("staff.t.left"), "-20");
//! assert!(outcome.findings.iter().any(|finding| finding.code == "more-staff-go-than-there-are"));
//! ```

use super::staff::{BASELINE_OF, STAFF_BASELINE, STAFF_CHANGE_ALL, STAFF_OF};
use crate::calculation::{
    Dimension, Fails, FigureIndex, FigureKey, Finding, Ledger, ORGANISATION, PROGRAMME, Term, Test, YEAR, figures,
    findings, format, run_formulas, run_tests, split_before, summed,
};
use crate::plan::{CellAddress, StaffCategory, Table};
use crate::quantity::Fixed;
use std::slice::from_ref;

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
    /// What changes in the workforce of all.
    IMPACT_ALL: number("workforce.impact.total", "Change of the workforce", [])
        by("CR39", "the sum of the rows in which staff do not move", IMPACT)
        { WorkforceImpact [] if (moves_to empty) = wte }
    /// What changes in the workforce of an organisation, with those who come and go.
    WITH_MOVES: number("staff.{}.change-with-moves", "{}: change of the workforce and of who moves", [ORGANISATION])
        by("CR39", "the sum of the rows in which staff do not move + who moves to it − who moves away", TRIANGLE)
    /// The staff that are left.
    LEFT: number("staff.{}.left", "{}: staff that are left", [ORGANISATION])
        by("CR39", "staff at the start + change of the workforce and of who moves", TRIANGLE)
        { from WITH_MOVES [0] = [BASELINE_OF] + {Term::Each} }
    /// The staff of all that are left.
    LEFT_ALL: number("staff.left", "All staff that are left", [])
        by("CR39", "staff at the start + change of the workforce", TRIANGLE)
        { from IMPACT_ALL [] = [STAFF_BASELINE] + {Term::Each} }
}

findings! {
    /// A rota has fewer doctors for each site than it needs.
    ROTA_TOO_THIN: warning("rota-too-thin", "Share the duties on fewer sites, or find more doctors.")
    /// More staff go than there are; in all that is a warning only, because not every group may be given.
    MORE_STAFF_GO_THAN_THERE_ARE: error or warning(
        "more-staff-go-than-there-are",
        "Correct the change of the workforce, or give every group of staff."
    )
    /// By the changes of the workforce more staff go than the groups of staff become fewer by, or exactly as many come as
    /// the groups become fewer by.
    STAFF_GROUPS_DO_NOT_FOLLOW: warning(
        "staff-groups-do-not-follow",
        "Correct the change of the workforce or the planned staff, give every group of staff, or say who is taken on \
         beside it."
    )
}

/// By how many the groups of staff change, where they become fewer.
const FEWER: Term = Term::Min(&[Term::Figure(&STAFF_OF), Term::NOTHING]);

const FEWER_ALL: Term = Term::Min(&[Term::Figure(&STAFF_CHANGE_ALL), Term::NOTHING]);

const FEWER_IN_GROUPS: &str = "but the groups of staff change by no more than";

const TESTS: &[Test] = &[
    Test::of(&ROTA_SHORT, Fails::Above(Term::NOTHING), &ROTA_TOO_THIN, "above"),
    Test::of(&LEFT, Fails::Below(Term::NOTHING), &MORE_STAFF_GO_THAN_THERE_ARE, "below"),
    Test::of(&WITH_MOVES, Fails::Below(FEWER), &STAFF_GROUPS_DO_NOT_FOLLOW, FEWER_IN_GROUPS),
    Test::of(&LEFT_ALL, Fails::Below(Term::NOTHING), &MORE_STAFF_GO_THAN_THERE_ARE, "below").otherwise(),
    Test::of(&IMPACT_ALL, Fails::Below(FEWER_ALL), &STAFF_GROUPS_DO_NOT_FOLLOW, FEWER_IN_GROUPS),
];

/// So many rows are named.
const MOST_NAMED: usize = 12;

/// Computes what changes in the workforce, and tests the rotas.
pub fn run(ledger: &mut Ledger<'_>) {
    let (before, after) = split_before(FORMULAS, &LEFT);
    run_formulas(ledger, before);
    with_moves(ledger);
    run_formulas(ledger, after);
    // The last two are of all staff, and say the same once more where an organisation lacks the staff that go.
    let [of_one @ .., left_of_all, groups_of_all] = TESTS else { return };
    run_tests(ledger, of_one);
    if !ledger.wants_findings() {
        return;
    }
    let is_of_organisations = is_all_of_organisations(ledger);
    let left = ledger.all(&LEFT).into_iter().any(|(_, left)| left.shown().is_negative());
    if !(is_of_organisations && left) {
        run_tests(ledger, from_ref(left_of_all));
    }
    let groups = ledger.all(&WITH_MOVES).into_iter().any(|(key, change)| {
        let groups = ledger.find(STAFF_OF.at([key.index.get(0)]));
        groups.is_some_and(|groups| change.shown().is_below(groups.shown().minimum(Fixed::ZERO)))
    });
    if !(is_of_organisations && groups) {
        run_tests(ledger, from_ref(groups_of_all));
    }
    report_other_sign(ledger);
}

/// As many come as the groups of staff become fewer by, to the last printed place: the sign of the change is the other one.
fn report_other_sign(ledger: &mut Ledger<'_>) {
    let mut changes: Vec<(FigureKey, FigureKey)> =
        ledger.all(&WITH_MOVES).into_iter().map(|(key, _)| (key, STAFF_OF.at([key.index.get(0)]))).collect();
    let is_other = |ledger: &Ledger<'_>, (change, groups): &(FigureKey, FigureKey)| {
        let of = |key| ledger.find(key).filter(|_| ledger.lacking().cell(key).is_none()).map(|number| number.shown());
        let both = of(*change).zip(of(*groups));
        both.is_some_and(|(change, groups)| Fixed::ZERO.is_below(change) && change == groups.negated())
    };
    changes.retain(|both| is_other(ledger, both));
    if changes.is_empty() {
        let all = (IMPACT_ALL.at([]), STAFF_CHANGE_ALL.at([]));
        changes.extend(Some(all).filter(|both| is_other(ledger, both)));
    }
    for (key, groups) in changes {
        let plan = ledger.plan;
        let [shown, of_groups] = [key, groups].map(|key| ledger.find(key).map(|number| number.shown().value()));
        let Some((shown, of_groups)) = shown.zip(of_groups) else { continue };
        let message = format!(
            "{} is {}, and the groups of staff change by {}: it is the same with the other sign.",
            key.label(plan),
            format::number(shown),
            format::number(of_groups)
        );
        let rows = plan.workforce_impacts.iter().filter(|(_, row)| row.wte().is_some());
        let is_of = |of: Option<u32>| key.kind.dimensions.is_empty() || of == Some(key.index.get(0));
        let rows = rows.filter(|(_, row)| is_of(row.organisation().map(|of| of.index())));
        let places: Vec<CellAddress> = rows
            .map(|(at, _)| CellAddress { table: Table::WorkforceImpact, row: at.index(), column: "wte" })
            .take(MOST_NAMED)
            .collect();
        ledger.report(|| {
            let finding = Finding::of(&STAFF_GROUPS_DO_NOT_FOLLOW, message).at_cells(places).figures([key, groups]);
            finding.advise("Staff who go are negative: turn the sign round, or say who comes and why the groups fall.")
        });
    }
}

/// Whether no staff go beside those that go at an organisation.
fn is_all_of_organisations(ledger: &Ledger<'_>) -> bool {
    let of_organisations = ledger.all(&WITH_MOVES).into_iter().map(|(_, change)| change.shown());
    let of_organisations = of_organisations.fold(Fixed::ZERO, Fixed::plus);
    ledger.find(IMPACT_ALL.at([])).is_none_or(|all| !all.shown().is_below(of_organisations))
}

/// Adds to what changes at an organisation those who move to it, and takes off those who move away.
fn with_moves(ledger: &mut Ledger<'_>) {
    let mut found = Vec::new();
    for (key, change) in ledger.all(&IMPACT_OF_ORGANISATION) {
        found.push((FigureIndex::new([key.index.get(0)]), change));
    }
    for (key, moves) in ledger.all(&MOVES) {
        found.push((FigureIndex::new([key.index.get(0)]), moves.negated()));
        found.push((FigureIndex::new([key.index.get(1)]), moves));
    }
    let lacking = ledger.lacking();
    let of_changes = lacking.of_kind(&IMPACT_OF_ORGANISATION);
    let of_moves = lacking.of_kind(&MOVES);
    let of_moves = of_moves.flat_map(|(index, cell)| [0, 1].map(|side| (FigureIndex::new([index.get(side)]), cell)));
    let lacks: Vec<_> = of_changes.chain(of_moves).collect();
    for (index, cell) in lacks {
        ledger.lacks(FigureKey { kind: &WITH_MOVES, index }, cell);
    }
    ledger.add(summed(&WITH_MOVES, found));
}
