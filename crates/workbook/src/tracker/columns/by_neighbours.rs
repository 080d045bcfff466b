//! What a column holds where that depends on what stands beside it: the saving of a whole year beside that of the year, what is
//! left of a saving beside what is spent for it, and amounts that are called like schemes.

use crate::cells::{Heading, holds_amounts, number_of, numbers_in};
use crate::headings::{Field, MonthKind};
use crate::sheet::Sheet;
use crate::tracker::header::{TrackerColumn, TrackerHeader};
use crate::vocabulary::Follows;
use one_plan_model::quantity::Decimal;

/// What the saving of a whole year is called, where another column is that of the year.
const OF_A_WHOLE_YEAR: [&str; 3] = ["annualsaving", "annualsavings", "annualvalue"];

/// What has come of a saving is called so, where amounts stand below it.
const DELIVERED: [&str; 6] =
    ["delivered", "savingdelivered", "savingsdelivered", "achieved", "savingachieved", "savingsachieved"];

impl TrackerHeader {
    /// Takes columns by what stands beside them.
    pub(crate) fn take_by_neighbours(&mut self, sheet: &Sheet) {
        self.take_amounts_called_like_schemes();
        self.take_delivered(sheet);
        self.take_unit_alone(sheet);
        self.take_in_year(sheet);
        self.take_whole_year();
        self.take_budget(sheet);
        self.turn_what_is_spent(sheet);
        self.turn_gross(sheet);
        self.take_net(sheet);
    }

    /// "Efficiency £m" beside "Scheme" is an amount.
    fn take_amounts_called_like_schemes(&mut self) {
        let is_name = |column: &TrackerColumn| column.field == Some(Field::Name);
        if self.columns.iter().any(|column| is_name(column) && column.unit.is_none()) {
            for column in self.columns.iter_mut().filter(|column| !column.is_said) {
                if is_name(column) && column.words.own_unit().is_some() {
                    column.field = Some(Field::PlanOfYear);
                }
            }
        }
    }

    /// "Delivered" over amounts is what has come, where nothing else is: over words it says whether a scheme is.
    fn take_delivered(&mut self, sheet: &Sheet) {
        let is_known = |column: &TrackerColumn| {
            matches!(column.amount(), Some(Field::ActualToDate | Field::Month(MonthKind::Actual, _)))
        };
        if self.columns.iter().any(is_known) {
            return;
        }
        let first_row = self.first_row;
        let mut delivered = self.columns.iter_mut().filter(|column| {
            column.field.is_none()
                && !column.is_said
                && column.month.is_none()
                && !column.words.is_percent()
                && column.words.over.is_empty()
                && DELIVERED.contains(&column.words.key_of_own().as_str())
                && holds_amounts(sheet, first_row, column.at)
        });
        if let Some(column) = delivered.next() {
            column.field = Some(Field::ActualToDate);
        }
    }

    /// The one column that is headed by a unit alone is what schemes save, where no other amount is there.
    fn take_unit_alone(&mut self, sheet: &Sheet) {
        let names_schemes =
            self.columns.iter().any(|column| column.field == Some(Field::Name)) && Follows::names_schemes(self);
        if !names_schemes || self.columns.iter().any(|column| column.amount().is_some()) {
            return;
        }
        let first_row = self.first_row;
        let mut alone = self.columns.iter_mut().filter(|column| {
            column.field.is_none()
                && !column.is_said
                && column.words.over.is_empty()
                && column.unit.is_some()
                && Heading::of(&column.words.own).key.is_empty()
                && holds_amounts(sheet, first_row, column.at)
        });
        if let (Some(column), None) = (alone.next(), alone.next()) {
            column.field = Some(Field::PlanOfYear);
        }
    }

    /// "In year" and "Full year" beside one another are the saving of the year and that of a whole one.
    fn take_in_year(&mut self, sheet: &Sheet) {
        if !Follows::names_schemes(self) || self.columns.iter().any(|column| column.amount().is_some()) {
            return;
        }
        let first_row = self.first_row;
        let only = |words: &[&str]| {
            let mut called = self.columns.iter().filter(|column| {
                column.field.is_none()
                    && !column.is_said
                    && column.words.over.is_empty()
                    && words.contains(&column.words.key_of_own().as_str())
                    && holds_amounts(sheet, first_row, column.at)
            });
            called.next().map(|column| column.at).filter(|_| called.next().is_none())
        };
        let Some((in_year, full_year)) = only(&["inyear", "partyear"]).zip(only(&["fullyear", "wholeyear"])) else {
            return;
        };
        for column in &mut self.columns {
            if column.at == in_year {
                column.field = Some(Field::PlanOfYear);
            } else if column.at == full_year {
                column.field = Some(Field::FullYearEffect);
            }
        }
    }

