//! Trackers that say of each scheme of which division, directorate or cost centre it is: their rows are schemes.

use crate::support::{Computed, loaded, plan_row, rows_of, sheet, to_look_at};
use one_plan_model::plan::Table;

#[test]
fn a_division_beside_the_name_of_a_scheme_is_no_line() {
    for division in ["Division", "Directorate", "Care group", "Cost centre", "Service line"] {
        let headings = format!(
            "CIP Ref|Scheme name|{division}|Pay/Non-pay|Annual plan £000|YTD plan £000|YTD actual £000|YTD variance £000|FOT £000"
        );
        let rows = [
            headings.as_str(),
            "C1|Agency|Surgery|Pay|100|50|40|-10|80",
            "C2|Medicines|Medicine|Non Pay|200|100|110|10|220",
            "C3|Private patients|Surgery|Income|60|30|30|0|60",
            "|Total|||360|180|180|0|360",
        ];
        let loaded = loaded("tracker.xlsx", sheet("CIP 2026-27 M6", &rows));
        assert_eq!(to_look_at(&loaded), Vec::<String>::new());
        let columns = ["id", "name", "programme", "kind", "gross"];
        assert_eq!(plan_row(&loaded, "schemes", 0, &columns), "c1 | Agency | surgery | pay | 100", "{division}");
        assert_eq!(plan_row(&loaded, "monitored_lines", 0, &["name", "kind", "scheme"]), "Agency | saving | c1");
        let text = loaded.report.text();
        assert!(text.contains(&format!("\"{division}\" is read as the programme")), "{text}");
        assert!(!text.contains("with the other sign"), "{text}");
        // 10 less saved than planned is adverse, whether it is pay or not.
        let computed = Computed::of(&loaded);
        assert_eq!(computed.line("c1"), ["50000", "40000", "-10000", "80000"]);
        assert!(computed.printed().iter().all(|verdict| verdict.ends_with("exact")), "{:?}", computed.printed());
    }
}

#[test]
fn what_else_is_said_of_a_scheme_is_kept() {
    // "Project" alone may also be what is spent on one: here the other columns say that it saves.
    let rows = [
        "No|Project|Directorate|Workstream|Start date|Recurrent?|FYE £|PYE 26/27 £|Status|Risk (H/M/L)",
        "1|Bank staff|Surgery|Workforce|Jul-26|Recurrent|120000|90000|Fully developed|H",
    ];
    let loaded = loaded("list.xlsx", sheet("CIP list", &rows));
    let columns = ["name", "programme", "start", "recurrent", "full_year_effect", "gross", "risk", "development"];
    assert_eq!(
        plan_row(&loaded, "schemes", 0, &columns),
        "Bank staff | workforce | 2026-07 | yes | 120000 | 90000 | high | fully-developed"
    );
    // Its programme is another column: the directorate has no place in a plan, and that is said.
    assert!(loaded.report.text().contains("\"Directorate\" is left alone"), "{}", loaded.report.text());
    assert_eq!(to_look_at(&loaded), Vec::<String>::new());
}

#[test]
fn a_report_of_cost_centres_stays_one() {
    let rows = [
        "Expenditure 2026/27, Month 5, £000",
        "Cost centre|Name|Annual budget|YTD budget|YTD actual|Forecast",
        "A100|Theatres|1200|500|520|1240",
    ];
    let report = loaded("report.xlsx", sheet("Finance", &rows));
    assert_eq!(rows_of(&report, Table::Scheme), 0);
    assert_eq!(plan_row(&report, "monitored_lines", 0, &["kind"]), "expenditure");
    // A project with a cost centre may save or be spent on: that is asked.
    let rows = rows.map(|row| row.replace("|Name|", "|Project|").replace("Expenditure 2026/27", "2026/27"));
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    assert!(loaded("report.xlsx", sheet("Finance", &rows)).plan.is_none());
}
