use super::figure_kinds;
use crate::calculation::{FigureKey, FigureKind};
use crate::plan::Plan;
use std::sync::OnceLock;

type ByShape = Vec<((&'static str, usize), Vec<&'static FigureKind>)>;

/// The figure that an identifier names, for example `savings.programme.planned-care.2011-12`;
/// `None` if no rule computes such a figure for this plan.
pub fn resolve(plan: &Plan, id: &str) -> Option<FigureKey> {
    // Kinds by their first word and their number of words: few are left to try.
    static BY_SHAPE: OnceLock<ByShape> = OnceLock::new();
    let by_shape = BY_SHAPE.get_or_init(|| {
        let mut by_shape = ByShape::new();
        for kind in figure_kinds() {
            let shape = shape(kind.id);
            match by_shape.iter_mut().find(|(other, _)| *other == shape) {
                Some((_, kinds)) => kinds.push(kind),
                None => by_shape.push((shape, vec![kind])),
            }
        }
        by_shape
    });
    let wanted = shape(id);
    let (_, kinds) = by_shape.iter().find(|(shape, _)| *shape == wanted)?;
    kinds.iter().find_map(|kind| kind.resolve(plan, id))
}

fn shape(id: &str) -> (&str, usize) {
    (id.split('.').next().unwrap_or_default(), id.split('.').count())
}
