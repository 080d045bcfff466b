//! The months of a contract, each by its most final figures.
//!
//! A month may be given as an estimate, at flex and at freeze, cell by cell: the most final cell of each
//! column counts, and what is less final only shows what changed. It may be given for all commissioners
//! together or for each: where both are there, the row for all counts, and is held against the others. A row
//! may also hold what the year has brought so far.

use super::{
    ACTIVITY_BILLED, ACTIVITY_TO, BILLED, BILLED_TO, CHALLENGED, CHANGED, ON_ACCOUNT, RELEASED, UPHELD, UPHELD_TO,
    WITHHELD,
};
use crate::calculation::{
    FigureIndex, FigureKind, Finding, FindingKind, Ledger, Number, NumberTotal, findings_of_part, format, summed,
};
use crate::plan::{CellAddress, ContractMonth, FinancialYear, Id, MonthState, NumberCell, NumberType, Row, Table};
use crate::quantity::{Fixed, InOrder, Month, Total};
use crate::rules::common_findings::{FEWER_MONTHS_THAN_OTHERS, MONTH_OUTSIDE_THE_YEAR};
use crate::rules::months_given::{
    Given, MonthsOfYear, counting, cumulative_findings, known, missing_finding, shown_as,
};
use crate::rules::phasing::PartOfYear;
use crate::rules::{odd_digits, odd_months};

findings_of_part! {
    /// The months of a contract are of several years, and the contract does not say which is its own.
    MONTHS_OF_SEVERAL_YEARS: error(
        "months-of-several-years",
        "Give the year of the contract, and a contract for each year."
    )
    /// A month is billed to a commissioner that has no part in the contract.
    BILLED_WITHOUT_A_PART: warning(
        "billed-without-a-part",
        "Correct the commissioner of the month or its contract, or give the commissioner a part of the contract."
    )
    /// In a month the row for all commissioners of a contract is not the sum of the rows of each.
    MONTH_PARTS_DIFFER: warning(
        "month-parts-differ",
        "Correct the row for all commissioners or that of one of them, or give the commissioner that is missing."
    )
}

/// A row of a month, and where it stands.
pub(super) type MonthRow<'a> = (Id<ContractMonth>, Row<'a, ContractMonth>);

/// A column of the months, and the kinds of figure in which it is added up: for a contract, and for each of its
/// commissioners.
struct Column {
    name: &'static str,
    of_contract: &'static FigureKind,
    of_commissioner: Option<&'static FigureKind>,
}

const BILLED_COLUMN: &str = "billed";
const PAID_COLUMN: &str = "paid";
const ACTIVITY_COLUMN: &str = "activity";

const COLUMNS: &[Column] = &[
    Column { name: BILLED_COLUMN, of_contract: &BILLED, of_commissioner: Some(&BILLED_TO) },
    Column { name: "challenged", of_contract: &CHALLENGED, of_commissioner: None },
    Column { name: "upheld", of_contract: &UPHELD, of_commissioner: Some(&UPHELD_TO) },
    Column { name: "withheld", of_contract: &WITHHELD, of_commissioner: None },
    Column { name: "released", of_contract: &RELEASED, of_commissioner: None },
    Column { name: PAID_COLUMN, of_contract: &ON_ACCOUNT, of_commissioner: None },
    Column { name: ACTIVITY_COLUMN, of_contract: &ACTIVITY_BILLED, of_commissioner: Some(&ACTIVITY_TO) },
];

/// The months of one contract that count.
pub(super) struct ContractMonths<'a> {
    /// The contract.
    pub(super) contract: u32,
    /// The year of the contract, or else that of its months.
    pub(super) year: FinancialYear,
    /// The months for which it is known what was billed.
    pub(super) billed: MonthsOfYear,
    /// The months for which it is known what was paid on account.
    pub(super) paid: MonthsOfYear,
    /// Where each commissioner gives months of its own, the last that all of them give: what some give after it says
    /// nothing about the contract.
    until: Option<Month>,
    /// What was billed in each of them, or up to it, for all commissioners.
    pub(super) given: Vec<Given>,
    /// Whether their unit has been asked for.
    unit_is_asked: bool,
    /// The rows, in order of the months.
    pub(super) rows: Vec<MonthRow<'a>>,
}

