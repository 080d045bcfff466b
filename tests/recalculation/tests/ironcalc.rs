//! IronCalc calculates the workbook of every published plan, and one in which an input was changed.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop at once")]

use ironcalc::base::Model;
use ironcalc::base::cell::CellValue;
use ironcalc::import::load_from_xlsx;
use one_plan_model::example::{grown, sized};
use one_plan_model::exchange::read_json;
use one_plan_model::outcome::SheetValue;
use one_plan_model::plan::{CellInput, Plan, Table};
use one_plan_recalculation::{Calculated, FIRST_ROW, Folder, PLANS, compare, plan, results, without_values};
use one_plan_workbook::read::read_files;
use one_plan_workbook::sheet::{Cell, is_for_people};
use one_plan_workbook::write::plan_as_workbook;
use std::ops::ControlFlow;

fn model(name: &str, plan: &Plan) -> Model<'static> {
    calculated(name, &without_values(plan))
}

fn calculated(name: &str, workbook: &[u8]) -> Model<'static> {
    let folder = Folder::new(name);
    let path = folder.0.join("plan.xlsx");
    std::fs::write(&path, workbook).unwrap();
    let mut model = load_from_xlsx(path.to_str().unwrap(), "en", "UTC", "en").unwrap();
    model.evaluate();
    model
}

fn sheet(model: &Model<'_>, name: &str) -> u32 {
    let at = model.workbook.worksheets.iter().position(|sheet| sheet.name == name).unwrap();
    u32::try_from(at).unwrap()
}

fn figure(model: &Model<'_>, sheet: u32, at: usize) -> Calculated {
    match model.get_cell_value_by_index(sheet, i32::try_from(FIRST_ROW + at).unwrap(), 2).unwrap() {
        CellValue::Number(number) => Calculated::Number(number),
        CellValue::String(text) => Calculated::Text(text),
        other => Calculated::Other(format!("{other:?}")),
    }
}

#[test]
fn every_figure_of_the_published_plans_is_calculated_alike() {
    for name in PLANS {
        let plan = plan(name);
        let model = model(name, &plan);
        let sheet = sheet(&model, "Results");
        compare(name, &results(&plan), &|at| figure(&model, sheet, at));
    }
}

/// A plan in which every column of every table is filled gives rise to figures of nearly every rule.
#[test]
fn every_figure_of_a_plan_with_all_tables_is_calculated_alike() {
    let plan = read_json(grown(Table::Scheme, 30).as_bytes()).unwrap().plan;
    let model = model("grown", &plan);
    let sheet = sheet(&model, "Results");
    compare("all tables", &results(&plan), &|at| figure(&model, sheet, at));
}

/// The value that is saved with a formula is the one that it has: on every sheet, also those of steps between.
#[test]
fn every_formula_has_its_value_saved_with_it() {
    for name in PLANS {
        let plan = plan(name);
        let workbook = plan_as_workbook(&plan, Some(&results(&plan))).unwrap();
        let model = calculated(&format!("{name}-saved"), &without_values(&plan));
        let reading = read_files(&[("plan.xlsx", &workbook)], &mut |_| ControlFlow::Continue(()));
        let mut compared = 0;
        for saved in reading.files[0].sheets.iter().filter(|sheet| is_for_people(&sheet.name)) {
            let sheet = sheet(&model, &saved.name);
            for (row, _) in saved.rows() {
                for column in 0..u32::try_from(saved.width()).unwrap() {
                    let Cell::Number(digits, _) = saved.cell(row, column) else { continue };
                    let (row, column) = (i32::try_from(row + 1).unwrap(), i32::try_from(column + 1).unwrap());
                    let (kept, found) =
                        (digits.to_string().parse::<f64>().unwrap(), model.get_cell_value_by_index(sheet, row, column));
                    let CellValue::Number(found) = found.unwrap() else { panic!("{}: {row}, {column}", saved.name) };
                    let nearly = 0.000_001_f64.max(kept.abs() * 1e-9);
                    assert!((found - kept).abs() < nearly, "{name}, {}, {row}, {column}: {kept} {found}", saved.name);
                    compared += 1;
                }
            }
        }
        assert!(compared > 1_000, "{compared}");
    }
}

