use crate::plan::{CquinBand, CquinIndicator, CquinMilestone, CquinScheme, Id, Plan, Row};
use crate::quantity::InOrder;

/// What belongs to each indicator, found in one pass over the bands and milestones.
pub struct Parts<'a> {
    /// In the order of the indicators.
    pub of: Vec<PartsOfOne<'a>>,
}

/// The bands and milestones of one indicator, with their rows.
#[derive(Clone, Default)]
pub struct PartsOfOne<'a> {
    /// The bands, in the order of the plan.
    pub bands: Vec<Row<'a, CquinBand>>,
    /// The row of each band.
    pub band_rows: Vec<u32>,
    /// The milestones, in the order of the plan.
    pub milestones: Vec<Row<'a, CquinMilestone>>,
    /// The row of each milestone.
    pub milestone_rows: Vec<u32>,
}

impl<'a> Parts<'a> {
    /// What belongs to each indicator of a plan.
    pub fn of(plan: &'a Plan) -> Self {
        let mut of = vec![PartsOfOne::default(); plan.cquin_indicators.len()];
        for (row, band) in plan.cquin_bands.iter() {
            if let Some(parts) = of.get_mut(band.indicator().position()) {
                parts.bands.push(band);
                parts.band_rows.push(row.index());
            }
        }
        for (row, milestone) in plan.cquin_milestones.iter() {
            if let Some(parts) = of.get_mut(milestone.indicator().position()) {
                parts.milestones.push(milestone);
                parts.milestone_rows.push(row.index());
            }
        }
        Self { of }
    }

    /// What belongs to an indicator; nothing where the plan has no such one.
    pub fn of_one(&self, indicator: Id<CquinIndicator>) -> Option<&PartsOfOne<'a>> {
        self.of.get(indicator.position())
    }
}

/// An indicator with its position.
pub(super) type Member<'a> = (Id<CquinIndicator>, Row<'a, CquinIndicator>);

/// The indicators of each scheme, in the order of their identifiers: who gets the penny that is left over when a value
/// is split does not depend on the order of the rows.
pub(super) fn members(plan: &Plan) -> Vec<Vec<Member<'_>>> {
    let mut members: Vec<Vec<Member<'_>>> = vec![Vec::new(); plan.cquin_schemes.len()];
    for (row, indicator) in plan.cquin_indicators.iter() {
        if let Some(members) = members.get_mut(indicator.scheme().position()) {
            members.push((row, indicator));
        }
    }
    for members in &mut members {
        members.order_by(|left, right| left.1.id().cmp(right.1.id()));
    }
    members
}

/// The schemes of a year that stand for all providers although others of the same year name one: each is the total of
/// those and not one more.
pub fn schemes_of_all_providers(plan: &Plan) -> Vec<bool> {
    let mut with_provider: Vec<u16> = plan
        .cquin_schemes
        .iter()
        .filter(|(_, scheme)| scheme.provider().is_some())
        .map(|(_, scheme)| scheme.year().start())
        .collect();
    with_provider.order_by(Ord::cmp);
    let is_total = |scheme: Row<'_, CquinScheme>| {
        scheme.provider().is_none() && with_provider.binary_search(&scheme.year().start()).is_ok()
    };
    plan.cquin_schemes.iter().map(|(_, scheme)| is_total(scheme)).collect()
}
