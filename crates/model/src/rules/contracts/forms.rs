//! How each form of contract turns the value of activity into a payment.

use crate::calculation::{Finding, Ledger, Number, findings_of_part};
use crate::parameters::{GAIN_SHARE, Parameter, VARIABLE_RATE, VOLUME_RATE};
use crate::plan::{CellAddress, Contract, ContractForm, DeadBandReading, Id, NumberCell, Plan, Table};
use crate::quantity::{Amount, Fixed};
use crate::rules::phasing::PartOfYear;
use crate::rules::whole_and_parts::Organisations;

/// Which columns of a contract a form reads.
#[derive(Clone, Copy, Debug)]
pub struct FormColumns {
    /// The form.
    pub form: ContractForm,
    /// What it cannot be settled without.
    pub needs: &'static [&'static str],
    /// What else it reads.
    pub may_read: &'static [&'static str],
}

findings_of_part! {
    /// An associate follows a contract with another provider or of another year.
    ASSOCIATE_OF_ANOTHER_CONTRACT: warning(
        "associate-of-another-contract",
        "Name the contract of the host with the same provider in the same year, or correct the provider or the year."
    )
}

const BAND: &[&str] = &["base", "above", "value"];

/// The columns that each form reads. Of an associate it is what it reads of its own row: its band and its rates are
/// those of the contract that it follows, in the proportion of the two bases, so that it needs its base where that has them.
pub const FORM_COLUMNS: &[FormColumns] = &[
    FormColumns { form: ContractForm::PaymentByResults, needs: &["value"], may_read: &[] },
    FormColumns { form: ContractForm::Block, needs: &["base"], may_read: &["value"] },
    FormColumns { form: ContractForm::DeadBand, needs: BAND, may_read: &["below", "reading"] },
    FormColumns { form: ContractForm::CapAndCollar, needs: BAND, may_read: &["below"] },
    FormColumns { form: ContractForm::Ceiling, needs: BAND, may_read: &[] },
    FormColumns { form: ContractForm::FloorAndCeiling, needs: BAND, may_read: &["below"] },
    FormColumns { form: ContractForm::CostAndVolume, needs: BAND, may_read: &["below", "rate"] },
    FormColumns { form: ContractForm::GainShare, needs: &["base", "value"], may_read: &["rate"] },
    FormColumns { form: ContractForm::CappedExpenditure, needs: &["base", "value"], may_read: &[] },
    FormColumns { form: ContractForm::Associate, needs: &["value"], may_read: &["follows", "base", "target"] },
    FormColumns {
        form: ContractForm::AlignedPayment,
        needs: &["base", "value"],
        may_read: &["target", "rate", "rate_below"],
    },
];

/// The columns of a contract that only some forms read.
const OF_SOME_FORMS: &[&str] =
    &["follows", "base", "reading", "above", "below", "rate", "rate_below", "target", "value"];

/// The columns that a form reads.
pub fn columns_of(form: ContractForm) -> Option<&'static FormColumns> {
    FORM_COLUMNS.iter().find(|columns| columns.form == form)
}

/// Why a form does not use what stands in a column; nothing where it does, or where the column is not one for forms.
///
/// ```
/// use one_plan_model::plan::ContractForm;
/// use one_plan_model::rules::contracts::why_not_used;
/// assert_eq!(
///     why_not_used(ContractForm::Block, "target").as_deref(),
///     Some("the form of this contract, block, does not use `target`")
/// );
/// assert_eq!(why_not_used(ContractForm::AlignedPayment, "target"), None);
/// assert_eq!(why_not_used(ContractForm::Block, "cquin"), None);
/// ```
pub fn why_not_used(form: ContractForm, column: &str) -> Option<String> {
    let columns = columns_of(form)?;
    let reads = columns.needs.contains(&column) || columns.may_read.contains(&column);
    let of_forms = OF_SOME_FORMS.contains(&column);
    let name = || form.word().replace('-', " ");
    (of_forms && !reads).then(|| format!("the form of this contract, {}, does not use `{column}`", name()))
}

