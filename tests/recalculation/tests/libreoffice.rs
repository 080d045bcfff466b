//! LibreOffice opens the workbook of every published plan, calculates all of it and saves it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop at once")]

use one_plan_recalculation::{Calculated, FIRST_ROW, Folder, PLANS, compare, plan, results, without_values};
use one_plan_workbook::read::read_files;
use one_plan_workbook::sheet::Cell;
use std::ops::ControlFlow;
use std::path::Path;
use std::process::Command;

/// The setting by which LibreOffice calculates every formula of a workbook that it opens.
const SETTINGS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"#;

/// Opens a workbook and saves it again, calculated.
fn calculated(folder: &Path, name: &str, workbook: &[u8]) -> Vec<u8> {
    let program = std::env::var_os("SOFFICE").unwrap_or_else(|| "soffice".into());
    let profile = folder.join("profile/user");
    std::fs::create_dir_all(&profile).unwrap();
    std::fs::write(profile.join("registrymodifications.xcu"), SETTINGS).unwrap();
    let (given, out) = (folder.join(format!("{name}.xlsx")), folder.join("calculated"));
    std::fs::write(&given, workbook).unwrap();
    let mut command = Command::new(&program);
    command
        .arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()))
        .args(["--headless", "--convert-to", "xlsx", "--outdir"])
        .args([&out, &given]);
    let output = command.output().unwrap_or_else(|error| {
        panic!(
            "LibreOffice is needed, and {} cannot be run: {error}.\nWhat to do: `cargo xtask test` installs it on Debian; \
             elsewhere install it, or name its program in SOFFICE.",
            program.to_string_lossy()
        )
    });
    let saved = out.join(format!("{name}.xlsx"));
    std::fs::read(&saved).unwrap_or_else(|error| {
        panic!("LibreOffice has not saved the workbook: {error}\n{}", String::from_utf8_lossy(&output.stderr))
    })
}

#[test]
fn every_figure_of_the_published_plans_is_calculated_alike() {
    let folder = Folder::new("libreoffice");
    for name in PLANS {
        let plan = plan(name);
        let bytes = calculated(&folder.0, name, &without_values(&plan));
        let reading = read_files(&[("calculated.xlsx", &bytes)], &mut |_| ControlFlow::Continue(()));
        let sheet = reading.files[0].sheets.iter().find(|sheet| sheet.name == "Results").unwrap();
        compare(name, &results(&plan), &|at| match sheet.cell(u32::try_from(FIRST_ROW - 1 + at).unwrap(), 1) {
            Cell::Number(digits, _) => Calculated::Number(digits.parse().unwrap()),
            Cell::Text(text) => Calculated::Text(text.to_string()),
            other => Calculated::Other(other.shown()),
        });
    }
}