/// How far a row is from final: nought is final.
fn openness(row: Row<'_, ContractMonth>) -> u32 {
    match row.state() {
        Some(MonthState::Freeze) => 0,
        None => 1,
        Some(MonthState::Flex) => 2,
        Some(MonthState::Estimate) => 3,
    }
}

/// The row for all commissioners names none and comes before those of each.
fn commissioner(row: Row<'_, ContractMonth>) -> Option<u32> {
    row.organisation().map(Id::index)
}

fn is_cumulative(row: Row<'_, ContractMonth>) -> bool {
    row.cumulative() == Some(true)
}

/// Adds up the months of every contract, and says which they are.
pub(super) fn run<'a>(ledger: &mut Ledger<'a>) -> Vec<ContractMonths<'a>> {
    let mut all = rows_by_contract(ledger);
    let mut totals: Vec<Vec<(FigureIndex, Number)>> = COLUMNS.iter().map(|_| Vec::new()).collect();
    let mut parts: Vec<Vec<(FigureIndex, Number)>> = COLUMNS.iter().map(|_| Vec::new()).collect();
    let mut changed = Vec::new();
    for months in &mut all {
        for ((column, totals), parts) in COLUMNS.iter().zip(&mut totals).zip(&mut parts) {
            // What is billed comes first, and says which months the other columns have.
            let known = add_up(ledger, months, column.name, [totals, parts, &mut changed]);
            match column.name {
                BILLED_COLUMN => months.billed = known,
                PAID_COLUMN => months.paid = known,
                _ => {}
            }
        }
    }
    for ((column, totals), parts) in COLUMNS.iter().zip(totals).zip(parts) {
        ledger.add(summed(column.of_contract, totals));
        if let Some(kind) = column.of_commissioner {
            ledger.add(summed(kind, parts));
        }
    }
    ledger.add(summed(&CHANGED, changed));
    all
}

/// The rows of each contract that are in its year.
fn rows_by_contract<'a>(ledger: &mut Ledger<'a>) -> Vec<ContractMonths<'a>> {
    let plan = ledger.plan;
    let mut parts: Vec<[u32; 2]> =
        plan.contract_parts.iter().map(|(_, part)| [part.contract().index(), part.organisation().index()]).collect();
    parts.order_by(Ord::cmp);
    let mut rows: Vec<MonthRow<'a>> = plan.contract_months.iter().collect();
    let order = |row: Row<'_, ContractMonth>| (row.contract().index(), row.month(), is_cumulative(row));
    rows.order_by_key(|(_, row)| (order(*row), commissioner(*row), openness(*row)));
    let mut all = Vec::new();
    for rows in rows.chunk_by(|(_, left), (_, right)| left.contract() == right.contract()) {
        let Some(((first_row, first), (_, last))) = rows.first().zip(rows.last()) else { continue };
        let contract = first.contract().index();
        let given = plan.contracts.get(first.contract()).and_then(|contract| contract.year());
        let of_months = first.month().financial_year();
        if given.is_none() && of_months != last.month().financial_year() {
            let message = format!(
                "{}: its months are of several years, and the contract does not say which is its own: they do not count.",
                plan.title(Table::Contract, contract).unwrap_or_default()
            );
            ledger.report(|| {
                Finding::of(&MONTHS_OF_SEVERAL_YEARS, message).at(Table::Contract, contract, "year").at(
                    Table::ContractMonth,
                    first_row.index(),
                    "month",
                )
            });
            continue;
        }
        let Some(year) = given.or(of_months) else { continue };
        if rows.len() > 1 && rows.iter().all(|(_, month)| month.month().financial_year() != Some(year)) {
            report_none_in_year(ledger, contract, year, rows);
            continue;
        }
        let mut counted = Vec::with_capacity(rows.len());
        for (row, month) in rows {
            if month.month().financial_year() != Some(year) {
                let says = "is not in the year of the contract: it does not count";
                report(ledger, *row, "month", &MONTH_OUTSIDE_THE_YEAR, says);
                continue;
            }
            counted.push((*row, *month));
            let Some(organisation) = month.organisation().map(Id::index) else { continue };
            let first = parts.partition_point(|part| *part < [contract, 0]);
            let divided = parts.get(first).is_some_and(|[of, _]| *of == contract);
            if divided && parts.binary_search(&[contract, organisation]).is_err() {
                let says = "is billed to a commissioner that has no part in it";
                report(ledger, *row, "organisation", &BILLED_WITHOUT_A_PART, says);
            }
        }
        if !counted.is_empty() {
            all.push(ContractMonths {
                contract,
                year,
                billed: MonthsOfYear::default(),
                paid: MonthsOfYear::default(),
                until: None,
                given: Vec::new(),
                unit_is_asked: false,
                rows: counted,
            });
        }
    }
    all
}

