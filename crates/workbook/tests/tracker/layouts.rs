//! Seven trackers of different layouts. Every figure is worked out by hand beside it.

use crate::support::{Computed, loaded, merged, plan_row, row, rows_of, sheet, to_look_at};
use one_plan_model::plan::Table;
use one_plan_workbook::sheet::{Cell, NumberStyle};

#[test]
fn a_board_paper_with_the_year_to_date_and_a_forecast() {
    let rows = [
        "Cost improvement programme 2014/15 - Month 7",
        "Projects|Recurrent Plan £k|In Year Annual Plan £k|Forecast Outturn £k|Forecast Variance £k|Year to Date Plan £k|Year to Date Actual £k|Variance Year to Date £k",
        "Estates|400|300|250|-50|175|150|-25",
        "Agency|1200|900|900|0|525|560|35",
        "Total|1600|1200|1150|-50|700|710|10",
    ];
    let loaded = loaded("board.xlsx", sheet("CIP", &rows));
    assert_eq!(to_look_at(&loaded), Vec::<String>::new());
    let schemes = ["name", "gross", "full_year_effect", "unit"];
    assert_eq!(plan_row(&loaded, "schemes", 0, &schemes), "Estates | 300 | 400 | £000");
    assert_eq!(plan_row(&loaded, "scheme_lists", 0, &["id", "year"]), "cip | 2014/15");
    // Month 7 is October: 150 − 175 = −25; the forecast is that of the tracker, 250.
    let computed = Computed::of(&loaded);
    assert_eq!(computed.line("estates"), ["175000", "150000", "-25000", "250000"]);
    assert_eq!(computed.figure("monitoring.estates.forecast-variance"), "-50000");
    assert_eq!(computed.figure("monitoring.agency.months"), "7");
    assert_eq!(computed.figure("schemes.list.cip.gross"), "1200000");
    assert_eq!(
        computed.printed(),
        [
            "monitoring.agency.forecast-variance: exact",
            "monitoring.agency.variance: exact",
            "monitoring.estates.forecast-variance: exact",
            "monitoring.estates.variance: exact",
        ]
    );
}

/// A tracker of two rows of headings, with the months of plan and actual.
fn of_two_rows() -> [&'static str; 8] {
    [
        "Efficiency plan 2026/27 (£000), position at Month 3",
        "",
        "Ref|Scheme|Workstream|Status|Risk|Recurrent?|Start|Plan||||||||||||Actual||||||||||||YTD|||",
        "|||||||Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Jan|Feb|Mar|Plan|Actual|Variance|Owner",
        "E1|Fewer agency nurses|Workforce|Fully developed|L|R|d:2026-04-01|10|10|10|10|10|10|10|10|10|10|10|10|10|9|8||||||||||30|27|-3|A person",
        "E2|Theatre lists|Planned care|In progress|Amber|NR|Jul-26||||20|20|20|20|20|20|20|20|20|||0||||||||||0|0|0|A person",
        "E3|To be found|Planned care|Unidentified|H|R||||||||||||60|||||||||||||||||",
        "Total|||||||10|10|10|30|30|30|30|30|30|30|90|30|10|9|8||||||||||30|27|-3|",
    ]
}

