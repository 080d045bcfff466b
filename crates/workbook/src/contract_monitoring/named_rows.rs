//! The organisations, points of delivery and the setting that rows of contract monitoring name: those that the same load has,
//! or new ones.

use super::column::Column;
use super::known_rows::KnownRows;
use super::lists::{Lists, SheetAt, Source};
use super::sheet_read::Read;
use super::stated::{AllStated, Stated};
use crate::tables::TableRows;
use one_plan_model::exchange::GivenRows;
use one_plan_model::plan::Table;
use std::collections::BTreeMap;

const PROVIDERS: [Source; 2] = [("id", Some(Column::Provider)), ("name", Some(Column::ProviderName))];
const COMMISSIONERS: [Source; 2] = [("id", Some(Column::Commissioner)), ("name", Some(Column::Commissioner))];
const POINTS: [Source; 2] = [("id", Some(Column::PointOfDelivery)), ("name", Some(Column::PointOfDeliveryName))];
const SETTINGS: [Source; 2] = [("id", None), ("name", None)];

/// What a setting is called that no file gives.
pub const NO_SETTING: &str = "Setting not given (contract monitoring)";
/// What a point of delivery is called where a row has no code.
pub const NO_POINT: &str = "Point of delivery not given";

/// The identifiers of rows, by the numbers of their codes.
#[derive(Clone, Debug, Default)]
pub struct NamedRows {
    /// Of providers: the identifier, and what each is called.
    pub providers: BTreeMap<u32, (String, String)>,
    /// Of commissioners.
    pub commissioners: BTreeMap<u32, (String, String)>,
    /// Of points of delivery.
    pub points: BTreeMap<u32, String>,
    /// Of the one setting.
    pub setting: String,
    /// Whether the setting is new.
    pub has_new_setting: bool,
    /// The codes of organisations that are new.
    pub new_organisations: Vec<String>,
    /// Codes of organisations that the same load has.
    pub known_organisations: Vec<String>,
    /// The codes of points of delivery that are new.
    pub new_points: usize,
}

impl NamedRows {
    /// Those of everything that is stated, and of the tables that the same load has. New ones are added to the lists.
    pub fn of(read: &Read, tables: &[TableRows], added: &[GivenRows], lists: &mut Lists<'_>) -> Self {
        let all = &read.stated;
        let mut named = Self::default();
        let mut organisations = KnownRows::of(Table::Organisation, tables, added);
        for stated in &all.stated {
            let Some(at) = place_of(all, stated) else { continue };
            let (provider, commissioner) = (stated.group.provider, stated.group.commissioner);
            if !named.providers.contains_key(&provider) {
                let code = all.providers.written(provider);
                let row = named.organisation(
                    &mut organisations,
                    code,
                    read.names.provider(provider),
                    (at, &PROVIDERS),
                    lists,
                );
                named.providers.insert(provider, row);
            }
            if !named.commissioners.contains_key(&commissioner) {
                let code = all.commissioners.written(commissioner);
                let row = named.organisation(&mut organisations, code, None, (at, &COMMISSIONERS), lists);
                named.commissioners.insert(commissioner, row);
            }
        }
        named.add_points(read, tables, added, lists);
        let mut settings = KnownRows::of(Table::Setting, tables, added);
        match settings.only().or_else(|| settings.find(NO_SETTING)) {
            Some(setting) => named.setting = setting.to_owned(),
            None => {
                named.setting = settings.make("setting-not-given");
                named.has_new_setting = true;
                let cells = vec![Some(named.setting.clone()), Some(NO_SETTING.to_owned())];
                if let Some(at) = all.stated.first().and_then(|stated| place_of(all, stated)) {
                    lists.push(Table::Setting, &SETTINGS, at, cells);
                }
            }
        }
        named
    }

    /// The identifier of an organisation, and what it is called.
    fn organisation(
        &mut self,
        known: &mut KnownRows,
        code: &str,
        name: Option<&str>,
        (at, columns): ((SheetAt, u32), &[Source]),
        lists: &mut Lists<'_>,
    ) -> (String, String) {
        if let Some(identifier) = known.find(code) {
            // A provider may be a commissioner too: then it was made here.
            if !self.new_organisations.iter().any(|new| new.eq_ignore_ascii_case(code)) {
                self.known_organisations.push(code.to_owned());
            }
            return (identifier.to_owned(), code.to_owned());
        }
        let identifier = known.make(code);
        known.add(code, &identifier);
        let name = name.unwrap_or(code).to_owned();
        self.new_organisations.push(code.to_owned());
        lists.push(Table::Organisation, columns, at, vec![Some(identifier.clone()), Some(name.clone())]);
        (identifier, name)
    }

    fn add_points(&mut self, read: &Read, tables: &[TableRows], added: &[GivenRows], lists: &mut Lists<'_>) {
        let all = &read.stated;
        let mut known = KnownRows::of(Table::PointOfDelivery, tables, added);
        for stated in &all.stated {
            let Some((sheet, _)) = place_of(all, stated) else { continue };
            for (point, sums) in &stated.points {
                if self.points.contains_key(point) {
                    continue;
                }
                let code = all.points.written(*point);
                let words = if code.is_empty() { NO_POINT } else { code };
                let found = known.find(words).map(str::to_owned);
                let identifier = found.unwrap_or_else(|| {
                    let identifier = known.make(words);
                    known.add(words, &identifier);
                    let name = match read.names.point(*point).filter(|_| !code.is_empty()) {
                        Some(name) if !name.eq_ignore_ascii_case(code) => format!("{code} {name}"),
                        _ => words.to_owned(),
                    };
                    self.new_points += 1;
                    let cells = vec![Some(identifier.clone()), Some(name)];
                    lists.push(Table::PointOfDelivery, &POINTS, (sheet, sums.first_row), cells);
                    identifier
                });
                self.points.insert(*point, identifier);
            }
        }
    }
}

/// The sheet and the row in which something is first stated.
pub fn place_of(all: &AllStated, stated: &Stated) -> Option<(SheetAt, u32)> {
    Some((all.statement_of(stated)?.sheet, stated.first_row))
}
