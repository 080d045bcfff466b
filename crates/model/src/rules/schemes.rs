//! Schemes: gross saving, reinvestment and net saving, by scheme and by list.
//!
//! * CR08: net = gross − reinvestment; a list is the sum of its schemes and of its parts.
//! * B10, B33: savings by class; identified and unidentified.
//!
//! A saving is positive and reinvestment is positive spending, so the document's
//! `total = gross + reinvestment` with negative savings is the same thing with the other sign.
//! Source: Surrey l. 985-1025 and l. 823-831.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
//!     "schemes": [
//!         {"id": "a", "name": "A", "list": "plan", "gross": "2,204", "reinvestment": "1,782", "unit": "£000"},
//!         {"id": "b", "name": "B", "list": "plan", "gross": "600", "unit": "£000", "status": "unidentified"}
//!     ]
//! "#);
//! assert_eq!(outcome.text("scheme.a.net"), "422000");
//! assert_eq!(outcome.text("schemes.list.plan.net"), "1022000");
//! assert_eq!(outcome.text("schemes.list.plan.unidentified"), "600000");
//! ```

mod agreement;
mod kinds;
mod nesting;

pub use kinds::files;
pub use kinds::{
    CLASS, GROSS, KINDS, LIST_GROSS, LIST_HIGH, LIST_LOW, LIST_NET, LIST_PROGRAMME, LIST_REINVESTMENT, NET,
    REINVESTMENT, UNIDENTIFIED, UNIDENTIFIED_SHARE,
};

pub(super) use nesting::parts_first;

use crate::calculation::{Ledger, Number, NumberTotal, Series};
use crate::plan::{SchemeClass, SchemeStatus};

/// Computes every scheme and every list.
pub fn run(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let count = plan.schemes.len();
    let programme_count = plan.programmes.len();
    let mut lists: Vec<ListTotals> = vec![ListTotals::new(programme_count); plan.scheme_lists.len()];
    let mut gross_series = Series::with_capacity(&GROSS, count);
    let mut reinvestment_series = Series::with_capacity(&REINVESTMENT, count);
    let mut net_series = Series::with_capacity(&NET, count);
    for (row, scheme) in plan.schemes.iter() {
        let Some(list) = lists.get_mut(scheme.list().position()) else { continue };
        if let Some(low) = scheme.low().or(scheme.gross()) {
            list.low.add(&Number::cell(low));
        }
        if let Some(high) = scheme.high().or(scheme.gross()) {
            list.high.add(&Number::cell(high));
        }
        list.ranged |= scheme.low().is_some() || scheme.high().is_some();
        let Some(printed) = scheme.gross() else { continue };
        let gross = Number::cell(printed);
        let gross = gross_series.push([row.index()], gross);
        let net = match scheme.reinvestment() {
            Some(printed) => {
                let reinvestment = Number::cell(printed);
                let reinvestment = reinvestment_series.push([row.index()], reinvestment);
                list.reinvestment.add(&reinvestment);
                gross.minus(&reinvestment)
            }
            None => gross.because("nothing is reinvested", &[]),
        };
        let net = net_series.push([row.index()], net);
        list.seen = true;
        list.gross.add(&gross);
        list.net.add(&net);
        if let Some(total) = scheme.class().and_then(|class| list.classes.get_mut(class as usize)) {
            total.get_or_insert_default().add(&gross);
        }
        if let Some(total) = scheme.programme().and_then(|programme| list.programmes.get_mut(programme.position())) {
            total.get_or_insert_default().add(&gross);
        }
        if scheme.status() == Some(SchemeStatus::Unidentified) {
            list.unidentified.get_or_insert_default().add(&gross);
        }
    }
    ledger.add(gross_series);
    ledger.add(reinvestment_series);
    ledger.add(net_series);
    publish_lists(ledger, lists);
    if ledger.wants_findings() {
        agreement::compare(ledger);
    }
}

/// The running sums of one list.
#[derive(Clone)]
struct ListTotals {
    seen: bool,
    ranged: bool,
    gross: NumberTotal,
    reinvestment: NumberTotal,
    net: NumberTotal,
    low: NumberTotal,
    high: NumberTotal,
    unidentified: Option<NumberTotal>,
    classes: Vec<Option<NumberTotal>>,
    programmes: Vec<Option<NumberTotal>>,
}

impl ListTotals {
    fn new(programmes: usize) -> Self {
        Self {
            seen: false,
            ranged: false,
            gross: NumberTotal::default(),
            reinvestment: NumberTotal::default(),
            net: NumberTotal::default(),
            low: NumberTotal::default(),
            high: NumberTotal::default(),
            unidentified: None,
            classes: vec![None; SchemeClass::ALL.len()],
            programmes: vec![None; programmes],
        }
    }
}

fn publish_lists(ledger: &mut Ledger<'_>, mut lists: Vec<ListTotals>) {
    for (list, parent) in parts_first(ledger.plan) {
        let Some(totals) = lists.get(list.position()).cloned() else { continue };
        let list = list.index();
        if !totals.seen && !totals.ranged {
            continue;
        }
        let mut above = parent.and_then(|parent| lists.get_mut(parent.position()));
        if let Some(above) = above.as_deref_mut() {
            above.seen |= totals.seen;
            above.ranged |= totals.ranged;
        }
        let (mut low, mut high) = (totals.low.finish(), totals.high.finish());
        if totals.ranged {
            low = ledger.publish(&LIST_LOW, [list], low);
            high = ledger.publish(&LIST_HIGH, [list], high);
        }
        // A list without a range still counts in the range of the list that holds it.
        if let Some(above) = above.as_deref_mut() {
            above.low.add(&low);
            above.high.add(&high);
        }
        if !totals.seen {
            continue;
        }
        let gross = ledger.publish(&LIST_GROSS, [list], totals.gross.finish());
        let reinvestment = ledger.publish(&LIST_REINVESTMENT, [list], totals.reinvestment.finish());
        let net = ledger.publish(&LIST_NET, [list], totals.net.finish());
        if let Some(above) = above.as_deref_mut() {
            above.gross.add(&gross);
            above.reinvestment.add(&reinvestment);
            above.net.add(&net);
        }
        for (class, total) in (0..).zip(totals.classes) {
            let Some(total) = total else { continue };
            let figure = ledger.publish(&CLASS, [list, class], total.finish());
            if let Some(total) = above.as_deref_mut().and_then(|above| above.classes.get_mut(class as usize)) {
                total.get_or_insert_default().add(&figure);
            }
        }
        for (programme, total) in (0..).zip(totals.programmes) {
            let Some(total) = total else { continue };
            let figure = ledger.publish(&LIST_PROGRAMME, [list, programme], total.finish());
            if let Some(total) = above.as_deref_mut().and_then(|above| above.programmes.get_mut(programme as usize)) {
                total.get_or_insert_default().add(&figure);
            }
        }
        if let Some(total) = totals.unidentified {
            let unidentified = ledger.publish(&UNIDENTIFIED, [list], total.finish());
            ledger.publish(&UNIDENTIFIED_SHARE, [list], unidentified.over(&gross));
            if let Some(above) = above {
                above.unidentified.get_or_insert_default().add(&unidentified);
            }
        }
    }
}
