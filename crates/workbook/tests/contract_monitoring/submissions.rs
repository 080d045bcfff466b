//! Files restate the year so far: what several of them state counts once, or it is asked.

use crate::support::{
    Computed, MONITORING, PLAN, csv, load, load_with, nothing_to_look_at, of_files, plan_rows, said, says, to_look_at,
    whole_year,
};
use one_plan_model::plan::Table;
use one_plan_workbook::answers::Answers;
use one_plan_workbook::issues::{Question, Severity};
use one_plan_workbook::load::Loaded;

const TO_JUNE: [&str; 3] =
    ["1|202526|RAS|QMJ|EL|1|10|1|10", "2|202526|RAS|QMJ|EL|1|10|1|20", "3|202526|RAS|QMJ|EL|1|10|1|30"];
const TO_JULY: [&str; 4] = [
    "1|202526|RAS|QMJ|EL|1|10|1|10",
    "2|202526|RAS|QMJ|EL|1|10|1|22",
    "3|202526|RAS|QMJ|EL|1|10|1|30",
    "4|202526|RAS|QMJ|EL|1|10|1|40",
];

/// What is billed in each month, in the order of contracts and months.
fn billed(loaded: &Loaded) -> Vec<String> {
    let mut rows = plan_rows(loaded, "contract_months", &["contract", "month", "billed"]);
    rows.sort();
    rows.iter().map(|row| row.split_once(" | ").unwrap().1.to_owned()).collect()
}

fn two_files(answer: Option<&str>) -> Loaded {
    let mut answers = Answers::default();
    let column = Table::ContractMonth.column("billed").unwrap();
    answer.iter().for_each(|file| answers.say_rows_of(Table::ContractMonth, column, "RAS 2025/26", file));
    load_with(&[("m3.csv", &csv(MONITORING, &TO_JUNE)), ("m4.csv", &csv(MONITORING, &TO_JULY))], &answers)
}

#[test]
fn months_that_only_one_file_states_count_from_both() {
    let loaded = load(&[("h1.csv", &csv(MONITORING, &TO_JULY[..2])), ("h2.csv", &csv(MONITORING, &TO_JULY[2..]))]);
    nothing_to_look_at(&loaded);
    assert_eq!(billed(&loaded), ["2025-04 | 10", "2025-05 | 22", "2025-06 | 30", "2025-07 | 40"]);
}

#[test]
fn the_same_rows_in_two_files_count_once_whatever_their_order() {
    let mut turned = TO_JUNE;
    turned.reverse();
    let loaded = load(&[("a.csv", &csv(MONITORING, &TO_JUNE)), ("b.csv", &csv(MONITORING, &turned))]);
    nothing_to_look_at(&loaded);
    assert_eq!(billed(&loaded), ["2025-04 | 10", "2025-05 | 20", "2025-06 | 30"]);
    says(&loaded, Severity::Information, "b.csv: 3 months of commissioners are stated here as in a.csv, row for row");
    assert_eq!((of_files(&loaded).rows_used, of_files(&loaded).rows_rejected()), (3, 3));
}

#[test]
fn the_same_sum_of_other_rows_is_not_the_same() {
    let other = ["1|202526|RAS|QMJ|EL|1|10|1|4", "1|202526|RAS|QMJ|EL|0|0|0|6"];
    let loaded = load(&[("a.csv", &csv(MONITORING, &TO_JUNE[..1])), ("b.csv", &csv(MONITORING, &other))]);
    assert!(billed(&loaded).is_empty());
    assert_eq!(said(&loaded, Severity::Error).len(), 1);
}