/// That no month of a contract is in its year: then it is the year that is wrong, and said once.
fn report_none_in_year(ledger: &mut Ledger<'_>, contract: u32, year: FinancialYear, rows: &[MonthRow<'_>]) {
    let name = ledger.plan.title(Table::Contract, contract).unwrap_or_default();
    let message = format!("None of the {} months of \"{name}\" is in {year}, its year: they do not count.", rows.len());
    let cell = |row: &MonthRow<'_>| CellAddress { table: Table::ContractMonth, row: row.0.index(), column: "month" };
    ledger.report(|| {
        let finding = Finding::of(&MONTH_OUTSIDE_THE_YEAR, message).at(Table::Contract, contract, "year");
        finding.at_cells(rows.iter().map(cell))
    });
}

/// Adds up one column of the months of a contract: for the contract, for each commissioner, and what changed since the
/// first figures. Gives the months that are known.
fn add_up(
    ledger: &mut Ledger<'_>,
    months: &mut ContractMonths<'_>,
    name: &'static str,
    [totals, parts, changed]: [&mut Vec<(FigureIndex, Number)>; 3],
) -> MonthsOfYear {
    let subject = FigureIndex::new([months.contract]);
    // Of the contract: the row for all, or else those of each together.
    let mut of_contract: Vec<Given> = Vec::new();
    let mut of_each: Vec<(u32, Given)> = Vec::new();
    let mut any_for_all = false;
    let same_month = |left: &MonthRow<'_>, right: &MonthRow<'_>| {
        left.1.month() == right.1.month() && is_cumulative(left.1) == is_cumulative(right.1)
    };
    for of_month in months.rows.chunk_by(same_month) {
        let (mut whole, mut each, mut rounding) = (None, NumberTotal::default(), Total::default());
        let mut largest: Option<(Fixed, u32, Given)> = None;
        let mut all_give = true;
        for of_one in of_month.chunk_by(|(_, left), (_, right)| commissioner(*left) == commissioner(*right)) {
            let Some((given, first_figures)) = most_final(of_one, name) else {
                all_give = false;
                lacks(ledger, of_one, name);
                continue;
            };
            if name == BILLED_COLUMN {
                changed.extend(first_figures.map(|first| (subject, given.number.minus(&first))));
            }
            match of_one.first().and_then(|(_, row)| commissioner(*row)) {
                None => whole = Some(given),
                Some(organisation) => {
                    each.add(&given.number);
                    rounding.add_fixed(given.half_unit);
                    // Where what all have together is in doubt, the largest of them is the one to look at.
                    let size = given.number.shown().maximum(given.number.shown().negated());
                    let whose = |of| ledger.plan.identifier(Table::Organisation, of);
                    let is_larger = |(other, of, _): &(Fixed, u32, Given)| {
                        other.cmp(&size).then_with(|| whose(*of).cmp(&whose(organisation))).is_lt()
                    };
                    if largest.as_ref().is_none_or(is_larger) {
                        largest = Some((size, organisation, given));
                    }
                    of_each.push((organisation, given));
                }
            }
        }
        let together =
            largest.map(|(.., largest)| Given { number: each.finish(), half_unit: rounding.finish_fixed(), ..largest });
        if let Some((whole, together)) = whole.zip(together).filter(|_| all_give && ledger.wants_findings()) {
            report_parts(ledger, name, &whole, &together);
        }
        any_for_all |= whole.is_some();
        of_contract.extend(whole.or(together));
    }
    if [BILLED_COLUMN, PAID_COLUMN].contains(&name) {
        let about = format!("{}, {name}", about(ledger, months.contract, None));
        odd_months::report(ledger, &about, months.year, &of_contract);
        // The unit of a row is that of both columns: where one has been asked for it, the other says nothing more.
        months.unit_is_asked |= !months.unit_is_asked && report_another_unit(ledger, months, &about, &of_contract);
        report_digits(ledger, months, &about, &of_contract);
    }
    of_each.order_by_key(|(organisation, given)| (*organisation, given.month, given.cumulative));
    if name == BILLED_COLUMN && !any_for_all {
        months.until = last_of_all(&of_each);
    }
    let in_time = |given: &Given| months.until.is_none_or(|until| given.month <= until);
    of_contract.retain(in_time);
    let mut counted = known(months.year, &of_contract);
    for of_one in of_each.chunk_by(|left, right| left.0 == right.0) {
        let [(organisation, _), ..] = of_one else { continue };
        let given: Vec<Given> = of_one.iter().map(|(_, given)| *given).collect();
        let index = FigureIndex::new([months.contract, *organisation]);
        parts.extend(counting(&given).iter().map(|count| (index, count.number)));
        let of_contract: Vec<Given> = given.iter().copied().filter(in_time).collect();
        if !any_for_all {
            // Without a row for all, each commissioner's months count by themselves.
            totals.extend(counting(&of_contract).iter().map(|count| (subject, count.number)));
        }
        counted = counted.or(known(months.year, &of_contract));
        report_cumulative(ledger, months, name, &given, Some(*organisation));
    }
    if any_for_all {
        totals.extend(counting(&of_contract).iter().map(|given| (subject, given.number)));
        report_cumulative(ledger, months, name, &of_contract, None);
    }
    if name == BILLED_COLUMN {
        report_missing(ledger, months, counted, &of_contract, &of_each);
        months.given = of_contract;
    }
    counted
}