    /// "Annual saving" beside "In year saving" is the full-year effect.
    fn take_whole_year(&mut self) {
        let is_of_the_year = |column: &TrackerColumn| {
            let key = column.words.key_of_own();
            column.field == Some(Field::PlanOfYear)
                && ["inyear", "partyear", "pye"].iter().any(|word| key.contains(word))
        };
        if self.has(Field::FullYearEffect) || !self.columns.iter().any(is_of_the_year) {
            return;
        }
        for column in self.columns.iter_mut().filter(|column| !column.is_said) {
            if OF_A_WHOLE_YEAR.contains(&column.words.key_of_own().as_str()) {
                column.field = Some(Field::FullYearEffect);
            }
        }
    }

    /// "Budget" beside "YTD budget" is that of the year where it is nowhere less: that of a month would be.
    fn take_budget(&mut self, sheet: &Sheet) {
        let to_date =
            self.columns.iter().find(|column| column.field == Some(Field::PlanToDate)).map(|column| column.at);
        let Some(to_date) = to_date.filter(|_| !self.has(Field::PlanOfYear)) else { return };
        let first_row = self.first_row;
        let is_of_year = |at: u32| {
            let both = sheet.rows().filter(|(row, _)| *row >= first_row).filter_map(|(row, _)| {
                Some((number_of(sheet.cell(row, at))?.abs(), number_of(sheet.cell(row, to_date))?.abs()))
            });
            let both: Vec<_> = both.collect();
            both.iter().all(|(whole, part)| whole >= part) && both.iter().any(|(whole, part)| whole > part)
        };
        let is_bare = |column: &&mut TrackerColumn| {
            column.field.is_none() && !column.is_said && column.words.key_of_own() == "budget" && is_of_year(column.at)
        };
        if let Some(column) = self.columns.iter_mut().find(is_bare) {
            column.field = Some(Field::PlanOfYear);
        }
    }

    /// What is spent is positive in a plan; where every amount of it has a minus, the saving is given less what is spent.
    fn turn_what_is_spent(&mut self, sheet: &Sheet) {
        let first_row = self.first_row;
        for column in self.columns.iter_mut().filter(|column| column.field == Some(Field::Reinvestment)) {
            let numbers = || numbers_in(sheet, first_row, column.at).filter(|number| !number.is_zero());
            column.is_turned = numbers().next().is_some() && numbers().all(|number| number.is_sign_negative());
        }
    }

    /// A saving is given with a minus where what is left of it after what is spent is given so too: -500 and 100 are -400.
    fn turn_gross(&mut self, sheet: &Sheet) {
        let is_net = |column: &TrackerColumn| column.words.key_of_own().starts_with("net");
        let plan = |wanted: bool| {
            let mut plans = self.columns.iter().filter(|column| column.field == Some(Field::PlanOfYear));
            plans.find(|column| is_net(column) == wanted).map(|column| column.at)
        };
        let spent =
            self.columns.iter().find(|column| column.field == Some(Field::Reinvestment)).map(|column| column.at);
        let (Some(gross), Some(spent), Some(net)) = (plan(false), spent, plan(true)) else { return };
        let number = |row: u32, at: u32| number_of(sheet.cell(row, at));
        let rows = sheet.rows().map(|(row, _)| row).filter(|row| *row >= self.first_row);
        let amounts = rows
            .filter_map(|row| Some((number(row, gross)?, number(row, spent).unwrap_or_default(), number(row, net)?)));
        let amounts: Vec<_> = amounts.collect();
        let is_so = |(gross, spent, net): &(Decimal, Decimal, Decimal)| {
            *gross <= Decimal::ZERO && *spent >= Decimal::ZERO && gross.checked_add(*spent) == Some(*net)
        };
        let is_any_spent = amounts.iter().any(|(gross, spent, _)| !gross.is_zero() && !spent.is_zero());
        if !is_any_spent || !amounts.iter().all(is_so) {
            return;
        }
        for column in self.columns.iter_mut().filter(|column| column.field == Some(Field::PlanOfYear)) {
            column.is_turned = true;
        }
    }

    /// "Net saving" is the plan where nothing else is; with what is spent for it, it is the gross saving.
    fn take_net(&mut self, sheet: &Sheet) {
        let is_net = |column: &TrackerColumn| column.words.key_of_own().starts_with("net");
        let mut plans = self.columns.iter().filter(|column| column.field == Some(Field::PlanOfYear));
        let (Some(net), None) = (plans.next().filter(|column| is_net(column)).map(|column| column.at), plans.next())
        else {
            return;
        };
        let first_row = self.first_row;
        let spent = self.columns.iter().find(|column| column.field == Some(Field::Reinvestment)).cloned();
        let Some(spent) = spent else { return };
        // What is given with both signs may be added or taken off.
        let mut numbers = numbers_in(sheet, first_row, spent.at);
        if !spent.is_turned && numbers.any(|number| number.is_sign_negative() && !number.is_zero()) {
            return;
        }
        if let Some(column) = self.columns.iter_mut().find(|column| column.at == net) {
            column.added = vec![spent];
        }
    }
}
