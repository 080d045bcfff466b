//! The command line as a person uses it: what it prints and with which code it ends.
#![allow(clippy::unwrap_used)]

use std::path::PathBuf;
use std::process::{Command, Output};

fn surrey() -> String {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../plans/surrey-one-plan.json").display().to_string()
}

fn one_plan(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_one-plan")).args(arguments).output().unwrap()
}

fn printed(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// A file that is removed again.
struct TemporaryFile(PathBuf);

impl TemporaryFile {
    fn with(name: &str, text: &str) -> Self {
        let path = std::env::temp_dir().join(format!("one-plan-{}-{name}", std::process::id()));
        std::fs::write(&path, text).unwrap();
        Self(path)
    }
}

impl Drop for TemporaryFile {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

#[test]
fn check_lists_findings_with_their_places_and_ends_well_without_errors() {
    let output = one_plan(&["check", &surrey()]);
    assert_eq!(output.status.code(), Some(0));
    let text = printed(&output);
    assert!(text.contains("sum of weights is printed as 100 and computed as 1.5"));
    assert!(text.contains("printed at l. 1051"));
    assert!(text.contains("Printed figures: "));
    assert!(text.trim_end().ends_with(" open, 16 settled."), "{}", text.lines().last().unwrap_or_default());
}

#[test]
fn check_says_what_was_decided_about_a_finding_and_who_owns_it() {
    let text = printed(&one_plan(&["check", &surrey()]));
    assert!(text.contains("warning printed-differs [S-01 explained, owner: commissioning finance]: "), "{text}");
    assert!(text.contains("    note: The weights are percentages of the contract value"), "{text}");
}

#[test]
fn check_names_the_first_of_many_cells_and_counts_the_others() {
    let lines: Vec<_> = (1..=12).map(|at| format!(r#"{{"id": "l{at}", "name": "Line {at}"}}"#)).collect();
    let plan = format!(
        r#"{{"format": "one-plan/1", "plan": [{{"title": "T", "system": "S", "first_year": "2011/12", "last_year": "2014/15",
            "base_year": "2010/11"}}], "budget_lines": [{}]}}"#,
        lines.join(", ")
    );
    let file = TemporaryFile::with("many-cells.json", &plan);
    let text = printed(&one_plan(&["check", file.0.to_str().unwrap()]));
    let finding = text.split_once("framework-without-year: ").unwrap().1;
    let cells: Vec<&str> = finding.lines().skip(1).take_while(|line| line.trim_start().starts_with("at ")).collect();
    assert_eq!((cells.len(), cells[9]), (10, "    at budget_lines[l10, row 10].year"));
    assert_eq!(finding.lines().nth(11), Some("    and 2 more"));
}