#[test]
fn two_rows_of_headings_with_the_months_of_plan_and_actual() {
    let two_rows = merged(sheet("Tracker", &of_two_rows()), 2, &[(7, 18), (19, 30), (31, 33)]);
    let loaded = loaded("tracker.xlsx", two_rows);
    // E2 and E3 have no amount for the year: 9 × 20 = 180 and 60 follow from their months, as does 120.
    assert_eq!(to_look_at(&loaded), Vec::<String>::new());
    let columns = ["id", "programme", "gross", "recurrent", "development", "status", "risk", "start"];
    assert_eq!(
        plan_row(&loaded, "schemes", 0, &columns),
        "e1 | workforce | 120 | yes | fully-developed | - | low | 2026-04"
    );
    // "In progress" is said of its plan, for "Fully developed" stands in the same column.
    assert_eq!(
        plan_row(&loaded, "schemes", 1, &columns),
        "e2 | planned-care | 180 | no | in-progress | - | medium | 2026-07"
    );
    assert_eq!(
        plan_row(&loaded, "schemes", 2, &columns),
        "e3 | planned-care | 60 | yes | unidentified | unidentified | high | -"
    );
    assert_eq!(rows_of(&loaded, Table::Programme), 2);
    // 12 months of E1, 9 and June of E2, 1 of E3.
    assert_eq!(rows_of(&loaded, Table::MonitoredMonth), 12 + 10 + 1);
    let computed = Computed::of(&loaded);
    // 10 + 10 + 10 = 30; 10 + 9 + 8 = 27; 27 − 30; 27 + 9 × 10 = 117.
    assert_eq!(computed.line("e1"), ["30000", "27000", "-3000", "117000"]);
    // Nothing is planned before July; 0 came in June; the year brings 9 × 20.
    assert_eq!(computed.line("e2"), ["0", "0", "0", "180000"]);
    assert_eq!(computed.figure("monitoring.e3.forecast"), "60000");
    assert_eq!(
        computed.printed(),
        ["e1.actual-to-date", "e1.plan-to-date", "e1.variance", "e2.actual-to-date", "e2.plan-to-date", "e2.variance"]
            .map(|figure| format!("monitoring.{figure}: exact"))
    );
    assert!(!computed.findings().contains(&"months-do-not-sum"));
    // Each heading is said, with what it is read as.
    let text = loaded.report.text();
    for line in [
        "for 2026/27 (from what stands above its headings), up to month 3, amounts in £000:",
        "T \"Actual | Apr\": the actual of month 1 (April)",
        "AI \"Owner\": who answers for it: left alone, for a plan names no persons",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    // It is said once.
    assert_eq!(text.matches("names no persons").count(), 1, "{text}");
    assert_eq!(loaded.report.json()["mapping"][0]["columns"][7]["field"], "plan-month-1");
}

#[test]
fn what_the_tracker_prints_and_its_months_do_not_say_is_found() {
    let mut rows = of_two_rows().map(str::to_owned);
    // The year so far is 31 where its months are 27, which no rounding explains; the total of May is 10 where its rows are 9.
    rows[4] = rows[4].replace("|30|27|-3|", "|30|31|1|");
    rows[7] = rows[7].replace("|10|9|8|", "|10|10|8|");
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let loaded = loaded("tracker.xlsx", merged(sheet("Tracker", &rows), 2, &[(7, 18), (19, 30), (31, 33)]));
    let said = to_look_at(&loaded);
    assert_eq!(
        said,
        [
            "tracker.xlsx, cell U8: this total of \"Actual | May\" is 10, and the rows above it add up to 9",
            "tracker.xlsx, cell AG8: this total of \"YTD | Actual\" is 27, and the rows above it add up to 31",
            "tracker.xlsx, cell AH8: this total of \"YTD | Variance\" is -3, and the rows above it add up to 1",
        ]
    );
    let computed = Computed::of(&loaded);
    assert_eq!(computed.line("e1")[1], "27000");
    let printed = computed.printed();
    assert!(printed.contains(&"monitoring.e1.actual-to-date: differs".to_owned()), "{printed:?}");
    // The finding leads to the row of the sheet.
    let origins = &loaded.origins[&Table::StatedFigure];
    assert!(origins.iter().flatten().all(|place| place.row == Some(4) || place.row == Some(5)), "{origins:?}");
}

#[test]
fn months_as_dates_in_a_csv_with_a_row_of_units() {
    // No cells are merged in a CSV: what stands over the first month stands over all of them.
    let rows = [
        "Scheme ID;Scheme;Organisation;Planned savings;;;Actual savings;;;FYE;PYE",
        ";;;d:2026-04-01;d:2026-05-01;d:2027-03-01;d:2026-04-01;d:2026-05-01;d:2027-03-01;;",
        ";;;£m;£m;£m;£m;£m;£m;£m;£000",
        "1;Prescribing;North ICB;0.1;0.2;0.3;0.1;(0.05);;1.2;600",
        "2;Continuing care;South Trust;0.25;-;n/a;nil;;;0.5;250",
    ];
    let rows: Vec<String> = rows.iter().map(|row| row.replace(';', "|")).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let loaded = loaded("savings.csv", sheet("savings", &rows));
    assert_eq!(to_look_at(&loaded), Vec::<String>::new());
    // The rows are in £m, as the first amount: 600 under "£000" is 0.6.
    assert_eq!(plan_row(&loaded, "schemes", 0, &["id", "gross", "full_year_effect", "unit"]), "1 | 0.6 | 1.2 | £m");
    assert_eq!(plan_row(&loaded, "scheme_lists", 0, &["year"]), "2026/27");
    assert_eq!(plan_row(&loaded, "organisations", 1, &["id", "name"]), "south-trust | South Trust");
    let computed = Computed::of(&loaded);
    // 0.1 + 0.2 = 0.3; 0.1 − 0.05 = 0.05; the year 0.05 + 0.3.
    assert_eq!(computed.line("1"), ["300000", "50000", "-250000", "350000"]);
    // "nil" is 0 and counts as given; "-" and "n/a" are nothing: 0.25 is planned, 0 came.
    assert_eq!(computed.line("2"), ["250000", "0", "-250000", "0"]);
    assert_eq!(computed.figure("monitoring.organisation.north-icb.2026-27.variance"), "-250000");
    assert!(loaded.report.text().contains("1 cell with \"nil\" is read as 0"), "{}", loaded.report.text());
}

#[test]
fn months_by_number_with_plan_and_actual_beside_them() {
    // The year is that of the file, the month that of the sheet.
    let rows = [
        "CIP Ref|CIP Title|Category|M1 Plan (£)|M1 Actual|M2 Plan|M2 Actual|M03 Plan|M03 Actual|Plan Total|Actual Total|FOT|Comments",
        "C01|Procurement|Non-pay|5,000|4,000|5,000|6,500|5,000||15,000|10,500|16,000|Late start",
        "C02|Rota|Pay|£1,000|£1,000|£1,000||£1,000||£3,000|£1,000||",
        "Sub-total|||6,000|5,000|6,000|6,500|6,000|0|18,000|11,500|16,000|",
    ];
    let mut tracker = sheet("M2 position", &rows);
    tracker.replace(2, 0, Cell::Text("C01".into()));
    let loaded = loaded("CIP_2026-27.xlsx", tracker);
    assert_eq!(
        to_look_at(&loaded),
        [
            "CIP_2026-27.xlsx, cell A3: the reference \"C01\" stands more than once; this row is the scheme \"c01-2\" in the plan"
        ]
    );
    assert_eq!(plan_row(&loaded, "schemes", 0, &["gross", "unit"]), "15,000 | £");
    let computed = Computed::of(&loaded);
    // 5,000 + 5,000; 4,000 + 6,500; + 500; the forecast is that of the tracker.
    assert_eq!(computed.line("c01"), ["10000", "10500", "500", "16000"]);
    // Nothing is given for its second month, and 1,000 to date: that is the year so far, of two months. 1,000 − 2,000 is
    // short; the year 1,000 + 1,000 of month 3.
    assert_eq!(computed.line("c01-2"), ["2000", "1000", "-1000", "2000"]);
    assert_eq!(computed.figure("monitoring.c01-2.months"), "2");
}

#[test]
fn words_of_colours_and_cells_in_pounds() {
    let pounds = |digits: &str| Cell::Number(digits.into(), NumberStyle::CURRENCY);
    let mut rows: Vec<Vec<Cell>> = [
        "QIPP 2013/14|",
        "Note: savings are net of VAT|",
        "Unique Ref|Project Name|Programme|Pay / Non-Pay / Income|Cash releasing Y/N|BRAG|Start date|PYE|FYE|Lead",
        "Q1|Fewer admissions|Urgent care|Non-pay|Y|Blue|April|||",
        "Q2|Referral advice|Planned care|Non pay|N|Green|01/07/2013|||",
        "Q3|Beds|Urgent care|Mixed|Y|Red|tbc|||",
        "Schemes below are not agreed",
        "Q4|Total hip pathway|Planned care|Income generation||Blue|||",
    ]
    .map(row)
    .to_vec();
    for (at, amounts) in
        [(3, ["250000", "300000"]), (4, ["120000.50", "160000"]), (5, ["80000", "80000"]), (7, ["5000", "5000"])]
    {
        rows[at].resize(10, Cell::Empty);
        rows[at][7] = pounds(amounts[0]);
        rows[at][8] = pounds(amounts[1]);
    }
    let loaded = loaded("qipp.xlsx", one_plan_workbook::sheet::Sheet::of_rows("Schemes 1", rows));
    let said = to_look_at(&loaded);
    assert_eq!(said.len(), 4, "{said:#?} {}", loaded.report.text());
    assert!(said.iter().any(|line| line.contains("cell G6: this cannot be used: \"tbc\"")), "{said:#?}");
    for words in
        ["\"Mixed\" means as pay, non-pay or income", "\"Green\" means as the status", "\"Red\" means as the status"]
    {
        assert!(said.iter().any(|line| line.contains(words)), "{words}: {said:#?}");
    }
    let columns = ["id", "status", "class", "kind", "start", "gross", "unit"];
    assert_eq!(plan_row(&loaded, "schemes", 0, &columns), "q1 | made | - | non-pay | 2013-04 | 250000 | £");
    assert_eq!(
        plan_row(&loaded, "schemes", 1, &columns),
        "q2 | - | cost-containment | non-pay | 2013-07 | 120000.50 | £"
    );
    assert_eq!(plan_row(&loaded, "schemes", 3, &columns), "q4 | made | - | income | - | 5000 | £");
    // No column follows them through the year.
    assert_eq!(rows_of(&loaded, Table::MonitoredLine), 0);
    let computed = Computed::of(&loaded);
    // 250,000 + 120,000.50 + 80,000 + 5,000
    assert_eq!(computed.figure("schemes.list.schemes-1.gross"), "455000.5");
    // 250,000 + 120,000.50 of it other than pay; what "Mixed" means must be said.
    assert_eq!(computed.figure("schemes.list.schemes-1.kind.non-pay"), "370000.5");
    assert_eq!(computed.figure("schemes.list.schemes-1.kind.income"), "5000");
    assert_eq!(computed.figure("schemes.list.schemes-1.kind.not-said"), "80000");
    assert_eq!(loaded.report.questions.len(), 3);
}

#[test]
fn at_the_end_of_the_year_with_a_variance_that_is_plan_less_actual() {
    let rows = [
        "|M12 2014/15|||||",
        "Unique Ref|Project Name|POD|Gross Plan (£'000)|Gross Actual (£'000)|Gross Variance (£'000)|Gross Variance (%)",
        "1|Frail elderly|NEL|1,000|900|100|10%",
        "2|Dermatology|OP|500|550|(50)|-10%",
        "Total|||1,500|1,450|50|3%",
    ];
    let loaded = loaded("hf.xlsx", sheet("Sheet1", &rows));
    assert_eq!(to_look_at(&loaded), Vec::<String>::new());
    let computed = Computed::of(&loaded);
    // There is no plan to date: the plan of the year is it, for the year is over. 900 − 1,000.
    assert_eq!(computed.figure("monitoring.1.actual-to-date"), "900000");
    assert_eq!(computed.figure("monitoring.1.forecast-variance"), "-100000");
    assert_eq!(computed.figure("monitoring.2.forecast-variance"), "50000");
    assert_eq!(computed.figure("monitoring.1.plan-to-date"), "1000000");
    assert_eq!(computed.figure("monitoring.1.variance"), "-100000");
    assert_eq!(computed.printed(), ["monitoring.1.variance: exact", "monitoring.2.variance: exact"]);
}

#[test]
fn noughts_of_months_to_come_are_not_what_came() {
    let months = "Apr Plan|May Plan|Jun Plan|Apr Actual|May Actual|Jun Actual";
    let rows = [
        format!("Scheme|Programme|{months}").leak() as &str,
        "Printing|Estates|10|10|10|10|8|0",
        "Energy|Estates|20|20|20|0|15|0",
    ];
    let tracker = |name: &str| loaded("Savings 2026-27 (£000).csv", sheet(name, &rows));
    let mut rows_with_unit = rows.to_vec();
    rows_with_unit.insert(0, "All in £000");
    let of_month_2 = loaded("Savings 2026-27.csv", sheet("Month 2", &rows_with_unit));
    assert_eq!(to_look_at(&of_month_2), Vec::<String>::new());
    // Energy: 20 + 20; 0 + 15, and 20 of June.
    assert_eq!(Computed::of(&of_month_2).line("energy"), ["40000", "15000", "-25000", "35000"]);
    assert!(of_month_2.report.text().contains("2 cells are read as not given yet"));
    // Without a month in the file that is asked.
    let open = loaded("Savings 2026-27.csv", sheet("Sheet1", &rows_with_unit));
    assert_eq!(Computed::of(&open).line("energy"), ["40000", "15000", "-25000", "35000"]);
    assert!(to_look_at(&open)[0].contains("not given yet"), "{:?}", to_look_at(&open));
    assert_eq!(open.report.questions.len(), 1);
    // Nothing says a unit.
    assert!(tracker("Sheet1").plan.is_none());
}

#[test]
fn totals_that_nobody_named_units_of_some_headings_and_cells_that_show_thousands() {
    let rows = [
        "QIPP 2026/27",
        "Scheme|Programme|PYE (£000)|FYE (£m)|YTD M1 Plan (£000)|YTD M1 Actual (£000)",
        "Wards|Beds|100|0.2|8|7",
        "Clinics|Beds|50000|0.1|4|4",
        "||150|0.3|12|11",
        "Beds Total|Beds|150|0.3|12|11",
    ];
    let mut tracker = sheet("QIPP", &rows);
    // 50,000 that the sheet shows as 50, under "£000".
    tracker.replace(3, 2, Cell::Number("50000".into(), NumberStyle { thousands: 1, ..NumberStyle::PLAIN }));
    let of_units = loaded("qipp.xlsx", tracker);
    assert_eq!(rows_of(&of_units, Table::Scheme), 2, "{}", of_units.report.text());
    assert_eq!(plan_row(&of_units, "schemes", 0, &["gross", "full_year_effect", "unit"]), "100 | 200 | £000");
    let computed = Computed::of(&of_units);
    assert_eq!(computed.figure("schemes.list.qipp.gross"), "150000");
    assert_eq!(computed.line("wards")[..3], ["8000", "7000", "-1000"]);
    // One amount without a unit between two units: which is meant is asked.
    let rows = rows.map(|row| row.replace("YTD M1 Actual (£000)", "YTD M1 Actual"));
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let open = loaded("qipp.xlsx", sheet("QIPP", &rows));
    assert!(to_look_at(&open).iter().any(|line| line.contains("or not of all of them")), "{:?}", to_look_at(&open));
}

#[test]
fn what_stands_over_headings_behind_an_empty_row_is_over_them() {
    let heads = "Scheme|RAG|Plan|Actual|Variance|Plan|Forecast|Variance";
    let rows = |between: usize| -> Vec<&'static str> {
        let title = "QIPP report, month 3 of 2026/27";
        let over = "||Year to date (£000)|||Full year (£000)||";
        [title, over]
            .into_iter()
            .chain(vec![""; between])
            .chain([heads, "Urgent care|A|100|80|-20|400|350|-50"])
            .collect()
    };
    for between in 0..=2 {
        let loaded = loaded("t.xlsx", merged(sheet("QIPP", &rows(between)), 1, &[(2, 4), (5, 7)]));
        assert_eq!(plan_row(&loaded, "schemes", 0, &["gross"]), "400", "{between}");
        assert_eq!(Computed::of(&loaded).line("urgent-care"), ["100000", "80000", "-20000", "350000"], "{between}");
    }
}