/// That an associate follows a contract with another provider, or of another year.
pub(super) fn report_other_contracts(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    if !ledger.wants_findings() || plan.contracts.is_unused(Contract::follows) {
        return;
    }
    let tree = Organisations::of(plan);
    for (row, contract) in plan.contracts.iter().filter(|(_, row)| row.form() == Some(ContractForm::Associate)) {
        let Some(host) = contract.follows().and_then(|host| plan.contracts.get(host)) else { continue };
        let years = contract.year().zip(host.year());
        let differs = if !tree.are_related(contract.provider().index(), host.provider().index()) {
            "with another provider".to_owned()
        } else if let Some((_, year)) = years.filter(|(own, of_host)| own != of_host) {
            format!("for {year}")
        } else {
            continue;
        };
        let message =
            format!("\"{}\" is an associate and follows \"{}\", a contract {differs}.", contract.name(), host.name());
        ledger.report(|| {
            Finding::of(&ASSOCIATE_OF_ANOTHER_CONTRACT, message).at(Table::Contract, row.index(), "follows")
        });
    }
}

/// Where the rules of each contract stand: at itself, or for an associate at the last of those that it follows.
/// Nothing stands for a circle of contracts that follow one another.
pub(super) fn rules_of_all(plan: &Plan) -> Vec<Option<u32>> {
    let next = |row: u32| {
        let contract = plan.contracts.get(Id::at(row))?;
        contract.follows().filter(|_| contract.form() == Some(ContractForm::Associate)).map(Id::index)
    };
    // Each row is walked over once: what is on the way gets the end of the way.
    let mut ends: Vec<Option<Option<u32>>> = vec![None; plan.contracts.len()];
    let mut on_way = vec![false; plan.contracts.len()];
    for row in (0_u32..).take(plan.contracts.len()) {
        let (mut way, mut at) = (Vec::new(), row);
        let end = loop {
            if let Some(known) = ends.get(at as usize).copied().flatten() {
                break known;
            }
            let Some(seen) = on_way.get_mut(at as usize).filter(|seen| !**seen) else { break None };
            *seen = true;
            way.push(at);
            match next(at) {
                Some(next) => at = next,
                None => break Some(at),
            }
        };
        for place in way {
            if let Some(known) = ends.get_mut(place as usize) {
                *known = Some(end);
            }
        }
    }
    ends.into_iter().map(Option::flatten).collect()
}

/// What a contract says about its payment, as numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Terms {
    pub(super) form: ContractForm,
    pub(super) reading: DeadBandReading,
    pub(super) base: Option<Number>,
    pub(super) above: Option<Number>,
    pub(super) below: Option<Number>,
    rate: Option<Number>,
    rate_below: Option<Number>,
    pub(super) target: Option<Number>,
}

impl Terms {
    /// The terms of a contract; an associate has those of the contract that it follows. Nothing where the form is not
    /// given.
    pub(super) fn of(ledger: &Ledger<'_>, at: Id<Contract>, rules: Option<u32>) -> Option<Self> {
        let plan = ledger.plan;
        let is_of_another = rules != Some(at.index());
        let (contract, rules) = (plan.contracts.get(at)?, plan.contracts.get(Id::at(rules?))?);
        let form = match rules.form()? {
            ContractForm::Associate => ContractForm::PaymentByResults,
            form => form,
        };
        // The model's own rate is asked for only where a payment stands on it.
        let default = || {
            contract.base()?;
            let parameter: &Parameter = match form {
                ContractForm::CostAndVolume => &VOLUME_RATE,
                ContractForm::GainShare => &GAIN_SHARE,
                ContractForm::AlignedPayment => &VARIABLE_RATE,
                _ => return None,
            };
            let place = CellAddress { table: Table::Contract, row: at.index(), column: "rate" };
            ledger.parameter_at(parameter, contract.year(), Some(place))
        };
        // What is tolerated of the whole of the host is tolerated of the part of an associate in proportion.
        let in_proportion = |amount: Option<NumberCell<Amount>>| {
            let amount = Number::cell(amount?);
            match (contract.base(), rules.base()) {
                (Some(own), Some(whole)) if is_of_another => {
                    Some(amount.times(&Number::cell(own)).over(&Number::cell(whole)))
                }
                _ => Some(amount),
            }
        };
        Some(Self {
            form,
            reading: rules.reading().unwrap_or(DeadBandReading::Excess),
            base: contract.base().map(Number::cell),
            above: in_proportion(rules.above()),
            below: in_proportion(rules.below()),
            rate: rules.rate().map(Number::cell).or_else(default),
            rate_below: rules.rate_below().map(Number::cell),
            target: contract.target().map(Number::cell),
        })
    }