/// The last month that all commissioners give, where they give different ones; nothing where one of them gives only later
/// ones, as what the year has brought up to then.
fn last_of_all(of_each: &[(u32, Given)]) -> Option<Month> {
    let of_commissioners = || of_each.chunk_by(|left, right| left.0 == right.0);
    let until = of_commissioners().filter_map(|of_one| of_one.last().map(|(_, given)| given.month)).min()?;
    let all_have_some = of_commissioners().all(|of_one| of_one.iter().any(|(_, given)| given.month <= until));
    let some_have_more = of_each.iter().any(|(_, given)| until < given.month);
    (all_have_some && some_have_more).then_some(until)
}

/// A month whose cell is empty is one that the sums of its column lack, unless an empty cell says something.
fn lacks(ledger: &mut Ledger<'_>, rows: &[MonthRow<'_>], name: &'static str) {
    let Some((at, row)) = rows.first().filter(|_| Table::ContractMonth.empty_says(name).is_none()) else { return };
    let cell = CellAddress { table: Table::ContractMonth, row: at.index(), column: name };
    let Some(column) = COLUMNS.iter().find(|column| column.name == name) else { return };
    let contract = row.contract().index();
    ledger.lacks(column.of_contract.at([contract]), cell);
    if let Some((kind, organisation)) = column.of_commissioner.zip(row.organisation()) {
        ledger.lacks(kind.at([contract, organisation.index()]), cell);
    }
}

