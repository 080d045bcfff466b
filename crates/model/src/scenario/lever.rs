//! The levers: what each moves, said over the definitions of the tables and not over any plan.

use crate::plan::{
    ActivityGrowth, ActivityOutlook, BudgetMovement, Choice, Contract, ContractMonth, CquinIndicator, CquinMilestone,
    GrowthDriver, GrowthKind, LeverKind, MediumTermYear, MonthlyActivity, MovementReason, Price, PricePart,
    ProgrammeSaving, ProviderFinance, RiskLevel, RowType, SavingsDelivery, Scheme, SchemeStatus, Table,
};
use crate::quantity::Fixed;

/// What a lever does to a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// It is multiplied by the setting.
    Scaled,
    /// It is what is achieved: multiplied by the setting where higher is better; where lower is better what the setting
    /// lacks of one is added to it, so that 90% of 20 days is 22 days.
    Achieved,
    /// The setting is added to it.
    Added,
    /// The setting is added to it, and an empty cell counts as nothing.
    AddedOrSet,
    /// The word of the setting stands there instead.
    Worded,
}

/// The words of another column for which alone a cell is moved.
#[derive(Clone, Copy, Debug)]
pub struct Only {
    /// The position of the column.
    pub column: u8,
    /// The words, by their position; an empty cell counts where `or_empty` says so.
    pub words: &'static [u32],
    /// Whether rows without a word are moved too.
    pub or_empty: bool,
}

/// One column that a lever moves.
#[derive(Clone, Copy, Debug)]
pub struct Effect {
    /// The table.
    pub table: Table,
    /// The position of the column.
    pub column: u8,
    /// What is done to it.
    pub how: How,
    /// Only for some rows.
    pub only: Option<Only>,
}

impl Effect {
    const fn new(table: Table, column: u8, how: How) -> Self {
        Self { table, column, how, only: None }
    }

    /// The name of the column.
    pub fn column_name(&self) -> &'static str {
        self.table.columns().get(usize::from(self.column)).map_or("", |column| column.name)
    }
}

/// Columns of tables, all moved in one way: a column that the table does not have does not compile.
macro_rules! effects {
    ($how:ident: $($row:ident [$($column:ident),+ $(,)?]),+ $(,)?) => {
        &[$($(Effect::new(<$row as RowType>::TABLE, $row::$column as u8, How::$how)),+),+]
    };
}

const NOT_EFFICIENCY: &[u32] =
    &[GrowthKind::Demographic as u32, GrowthKind::NonDemographic as u32, GrowthKind::Price as u32];

const DELIVERY: &[&[Effect]] = &[
    effects! { Scaled:
        Scheme [gross, low, high, full_year_effect],
        ProgrammeSaving [amount],
        SavingsDelivery [outturn],
        MediumTermYear [commissioner_qipp],
        ProviderFinance [improvement_expected, improvement_forecast],
    },
    &[Effect {
        table: Table::BudgetMovement,
        column: BudgetMovement::amount as u8,
        how: How::Scaled,
        only: Some(Only {
            column: BudgetMovement::reason as u8,
            words: &[MovementReason::Qipp as u32],
            or_empty: false,
        }),
    }],
];
const DELAY: &[&[Effect]] = &[effects! { AddedOrSet: Scheme [delay] }];
const GROWTH: &[&[Effect]] = &[
    effects! { Added: ActivityGrowth [rate], ActivityOutlook [activity_percent, cost_percent] },
    &[Effect {
        table: Table::GrowthDriver,
        column: GrowthDriver::rate as u8,
        how: How::Added,
        only: Some(Only { column: GrowthDriver::kind as u8, words: NOT_EFFICIENCY, or_empty: true }),
    }],
];
const CQUIN: &[&[Effect]] = &[
    effects! { Achieved: CquinIndicator [achieved], CquinMilestone [achieved] },
    effects! { Scaled: Contract [cquin] },
];
const PRICE: &[&[Effect]] = &[effects! { Scaled:
    Price [tariff, best_practice, bed_day_price, local_price],
    PricePart [amount],
    Contract [value, readmissions, emergency, emergency_baseline],
    ContractMonth [billed, challenged, upheld],
    MonthlyActivity [cost],
}];
const OUTTURN: &[&[Effect]] = &[effects! { Scaled:
    Contract [value, readmissions, emergency],
    ContractMonth [activity, billed, challenged, upheld],
    MonthlyActivity [activity, cost],
    Price [activity],
}];
const FORM: &[&[Effect]] = &[effects! { Worded: Contract [form] }];

