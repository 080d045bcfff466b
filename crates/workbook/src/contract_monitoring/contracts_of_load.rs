//! Contracts that the tables of the same load give: what monitoring states of them is not made into another contract.

use crate::cells::year_of;
use crate::tables::TableRows;
use one_plan_model::exchange::GivenRows;
use one_plan_model::plan::Table;
use one_plan_model::quantity::FinancialYear;
use std::collections::HashSet;

/// A contract of a table.
#[derive(Clone, Debug)]
struct GivenContract {
    id: String,
    name: String,
    provider: String,
    host: Option<String>,
    year: Option<FinancialYear>,
    /// The commissioners that have a part of it.
    parts: Vec<String>,
}

/// The contracts of the tables.
#[derive(Clone, Debug, Default)]
pub struct ContractsOfLoad {
    contracts: Vec<GivenContract>,
    with_months: HashSet<String>,
}

/// Where what is stated of a provider, a commissioner and a year belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Belongs {
    /// To a contract that is made of it.
    New,
    /// To a contract that is there.
    To {
        /// Its identifier.
        id: String,
        /// Its name.
        name: String,
        /// Whether its months are those of one of several commissioners.
        is_part: bool,
        /// Whether its months are given already.
        has_months: bool,
    },
    /// There are contracts of the provider and the year, and none of them is known to be the one of the commissioner.
    Unclear(Vec<String>),
}

impl ContractsOfLoad {
    /// Those of the tables that were read.
    pub fn of(tables: &[TableRows], added: &[GivenRows]) -> Self {
        let mut all = Self::default();
        let given = || tables.iter().map(|rows| &rows.given).chain(added);
        for rows in given().filter(|rows| rows.table == Table::Contract) {
            for row in rows_of(rows) {
                let text = |name| cell(rows, row, name);
                let (Some(id), Some(provider)) = (text("id"), text("provider")) else { continue };
                all.contracts.push(GivenContract {
                    name: text("name").unwrap_or_else(|| id.clone()),
                    id,
                    provider,
                    host: text("host"),
                    year: text("year").and_then(|year| FinancialYear::read(&year_of(&year)?).ok()),
                    parts: Vec::new(),
                });
            }
        }
        for rows in given().filter(|rows| rows.table == Table::ContractPart) {
            for row in rows_of(rows) {
                let (Some(of), Some(organisation)) = (cell(rows, row, "contract"), cell(rows, row, "organisation"))
                else {
                    continue;
                };
                let contract = all.contracts.iter_mut().find(|contract| contract.id == of);
                contract.into_iter().for_each(|contract| contract.parts.push(organisation.clone()));
            }
        }
        for rows in given().filter(|rows| rows.table == Table::ContractMonth) {
            all.with_months.extend(rows_of(rows).filter_map(|row| cell(rows, row, "contract")));
        }
        all
    }

    /// The identifiers that are taken.
    pub fn identifiers(&self) -> impl Iterator<Item = &str> {
        self.contracts.iter().map(|contract| contract.id.as_str())
    }

    /// Where what is stated of a provider, a commissioner and a year belongs.
    pub fn belongs(&self, provider: &str, commissioner: &str, year: FinancialYear) -> Belongs {
        let of_provider: Vec<&GivenContract> = self
            .contracts
            .iter()
            .filter(|contract| contract.provider == provider && contract.year.is_none_or(|of| of == year))
            .collect();
        if of_provider.is_empty() {
            return Belongs::New;
        }
        let is_host =
            |contract: &&&GivenContract| contract.host.as_deref() == Some(commissioner) && contract.parts.is_empty();
        let has_part = |contract: &&&GivenContract| contract.parts.iter().any(|part| part == commissioner);
        let own: Vec<&GivenContract> =
            of_provider.iter().filter(|contract| is_host(contract) || has_part(contract)).copied().collect();
        match own.as_slice() {
            [one] => self.to(one, !one.parts.is_empty()),
            // A contract that names no commissioner is one for all of them.
            [] if let [one] = of_provider.as_slice()
                && one.host.is_none()
                && one.parts.is_empty() =>
            {
                self.to(one, true)
            }
            _ => Belongs::Unclear(of_provider.iter().map(|contract| contract.name.clone()).collect()),
        }
    }
}

impl ContractsOfLoad {
    fn to(&self, contract: &GivenContract, is_part: bool) -> Belongs {
        Belongs::To {
            id: contract.id.clone(),
            name: contract.name.clone(),
            is_part,
            has_months: self.with_months.contains(&contract.id),
        }
    }
}

fn rows_of(rows: &GivenRows) -> std::ops::Range<u32> {
    0..u32::try_from(rows.len()).unwrap_or(u32::MAX)
}

fn cell(rows: &GivenRows, row: u32, name: &str) -> Option<String> {
    rows.cell(row, rows.table.column(name)?).map(|text| text.trim().to_owned())
}
