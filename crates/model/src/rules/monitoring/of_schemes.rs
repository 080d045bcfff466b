//! Monitored lines that follow a scheme, and are said to be of another programme or organisation than the scheme.

use crate::calculation::{Finding, Ledger, findings_of_part};
use crate::plan::{Id, MonitoredLine, Plan, Row, Scheme, Table};
use crate::rules::schemes::provides;
use crate::rules::whole_and_parts::Organisations;

findings_of_part! {
    /// A monitored line names a scheme of another programme, or of another organisation of the same side. What a provider
    /// saves may be followed by a commissioner, and the other way round.
    LINE_OF_ANOTHER_SCHEME: warning(
        "line-of-another-scheme",
        "Name the scheme that the line follows, or correct its programme or organisation, or those of the scheme."
    )
}

/// Reports each of them.
pub(super) fn report(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    if !ledger.wants_findings() || plan.monitored_lines.is_unused(MonitoredLine::scheme) {
        return;
    }
    let tree = Organisations::of(plan);
    for (at, line) in plan.monitored_lines.iter() {
        let Some(scheme) = line.scheme().and_then(|scheme| plan.schemes.get(scheme)) else { continue };
        let programmes = line.programme().zip(scheme.programme()).filter(|(own, other)| own != other);
        let (column, says) = if let Some((own, other)) = programmes {
            ("programme", [(Table::Programme, own.index()), (Table::Programme, other.index())])
        } else if let Some((own, other)) = organisations(plan, &tree, line, scheme) {
            ("organisation", [(Table::Organisation, own), (Table::Organisation, other)])
        } else {
            continue;
        };
        let [own, other] = says.map(|(table, row)| plan.title(table, row).unwrap_or_default());
        let message = format!(
            "The monitored line \"{}\" is of {own}, and its scheme \"{}\" of {other}.",
            line.name(),
            scheme.name()
        );
        ledger.report(|| {
            let finding = Finding::of(&LINE_OF_ANOTHER_SCHEME, message).at(Table::MonitoredLine, at.index(), column);
            finding.at(Table::MonitoredLine, at.index(), "scheme")
        });
    }
}

/// The organisation of a line and that of its scheme, where they are two providers or two commissioners of which none belongs
/// to the other, and the scheme is not at that of the line either.
fn organisations(
    plan: &Plan,
    tree: &Organisations,
    line: Row<'_, MonitoredLine>,
    scheme: Row<'_, Scheme>,
) -> Option<(u32, u32)> {
    let own = line.organisation()?.index();
    let list = plan.scheme_lists.get(scheme.list()).and_then(|list| list.organisation());
    let others = || [list, scheme.provider(), scheme.coordinator()].into_iter().flatten().map(Id::index);
    let kind = |of: u32| plan.organisations.get(Id::at(of)).and_then(|row| row.kind());
    let buys = |of: u32| kind(of).is_some_and(|kind| kind.commissions());
    let is_of_its_side = |of: &u32| provides(plan, own) && provides(plan, *of) || buys(own) && buys(*of);
    if others().any(|of| tree.are_related(own, of)) {
        return None;
    }
    Some((own, others().find(is_of_its_side)?))
}
