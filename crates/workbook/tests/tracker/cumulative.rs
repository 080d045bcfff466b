//! Months that are told as the year up to each of them.

use crate::support::{Computed, loaded, plan_row, sheet, to_look_at};

const MONTHS: [&str; 12] = ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"];

fn headings(of: &str) -> String {
    MONTHS.map(|month| of.replace("MMM", month)).join("|")
}

fn amounts(each: usize) -> String {
    (1..=12).map(|nth| (nth * each).to_string()).collect::<Vec<_>>().join("|")
}

/// The savings of the list, the plan to date and what is to be looked at, with actuals of the first three months.
fn read(title: &str, over: &str, months: &str, below: &[&str]) -> (String, [String; 4], Vec<String>) {
    let head = format!("Ref|Scheme|{}|YTD M3 actual", headings(months));
    let one = format!("1|Agency|{}|25", amounts(10));
    let two = format!("2|Drugs|{}|65", amounts(20));
    let rows = [&[title, over, &head, &one, &two], below].concat();
    let loaded = loaded("t.xlsx", sheet("CIP", &rows));
    let computed = Computed::of(&loaded);
    assert_eq!(plan_row(&loaded, "schemes", 0, &["name"]), "Agency");
    (computed.figure("schemes.list.cip.gross"), computed.line("1"), to_look_at(&loaded))
}

#[test]
fn months_are_cumulative_where_headings_a_title_or_a_total_say_so() {
    let total = format!("Total cumulative||{}|90", amounts(30));
    for (title, over, months, below) in [
        ("CIP 2026/27 £000", "", "MMM cum plan", vec![]),
        ("CIP 2026/27 £000", "||Cumulative plan", "MMM", vec![]),
        ("CIP 2026/27 £000 (all months are cumulative year to date)", "", "MMM plan", vec![]),
        ("CIP 2026/27 £000", "", "MMM plan", vec![total.as_str()]),
    ] {
        let (gross, line, said) = read(title, over, months, &below);
        assert_eq!(said, Vec::<String>::new(), "{title} {over} {months}");
        assert_eq!(gross, "360000", "{title} {over} {months}");
        assert_eq!(line.each_ref().map(String::as_str)[..3], ["30000", "25000", "-5000"], "{title} {over} {months}");
    }
}

#[test]
fn months_are_months_where_nothing_says_so_or_the_amounts_do_not_fit() {
    assert_eq!(read("CIP 2026/27 £000", "", "MMM plan", &[]).0, "2340000");
    assert_eq!(read("CIP 2026/27 £000, in-month and cumulative", "", "MMM plan", &[]).0, "2340000");
    // A row goes back.
    let third = format!("3|Estates|{}|", ["5"; 11].join("|") + "|1");
    assert_eq!(read("CIP 2026/27 £000, cumulative", "", "MMM plan", &[&third]).0, "2396000");
    // The total runs on, and its months do not.
    let running = ["30", "90", "180", "300", "450", "630", "840", "1080", "1350", "1650", "1980", "2340"].join("|");
    let (gross, ..) = read("CIP 2026/27 £000", "", "MMM plan", &[&format!("Total cumulative||{running}|90")]);
    assert_eq!(gross, "2340000");
}

#[test]
fn columns_to_date_for_each_month_are_the_year_up_to_each_of_them() {
    for (over, months) in
        [("", "MMM YTD plan"), ("||Plan YTD", "MMM"), ("||Year to date plan", "MMM"), ("", "Plan to date MMM")]
    {
        let (gross, line, said) = read("CIP 2026/27 £000", over, months, &[]);
        assert_eq!((gross.as_str(), said), ("360000", Vec::new()), "{over} {months}");
        assert_eq!(line, ["30000", "25000", "-5000", "115000"], "{over} {months}");
    }
    // Beside the months alone they follow from these, also in May.
    let each = ["In month plan", "In month actual", "YTD plan", "YTD actual"].join("|");
    let head = format!("Ref|Scheme|Annual plan|{each}|{each}");
    let rows = ["CIP 2026/27 £000", "|||Apr||||May|||", &head, "1|Agency|120|10|9|10|9|10|8|20|17"];
    let may = loaded("t.xlsx", sheet("CIP", &rows));
    assert_eq!(Computed::of(&may).line("1")[..3], ["20000", "17000", "-3000"]);
    assert_eq!(Computed::of(&may).printed(), Vec::<String>::new());
    let head = ["Ref", "Scheme", "Annual plan"].join("|")
        + &["Apr", "May", "Jun"]
            .map(|month| format!("|{month} plan|{month} actual|{month} YTD plan|{month} YTD actual"))
            .join("");
    let rows = ["CIP 2026/27 £000", &head, "1|Agency|120|10|9|10|9|10|9|20|18|10|9|30|27"];
    let loaded = loaded("t.xlsx", sheet("CIP", &rows));
    let computed = Computed::of(&loaded);
    assert_eq!(to_look_at(&loaded), Vec::<String>::new());
    assert_eq!(computed.line("1")[..3], ["30000", "27000", "-3000"]);
    assert_eq!(computed.printed(), Vec::<String>::new());
}
