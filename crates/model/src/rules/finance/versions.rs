//! Versions of the plan: what each requires, and how it differs from the one it replaces.
//!
//! * CR27: change = this version − the one it replaces, in all and by programme.

use crate::calculation::{
    Dimension, Fails, FigureKey, Key, Ledger, Number, PROGRAMME, Term, Test, YEAR, column, figures, findings,
    run_formulas, run_tests,
};
use crate::plan::Table;
use crate::quantity::InOrder;

const VERSION: Dimension = Dimension::Row(Table::PlanVersion);
const TABLE_3: &str = "Arden Cluster System Plan, l. 947-958";
const REFRESHED: &str = "Arden Cluster System Plan, l. 949";

figures! {
    /// A cumulative requirement of a version of the plan.
    REQUIREMENT: money("version.{}.requirement.{}", "{}: cumulative requirement, {}", [VERSION, YEAR])
        by("CR27", "the amount that the plan gives", TABLE_3)
        { VersionFigure [version, year] if (programme empty) = amount }
    /// The sum of the cumulative figures of a version, as the plan prints it.
    REQUIREMENT_TOTAL: money("version.{}.requirement", "{}: sum of the cumulative requirements", [VERSION])
        by("CR27", "the sum of the years", TABLE_3)
        { sum of REQUIREMENT [0] }
    /// The change from the version that is replaced.
    REQUIREMENT_CHANGE: money("version.{}.change.{}", "{}: change of the cumulative requirement, {}", [VERSION, YEAR])
        by("CR27", "this version − the one it replaces", TABLE_3)
        { VersionFigure [version, year] if (programme empty) = amount - {Term::FigureOf(&REQUIREMENT, &[
            Key::Through(column!(VersionFigure, version), column!(PlanVersion, replaces)),
            Key::Column(column!(VersionFigure, year)),
        ])} }
    /// The change over all years.
    REQUIREMENT_CHANGE_TOTAL: money("version.{}.change", "{}: change over all years", [VERSION])
        by("CR27", "the sum of the years", TABLE_3)
        { sum of REQUIREMENT_CHANGE [0] }
    /// A cumulative requirement of one programme.
    REQUIREMENT_OF: money("version.{}.requirement.{}.{}", "{}: cumulative requirement of {}, {}", [VERSION, PROGRAMME, YEAR])
        by("CR27", "the amount that the plan gives", REFRESHED)
        { VersionFigure [version, programme, year] = amount }
    /// The change of one programme from the version that is replaced.
    REQUIREMENT_CHANGE_OF: money("version.{}.change.{}.{}", "{}: change of the cumulative requirement of {}, {}", [VERSION, PROGRAMME, YEAR])
        by("CR27", "this version − the one it replaces; a programme that is new or gone counts as nothing in the other", REFRESHED)
    /// The requirements of the programmes of a version.
    REQUIREMENT_BY_PROGRAMME: money("version.{}.programmes.{}", "{}: cumulative requirements of its programmes, {}", [VERSION, YEAR])
        by("CR27", "the sum of the programmes", REFRESHED)
        { sum of REQUIREMENT_OF [0, 2] }
    /// How they differ from the requirement of the version.
    REQUIREMENT_UNEXPLAINED: money("version.{}.programmes-difference.{}", "{}: requirements of its programmes less that of the plan, {}", [VERSION, YEAR])
        by("CR27", "the sum of the programmes − the requirement", REFRESHED)
        { from REQUIREMENT_BY_PROGRAMME [0, 1] = {Term::Each} - [REQUIREMENT] }
}

findings! {
    /// The programmes of a version of the plan are not its total.
    VERSION_PROGRAMMES_DIFFER: warning(
        "version-programmes-differ",
        "Give every programme of the version, or correct its total."
    )
}

const TESTS: &[Test] =
    &[Test::of(&REQUIREMENT_UNEXPLAINED, Fails::Differs(Term::NOTHING), &VERSION_PROGRAMMES_DIFFER, "not")];

/// Computes the versions of the plan.
pub fn run(ledger: &mut Ledger<'_>) {
    run_formulas(ledger, FORMULAS);
    changes_by_programme(ledger);
    run_tests(ledger, TESTS);
}

/// The change of each programme from the version that is replaced, in the years for which both versions give
/// programmes. A programme that is new had nothing before, and one that is gone has nothing now.
fn changes_by_programme(ledger: &mut Ledger<'_>) {
    let all = ledger.all(&REQUIREMENT_OF);
    let of = |version: u32| {
        let from = all.partition_point(|(key, _)| key.index.get(0) < version);
        let rows = all.get(from..).unwrap_or_default();
        rows.get(..rows.partition_point(|(key, _)| key.index.get(0) == version)).unwrap_or_default()
    };
    let place = |key: &FigureKey| [key.index.get(1), key.index.get(2)];
    for (row, version) in ledger.plan.plan_versions.iter() {
        let Some(replaces) = version.replaces().filter(|replaces| replaces.index() != row.index()) else { continue };
        let (new, old) = (of(row.index()), of(replaces.index()));
        let years = |rows: &[(FigureKey, Number)]| {
            let mut years: Vec<u32> = rows.iter().map(|(key, _)| key.index.get(2)).collect();
            years.order_by(Ord::cmp);
            years.dedup();
            years
        };
        let (new_years, old_years) = (years(new), years(old));
        let mut places: Vec<[u32; 2]> = new.iter().chain(old).map(|(key, _)| place(key)).collect();
        places.order_by(Ord::cmp);
        places.dedup();
        for [programme, year] in places {
            if new_years.binary_search(&year).is_err() || old_years.binary_search(&year).is_err() {
                continue;
            }
            let amount = |rows: &[(FigureKey, Number)]| {
                let at = rows.binary_search_by(|(key, _)| place(key).cmp(&[programme, year])).ok()?;
                rows.get(at).map(|(_, amount)| *amount)
            };
            let [amount, before] = [new, old].map(|rows| amount(rows).unwrap_or_else(Number::nothing));
            ledger.publish(&REQUIREMENT_CHANGE_OF, [row.index(), programme, year], amount.minus(&before));
        }
    }
}
