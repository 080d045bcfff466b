//! IronCalc calculates the workbook of every published plan, and one in which an input was changed.
#![allow(clippy::unwrap_used, reason = "a test may stop at once")]

use ironcalc::base::Model;
use ironcalc::base::cell::CellValue;
use ironcalc::import::load_from_xlsx;
use one_plan_model::example::{grown, sized};
use one_plan_model::exchange::read_json;
use one_plan_model::plan::{CellInput, Plan, Table};
use one_plan_recalculation::{Calculated, FIRST_ROW, Folder, PLANS, compare, plan, results, without_values};

fn model(name: &str, plan: &Plan) -> Model<'static> {
    let folder = Folder::new(name);
    let path = folder.0.join("plan.xlsx");
    std::fs::write(&path, without_values(plan)).unwrap();
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
