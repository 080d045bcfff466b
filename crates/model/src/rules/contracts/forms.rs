//! How each form of contract turns the value of activity into a payment.

use crate::calculation::{Ledger, Number};
use crate::parameters::{GAIN_SHARE, Parameter, VARIABLE_RATE, VOLUME_RATE};
use crate::plan::{Contract, ContractForm, DeadBandReading, Row};

/// What a contract says about its payment, as numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Terms {
    pub(super) form: ContractForm,
    pub(super) reading: DeadBandReading,
    base: Option<Number>,
    above: Option<Number>,
    below: Option<Number>,
    rate: Option<Number>,
    rate_below: Option<Number>,
    target: Option<Number>,
}

impl Terms {
    /// The terms of a contract; an associate has those of the contract that it follows.
    pub(super) fn of(ledger: &Ledger<'_>, contract: Row<'_, Contract>) -> Self {
        let mut rules = contract;
        // A contract may follow one that itself follows another: the last decides. Eight steps end a circle.
        for _ in 0..8 {
            let next = rules.follows().filter(|_| rules.form() == ContractForm::Associate);
            match next.and_then(|next| ledger.plan.contracts.get(next)) {
                Some(next) => rules = next,
                None => break,
            }
        }
        let form = if rules.form() == ContractForm::Associate { ContractForm::PaymentByResults } else { rules.form() };
        let default: Option<&Parameter> = match form {
            ContractForm::CostAndVolume => Some(&VOLUME_RATE),
            ContractForm::GainShare => Some(&GAIN_SHARE),
            ContractForm::AlignedPayment => Some(&VARIABLE_RATE),
            _ => None,
        };
        let default = || default.and_then(|parameter| ledger.parameter(parameter, contract.year()));
        Self {
            form,
            reading: rules.reading().unwrap_or(DeadBandReading::Excess),
            base: contract.base().map(Number::cell),
            above: rules.above().map(Number::cell),
            below: rules.below().map(Number::cell),
            rate: rules.rate().map(Number::cell).or_else(default),
            rate_below: rules.rate_below().map(Number::cell),
            target: contract.target().map(Number::cell),
        }
    }

    /// The payment; `None` where something that the form needs is not given.
    ///
    /// In all forms the payment does not fall when the value rises.
    pub(super) fn payment(&self, value: Option<Number>) -> Option<Number> {
        match self.form {
            ContractForm::Block => self.base,
            ContractForm::PaymentByResults | ContractForm::Associate => value,
            ContractForm::DeadBand => match self.reading {
                DeadBandReading::Excess => self.outside(value?, None),
                DeadBandReading::Whole => self.whole_outside(value?),
            },
            ContractForm::CapAndCollar | ContractForm::FloorAndCeiling => {
                let (base, above, below) = self.band()?;
                Some(value?.maximum(&base.minus(&below)).minimum(&base.plus(&above)))
            }
            ContractForm::Ceiling => Some(value?.minimum(&self.base?.plus(&self.above?))),
            ContractForm::CostAndVolume => self.outside(value?, self.rate),
            ContractForm::GainShare => Some(self.base?.plus(&self.rate?.times(&value?.minus(&self.base?)))),
            ContractForm::CappedExpenditure => Some(value?.minimum(&self.base?)),
            ContractForm::AlignedPayment => {
                let difference = value?.minus(&self.target.or(self.base)?);
                let rate = if difference.is_negative() { self.rate_below.or(self.rate)? } else { self.rate? };
                Some(self.base?.plus(&rate.times(&difference)))
            }
        }
    }

    /// Base, tolerance above, tolerance below.
    fn band(&self) -> Option<(Number, Number, Number)> {
        Some((self.base?, self.above?, self.below.or(self.above)?))
    }

    /// The base, and what lies outside the tolerance, at a rate.
    fn outside(&self, value: Number, rate: Option<Number>) -> Option<Number> {
        let (base, above, below) = self.band()?;
        let nothing = Number::nothing();
        let difference = value.minus(&base);
        let over = difference.minus(&above).maximum(&nothing);
        let under = difference.plus(&below).minimum(&nothing);
        let outside = over.plus(&under);
        Some(base.plus(&rate.map_or(outside, |rate| rate.times(&outside))))
    }

    /// The base within the tolerance, otherwise the value.
    fn whole_outside(&self, value: Number) -> Option<Number> {
        let (base, above, below) = self.band()?;
        let difference = value.minus(&base);
        let over = above.minus(&difference).is_negative();
        let under = difference.plus(&below).is_negative();
        Some(if over || under {
            value.because("outside the tolerance", &[&base, &above, &below])
        } else {
            base.because("within the tolerance", &[&value, &above, &below])
        })
    }
}