#[test]
fn check_ends_with_one_where_the_plan_has_errors() {
    let text = std::fs::read_to_string(surrey()).unwrap();
    let wrong = text.replacen("\"figure\": \"savings.total\"", "\"figure\": \"savings.totall\"", 1);
    let file = TemporaryFile::with("errors.json", &wrong);
    let output = one_plan(&["check", file.0.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(printed(&output).contains("No rule computes a figure \"savings.totall\""));
}

#[test]
fn a_file_that_cannot_be_read_lists_its_problems() {
    let file = TemporaryFile::with("problems.json", "{\"format\": \"one-plan/1\",\n\"plann\": []}");
    let output = one_plan(&["check", file.0.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(errors.contains("line 2, character 10") && errors.contains("plann"), "{errors}");
}

#[test]
fn compute_lists_every_figure_in_both_formats() {
    let csv = printed(&one_plan(&["compute", &surrey(), "--format", "csv"]));
    assert!(csv.starts_with("id,label,value,unit,note,shown,rule,"));
    assert!(csv.contains("savings.total,\"Total savings, all years\",378000000,£,,"), "{csv}");
    let json: serde_json::Value =
        serde_json::from_str(&printed(&one_plan(&["compute", &surrey(), "--format", "json"]))).unwrap();
    let figures = json["figures"].as_array().unwrap();
    assert_eq!(figures.len(), csv.lines().count() - 1);
    assert_eq!(json["check"], "findings");
    assert!(figures.iter().any(|figure| figure["id"] == "savings.total" && figure["value"] == "378000000"));
}

#[test]
fn dictionary_says_what_each_figure_is() {
    let text = printed(&one_plan(&["dictionary", &surrey()]));
    assert!(text.starts_with("entry,name,meaning,unit,rule,source\n"), "{text}");
    assert!(text.lines().any(|line| line.starts_with("figure,savings.total,")), "{text}");
}

#[test]
fn explain_goes_down_to_the_line_of_the_document() {
    let output = one_plan(&["explain", &surrey(), "savings.programme.planned-care.2011-12"]);
    assert_eq!(output.status.code(), Some(0));
    let text = printed(&output);
    assert!(
        text.contains("£9,660,000") && text.contains("£9,660,000 (9.66 in £m)") && text.contains("printed at l. 933"),
        "{text}"
    );
    let missing = one_plan(&["explain", &surrey(), "savings.nothing"]);
    assert_eq!(missing.status.code(), Some(1));
    assert!(String::from_utf8(missing.stderr).unwrap().contains("savings.nothing"));
}

#[test]
fn wrong_words_and_missing_files_end_with_two() {
    assert_eq!(one_plan(&["guess"]).status.code(), Some(2));
    let output = one_plan(&["check", "no/such/file.json"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("no/such/file.json"));
    assert_eq!(one_plan(&["help"]).status.code(), Some(0));
}

#[test]
fn schema_is_the_published_one() {
    let published = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../schema/one-plan.schema.json");
    assert_eq!(printed(&one_plan(&["schema"])), std::fs::read_to_string(published).unwrap());
}

#[test]
fn a_plan_without_rows_has_nothing_to_check() {
    let plan = r#"{"format": "one-plan/1", "plan": [{"title": "New", "system": "S", "first_year": "2026/27",
        "last_year": "2028/29", "base_year": "2025/26"}]}"#;
    let file = TemporaryFile::with("new.json", plan);
    let output = one_plan(&["check", file.0.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0));
    let text = printed(&output);
    assert!(text.contains("Check: nothing to check yet"), "{text}");
    assert!(!text.contains("Check: passed."), "{text}");
}

#[test]
fn sample_is_a_plan_of_the_size_that_adds_up() {
    let output = one_plan(&["sample", "25"]);
    assert_eq!(output.status.code(), Some(0));
    let file = TemporaryFile::with("sample.json", &printed(&output));
    let text = printed(&one_plan(&["check", file.0.to_str().unwrap()]));
    assert!(text.contains("Check: passed."), "{text}");
    let json: serde_json::Value = serde_json::from_str(&printed(&output)).unwrap();
    assert_eq!(json["schemes"].as_array().unwrap().len(), 25);
    assert_eq!(one_plan(&["sample", "many"]).status.code(), Some(2));
}

#[test]
fn report_is_a_text_for_the_public() {
    let arden = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../plans/arden-system-plan.json");
    let output = one_plan(&["report", &arden.display().to_string()]);
    assert_eq!(output.status.code(), Some(0));
    let text = printed(&output);
    assert!(text.starts_with("# Progress report\n"), "{text}");
    assert!(text.contains("All organisations, 2011/12: variance, favourable or (adverse): −£8,700,000"), "{text}");
    assert!(text.contains("## Does the plan add up?"), "{text}");
}

/// A plan of ten programmes that save £10m each, with a printed total.
fn ten_programmes(total: &str) -> String {
    let list = |row: &dyn Fn(usize) -> String| (0..10).map(row).collect::<Vec<_>>().join(",");
    let programmes = list(&|at| format!(r#"{{"id": "p{at}", "name": "P{at}"}}"#));
    let savings = list(&|at| {
        format!(r#"{{"programme": "p{at}", "year": "2011/12", "part": "commissioner", "amount": "10", "unit": "£m"}}"#)
    });
    format!(
        r#"{{"format": "one-plan/1",
        "plan": [{{"title": "T", "system": "S", "first_year": "2011/12", "last_year": "2014/15", "base_year": "2010/11", "document": "Our plan"}}],
        "programmes": [{programmes}], "programme_savings": [{savings}],
        "stated": [{{"figure": "savings.total.2011-12", "value": "{total}", "unit": "£m", "source": "17"}}]}}"#
    )
}

#[test]
fn check_lists_what_differs_and_what_is_unlikely_with_its_place() {
    let checked = |total: &str| {
        let file = TemporaryFile::with(&format!("ten-{total}.json"), &ten_programmes(total));
        printed(&one_plan(&["check", file.0.to_str().unwrap()]))
    };
    // Five of ten roundings and the printed one are √(11 × 0.25 ÷ 3) = 0.957, and 5 ÷ 0.957 = 5.2.
    let unlikely = checked("105");
    assert!(
        unlikely.contains(
            "    savings.total.2011-12: printed £105,000,000, computed £100,000,000, apart £5,000,000: \
             unlikely (5.2 standard deviations)\n        at stated[row 1].value, printed at l. 17\n"
        ),
        "{unlikely}"
    );
    assert!(
        unlikely.contains("Printed figures: 0 exact, 0 rounding, 1 unlikely, 0 differ, 0 not computed."),
        "{unlikely}"
    );
    // 8 is beyond the 5.5 that rounding can make at all: how unlikely it would be says nothing more.
    let differs = checked("108");
    assert!(differs.contains("apart £8,000,000: differs\n"), "{differs}");
    assert!(!checked("103").contains("Printed figures that differ"), "3.1 standard deviations are rounding");
}

#[test]
fn explain_tells_the_place_of_the_numbers_from_the_source_of_the_rule() {
    let file = TemporaryFile::with("sources.json", &ten_programmes("100"));
    let text = printed(&one_plan(&["explain", file.0.to_str().unwrap(), "savings.total.2011-12"]));
    let line = text.lines().find(|line| line.contains("Surrey")).unwrap_or_default();
    assert!(line.is_empty() || line.starts_with("The rule, not the numbers, comes from: "), "{text}");
    assert!(text.contains("The lines are those of the document of this plan: Our plan"), "{text}");
}

#[test]
fn explain_offers_near_ids_and_takes_any_text() {
    let plan = surrey();
    let said = |id: &str| {
        let output = one_plan(&["explain", &plan, id]);
        assert_eq!(output.status.code(), Some(1), "{id}");
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(said("savings.totl.2011-12").contains("    savings.total.2011-12\n"));
    assert!(said("Savings.Programme.Planned-Care.2011-12").contains("    savings.programme.planned-care.2011-12\n"));
    // Nothing is near: what begins with the same word.
    assert!(said("savings.zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz").contains("    savings."));
    let long = "a.".repeat(5_000);
    for odd in ["", ".", "..", "£", "savings.", "\u{1b}[2J", "scheme..gross", "savings.total.9999-99", "-", &long] {
        assert!(said(odd).contains("this plan has no figure"), "{odd}");
    }
}

#[test]
fn nothing_of_a_plan_is_obeyed_by_a_terminal() {
    let cells = r#"\u001b[2J\u001b]0;owned\u0007\u009b31m\nCheck: passed.\rX\u202e"#;
    let file = TemporaryFile::with(
        "escapes.json",
        &format!(
            r#"{{"format": "one-plan/1",
            "plan": [{{"title": "{cells}", "system": "S", "first_year": "2011/12", "last_year": "2014/15", "base_year": "2010/11", "document": "{cells}"}}],
            "programmes": [{{"id": "p", "name": "{cells}"}}],
            "milestones": [{{"id": "m", "name": "{cells}", "due": "2011-09", "status": "achieved"}}],
            "programme_savings": [{{"programme": "p", "year": "2011/12", "part": "commissioner", "amount": "0", "unit": "£m"}}],
            "statements": [{{"subject": "{cells}", "says": "a{cells}"}}, {{"subject": "{cells}", "says": "b"}}]}}"#
        ),
    );
    let path = file.0.to_str().unwrap();
    let figure = "savings.programme.p.2011-12";
    for words in [
        vec!["check", path],
        vec!["compute", path],
        vec!["compute", path, "--format", "json"],
        vec!["explain", path, figure],
        vec!["explain", path, "\u{1b}[2J"],
        vec!["report", path],
        vec!["check", "no\u{1b}[2Jfile"],
    ] {
        let output = one_plan(&words);
        let text = printed(&output) + std::str::from_utf8(&output.stderr).unwrap();
        let obeyed = |letter: char| letter != '\n' && (letter.is_control() || letter == '\u{202e}');
        assert!(!text.contains(obeyed), "{words:?}: {text:?}");
        let passed = text.lines().filter(|line| line.starts_with("Check: passed.")).count();
        // The check says so itself; a spreadsheet may have a line break within a cell. Nothing else may look like it.
        let own = usize::from(words == ["check", path]);
        assert!(passed == own || words == ["compute", path], "{words:?}: {text}");
    }
    // In JSON nothing is lost.
    let json: serde_json::Value =
        serde_json::from_str(&printed(&one_plan(&["compute", path, "--format", "json"]))).unwrap();
    let label = json["figures"].as_array().unwrap().iter().find(|one| one["id"] == figure).unwrap();
    assert!(label["label"].as_str().unwrap().contains("\u{1b}[2J"));
}

#[test]
fn a_plan_is_converted_by_the_ending_of_the_name() {
    for (ending, begins) in [("json", &b"{"[..]), ("xlsx", b"PK"), ("zip", b"PK")] {
        let file = TemporaryFile::with(&format!("converted.{ending}"), "");
        let output = one_plan(&["convert", &surrey(), file.0.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(0), "{ending}: {output:?}");
        assert!(std::fs::read(&file.0).unwrap().starts_with(begins), "{ending}");
    }
    let output = one_plan(&["convert", &surrey(), "plan.docx"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("must end in .json, .xlsx or .zip"));
}

#[test]
fn the_template_is_a_workbook() {
    let file = TemporaryFile::with("template.xlsx", "");
    assert_eq!(one_plan(&["template", file.0.to_str().unwrap()]).status.code(), Some(0));
    assert!(std::fs::read(&file.0).unwrap().starts_with(b"PK"));
    assert_eq!(one_plan(&["template", "template.csv"]).status.code(), Some(2));
}

#[test]
fn a_tracker_is_read_by_a_mapping_that_is_kept() {
    let tracker = "Ref,Scheme,What it is,Apr Plan,May Plan,Apr Actual\nA1,Wards,Beds,10,20,12\n";
    let file = TemporaryFile::with("tracker.csv", tracker);
    let name = file.0.to_str().unwrap();
    let mapping = TemporaryFile::with("mapping.json", "");
    let kept = mapping.0.to_str().unwrap();
    // Neither a year nor a unit is said: what is missing is asked, and the mapping has a place for it.
    let output = one_plan(&["check", name]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("for which year it is cannot be told"));
    assert_eq!(one_plan(&["mapping", name, kept]).status.code(), Some(0));
    let text = std::fs::read_to_string(kept).unwrap();
    assert!(text.contains("\"field\": \"plan-month-1\""), "{text}");
    let answered = text
        .replace("\"year\": null", "\"year\": \"2026/27\"")
        .replace("\"unit\": null", "\"unit\": \"£000\"")
        .replace("\"field\": null", "\"field\": \"programme\"");
    std::fs::write(kept, answered).unwrap();
    // 12 − 10 of April; the year 12 + 20.
    let output = one_plan(&["compute", name, "--mapping", kept]);
    let figures = printed(&output);
    assert!(
        figures.lines().any(|line| line.starts_with("monitoring.a1.variance,") && line.contains(",2000,")),
        "{figures}"
    );
    assert!(figures.lines().any(|line| line.starts_with("monitoring.a1.forecast,") && line.contains(",32000,")));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("\"What it is\": the programme"), "{said}");
    let output = one_plan(&["check", name, "--mapping", name]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("is no mapping"));
}

#[test]
fn a_check_that_passed_says_that_questions_about_the_file_are_open() {
    let folder = std::env::temp_dir().join(format!("one-plan-asked-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = TemporaryFile(folder.join("budget_lines.csv"));
    let name = file.0.to_str().unwrap();
    // "Organisatio" is nearly the name of a column, and asked about.
    std::fs::write(&file.0, "Year,Name,Gross (£000),Organisatio\n2026/27,Acute,400,Valley\n").unwrap();
    let output = one_plan(&["check", name]);
    assert!(
        printed(&output).ends_with("Check: what was read passed; 1 question about the file is open.\n"),
        "{output:?}"
    );
    assert!(!printed(&output).contains("Check: passed."), "{output:?}");
    std::fs::write(&file.0, "Year,Name,Gross (£000),Organisatio,Codd\n2026/27,Acute,400,Valley,1\n").unwrap();
    let output = one_plan(&["check", name]);
    assert!(printed(&output).ends_with("2 questions about the file are open.\n"), "{output:?}");
    std::fs::write(&file.0, "Year,Name,Gross (£000)\n2026/27,Acute,400\n").unwrap();
    assert!(printed(&one_plan(&["check", name])).ends_with("Check: passed.\n"));
    // A total that is not the sum of its rows is said of the file: the check does not pass over it.
    std::fs::write(&file.0, "Year,Name,Gross (£000)\n2026/27,Acute,400\n,Total,500\n").unwrap();
    let output = one_plan(&["check", name]);
    let ends = "Check: what was read passed; 1 warning about the file, as said above.\n";
    assert!(printed(&output).ends_with(ends), "{output:?}");
    drop(file);
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_corrected_copy_says_what_is_wrong_beside_the_rows() {
    // The name of the file says which table it is.
    let folder = std::env::temp_dir().join(format!("one-plan-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = TemporaryFile(folder.join("scheme_lists.csv"));
    std::fs::write(&file.0, "Name;Year\nOurs;2026/27\nTheirs;soon\n").unwrap();
    let copy = TemporaryFile::with("copy.csv", "");
    let (file, out) = (file.0.to_str().unwrap(), copy.0.to_str().unwrap());
    let output = one_plan(&["check", file, "--corrected", out]);
    assert!(printed(&output).contains("rows read and used"), "{output:?}");
    // The rest passes, and that is not all.
    assert!(printed(&output).contains("Left out of the file, as said above: 1 row."), "{output:?}");
    assert!(!printed(&output).contains("Check: passed."), "{output:?}");
    assert_eq!(output.status.code(), Some(1));
    let text = std::fs::read_to_string(&copy.0).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 3, "{text}");
    assert!(lines[0].starts_with("Name;Year;Problem") && lines[1] == "Ours;2026/27", "{text}");
    assert!(lines[2].starts_with("Theirs;soon;\"error in year: "), "{text}");
    let output = one_plan(&["check", file, "--corrected", "copy.xlsx"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("must end in .csv"));
    let output = one_plan(&["check", &surrey(), "--corrected", out]);
    assert!(String::from_utf8(output.stderr).unwrap().contains("is a plan file"));
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_sealed_plan_is_reproduced_exactly_or_it_is_said_what_differs() {
    let sealed = TemporaryFile::with("sealed.json", "");
    let path = sealed.0.to_str().unwrap();
    let said = printed(&one_plan(&["seal", &surrey(), path]));
    let seal = said.trim_start_matches("Seal: ").trim().to_owned();
    assert_eq!(seal.len(), 64);
    let output = one_plan(&["verify", path]);
    assert_eq!(output.status.code(), Some(0));
    assert!(printed(&output).starts_with("Reproduced exactly: all "));
    assert!(printed(&output).contains(&seal));
    // A sealed file is a plan too.
    assert_eq!(one_plan(&["compute", path]).stdout, one_plan(&["compute", &surrey()]).stdout);

    let text = std::fs::read_to_string(&sealed.0).unwrap();
    let verified = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        std::fs::write(&sealed.0, text.replacen(from, to, 1)).unwrap();
        let output = one_plan(&["verify", path]);
        assert_eq!(output.status.code(), Some(1), "{from}");
        printed(&output)
    };
    let sealed_total = verified("[\"savings.total\", \"378000000\"]", "[\"savings.total\", \"1\"]");
    assert!(sealed_total.contains("savings.total: sealed 1, now 378000000"), "{sealed_total}");
    assert!(sealed_total.contains("The figures in this file were changed"), "{sealed_total}");
    let engine = verified("\"engine\": \"", "\"engine\": \"9.");
    assert!(engine.starts_with("All ") && engine.contains("sealed by version 9."), "{engine}");
    let title = verified("\"title\": \"One Plan\"", "\"title\": \"Our Plan\"");
    assert!(title.contains("The plan in this file was changed after it was sealed."), "{title}");
    let parameters = verified("\"parameters\": \"", "\"parameters\": \"0");
    assert!(parameters.contains("The parameters of the rules are not those"), "{parameters}");

    std::fs::write(&sealed.0, text.replacen("\"plan\": {", "\"plan\": {{", 1)).unwrap();
    let output = one_plan(&["verify", path]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("must be a sealed plan"));
}
