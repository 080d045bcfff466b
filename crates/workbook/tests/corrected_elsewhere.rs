//! Corrected copies of plans with mistakes that openpyxl, XlsxWriter, xlwt, SheetJS and LibreOffice have written: our reader
//! finds the same in them, and openpyxl and LibreOffice open them and show the marks and the notes.
//!
//! `cargo xtask test` has the files written (`tests/workbook/make_problem_files.py`, `make_files.mjs`) and runs these tests;
//! without it they are ignored, as the files are not kept.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop where it fails")]

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::Command;

use one_plan_workbook::answers::Answers;
use one_plan_workbook::issues::Severity;
use one_plan_workbook::load::{Opened, open};
use one_plan_workbook::read::read_files;
use one_plan_workbook::sheet::{Sheet, SourceFile, cell_reference};
use one_plan_workbook::write::corrected_copy;

/// What says where the files are, and which programs there are.
const FOLDER: &str = "ONE_PLAN_WORKBOOK_FILES";
const PYTHON: &str = "ONE_PLAN_PYTHON";
const OFFICE: &str = "SOFFICE";

fn folder() -> PathBuf {
    PathBuf::from(std::env::var_os(FOLDER).unwrap_or_else(|| panic!("{FOLDER} is not set: run `cargo xtask test`")))
}

fn run(command: &mut Command) {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let said = [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned());
    assert!(output.status.success(), "{command:?}\n{}\n{}", said[0], said[1]);
}

fn program(variable: &str, usual: &str) -> Command {
    Command::new(std::env::var_os(variable).unwrap_or_else(|| usual.into()))
}

/// Has LibreOffice write files in another format.
fn convert(to: &str, out: &Path, files: &[PathBuf]) {
    let settings = folder().join("settings");
    let mut office = program(OFFICE, "soffice");
    office.arg(format!("-env:UserInstallation=file://{}", settings.display()));
    run(office.args(["--headless", "--convert-to", to, "--outdir"]).arg(out).args(files));
}

fn opened(name: &str, bytes: &[u8]) -> Opened {
    open(&[(name, bytes)], &Answers::default(), &mut |_| ControlFlow::Continue(()))
}

fn read(name: &str, bytes: &[u8]) -> SourceFile {
    let mut reading = read_files(&[(name, bytes)], &mut |_| ControlFlow::Continue(()));
    assert!(reading.refusals.is_empty(), "{name}: {:?}", reading.refusals);
    reading.files.remove(0)
}

/// Every part of an archive.
fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        parts.insert(part.name().unwrap().into_owned(), content);
    }
    parts
}

/// What stands in a sheet; where its looks were not kept, as it is shown.
fn cells(sheet: &Sheet, is_plain: bool) -> Vec<(u32, u32, String)> {
    let mut cells = Vec::new();
    for (row, of_row) in sheet.rows() {
        for (column, cell) in (sheet.first_column()..).zip(of_row).filter(|(_, cell)| !cell.is_empty()) {
            cells.push((row, column, if is_plain { cell.shown() } else { format!("{cell:?}") }));
        }
    }
    cells
}

/// The errors and warnings that stand at cells, by sheet and cell: how bad the worst is, and the words of each.
fn said(opened: &Opened, of: usize) -> BTreeMap<(String, String), (Severity, Vec<String>)> {
    let mut said: BTreeMap<(String, String), (Severity, Vec<String>)> = BTreeMap::new();
    for issue in opened.loaded.report.issues.iter().filter(|issue| issue.severity != Severity::Information) {
        let (Some(sheet), Some(row)) = (issue.place.sheet, issue.place.row) else { continue };
        assert_eq!(issue.place.file, of);
        let sheet = &opened.files[of].sheets[sheet];
        let first = || (0..50).find(|column| !sheet.cell(row, *column).is_empty()).unwrap();
        let at = cell_reference(row, issue.place.column.unwrap_or_else(first));
        let (worst, words) = said.entry((sheet.name.clone(), at)).or_insert((issue.severity, Vec::new()));
        *worst = issue.severity.min(*worst);
        words.push(issue.what.chars().take(40).collect());
    }
    said
}