/// What there is to say of a lever.
#[derive(Clone, Copy, Debug)]
pub struct Lever {
    /// Which it is.
    pub kind: LeverKind,
    /// What it is called.
    pub name: &'static str,
    /// What a setting of it means, in words that go on after the setting.
    pub meaning: &'static str,
    effects: &'static [&'static [Effect]],
    /// The least and the most between which it is looked for, and the swing of a tornado around where it stands, in
    /// millionths.
    pub from: i64,
    /// The most.
    pub to: i64,
    /// How far it swings.
    pub swing: i64,
    /// The smallest step that it has.
    pub step: i64,
}

/// One, in millionths.
pub const ONE: i64 = 1_000_000;

const fn lever(
    kind: LeverKind,
    name: &'static str,
    meaning: &'static str,
    effects: &'static [&'static [Effect]],
) -> Lever {
    Lever { kind, name, meaning, effects, from: 0, to: 2 * ONE, swing: ONE / 10, step: 1 }
}

/// Every lever, in the order of the words of its column.
pub static LEVERS: [Lever; 7] = [
    lever(LeverKind::Delivery, "Delivery of savings", "of the planned savings are delivered", DELIVERY),
    Lever {
        to: 12 * ONE,
        swing: 3 * ONE,
        step: ONE,
        ..lever(LeverKind::Delay, "Delay of schemes", "months later than planned", DELAY)
    },
    Lever {
        from: -ONE / 5,
        to: ONE / 5,
        swing: ONE / 100,
        ..lever(LeverKind::Growth, "Growth", "points are added to each rate of growth", GROWTH)
    },
    lever(LeverKind::Cquin, "CQUIN achievement", "of what is achieved now is achieved", CQUIN),
    lever(LeverKind::Price, "Prices", "of the prices of the plan", PRICE),
    lever(LeverKind::Outturn, "Outturn of activity", "of the activity and its value in the plan", OUTTURN),
    lever(LeverKind::ContractForm, "Form of contract", "is how contracts pay", FORM),
];

impl Lever {
    /// The lever of a kind.
    pub fn of(kind: LeverKind) -> &'static Self {
        let [first, ..] = &LEVERS;
        LEVERS.get(kind as usize).unwrap_or(first)
    }

    /// The columns that it moves.
    pub fn effects(&self) -> impl Iterator<Item = &'static Effect> + use<> {
        self.effects.iter().flat_map(|effects| effects.iter())
    }

    /// Where it leaves the plan as it is, in millionths.
    pub const fn neutral(&self) -> i64 {
        match self.kind {
            LeverKind::Delay | LeverKind::Growth | LeverKind::ContractForm => 0,
            _ => ONE,
        }
    }

    /// Whether it is set by a number.
    pub const fn is_number(&self) -> bool {
        !matches!(self.kind, LeverKind::ContractForm)
    }
}

/// Millionths as a number.
pub fn millionths(number: i64) -> Fixed {
    Fixed::of_digits(number.into(), 6, 0)
}

/// By what a lever may be narrowed: a row of a table, or a word.
#[derive(Clone, Copy, Debug)]
pub enum By {
    /// A row of a table.
    Row(Table),
    /// A word of a choice.
    Word(&'static [Choice]),
}

/// By what levers are narrowed, in the order of the columns of their table.
pub static NARROWED_BY: [(&str, By); 5] = [
    ("programme", By::Row(Table::Programme)),
    ("status", By::Word(SchemeStatus::CHOICES)),
    ("risk", By::Word(RiskLevel::CHOICES)),
    ("contract", By::Row(Table::Contract)),
    ("organisation", By::Row(Table::Organisation)),
];

/// The rows on which a lever acts: those that all fit, each by the position of a row or of a word.
pub type Narrowing = [Option<u32>; NARROWED_BY.len()];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{ColumnKind, ScenarioLever};

    #[test]
    fn each_kind_has_its_lever_and_moves_cells_that_can_be_moved_so() {
        assert_eq!(LEVERS.len(), LeverKind::ALL.len());
        for (kind, lever) in LeverKind::ALL.iter().zip(&LEVERS) {
            assert_eq!(*kind, lever.kind);
            assert_eq!(Lever::of(*kind).name, lever.name);
            for effect in lever.effects() {
                let column = effect.table.columns().get(usize::from(effect.column));
                let fits = column.is_some_and(|column| match effect.how {
                    How::Worded => matches!(column.kind, ColumnKind::Choice(_)),
                    How::AddedOrSet => matches!(column.kind, ColumnKind::Count),
                    How::Added => matches!(column.kind, ColumnKind::Rate),
                    How::Scaled | How::Achieved => column.kind.is_number(),
                });
                assert!(fits, "{} moves {}.{}", lever.name, effect.table.name(), effect.column_name());
            }
        }
    }

    #[test]
    fn levers_are_narrowed_by_the_columns_of_their_table() {
        let columns: Vec<&str> = ScenarioLever::COLUMNS.iter().skip(2).take(5).map(|column| column.name).collect();
        assert_eq!(columns, NARROWED_BY.map(|(name, _)| name));
    }
}
