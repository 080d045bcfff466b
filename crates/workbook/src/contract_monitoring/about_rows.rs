//! What is said of the rows of the plan that are made: what follows from a part of a year, and what is left out.

use super::about_sheets::warning;
use super::activity::ActivityMade;
use super::contracts::ContractsMade;
use super::found_rows::Facts;
use super::telling::{Remark, Telling, counted};
use crate::issues::{Effect, Place, Severity};
use one_plan_model::plan::Table;
use one_plan_model::quantity::{Decimal, FinancialYear, format};

/// So many names are named.
const NAMED: usize = 8;

fn money(pounds: Decimal) -> String {
    format::money(Ok(pounds))
}

/// Says what of contracts was made, and what was not.
pub fn tell_contracts(facts: Facts<'_>, made: &ContractsMade, place: Place, telling: &mut Telling) {
    if made.new > 0 {
        let what = format!(
            "{} made, one for each provider, commissioner and year. No file says how it pays. The activity of each adds up the cases of \
             all points of delivery as the files count them",
            counted(made.new, "contract is", "contracts are")
        );
        let expected =
            "the form of each contract in the plan: then it is settled; or a table \"contracts\" in the same load";
        telling.note(place, Some(Table::Contract), what, expected);
    }
    for ((provider, year), (months, price)) in &made.parts_of_year {
        let what = format!(
            "{}: the plan is that of {}, {} in all, and not of the whole year: contracts have no base of it, and months no weights",
            facts.words(*provider, *year),
            months.words(*year),
            money(*price)
        );
        telling.note(
            place,
            Some(Table::Contract),
            what,
            "the plan of all twelve months, such as the indicative activity plan",
        );
    }
    for (_, words, what) in &made.without_weights {
        telling.tell(place, warning(format!("{words}: {what}"), "planned prices that are not below nothing"));
    }
    for (name, price) in &made.attached {
        let planned = match price {
            Some(price) => {
                format!("; its base stays as that table gives it, and the files plan {} for the year", money(*price))
            }
            None => String::new(),
        };
        let what = format!("months are given to \"{name}\", the contract of the other tables{planned}");
        telling.note(place, Some(Table::ContractMonth), what, "nothing, if it is the same contract");
    }
    for name in &made.with_months {
        let what = format!("\"{name}\" has months in the other tables: those of contract monitoring are left out");
        let remark = left_out(Severity::Warning, Table::ContractMonth, name.clone(), what);
        telling.tell(place, Remark { expected: "the months of a contract in one of them", ..remark });
    }
    for ((provider, year), (commissioners, names)) in &made.unclear {
        let codes: Vec<&str> = commissioners.iter().map(|code| facts.all.commissioners.written(*code)).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let what = format!(
            "{}: the other tables have {}, and none of them says that it is the contract of {}: what monitoring states of them makes \
             no contract, for it could count twice",
            facts.words(*provider, *year),
            format::some_of(&names, NAMED, ", "),
            format::some_of(&codes, NAMED, ", ")
        );
        let remark = left_out(Severity::Error, Table::ContractMonth, facts.words(*provider, *year), what);
        let expected = "these commissioners as hosts of a contract, or as parts of one in \"contract_parts\"";
        telling.tell(place, Remark { expected, ..remark });
    }
    if made.noughts > 0 {
        let what = format!(
            "{} stated without a row, by a file that gives the month for others: they brought 0",
            counted(made.noughts, "month of a commissioner is", "months of commissioners are")
        );
        telling.note(place, Some(Table::ContractMonth), what, "nothing, if that is meant");
    }
}

/// Says what of activity was made, and what was not.
pub fn tell_activity(
    facts: Facts<'_>,
    made: &ActivityMade,
    base_year: Option<FinancialYear>,
    place: Place,
    telling: &mut Telling,
) {
    for ((provider, year), months) in &made.partial {
        let what = format!(
            "{}: {} {} not known of all its commissioners: they make no activity of the provider, for they would be too low",
            facts.words(*provider, *year),
            months.words(*year),
            if months.count() == 1 { "is" } else { "are" }
        );
        let remark = left_out(Severity::Warning, Table::MonthlyActivity, facts.words(*provider, *year), what);
        telling.tell(place, Remark { expected: "files of all commissioners for the same months", ..remark });
    }
    for (year, cost) in &made.other_years {
        let Some(base) = base_year else { continue };
        let what = format!(
            "activity of {year}, with a cost of {}, makes no rows: a plan has monthly activity of its base year only, which is {base}",
            money(*cost)
        );
        let remark = left_out(Severity::Warning, Table::MonthlyActivity, year.to_string(), what);
        telling.tell(
            place,
            Remark { expected: "a plan of which this is the base year, if its activity is wanted", ..remark },
        );
    }
    if made.noughts > 0 {
        let what = format!(
            "{} no row in a month that the files give: they brought 0",
            counted(made.noughts, "point of delivery of a provider has", "times a point of delivery of a provider has")
        );
        telling.note(place, Some(Table::MonthlyActivity), what, "nothing, if that is meant");
    }
}

/// Says how many sums have fewer decimal places than what they add up.
pub fn tell_rounded(rounded: usize, place: Place, telling: &mut Telling) {
    if rounded > 0 {
        let what = format!(
            "{} exact, and rounded to the six decimal places that a plan has",
            counted(rounded, "sum is", "sums are")
        );
        telling.note(place, None, what, "nothing, if that is meant");
    }
}

fn left_out(severity: Severity, table: Table, value: String, what: String) -> Remark<'static> {
    Remark { severity, effect: Effect::RowLeftOut, table: Some(table), value, what, expected: "" }
}