    /// The same for a part of the year: its part of the base, of what is tolerated and of the target. Of an aligned
    /// payment the weights of the months are those of activity: what is paid whatever the activity is paid in twelfths.
    pub(super) fn for_part(&self, part: &PartOfYear, twelfths: &PartOfYear) -> Self {
        let of = |amount: Option<Number>| amount.map(|amount| part.of(&amount));
        let expected = self.target.or(self.base);
        let (base, target) = match (self.form, self.base, expected, self.rate) {
            (ContractForm::AlignedPayment, Some(base), Some(expected), Some(rate)) => {
                let variable = rate.times(&expected);
                (Some(twelfths.of(&base.minus(&variable)).plus(&part.of(&variable))), Some(part.of(&expected)))
            }
            _ => (of(self.base), of(self.target)),
        };
        Self { base, above: of(self.above), below: of(self.below), target, ..*self }
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
            ContractForm::CostAndVolume => self.outside(value?, Some(self.rate?)),
            ContractForm::GainShare => Some(self.base?.plus(&self.rate?.times(&value?.minus(&self.base?)))),
            ContractForm::CappedExpenditure => Some(value?.minimum(&self.base?)),
            ContractForm::AlignedPayment => {
                let difference = value?.minus(&self.target.or(self.base)?);
                let rate = if difference.is_negative() { self.rate_below.or(self.rate)? } else { self.rate? };
                Some(self.base?.plus(&rate.times(&difference)))
            }
        }
    }

    /// What of the value is not paid for, or below nothing what is paid without activity. An aligned payment pays its
    /// base for the activity of its target, so that only what differs from the two can be borne by anybody.
    pub(super) fn borne(&self, value: &Number, payment: &Number) -> Number {
        let apart = value.minus(payment);
        match (self.form, self.base, self.target) {
            (ContractForm::AlignedPayment, Some(base), Some(target)) => apart.minus(&target.minus(&base)),
            _ => apart,
        }
    }

    /// The value below which a form that has such a limit pays otherwise.
    pub(super) fn floor(&self) -> Option<Number> {
        use ContractForm as Form;
        let has_one =
            matches!(self.form, Form::DeadBand | Form::CapAndCollar | Form::FloorAndCeiling | Form::CostAndVolume);
        let (base, _, below) = self.band().filter(|_| has_one)?;
        Some(base.minus(&below))
    }

    /// What an aligned payment pays whatever the activity: its base less its rate of the target.
    pub(super) fn fixed_part(&self) -> Option<Number> {
        let base = self.base.filter(|_| self.form == ContractForm::AlignedPayment)?;
        Some(base.minus(&self.rate?.times(&self.target?)))
    }

    /// The base, and how far above it a form that has a limit there sets it.
    pub(super) fn cap(&self) -> Option<(Number, Number)> {
        let has_one = self.form == ContractForm::Ceiling || self.floor().is_some();
        self.base.zip(self.above).filter(|(base, _)| has_one && Fixed::ZERO.is_below(base.shown()))
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
