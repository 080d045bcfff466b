//! LibreOffice opens the workbook of every published plan, calculates all of it and saves it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop at once")]

use one_plan_model::outcome::ResultSheet;
use one_plan_model::plan::{CellInput, Table};
use one_plan_recalculation::{Calculated, FIRST_ROW, Folder, PLANS, compare, plan, results, without_values};
use one_plan_workbook::answers::Answers;
use one_plan_workbook::load::open;
use one_plan_workbook::read::read_files;
use one_plan_workbook::sheet::{Cell, SourceFile};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::Command;

/// The setting by which LibreOffice calculates every formula of a workbook that it opens.
const SETTINGS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"#;

/// Opens a workbook and saves it again, calculated.
fn calculated(folder: &Path, name: &str, workbook: &[u8]) -> Vec<u8> {
    saved(folder, &format!("{name}.xlsx"), workbook, "xlsx")
}

/// Opens a file and saves it in a format, calculated.
fn saved(folder: &Path, name: &str, file: &[u8], format: &str) -> Vec<u8> {
    let program = std::env::var_os("SOFFICE").unwrap_or_else(|| "soffice".into());
    let profile = folder.join("profile/user");
    std::fs::create_dir_all(&profile).unwrap();
    std::fs::write(profile.join("registrymodifications.xcu"), SETTINGS).unwrap();
    let (given, out) = (folder.join(name), folder.join("calculated"));
    std::fs::write(&given, file).unwrap();
    let mut command = Command::new(&program);
    command
        .arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()))
        .args(["--headless", "--convert-to", format, "--outdir"])
        .args([&out, &given]);
    let output = command.output().unwrap_or_else(|error| {
        panic!(
            "LibreOffice is needed, and {} cannot be run: {error}.\nWhat to do: `cargo xtask test` installs it on Debian; \
             elsewhere install it, or name its program in SOFFICE.",
            program.to_string_lossy()
        )
    });
    let saved = out.join(name).with_extension(format);
    std::fs::read(&saved).unwrap_or_else(|error| {
        panic!("LibreOffice has not saved the workbook: {error}\n{}", String::from_utf8_lossy(&output.stderr))
    })
}

/// The figures that another program has calculated, held against those of the engine.
fn compare_results(name: &str, file: &SourceFile, expected: &ResultSheet) {
    let sheet = file.sheets.iter().find(|sheet| sheet.name == "Results").unwrap();
    compare(name, expected, &|at| match sheet.cell(u32::try_from(FIRST_ROW - 1 + at).unwrap(), 1) {
        Cell::Number(digits, _) => Calculated::Number(digits.parse().unwrap()),
        Cell::Text(text) => Calculated::Text(text.to_string()),
        other => Calculated::Other(other.shown()),
    });
}

#[test]
fn every_figure_of_the_published_plans_is_calculated_alike() {
    let folder = Folder::new("libreoffice");
    for name in PLANS {
        let plan = plan(name);
        let bytes = calculated(&folder.0, name, &without_values(&plan));
        let reading = read_files(&[("calculated.xlsx", &bytes)], &mut |_| ControlFlow::Continue(()));
        compare_results(name, &reading.files[0], &results(&plan));
    }
}

/// A number that stands in the changed cell and nowhere else on its sheet.
const BEFORE: &str = "987.654";
/// What is put in its place. The number format of the cell goes on showing three decimal places.
const AFTER: &str = "621.400";

/// A workbook of LibreOffice as text, its formulas without the values that were saved beside them. LibreOffice believes
/// such values when it opens a file of its own, and calculates what has none.
fn without_saved_values(text: &str) -> String {
    let cells = text.split("<table:table-cell ").map(|cell| {
        let (attributes, rest) = cell.split_at(cell.find('>').unwrap_or(cell.len()));
        if !attributes.contains("table:formula=") {
            return cell.to_owned();
        }
        let kept = attributes.split(' ').filter(|attribute| {
            let name = attribute.split('=').next().unwrap_or_default();
            !["office:value", "office:value-type", "calcext:value-type"].contains(&name)
        });
        kept.collect::<Vec<_>>().join(" ") + rest
    });
    cells.collect::<Vec<_>>().join("<table:table-cell ")
}

/// An input is changed in the workbook as LibreOffice keeps it, and LibreOffice calculates and writes the workbook anew: it
/// shows the figures that the engine computes of the changed plan, and read back it is that plan.
#[test]
fn what_is_changed_in_the_workbook_and_read_back_gives_the_new_figures_of_the_engine() {
    let folder = Folder::new("changed");
    let (table, column) = (Table::BudgetLine, "gross");
    let with = |text: &str| {
        let mut plan = plan("surrey-one-plan");
        let at = u8::try_from(table.column(column).unwrap()).unwrap();
        plan.set_cell(table, 0, at, Some(CellInput::Text(text))).unwrap();
        plan
    };
    let (before, after) = (with(BEFORE), with(AFTER));
    assert_ne!(results(&before).figures, results(&after).figures);
    let kept = String::from_utf8(saved(&folder.0, "plan.xlsx", &without_values(&before), "fods")).unwrap();
    let begin = kept.find("<table:table table:name=\"Budget lines\"").unwrap();
    let (others, sheet) = kept.split_at(begin);
    let number = format!("office:value=\"{BEFORE}\"");
    assert_eq!(sheet.split("</table:table>").next().unwrap().matches(&number).count(), 1);
    let changed = others.to_owned() + &sheet.replacen(&number, "office:value=\"621.4\"", 1);
    let bytes = saved(&folder.0, "changed.fods", without_saved_values(&changed).as_bytes(), "xlsx");
    let opened = open(&[("changed.xlsx", &bytes)], &Answers::default(), &mut |_| ControlFlow::Continue(()));
    let all = read_files(&[("changed.xlsx", &bytes)], &mut |_| ControlFlow::Continue(()));
    compare_results("changed in the workbook", &all.files[0], &results(&after));
    assert!(opened.loaded.report.refused.is_empty());
    assert_eq!(results(&opened.loaded.plan.unwrap()).figures, results(&after).figures, "read back");
}
