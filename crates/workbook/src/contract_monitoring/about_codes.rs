//! What is said of codes of organisations: which are new, and which may be those of sites.

use super::about_sheets::warning;
use super::found_rows::Facts;
use super::named_rows::NO_SETTING;
use super::telling::{Telling, counted};
use crate::issues::Place;
use one_plan_model::plan::Table;
use one_plan_model::quantity::format;

/// So many codes are named.
const NAMED: usize = 12;
/// A code of a provider has three letters, that of its site two more.
const OF_PROVIDER: usize = 3;

/// Says which rows of tables are made of codes.
pub fn tell(facts: Facts<'_>, place: Place, telling: &mut Telling) {
    let named = facts.named;
    let words = |codes: &[String]| {
        let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
        format::some_of(&codes, NAMED, ", ")
    };
    if !named.new_organisations.is_empty() {
        let what = format!(
            "{} added for the codes of providers and commissioners: {}",
            counted(named.new_organisations.len(), "organisation is", "organisations are"),
            words(&named.new_organisations)
        );
        let expected = "nothing, if each of them is meant as written; or an organisation in a sheet \"organisations\" that has \
                        the code as its id or as another name";
        telling.note(place, Some(Table::Organisation), what, expected);
    }
    if !named.known_organisations.is_empty() {
        let what =
            format!("the codes {} are those of organisations of the other tables", words(&named.known_organisations));
        telling.note(place, Some(Table::Organisation), what, "nothing, if they are the same");
    }
    if named.new_points > 0 {
        let what = counted(
            named.new_points,
            "point of delivery is added for its code",
            "points of delivery are added for their codes",
        );
        telling.note(
            place,
            Some(Table::PointOfDelivery),
            what,
            "nothing; what each of them counts can be said in the plan",
        );
    }
    if named.has_new_setting {
        let what = format!("no column gives the setting of care: activity stands in one setting, \"{NO_SETTING}\"");
        telling.note(place, Some(Table::Setting), what, "nothing, if the plan does not tell settings apart");
    }
    tell_sites(facts, place, telling);
}

/// A provider is given by its own code, or by one that begins with it, such as `RAS00` for `RAS`: neither is changed.
fn tell_sites(facts: Facts<'_>, place: Place, telling: &mut Telling) {
    let codes: Vec<&str> = facts.all.providers.all().collect();
    for code in codes.iter().filter(|code| code.len() > OF_PROVIDER) {
        let Some(parent) = code.get(..OF_PROVIDER) else { continue };
        if let Some(both) = codes.iter().find(|other| other.eq_ignore_ascii_case(parent)) {
            let what = format!(
                "the provider {code} may be {both}, with the code of a site: both occur, and count as two organisations"
            );
            telling.tell(place, warning(what, "one code for each provider, if they are the same"));
        } else if code.get(OF_PROVIDER..) == Some("00") {
            let what =
                format!("the provider {code} may be {parent}, with the code of a site: it is taken as it is written");
            telling.note(place, Some(Table::Organisation), what, "nothing, if that is meant");
        }
    }
}
