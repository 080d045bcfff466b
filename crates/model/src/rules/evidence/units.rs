//! What unit a figure has that is worked out from others: checked like dimensions in physics.

use crate::calculation::Unit;
use crate::plan::{DerivedUnit, Operation, TermRole};
use crate::quantity::InOrder;

/// What a number is a number of. A plain number fits to things and to shares; these do not fit to each other.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Measure {
    Money,
    Things,
    Share,
    Plain,
}

impl Measure {
    const fn of(unit: Unit) -> Self {
        match unit {
            Unit::Money => Self::Money,
            Unit::Count => Self::Things,
            Unit::Percent => Self::Share,
            Unit::Number | Unit::Arrows | Unit::Rating => Self::Plain,
        }
    }

    const fn words(self) -> &'static str {
        match self {
            Self::Money => "money",
            Self::Things => "a number of things",
            Self::Share => "a share",
            Self::Plain => "a number",
        }
    }
}

const MONEY: &[DerivedUnit] = &[DerivedUnit::Amount];
const SHARE: &[DerivedUnit] = &[DerivedUnit::Share, DerivedUnit::Number];
const THINGS: &[DerivedUnit] = &[DerivedUnit::Count, DerivedUnit::Number];
const NO_MONEY: &[DerivedUnit] = &[DerivedUnit::Share, DerivedUnit::Count, DerivedUnit::Number];

/// Why a figure cannot be worked out from terms in these units and shown in this one; nothing where it can.
pub(super) fn misfit(operation: Operation, terms: &[(TermRole, Unit)], shown: DerivedUnit) -> Option<String> {
    let measures = |role: TermRole| {
        let of_role = terms.iter().filter(|(of, _)| *of == role);
        of_role.map(|(_, unit)| Measure::of(*unit)).collect::<Vec<Measure>>()
    };
    let (of, less, by) = (measures(TermRole::Of), measures(TermRole::Less), measures(TermRole::By));
    let fitting = match operation {
        Operation::Sum => added(&of).map(same),
        Operation::Difference => added(&[of, less].concat()).map(same),
        Operation::Ratio => added(&of).and_then(|of| Ok(ratio(of, added(&by)?))),
        Operation::Change => added(&[of, by].concat()).map(|_| SHARE),
        Operation::Product => product(&of),
    };
    match fitting {
        Err(why) => Some(why),
        Ok(fitting) if fitting.contains(&shown) => None,
        Ok(fitting) => {
            let words: Vec<&str> = fitting.iter().map(|unit| measure_of(*unit).words()).collect();
            Some(format!(
                "what follows is {}, but it is to be shown as {}",
                words.join(" or "),
                measure_of(shown).words()
            ))
        }
    }
}

const fn measure_of(unit: DerivedUnit) -> Measure {
    match unit {
        DerivedUnit::Amount => Measure::Money,
        DerivedUnit::Count => Measure::Things,
        DerivedUnit::Share => Measure::Share,
        DerivedUnit::Number => Measure::Plain,
    }
}

/// What a sum of some terms is a number of, or why there is none.
fn added(measures: &[Measure]) -> Result<Measure, String> {
    let mut kinds: Vec<Measure> = measures.to_vec();
    kinds.order_by(Ord::cmp);
    kinds.dedup();
    match kinds.as_slice() {
        [one] | [one @ (Measure::Things | Measure::Share), Measure::Plain] => Ok(*one),
        _ => {
            let words: Vec<&str> = kinds.iter().map(|measure| measure.words()).collect();
            Err(format!("{} cannot be added up, taken off or compared", words.join(" and ")))
        }
    }
}

/// The units in which something can be shown as what it is.
const fn same(measure: Measure) -> &'static [DerivedUnit] {
    match measure {
        Measure::Money => MONEY,
        Measure::Things => THINGS,
        Measure::Share => SHARE,
        Measure::Plain => NO_MONEY,
    }
}

const fn ratio(of: Measure, by: Measure) -> &'static [DerivedUnit] {
    match (of, by) {
        (Measure::Money, Measure::Money) | (Measure::Share, _) => SHARE,
        (Measure::Money, _) => MONEY,
        (_, Measure::Money) | (Measure::Things, Measure::Share) => THINGS,
        _ => NO_MONEY,
    }
}

fn product(factors: &[Measure]) -> Result<&'static [DerivedUnit], String> {
    match factors.iter().filter(|factor| **factor == Measure::Money).count() {
        0 if factors.contains(&Measure::Things) => Ok(THINGS),
        0 => Ok(NO_MONEY),
        1 => Ok(MONEY),
        _ => Err("money cannot be multiplied by money".to_owned()),
    }
}
