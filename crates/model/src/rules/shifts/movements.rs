use crate::plan::{ActivityChange, ActivityEffect, Id, Plan, Row, Scheme};
use crate::quantity::{Decimal, InOrder, Total, Value, absolute, negate};

/// One movement of activity: the rows that are its two sides.
#[derive(Debug)]
pub struct Movement<'a> {
    /// The scheme.
    pub scheme: Id<Scheme>,
    /// The name of the movement within the scheme, where it has several.
    pub name: Option<&'a str>,
    /// The rows, in the order of the table.
    pub rows: Vec<Id<ActivityChange>>,
    /// How much leaves.
    pub leaves: Value,
    /// How much arrives.
    pub arrives: Value,
    /// The cost that is removed where it leaves, where all rows give one.
    pub leaving_cost: Option<Decimal>,
    /// The cost that is added where it arrives, where all rows give one.
    pub arriving_cost: Option<Decimal>,
}

/// Every movement of a plan, in the order of the schemes and then of the first row.
pub fn movements(plan: &Plan) -> Vec<Movement<'_>> {
    let effects = (0..).zip(plan.activity_changes.codes(ActivityChange::effect));
    let moves = effects.filter(|(_, effect)| **effect == ActivityEffect::Moves as u32).map(|(row, _)| Id::at(row));
    let mut moving: Vec<(Id<ActivityChange>, Row<'_, ActivityChange>)> = moves
        .filter_map(|row| Some((row, plan.activity_changes.get(row)?)))
        .filter(|(_, change)| change.activity().is_some())
        .collect();
    // In most plans the rows are grouped already and need no sorting, which compares texts.
    let grouped = moving.is_sorted_by(|left, right| {
        left.1.scheme().index() <= right.1.scheme().index()
            && left.1.movement().is_none()
            && right.1.movement().is_none()
    });
    if !grouped {
        moving.order_by_key(|(_, change)| (change.scheme().index(), change.movement()));
    }
    let same = |left: Row<'_, ActivityChange>, right: Row<'_, ActivityChange>| {
        left.scheme() == right.scheme() && left.movement() == right.movement()
    };
    moving.chunk_by(|left, right| same(left.1, right.1)).filter_map(movement).collect()
}

fn movement<'a>(rows: &[(Id<ActivityChange>, Row<'a, ActivityChange>)]) -> Option<Movement<'a>> {
    let (_, first) = rows.first()?;
    let (mut leaves, mut arrives) = (Total::default(), Total::default());
    let (mut leaving_cost, mut arriving_cost) = (Some(Total::default()), Some(Total::default()));
    for (_, change) in rows {
        let count = change.activity()?.get().number();
        let (activity, cost) = if count.is_sign_negative() {
            (&mut leaves, &mut leaving_cost)
        } else {
            (&mut arrives, &mut arriving_cost)
        };
        activity.add(absolute(count));
        match (change.cost(), cost.as_mut()) {
            (Some(printed), Some(total)) => {
                let pounds = printed.get().pounds();
                total.add(if count.is_sign_negative() { negate(pounds) } else { pounds });
            }
            _ => *cost = None,
        }
    }
    Some(Movement {
        scheme: first.scheme(),
        name: first.movement(),
        rows: rows.iter().map(|(row, _)| *row).collect(),
        leaves: leaves.finish(),
        arrives: arrives.finish(),
        leaving_cost: leaving_cost.and_then(|total| total.finish().ok()),
        arriving_cost: arriving_cost.and_then(|total| total.finish().ok()),
    })
}
