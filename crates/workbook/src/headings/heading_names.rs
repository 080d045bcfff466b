//! The headings that trackers have, as printed in public papers and returns. Only a known heading counts; what is merely
//! like one is left alone and said. Case, blanks, hyphens, years and units do not count: see `Heading`.

use super::field::{Field, MonthKind};
use super::trackers_beside::TrackersBeside;
use crate::cells::key_of;
use std::collections::HashMap;

/// Each field with its headings. A heading of two rows stands here as both, the upper first: `Year to date` over `Plan` is
/// `year to date plan`.
const HEADINGS: &[(Field, &str)] = &[
    (
        Field::Reference,
        "ref, reference, ref no, ref number, reference number, unique ref, unique reference, unique id, \
         id, no, number, scheme ref, scheme reference, scheme id, scheme no, scheme number, \
         scheme code, project ref, project reference, project id, project no, project number, cip ref, \
         cip reference, cip id, cip no, cip number, qipp ref, qipp reference, qipp id, qipp no, \
         qipp number, pid ref, pid number",
    ),
    (
        Field::Name,
        "scheme, schemes, scheme name, scheme title, name of scheme, project, projects, project name, \
         project title, initiative, initiative name, efficiency scheme, efficiency, savings scheme, \
         saving scheme, cip scheme, cip name, cip title, qipp scheme, qipp name, name, title, \
         scheme project, project scheme, income scheme, income schemes, income generation scheme",
    ),
    (
        Field::Line,
        "line, line name, name of line, monitored line, budget line, budget heading, budget area, budget name, \
         cost centre, cost centre name, directorate, division, care group, service line, service area, \
         area of spend, spend area, spend category, expenditure line, expenditure area, expenditure category, \
         expenditure heading, income line, income source, income category, subjective, subjective heading, account name",
    ),
    (
        Field::Year,
        "year, financial year, fy, fin year, year of saving, year of savings, year of plan, saving year, scheme year",
    ),
    (Field::Unit, "unit, units, unit of amounts, unit of money, currency unit"),
    (
        Field::Description,
        "description, scheme description, project description, brief description, detail, details, \
         summary",
    ),
    (
        Field::Programme,
        "programme, programme name, programme area, workstream, workstream name, category, \
         cip category, efficiency category, scheme category, savings category, theme, cip theme, \
         programme workstream, programme category, workstream category, qipp programme, cip programme, \
         efficiency programme",
    ),
    (
        Field::Organisation,
        "organisation, organisation name, org, provider, provider name, trust, trust name, \
         commissioner, ccg, pct, icb, place, lead organisation, system partner, partner",
    ),
    (
        Field::Owner,
        "owner, scheme owner, project owner, lead, scheme lead, project lead, programme lead, sro, \
         senior responsible owner, executive lead, exec lead, executive sponsor, exec sponsor, \
         responsible officer, accountable officer, responsible manager, manager, project manager, \
         finance lead, operational lead, clinical lead, delivery lead",
    ),
    (
        Field::Recurrent,
        "recurrent, recurring, rec, recurrent non recurrent, recurrent or non recurrent, \
         recurring non recurring, rec non rec, r nr, rec nr, recurrent y n, recurrency, recurrence",
    ),
    (
        Field::NonRecurrentPart,
        "non recurrent, non recurring, non rec, nonrecurrent saving, non recurrent savings, non recurrent plan, nr saving, nr savings, \
         one off, one off saving, one off savings",
    ),
    (
        Field::RecurrentPart,
        "recurrent saving, recurrent savings, recurring saving, recurring savings, rec saving, rec savings",
    ),
    (
        Field::Kind,
        "pay non pay income, pay non pay, pay or non pay, expenditure type, spend type, type of spend, \
         type of expenditure, saving type, savings type, type of saving, kind of saving, income pay non pay, \
         pay income non pay, pay non pay or income, pay non pay income generation, kind",
    ),
    (
        Field::CashReleasing,
        "cash releasing, cash releasing y n, cash releasing non cash releasing, cash non cash, \
         cashable, cashable non cashable, cr ncr, cash releasing saving, cash releasing savings",
    ),
    (
        Field::Status,
        "status, scheme status, project status, development status, plan status, delivery status, \
         current status, stage, scheme stage, stage of development, maturity, scheme maturity, brag, \
         brag status, brag rating",
    ),
    (
        Field::Risk,
        "risk, risk rating, risk level, risk status, risk rag, rag, rag rating, rag status, \
         delivery risk, delivery rag, risk of delivery, risk of non delivery, risk h m l, \
         risk high medium low, financial risk, financial rag",
    ),
    (
        Field::Start,
        "start, start date, start month, scheme start, scheme start date, project start date, go live, \
         go live date, planned start, planned start date, implementation date, date of implementation",
    ),
    (Field::End, "end, end date, end month, finish, finish date, scheme end date, project end date"),
    (
        Field::FullYearEffect,
        "full year effect, fye, fye plan, plan fye, full year effect plan, plan full year effect, \
         full year saving, full year savings, full year value, annual effect, recurrent plan, \
         recurrent full year effect, full year effect fye",
    ),
    (
        Field::PlanOfYear,
        "part year effect, pye, pye plan, plan pye, part year effect pye, part year effect plan, \
         plan part year effect, in year effect, in year saving, in year savings, in year plan, \
         in year value, in year annual plan, annual plan, annual target, annual saving, plan annual, \
         plan, plan total, total plan, plan full year, full year plan, plan year, year plan, \
         plan of the year, plan for year, plan for the year, current year plan, fy plan, plan fy, fy budget, budget fy, \
         fy target, target fy, fy saving, fy savings, current plan, revised plan, latest plan, updated plan, approved plan, \
         agreed plan, original plan, opening plan, initial plan, submitted plan, net saving, net savings, net benefit, annual budget, budget annual, \
         full year budget, budget full year, budget of the year, budget for the year, total budget, in year budget, target, target saving, \
         target savings, savings target, planned saving, planned savings, planned value, plan value, \
         gross plan, gross saving, gross savings, gross, gross qipp, gross cip, gross efficiency, gross efficiencies, \
         net qipp, net cip, net efficiency, net efficiencies, saving, savings, value",
    ),
    (
        Field::Reinvestment,
        "reinvestment, reinvested, investment, investment required, reinvestment plan, investment plan, \
         reinvestment required, cost to deliver, costs to deliver, cost of delivery",
    ),
    (
        Field::PlanToDate,
        "ytd plan, plan ytd, year to date plan, plan year to date, plan to date, cumulative plan, \
         plan cumulative, ytd budget, budget ytd, year to date budget, budget year to date, budget to date, \
         cumulative budget, ytd bud, bud ytd, cum plan, cum budget, ytd target, target ytd, year to date target, ytd planned, planned to date",
    ),
    (
        Field::ActualToDate,
        "ytd actual, actual ytd, ytd actuals, actuals ytd, year to date actual, actual year to date, \
         year to date actuals, actual to date, actuals to date, cumulative actual, actual cumulative, \
         actual total, total actual, ytd spend, spend ytd, spend to date, year to date spend, ytd expenditure, expenditure to date, \
         year to date expenditure, ytd income, income to date, year to date income, ytd delivered, delivered to date, ytd delivery, delivery ytd, \
         ytd achieved, achieved to date, savings to date, gross actual, actual, actuals, \
         ytd act, act ytd, year to date act, act year to date, act to date, cumulative act, cum act, cum actual, act, act total, total act",
    ),
    (
        Field::VarianceToDate,
        "ytd variance, variance ytd, year to date variance, variance year to date, variance to date, \
         cumulative variance, variance, gross variance, ytd var, variance total",
    ),
    (
        Field::Forecast,
        "forecast, forecast outturn, fot, year end forecast, forecast year end, full year forecast, \
         forecast full year, forecast total, total forecast, outturn forecast, forecast saving, \
         forecast savings, forecast spend, forecast expenditure, forecast income, annual forecast, forecast annual, projected outturn, expected outturn, \
         forecast actual, forecast outturn actual, fcst, fcast, fct, fcst outturn, outturn fcst, fcst total, total fcst, fcst o t, \
         full year fcst, fcst full year, year end fcst, fcst year end, annual fcst, fy fcst, fcst fy, fy forecast, forecast fy",
    ),
    (
        Field::ForecastVariance,
        "forecast variance, variance forecast, forecast outturn variance, fot variance, \
         year end variance, full year variance, forecast year end variance, annual variance, \
         variance annual",
    ),
];

