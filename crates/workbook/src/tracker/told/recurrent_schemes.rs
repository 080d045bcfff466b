//! Whether a scheme is recurrent, where its saving stands in two columns: what of it is recurrent, and what is saved once.

use crate::headings::Field;
use crate::issues::{Effect, Severity};
use crate::tracker::reading::{Reader, SchemeRow};
use one_plan_model::quantity::Decimal;

/// Whether a scheme is recurrent, by what of it is.
pub fn is_recurrent(scheme: &SchemeRow) -> Option<&'static str> {
    let (recurrent, once) = parts(scheme)?;
    match (recurrent.is_zero(), once.is_zero()) {
        (false, true) => Some("yes"),
        (true, false) => Some("no"),
        _ => None,
    }
}

fn parts(scheme: &SchemeRow) -> Option<(Decimal, Decimal)> {
    let of = |field: Field| scheme.number(field);
    if !scheme.has(Field::RecurrentPart) && !scheme.has(Field::NonRecurrentPart) {
        return None;
    }
    Some((of(Field::RecurrentPart).unwrap_or_default(), of(Field::NonRecurrentPart).unwrap_or_default()))
}

impl Reader<'_> {
    /// Says of which schemes the parts cannot be told in one row.
    pub(crate) fn tell_parts(&mut self, schemes: &[SchemeRow]) {
        let mut both: Option<(u32, usize)> = None;
        for scheme in schemes {
            let Some((recurrent, once)) = parts(scheme) else { continue };
            if !recurrent.is_zero() && !once.is_zero() {
                both.get_or_insert((scheme.row, 0)).1 += 1;
            }
        }
        let more = |cells: usize| match cells {
            0 | 1 => String::new(),
            2 => "; one more row is like it".to_owned(),
            cells => format!("; {} more rows are like it", cells - 1),
        };
        if let Some((row, cells)) = both {
            let what = format!(
                "this scheme saves both recurrently and once, which one row of a plan cannot say: whether it is recurrent is not \
                 given{}",
                more(cells)
            );
            let expected = "two rows, one for what is recurrent and one for what is saved once, or nothing";
            self.tell(Severity::Warning, row, Field::RecurrentPart, what, expected, Effect::Used);
        }
    }
}
