use super::number::{Number, NumberTotal, Printed};
use super::plain::Plain;
use super::{CellAddress, FigureKey};
use crate::parameters::ParameterValue;
use crate::quantity::{Decimal, Fault, Value};
use std::rc::Rc;

/// A number that remembers how it came about.
#[derive(Clone, Debug)]
pub struct Traced(Rc<Node>);

#[derive(Debug)]
struct Node {
    value: Plain,
    reason: Reason,
}

/// How a traced number came about.
#[derive(Debug)]
pub enum Reason {
    /// It stands in a cell of the plan; with half a unit of its last printed place.
    Cell(CellAddress, Decimal),
    /// It is part of the rule itself.
    Constant(&'static str),
    /// It is a dated parameter.
    Parameter(ParameterValue),
    /// It is a figure that has its own explanation.
    Figure(FigureKey),
    /// There is none.
    Fault(Fault),
    /// The sum of its parts.
    Sum(Vec<Traced>),
    /// The first less the second.
    Difference(Traced, Traced),
    /// The product of two.
    Product(Traced, Traced),
    /// The first divided by the second.
    Quotient(Traced, Traced),
    /// With the other sign.
    Negation(Traced),
    /// The smaller of two.
    Minimum(Traced, Traced),
    /// The larger of two.
    Maximum(Traced, Traced),
    /// Rounded half away from zero to so many places.
    Rounded(Traced, u32),
    /// One part of a whole that is split by weights, by the largest remainder.
    Part {
        /// What is split.
        whole: Traced,
        /// The weights.
        weights: Rc<[Traced]>,
        /// Which part it is.
        position: usize,
        /// To how many places.
        places: u32,
    },
    /// Chosen by the rule, for a reason.
    Chosen {
        /// What was chosen.
        number: Traced,
        /// Why.
        words: &'static str,
        /// What the choice stands on.
        basis: Vec<Traced>,
    },
}

/// A running sum of [`Traced`] numbers.
#[derive(Clone, Debug, Default)]
pub struct TracedTotal(Vec<Traced>);

impl Traced {
    fn new(value: Plain, reason: Reason) -> Self {
        Self(Rc::new(Node { value, reason }))
    }

    /// The value without how it came about.
    pub fn plain(&self) -> Plain {
        self.0.value
    }

    /// How it came about.
    pub fn reason(&self) -> &Reason {
        &self.0.reason
    }

    /// Computes the value again from the recorded reason. Cells, parameters, constants and
    /// other figures are taken from `leaf`.
    ///
    /// This is what a test holds against the plain calculation for every figure.
    pub fn evaluate(&self, leaf: &impl Fn(&Self) -> Value) -> Value {
        let again = |number: &Self| Plain::of(number.evaluate(leaf));
        match self.reason() {
            Reason::Cell(..) | Reason::Constant(_) | Reason::Parameter(_) | Reason::Figure(_) => leaf(self),
            Reason::Fault(fault) => Err(*fault),
            Reason::Sum(parts) => {
                let mut total = super::plain::PlainTotal::default();
                parts.iter().for_each(|part| total.add(&again(part)));
                total.finish().value()
            }
            Reason::Difference(left, right) => again(left).minus(&again(right)).value(),
            Reason::Product(left, right) => again(left).times(&again(right)).value(),
            Reason::Quotient(left, right) => again(left).over(&again(right)).value(),
            Reason::Negation(number) => again(number).negated().value(),
            Reason::Minimum(left, right) => again(left).minimum(&again(right)).value(),
            Reason::Maximum(left, right) => again(left).maximum(&again(right)).value(),
            Reason::Rounded(number, places) => again(number).rounded(*places).value(),
            Reason::Part { whole, weights, position, places } => {
                let weights: Vec<Plain> = weights.iter().map(again).collect();
                again(whole).split(&weights, *places).get(*position).map_or(Err(Fault::NotGiven), |part| part.value())
            }
            Reason::Chosen { number, .. } => number.evaluate(leaf),
        }
    }

    fn combine(&self, other: &Self, result: Plain, reason: fn(Self, Self) -> Reason) -> Self {
        Self::new(result, reason(self.clone(), other.clone()))
    }
}

impl Number for Traced {
    type Total = TracedTotal;

    fn cell(printed: &impl Printed, address: CellAddress) -> Self {
        Self::new(Plain(printed.number()), Reason::Cell(address, printed.half_unit()))
    }
    fn constant(value: Decimal, what: &'static str) -> Self {
        Self::new(Plain::of(Ok(value)), Reason::Constant(what))
    }
    fn parameter(value: &ParameterValue) -> Self {
        Self::new(Plain::of(Ok(value.number)), Reason::Parameter(value.clone()))
    }
    fn fault(fault: Fault) -> Self {
        Self::new(Plain::fault(fault), Reason::Fault(fault))
    }
    fn value(&self) -> Value {
        self.0.value.value()
    }
    fn plus(&self, other: &Self) -> Self {
        let sum = self.plain().plus(&other.plain());
        Self::new(sum, Reason::Sum(vec![self.clone(), other.clone()]))
    }
    fn minus(&self, other: &Self) -> Self {
        self.combine(other, self.plain().minus(&other.plain()), Reason::Difference)
    }
    fn times(&self, other: &Self) -> Self {
        self.combine(other, self.plain().times(&other.plain()), Reason::Product)
    }
    fn over(&self, other: &Self) -> Self {
        self.combine(other, self.plain().over(&other.plain()), Reason::Quotient)
    }
    fn negated(&self) -> Self {
        Self::new(self.plain().negated(), Reason::Negation(self.clone()))
    }
    fn minimum(&self, other: &Self) -> Self {
        self.combine(other, self.plain().minimum(&other.plain()), Reason::Minimum)
    }
    fn maximum(&self, other: &Self) -> Self {
        self.combine(other, self.plain().maximum(&other.plain()), Reason::Maximum)
    }
    fn rounded(&self, places: u32) -> Self {
        Self::new(self.plain().rounded(places), Reason::Rounded(self.clone(), places))
    }
    fn split(&self, weights: &[Self], places: u32) -> Vec<Self> {
        let plain: Vec<Plain> = weights.iter().map(Self::plain).collect();
        let weights: Rc<[Self]> = weights.into();
        let parts = self.plain().split(&plain, places).into_iter().enumerate();
        parts
            .map(|(position, part)| {
                let reason = Reason::Part { whole: self.clone(), weights: Rc::clone(&weights), position, places };
                Self::new(part, reason)
            })
            .collect()
    }
    fn because(self, words: &'static str, basis: &[&Self]) -> Self {
        let basis = basis.iter().map(|number| (*number).clone()).collect();
        Self::new(self.0.value, Reason::Chosen { number: self, words, basis })
    }
    fn named(&self, figure: FigureKey) -> Self {
        Self::new(self.0.value, Reason::Figure(figure))
    }
}

impl NumberTotal<Traced> for TracedTotal {
    fn add(&mut self, number: &Traced) {
        self.0.push(number.clone());
    }
    fn finish(self) -> Traced {
        let mut total = super::plain::PlainTotal::default();
        self.0.iter().for_each(|part| total.add(&part.plain()));
        Traced::new(total.finish(), Reason::Sum(self.0))
    }
}
