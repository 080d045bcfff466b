use super::data::SheetParameter;
use super::positions::{position, sheet_cell};
use crate::parameters::{ParameterValue, all};
use std::collections::BTreeMap;

/// The parameters that were used, each value once.
#[derive(Default)]
pub(super) struct ParameterList {
    list: Vec<SheetParameter>,
    places: BTreeMap<(&'static str, String, String, Option<crate::plan::CellAddress>), u32>,
}

impl ParameterList {
    /// Where a value stands in the list.
    pub(super) fn position(&mut self, value: &ParameterValue) -> u32 {
        let key = (value.id, value.written.clone(), value.source.clone(), value.cell);
        let next = position(self.list.len());
        let list = &mut self.list;
        *self.places.entry(key).or_insert_with(|| {
            list.push(SheetParameter {
                id: value.id.to_owned(),
                about: value.about.to_owned(),
                number: value.number.normalize().to_string(),
                written: value.written.clone(),
                years: years(value),
                standing: value.standing.word().to_owned(),
                source: value.source.clone(),
                cell: value.cell.map(sheet_cell),
            });
            next
        })
    }

    pub(super) fn finish(self) -> Vec<SheetParameter> {
        self.list
    }
}

/// The years in which a value of the model holds; a plan says its own in its row.
fn years(value: &ParameterValue) -> String {
    if value.cell.is_some() {
        return "as the plan says".to_owned();
    }
    let parameter = all().find(|parameter| parameter.id == value.id);
    let dated = parameter.into_iter().flat_map(|parameter| parameter.values);
    let fits = dated.filter(|dated| dated.value == value.written && dated.source == value.source);
    let years: Vec<String> = fits.map(|dated| dated.years()).collect();
    years.join(" and ")
}