/// A unit is an input like any other, and so is a word by which rows are counted.
#[test]
fn a_changed_unit_and_a_changed_word_change_the_results() {
    let before = plan("example-icb-2026-27");
    for (table, row, column, typed, figures) in [
        (Table::Scheme, 0, "unit", "£k", "scheme."),
        (Table::Scheme, 0, "unit", "£m", "schemes.list."),
        (Table::BudgetLine, 1, "unit", "£", "framework."),
        (Table::Milestone, 5, "status", "achieved", "milestones.status."),
    ] {
        let at = u32::try_from(table.column(column).unwrap()).unwrap();
        let mut model = model(&format!("{column}-{}-{typed}", table.name()), &before);
        let words = table.name().replace('_', " ");
        let title = format!("{}{}", words[..1].to_uppercase(), &words[1..]);
        model.set_user_input(sheet(&model, &title), 5 + row, i32::try_from(at + 1).unwrap(), typed.to_owned()).unwrap();
        model.evaluate();
        let mut after = before.clone();
        after
            .set_cell(table, u32::try_from(row).unwrap(), u8::try_from(at).unwrap(), Some(CellInput::Text(typed)))
            .unwrap();
        let (expected, was) = (results(&after), results(&before));
        let sheet = sheet(&model, "Results");
        let mut changed = 0;
        for (position, before) in was.figures.iter().enumerate().filter(|(_, figure)| figure.id.starts_with(figures)) {
            let Some(figure) = expected.figures.iter().find(|figure| figure.id == before.id) else { continue };
            let (SheetValue::Number(digits), Calculated::Number(found)) =
                (&figure.value, self::figure(&model, sheet, position))
            else {
                continue;
            };
            assert!(
                (digits.to_string().parse::<f64>().unwrap() - found).abs() < 0.005,
                "{typed}: {}: {digits}, {found}",
                figure.id
            );
            changed += usize::from(figure.value != before.value);
        }
        // The schemes are in £000, which is another word for £k.
        assert_eq!(changed > 0, typed != "£k", "{} {column}: {changed} figures changed", table.name());
    }
}

/// Sums of so many schemes are longer than a formula may be.
#[test]
fn every_figure_of_a_large_plan_is_calculated_alike() {
    let plan = read_json(sized(1_500).as_bytes()).unwrap().plan;
    let model = model("sized", &plan);
    let sheet = sheet(&model, "Results");
    compare("large plan", &results(&plan), &|at| figure(&model, sheet, at));
}

/// What a person changes in the workbook changes its results as it changes those of the engine.
#[test]
fn a_changed_input_changes_the_results_as_it_changes_those_of_the_engine() {
    for (name, table, row, column, typed) in [
        ("surrey-one-plan", Table::BudgetLine, 0, "gross", "621.4"),
        ("surrey-one-plan", Table::ProgrammeSaving, 0, "amount", "13.25"),
        ("arden-system-plan", Table::Scheme, 0, "gross", "512"),
    ] {
        let before = plan(name);
        let at = u32::try_from(table.column(column).unwrap()).unwrap();
        let mut model = model(&format!("{name}-{column}"), &before);
        let words = table.name().replace('_', " ");
        let title = format!("{}{}", words[..1].to_uppercase(), &words[1..]);
        // The rows of a table begin in the fifth row of its sheet.
        model.set_user_input(sheet(&model, &title), 5 + row, i32::try_from(at + 1).unwrap(), typed.to_owned()).unwrap();
        model.evaluate();
        let mut after = before.clone();
        let row = u32::try_from(row).unwrap();
        assert_ne!(after.written_cell(table, row, column).unwrap(), typed);
        after.set_cell(table, row, u8::try_from(at).unwrap(), Some(CellInput::Text(typed))).unwrap();
        let expected = results(&after);
        assert_ne!(expected.figures, results(&before).figures);
        let sheet = sheet(&model, "Results");
        compare(&format!("{name}, {column}"), &expected, &|at| figure(&model, sheet, at));
    }
}