#[test]
fn where_two_files_differ_it_is_asked_and_neither_counts_before() {
    let loaded = two_files(None);
    assert_eq!(billed(&loaded), ["2025-04 | 10", "2025-06 | 30", "2025-07 | 40"]);
    assert_eq!(
        to_look_at(&loaded),
        [
            "m4.csv, row 3: RAS 2025/26: May 2025 of QMJ is stated differently in m3.csv, m4.csv. They are never added up, and none \
             of them counts before it is said which does"
        ]
    );
    let [Question::Rows { name, candidates, .. }] = loaded.report.questions.as_slice() else {
        panic!("{:?}", loaded.report.questions)
    };
    assert_eq!(
        (name.as_str(), candidates.join("; ").as_str()),
        ("RAS 2025/26", "m3.csv; m4.csv; all of them, added up")
    );
    let text = loaded.report.text();
    assert!(text.contains("Which of the submissions that state months of RAS 2025/26 differently counts"), "{text}");
    // The month of a provider of which a commissioner is not known makes no activity.
    assert_eq!(plan_rows(&loaded, "monthly_activity", &["month"]).len(), 3);
}

#[test]
fn an_answer_says_which_file_counts_and_no_plan_remembers_it_for_files_of_other_months() {
    let later = two_files(Some("m4.csv"));
    nothing_to_look_at(&later);
    assert_eq!(billed(&later), ["2025-04 | 10", "2025-05 | 22", "2025-06 | 30", "2025-07 | 40"]);
    says(
        &later,
        Severity::Information,
        "1 month of a commissioner is stated differently, and what counts is m4.csv, as you said",
    );
    assert!(plan_rows(&later, "headings", &["words"]).is_empty());
    let earlier = two_files(Some("m3.csv"));
    assert_eq!(billed(&earlier)[1], "2025-05 | 20");
    let together = two_files(Some("all of them, added up"));
    assert_eq!(billed(&together)[1], "2025-05 | 42");
    // What is remembered of files that are not here is no answer.
    assert_eq!(billed(&two_files(Some("m2.csv"))).len(), 3);
}

#[test]
fn two_submissions_in_one_file_are_told_apart_by_when_they_were_put_together() {
    let rows = ["1|202526|RAS|QMJ|EL|1|10|1|10|2025-05-10", "1|202526|RAS|QMJ|EL|1|10|1|12|2025-06-10"];
    let loaded = load(&[("acm.csv", &csv(MONITORING, &rows))]);
    assert!(billed(&loaded).is_empty());
    let [Question::Rows { candidates, .. }] = loaded.report.questions.as_slice() else { panic!() };
    assert_eq!(candidates[..2], ["acm.csv, created 2025-05-10", "acm.csv, created 2025-06-10"]);
    let same = ["1|202526|RAS|QMJ|EL|1|10|1|10|2025-05-10", "1|202526|RAS|QMJ|EL|1|10|1|10|2025-06-10"];
    let loaded = load(&[("acm.csv", &csv(MONITORING, &same))]);
    nothing_to_look_at(&loaded);
    assert_eq!(billed(&loaded), ["2025-04 | 10"]);
    // Rows of one submission may be the same.
    let twice = ["1|202526|RAS|QMJ|EL|1|10|1|10|2025-05-10", "1|202526|RAS|QMJ|EL|1|10|1|10|2025-05-10"];
    assert_eq!(billed(&load(&[("acm.csv", &csv(MONITORING, &twice))])), ["2025-04 | 20"]);
}

#[test]
fn a_later_file_of_a_month_that_an_earlier_one_has_noughts_for_counts() {
    let earlier = ["1|202526|RAS|QMJ|EL|1|10|1|10", "2|202526|RAS|QMJ|EL|1|10|0|0"];
    let later = ["1|202526|RAS|QMJ|EL|1|10|1|10", "2|202526|RAS|QMJ|EL|1|10|1|25"];
    let loaded = load(&[("m1.csv", &csv(MONITORING, &earlier)), ("m2.csv", &csv(MONITORING, &later))]);
    nothing_to_look_at(&loaded);
    assert_eq!(billed(&loaded), ["2025-04 | 10", "2025-05 | 25"]);
}