/// Makes the copy of a file, holds it against the file, and leaves it with what must be found in it.
fn copy(name: &str, path: &Path, into: &Path) {
    let bytes = std::fs::read(path).unwrap();
    let before = opened(name, &bytes);
    let said = said(&before, 0);
    let places: Vec<(&str, &str)> = said.keys().map(|(sheet, at)| (sheet.as_str(), at.as_str())).collect();
    for needed in [
        ("Schemes", "D4"),
        ("Schemes", "E5"),
        ("Schemes", "A6"),
        ("Schemes", "B7"),
        ("Schemes", "D8"),
        ("Programmes", "A4"),
    ] {
        assert!(places.contains(&needed), "{name}: {places:?}");
    }
    let (copy_name, copy) = corrected_copy(&[(name, &bytes)], 0, &before.files, &before.loaded.report).unwrap();
    assert_eq!(corrected_copy(&[(name, &bytes)], 0, &before.files, &before.loaded.report).unwrap().1, copy);
    let is_patched = copy_name.ends_with(&format!("-corrected.{}", path.extension().unwrap().display()));
    if !is_patched {
        // A time in it would be another a second later.
        let properties = String::from_utf8(parts(&copy)["docProps/core.xml"].clone()).unwrap();
        assert!(properties.contains("2000-01-01"), "{name}: {properties}");
    }

    let after = read(&copy_name, &copy);
    let source = &before.files[0];
    assert_eq!(after.sheets[0].name, "One Plan problems");
    let listed: String = cells(&after.sheets[0], true).into_iter().map(|(.., text)| text + "\n").collect();
    for issue in &before.loaded.report.issues {
        assert!(listed.contains(&issue.what) && listed.contains(&issue.expected), "{name}: {listed}");
    }
    assert_eq!(after.sheets.len(), source.sheets.len() + 1, "{name}");
    for (after, before) in after.sheets[1..].iter().zip(&source.sheets) {
        assert_eq!(
            (&after.name, after.is_hidden, &after.hidden_rows, &after.hidden_columns, &after.merged),
            (&before.name, before.is_hidden, &before.hidden_rows, &before.hidden_columns, &before.merged),
            "{name}"
        );
        assert_eq!(cells(after, !is_patched), cells(before, !is_patched), "{name}");
    }
    // Opened again it is the same plan, of which the same is said.
    let again = opened(&copy_name, &copy);
    let (before_plan, after_plan) = (before.loaded.plan.unwrap(), again.loaded.plan.as_ref().unwrap());
    assert_eq!(before_plan.schemes.len(), after_plan.schemes.len(), "{name}");
    assert_eq!(self::said(&again, 0), said, "{name}");

    if is_patched {
        let (old, new) = (parts(&bytes), parts(&copy));
        let changed: Vec<&String> = old.keys().filter(|part| new.get(*part) != old.get(*part)).collect();
        let may = |part: &str| {
            ["[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"].contains(&part)
                || ["xl/worksheets/", "xl/comments", "xl/drawings/comments", "xl/drawings/vmlDrawing"]
                    .iter()
                    .any(|begin| part.starts_with(begin))
        };
        assert!(changed.iter().all(|part| may(part)), "{name}: {changed:?}");
        // Neither the sheet without problems nor what belongs to it.
        for part in ["xl/worksheets/sheet4.xml", "xl/worksheets/_rels/sheet4.xml.rels"] {
            assert_eq!(old.get(part), new.get(part), "{name}: {part}");
        }
    }
    let mut lines: Vec<String> = Vec::new();
    for ((sheet, at), (worst, words)) in &said {
        lines.extend(words.iter().map(|words| format!("{sheet}\t{at}\t{}\t{words}", worst.word())));
    }
    if !name.contains("xlwt") && is_patched {
        lines.push("Schemes\tE5\tkept\tAsk the ward about this.".to_owned());
        if !name.contains("sheetjs") {
            lines.push("Schemes\tA5\tkept\tAnother note".to_owned());
        }
    }
    let stem = name.replace('.', "-");
    std::fs::write(into.join(&stem).with_extension(copy_name.rsplit('.').next().unwrap()), &copy).unwrap();
    std::fs::write(into.join(&stem).with_extension("txt"), lines.join("\n")).unwrap();
}

fn files_of(folder: &Path, is_meant: impl Fn(&str) -> bool) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> =
        entries.filter(|path| path.file_name().is_some_and(|name| is_meant(&name.to_string_lossy()))).collect();
    files.sort();
    files
}

fn emptied(name: &str) -> PathBuf {
    let path = folder().join(name);
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).unwrap();
    path
}

#[test]
#[ignore = "needs files of other programs: cargo xtask test"]
fn copies_are_opened_by_other_programs_with_every_mark_and_note() {
    let folder = folder();
    let mut sources = files_of(&folder, |name| name.starts_with("problems-"));
    let converted = emptied("libreoffice-problems");
    let of_python: Vec<PathBuf> =
        sources.iter().filter(|path| !path.to_string_lossy().contains("sheetjs")).cloned().collect();
    for format in ["xlsx", "ods", "xls"] {
        convert(format, &converted, &of_python);
    }
    sources.extend(files_of(&converted, |name| name.starts_with("problems-")));
    assert_eq!(sources.len(), 7 + 9, "{sources:?}");
    let copies = emptied("corrected");
    for path in &sources {
        let name = path.file_name().unwrap().to_string_lossy();
        let of = if path.starts_with(&converted) { "libreoffice-" } else { "" };
        copy(&format!("{of}{name}"), path, &copies);
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/workbook/check_corrected.py");
    run(program(PYTHON, "python3").arg(&script).arg(&copies));
    // What LibreOffice has understood is what it writes.
    let understood = emptied("corrected-by-libreoffice");
    convert("xlsx", &understood, &files_of(&copies, |name| !name.ends_with(".txt")));
    for said in files_of(&copies, |name| name.ends_with(".txt")) {
        std::fs::copy(&said, understood.join(said.file_name().unwrap())).unwrap();
    }
    assert_eq!(files_of(&understood, |name| name.ends_with(".xlsx")).len(), sources.len());
    run(program(PYTHON, "python3").arg(&script).arg(&understood));
}
