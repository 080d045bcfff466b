use crate::plan::{ActivityChange, ActivityEffect, Id, NumberCell, Plan, PointOfDelivery, Row, Scheme, Table};
use crate::quantity::{Count, Fault, Fixed, InOrder, Total};
use crate::rules::activity::changes::CountedChanges;
use crate::rules::activity::units::Units;

/// One movement of activity: the rows that are its two sides.
#[derive(Debug)]
pub struct Movement<'a> {
    /// The scheme.
    pub scheme: Id<Scheme>,
    /// The name of the movement within the scheme, where it has several.
    pub name: Option<&'a str>,
    /// The rows, in the order of the table.
    pub rows: &'a [Id<ActivityChange>],
    /// How much leaves; no number where it is counted in units that are not added.
    pub leaves: Fixed,
    /// How much arrives, in the unit of what leaves; no number where the plan does not say how the one becomes the
    /// other.
    pub arrives: Fixed,
    /// The kind of activity in the unit of which both are counted, where a ratio of the plan was needed for it.
    pub counted_as: Option<Id<PointOfDelivery>>,
    /// The cost that is removed where it leaves, where all rows give one.
    pub leaving_cost: Option<Fixed>,
    /// The cost that is added where it arrives, where all rows give one.
    pub arriving_cost: Option<Fixed>,
}

/// The movements of a plan.
pub(crate) struct Movements<'a> {
    plan: &'a Plan,
    units: &'a Units,
    /// The rows that move activity, those of one movement together.
    rows: Vec<Id<ActivityChange>>,
}

impl<'a> Movements<'a> {
    /// Finds the rows of every movement.
    pub(crate) fn of(plan: &'a Plan, counted: &CountedChanges, units: &'a Units) -> Self {
        let changes = &plan.activity_changes;
        let counts = changes.numbers::<Count>(ActivityChange::activity);
        let effects = (0..).zip(changes.codes(ActivityChange::effect));
        let moves = effects.filter(|(_, effect)| **effect == ActivityEffect::Moves as u32).map(|(row, _)| row);
        let moves = moves.filter(|row| counted.has_activity(*row) && counts.get(*row).is_some());
        let mut moving: Vec<Id<ActivityChange>> = moves.map(Id::at).collect();
        // In most plans the rows are grouped already and need no sorting, which compares texts.
        let schemes = changes.codes(ActivityChange::scheme);
        let scheme = |row: &Id<ActivityChange>| schemes.get(row.position()).copied();
        let grouped = changes.is_unused(ActivityChange::movement) && moving.is_sorted_by_key(scheme);
        if !grouped {
            moving.order_by_key(|row| (scheme(row), changes.get(*row).and_then(Row::<ActivityChange>::movement)));
        }
        Self { plan, units, rows: moving }
    }

    /// Every movement, in the order of the schemes and then of the first row.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Movement<'_>> {
        let same = |left: Id<ActivityChange>, right: Id<ActivityChange>| {
            let about = |row| self.plan.activity_changes.get(row).map(|row| (row.scheme(), row.movement()));
            about(left) == about(right)
        };
        self.rows.chunk_by(move |left, right| same(*left, *right)).filter_map(|rows| self.movement(rows))
    }

    /// What each row of a movement changes.
    fn counts(&self, rows: &[Id<ActivityChange>]) -> impl Iterator<Item = (Row<'_, ActivityChange>, Fixed)> + Clone {
        let row = |row: &Id<ActivityChange>| self.plan.activity_changes.get(*row);
        rows.iter().filter_map(row).filter_map(|row| Some((row, row.activity().map(NumberCell::fixed)?)))
    }

    /// One side of a movement in the unit of a kind of activity, and whether some of it was counted in another; no
    /// number where some of it cannot be counted in it.
    fn side(&self, rows: &[Id<ActivityChange>], leaves: bool, unit: Option<Id<PointOfDelivery>>) -> (Fixed, bool) {
        let mut total = Total::default();
        let mut converted = false;
        for (row, count) in self.counts(rows).filter(|(_, count)| is_on_side(*count, leaves)) {
            let Some(unit) = unit else { continue };
            let Some(conversion) = self.units.conversion(Some(row.scheme()), row.point_of_delivery(), unit) else {
                return (Fixed::fault(Fault::NotGiven), false);
            };
            let count = conversion.value(if leaves { count.negated() } else { count });
            if count.is_fault() {
                return (count, false);
            }
            total.add_fixed(count);
            converted |= conversion.changes();
        }
        (total.finish_fixed(), converted)
    }

    fn movement<'b>(&'b self, rows: &'b [Id<ActivityChange>]) -> Option<Movement<'b>> {
        let first = self.plan.activity_changes.get(*rows.first()?)?;
        // The unit is that of what leaves, or else of what arrives: of the kind whose identifier comes first.
        let unit = |leaves: bool| {
            let of_side = self.counts(rows).filter(|(_, count)| is_on_side(*count, leaves));
            let points = of_side.map(|(row, _)| row.point_of_delivery());
            points.min_by_key(|point| self.plan.identifier(Table::PointOfDelivery, point.index()))
        };
        let counted_as = unit(true).or_else(|| unit(false));
        let (leaves, some) = self.side(rows, true, counted_as);
        let (arrives, others) = self.side(rows, false, counted_as);
        let (mut leaving_cost, mut arriving_cost) = (Some(Total::default()), Some(Total::default()));
        for (row, count) in self.counts(rows) {
            let cost = if count.is_negative() { &mut leaving_cost } else { &mut arriving_cost };
            match (row.cost(), cost.as_mut()) {
                (Some(printed), Some(total)) => {
                    let pounds = printed.fixed();
                    total.add_fixed(if count.is_negative() { pounds.negated() } else { pounds });
                }
                _ => *cost = None,
            }
        }
        let finish = |cost: Option<Total>| cost.map(Total::finish_fixed).filter(|cost| !cost.is_fault());
        Some(Movement {
            scheme: first.scheme(),
            name: first.movement(),
            rows,
            leaves,
            arrives,
            counted_as: counted_as.filter(|_| some || others),
            leaving_cost: finish(leaving_cost),
            arriving_cost: finish(arriving_cost),
        })
    }
}

fn is_on_side(count: Fixed, leaves: bool) -> bool {
    !count.is_zero() && count.is_negative() == leaves
}