#[test]
fn a_file_for_each_commissioner_is_no_restatement_and_months_that_one_lacks_make_no_activity() {
    let of_other: Vec<String> = TO_JUNE[..2].iter().map(|row| row.replace("QMJ", "QRV")).collect();
    let loaded = load(&[("qmj.csv", &csv(MONITORING, &TO_JUNE)), ("qrv.csv", &csv(MONITORING, &of_other))]);
    assert_eq!(plan_rows(&loaded, "monthly_activity", &["month", "cost"]), ["2025-04 | 20", "2025-05 | 40"]);
    assert_eq!(plan_rows(&loaded, "contract_months", &["contract"]).len(), 5);
    assert_eq!(to_look_at(&loaded).len(), 1);
    says(&loaded, Severity::Warning, "RAS 2025/26: June 2025 is not known of all its commissioners");
}

#[test]
fn a_commissioner_without_a_row_in_a_month_of_a_file_of_several_had_nothing_in_it() {
    let mut rows = TO_JUNE.to_vec();
    rows.push("2|202526|RAS|QRV|EL|1|10|1|7");
    let loaded = load(&[("acm.csv", &csv(MONITORING, &rows))]);
    nothing_to_look_at(&loaded);
    assert_eq!(billed(&loaded)[3..], ["2025-04 | 0", "2025-05 | 7", "2025-06 | 0"]);
    says(&loaded, Severity::Information, "2 months of commissioners are stated without a row");
    assert_eq!(Computed::of(&loaded).figure("contract.ras-qrv-2025-26.forecast-value"), "28");
}

#[test]
fn the_plan_of_the_activity_plan_counts_before_that_of_monitoring() {
    let plan = csv(PLAN, &whole_year("RAS", "QMJ", "EL", "1", "10"));
    let same = load(&[("iap.csv", &plan), ("acm.csv", &csv(MONITORING, &TO_JUNE))]);
    nothing_to_look_at(&same);
    assert_eq!(plan_rows(&same, "contracts", &["base"]), ["120"]);
    assert_eq!(billed(&same)[1..4], ["2025-05 | 20", "2025-06 | 30", "2025-07 | -"]);
    let other: Vec<String> = TO_JUNE.iter().map(|row| row.replace("|1|10|1|", "|1|11|1|")).collect();
    let other = load(&[("acm.csv", &csv(MONITORING, &other)), ("iap.csv", &plan)]);
    assert_eq!(plan_rows(&other, "contracts", &["base"]), ["120"]);
    assert_eq!(
        to_look_at(&other),
        [
            "acm.csv, row 2: RAS 2025/26: contract monitoring says another plan of 3 months of commissioners than the activity plan \
          does, £33 and not £30: the activity plan counts"
        ]
    );
}

#[test]
fn flex_and_freeze_of_one_month_are_two_submissions() {
    let headings = format!("{MONITORING}|REPORTING_TYPE_INDICATOR");
    let rows = ["1|202526|RAS|QMJ|EL|1|10|1|10||Flex", "1|202526|RAS|QMJ|EL|1|10|1|12||Freeze"];
    let loaded = load(&[("acm.csv", &csv(&headings, &rows))]);
    let [Question::Rows { candidates, .. }] = loaded.report.questions.as_slice() else { panic!() };
    assert_eq!(candidates[..2], ["acm.csv, Flex", "acm.csv, Freeze"]);
}

#[test]
fn two_files_of_one_name_are_told_apart() {
    let files = [("acm.csv", csv(MONITORING, &TO_JUNE)), ("acm.csv", csv(MONITORING, &TO_JULY))];
    let loaded = load(&[(files[0].0, &files[0].1), (files[1].0, &files[1].1)]);
    let [Question::Rows { candidates, .. }] = loaded.report.questions.as_slice() else { panic!() };
    assert_eq!(candidates[..2], ["acm.csv", "acm.csv (2)"]);
}

#[test]
fn times_that_differ_in_every_row_tell_no_submissions_apart_and_that_is_said() {
    let rows: Vec<String> = (0..60).map(|at| format!("1|202526|RAS|QMJ|EL|1|10|1|10|{at:02}:00.0")).collect();
    let loaded = load(&[("acm.csv", &csv(MONITORING, &rows))]);
    assert_eq!(billed(&loaded), ["2025-04 | 600"]);
    assert_eq!(to_look_at(&loaded).len(), 1);
    says(&loaded, Severity::Warning, "this column has more than 24 values, and does not tell submissions apart");
}