/// What stands over the columns of months, or beside the name of one.
const OF_MONTHS: &[(MonthKind, &str)] = &[
    (
        MonthKind::Plan,
        "plan, plans, planned, monthly plan, plan by month, plan profile, planned profile, \
         profiled plan, phased plan, plan phasing, phasing, profile, plan in month, in month plan, \
         planned saving, planned savings, target, monthly target, plan monthly, savings plan",
    ),
    (
        MonthKind::Actual,
        "actual, actuals, monthly actual, monthly actuals, actual by month, actuals by month, \
         actual in month, in month actual, actual saving, actual savings, savings achieved, achieved, \
         delivered, actual delivery, actual delivered, delivery, monthly delivery, actual monthly, \
         savings delivered, act, acts, act in month, in month act, monthly act",
    ),
    (
        MonthKind::Forecast,
        "forecast, forecasts, forecast at, forecast as at, monthly forecast, forecast by month, forecast in month, \
         in month forecast, forecast saving, forecast savings, projected, forecast monthly, \
         forecast delivery, fcst, fcast, fct, fcst in month, in month fcst, monthly fcst",
    ),
];

/// The keys of names that stand with commas between them.
fn keys_in(names: &str) -> impl Iterator<Item = String> + '_ {
    names.split(',').map(key_of)
}

/// The headings, found by their keys.
#[derive(Debug)]
pub struct HeadingNames {
    fields: HashMap<String, Field>,
    months: HashMap<String, MonthKind>,
    /// Whether a name and an amount are enough for a tracker: where a sheet stands alone it is no summary of another.
    pub are_two_enough: bool,
    /// The trackers of schemes that stand in the same files.
    pub beside: TrackersBeside,
}

impl Default for HeadingNames {
    fn default() -> Self {
        let fields = HEADINGS.iter().flat_map(|(field, names)| keys_in(names).map(|key| (key, *field)));
        let months = OF_MONTHS.iter().flat_map(|(kind, names)| keys_in(names).map(|key| (key, *kind)));
        Self {
            fields: fields.collect(),
            months: months.collect(),
            are_two_enough: false,
            beside: TrackersBeside::default(),
        }
    }
}

impl HeadingNames {
    /// The field of a heading.
    pub fn field(&self, key: &str) -> Option<Field> {
        self.fields.get(key).copied()
    }

    /// What months hold under, or beside, some words.
    pub fn kind_of_months(&self, key: &str) -> Option<MonthKind> {
        self.months.get(key).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_heading_means_two_things() {
        let mut seen = HashSet::new();
        for key in HEADINGS.iter().flat_map(|(_, names)| keys_in(names)) {
            assert!(!key.is_empty() && seen.insert(key.clone()), "{key}");
        }
        let mut seen = HashSet::new();
        for key in OF_MONTHS.iter().flat_map(|(_, names)| keys_in(names)) {
            assert!(!key.is_empty() && seen.insert(key.clone()), "{key}");
        }
    }
}