/// The most final number of a month in a column, and the first that was given, where it was given more than once.
fn most_final(rows: &[MonthRow<'_>], name: &'static str) -> Option<(Given, Option<Number>)> {
    let mut of_states = rows.iter().filter_map(|(row, month)| cell(*row, *month, name));
    let first = of_states.next()?;
    Some((first, of_states.next_back().map(|other| other.number)))
}

fn cell(at: Id<ContractMonth>, of: Row<'_, ContractMonth>, column: &'static str) -> Option<Given> {
    fn number<T: NumberType>(cell: NumberCell<T>) -> (Number, Fixed) {
        (Number::cell(cell), cell.half_unit())
    }
    let amount = match column {
        BILLED_COLUMN => of.billed().map(number),
        "challenged" => of.challenged().map(number),
        "upheld" => of.upheld().map(number),
        "withheld" => of.withheld().map(number),
        "released" => of.released().map(number),
        PAID_COLUMN => of.paid().map(number),
        _ => of.activity().map(number),
    };
    amount.map(|(number, half_unit)| Given {
        month: of.month(),
        cumulative: is_cumulative(of),
        number,
        half_unit,
        place: CellAddress { table: Table::ContractMonth, row: at.index(), column },
    })
}

/// A commissioner or all of them, as the words of a finding name them.
fn about(ledger: &Ledger<'_>, contract: u32, organisation: Option<u32>) -> String {
    let title = ledger.plan.title(Table::Contract, contract).unwrap_or_default();
    match organisation.and_then(|organisation| ledger.plan.title(Table::Organisation, organisation)) {
        Some(organisation) => format!("{title}, {organisation}"),
        None => title.to_owned(),
    }
}

fn report_cumulative(
    ledger: &mut Ledger<'_>,
    months: &ContractMonths<'_>,
    name: &'static str,
    given: &[Given],
    organisation: Option<u32>,
) {
    if !ledger.wants_findings() || !given.iter().any(|given| given.cumulative) {
        return;
    }
    let about = format!("{}, {name}", about(ledger, months.contract, organisation));
    for finding in cumulative_findings(months.year, given, &about, shown_as(name != ACTIVITY_COLUMN)) {
        ledger.report(|| finding);
    }
}

/// Reports months that are missing: before the last that is given, and of a commissioner while others have them.
fn report_missing(
    ledger: &mut Ledger<'_>,
    months: &ContractMonths<'_>,
    counted: MonthsOfYear,
    of_contract: &[Given],
    of_each: &[(u32, Given)],
) {
    if !ledger.wants_findings() {
        return;
    }
    let last = of_contract.last().map(|given| given.place);
    if let Some(place) = last.filter(|_| !counted.missing().is_empty()) {
        let about = about(ledger, months.contract, None);
        let what = "what is due to date, and the forecast, stand on the months that are given";
        ledger.report(|| {
            missing_finding(&about, counted.missing(), months.year, what).at(place.table, place.row, "month")
        });
    }
    let given_by = |rows: &[(u32, Given)]| -> Vec<Given> { rows.iter().map(|(_, given)| *given).collect() };
    let of_all = known(months.year, &given_by(of_each)).or(known(months.year, of_contract));
    for of_one in of_each.chunk_by(|left, right| left.0 == right.0) {
        let Some(((organisation, _), (_, last))) = of_one.first().zip(of_one.last()) else { continue };
        let given = given_by(of_one);
        let fewer = of_all.without(known(months.year, &given)).without(counted.missing());
        if fewer.is_empty() {
            continue;
        }
        let about = about(ledger, months.contract, Some(*organisation));
        let until = match months.until {
            Some(until) => format!("; the contract counts up to {}, the last month of all", until.words()),
            None => String::new(),
        };
        let message = format!(
            "{about}: {} is given for others, or for all together, and not for it{until}.",
            fewer.names(months.year)
        );
        ledger.report(|| Finding::of(&FEWER_MONTHS_THAN_OTHERS, message).at(last.place.table, last.place.row, "month"));
    }
}

/// Reports a month whose row for all commissioners is not the sum of those of each.
fn report_parts(ledger: &mut Ledger<'_>, column: &'static str, whole: &Given, parts: &Given) {
    let apart = whole.number.shown().minus(parts.number.shown());
    let apart = apart.maximum(apart.negated());
    if !whole.half_unit.plus(parts.half_unit).is_below(apart) {
        return;
    }
    let shown = |number: &Number| {
        let value = number.shown().value();
        if column == ACTIVITY_COLUMN { format::count(value) } else { format::money(value) }
    };
    let says = format!(
        "gives {} as {} for all commissioners and {} for them one by one: the row for all counts",
        column,
        shown(&whole.number),
        shown(&parts.number)
    );
    let (whole, parts) = (whole.place, [whole, parts].map(|given| given.number.shown().value()));
    let Some(message) = message(ledger, Id::at(whole.row), &says) else { return };
    ledger.report(|| {
        Finding::of(&MONTH_PARTS_DIFFER, message).at(Table::ContractMonth, whole.row, column).between_in(
            CellAddress { table: Table::ContractMonth, row: whole.row, column },
            parts[0],
            parts[1],
        )
    });
}

/// What is said of a month of a contract, after its name.
fn message(ledger: &Ledger<'_>, row: Id<ContractMonth>, says: &str) -> Option<String> {
    let plan = ledger.plan;
    let month = plan.contract_months.get(row)?;
    let contract = plan.title(Table::Contract, month.contract().index()).unwrap_or_default();
    Some(format!("{contract}, {}: the month {says}.", month.month().words()))
}

fn report(
    ledger: &mut Ledger<'_>,
    row: Id<ContractMonth>,
    column: &'static str,
    finding: &'static FindingKind,
    says: &str,
) {
    let Some(message) = message(ledger, row, says) else { return };
    ledger.report(|| Finding::of(finding, message).at(Table::ContractMonth, row.index(), column));
}

/// Months that are in another unit than what the contract is worth or, where it does not say, than what was billed: whether there
/// are any.
fn report_another_unit(ledger: &mut Ledger<'_>, months: &ContractMonths<'_>, about: &str, given: &[Given]) -> bool {
    let Some(contract) = ledger.plan.contracts.get(Id::at(months.contract)) else { return false };
    let sum = |given: &[Given]| {
        let mut total = NumberTotal::default();
        counting(given).iter().for_each(|given| total.add(&given.number));
        total.finish()
    };
    let (expected, planned) = match contract.base().or(contract.value()) {
        Some(worth) => {
            let to_date = known(months.year, given).so_far();
            (PartOfYear::twelfths(to_date).of(&Number::cell(worth)), ("the contract to date", Some(worth.address())))
        }
        // What is billed comes first, and nothing is known before it.
        None if months.given.is_empty() => return false,
        None => (sum(&months.given), ("what was billed", months.given.first().map(|given| given.place))),
    };
    odd_months::report_another_unit(ledger, about, given, [&sum(given), &expected], planned)
}

/// Months that are several times a twelfth of what the contract is worth, and of what other months bring.
fn report_digits(ledger: &mut Ledger<'_>, months: &ContractMonths<'_>, about: &str, given: &[Given]) {
    let contract = ledger.plan.contracts.get(Id::at(months.contract));
    let Some(worth) = contract.and_then(|contract| contract.base().or(contract.value())) else { return };
    let twelfth = Number::cell(worth).over(&Number::months_of_a_year());
    odd_digits::report(ledger, about, months.year, given, |_| twelfth);
}
