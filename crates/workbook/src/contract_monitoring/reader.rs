//! The rows of a sheet of contract monitoring, one after another: each is read, and added to what its submission states.

use super::column::{Column, KnownHeading, Measure};
use super::figures::{Both, Figures};
use super::layout::Layout;
use super::opposite_signs::OppositeSigns;
use super::plan_columns::{cell_in, plan_column};
use super::repeated_rows::RepeatedRows;
use super::sheet_read::{Read, SheetRead};
use super::stated::{Group, StatedRow, Statement};
use super::told_apart::ToldApart;
use super::totals::Totals;
use super::unread_cells::UnreadCells;
use super::values::{Number, code_in, month_in, number_of, text_in, year_in};
use crate::cells::is_total;
use crate::issues::{Effect, Issue, Place, Severity};
use crate::sheet::{Cell, Sheet};
use one_plan_model::plan::CellProblem;
use one_plan_model::quantity::FinancialYear;
use std::collections::HashMap;

/// Reads the rows of one sheet.
struct Reader<'a> {
    sheet: &'a Sheet,
    read: &'a mut Read,
    of_sheet: SheetRead,
    told_apart: ToldApart,
    totals: Totals,
    years: HashMap<String, Result<FinancialYear, CellProblem>>,
    months: HashMap<(String, FinancialYear), Result<u8, CellProblem>>,
    /// The cells that say of which submission the last row was, and its number.
    last: Option<(Cell, Cell, usize)>,
    unread: UnreadCells,
    repeated: RepeatedRows,
    opposite_signs: OppositeSigns,
}

/// Reads a sheet, and adds what it states.
pub fn read(sheet: &Sheet, place: Place, layout: &Layout, read: &mut Read) -> SheetRead {
    let mut of_sheet = SheetRead::new(place, layout.clone());
    let told_apart = ToldApart::of(sheet, &mut of_sheet);
    let mut reader = Reader {
        sheet,
        read,
        of_sheet,
        told_apart,
        totals: Totals::default(),
        years: HashMap::new(),
        months: HashMap::new(),
        last: None,
        unread: UnreadCells::default(),
        repeated: RepeatedRows::default(),
        opposite_signs: OppositeSigns::default(),
    };
    for (row, cells) in sheet.rows().filter(|(row, _)| *row > layout.row) {
        reader.row(row, cells);
    }
    reader.unread.tell_others(&mut reader.of_sheet);
    reader.repeated.tell(&mut reader.of_sheet);
    reader.opposite_signs.tell(&mut reader.of_sheet);
    reader.of_sheet
}

impl Reader<'_> {
    fn row(&mut self, row: u32, cells: &[Cell]) {
        if cells.iter().all(Cell::is_empty) {
            return;
        }
        let cell = |column: Column| cell_in(self.sheet, cells, &self.of_sheet.layout, column);
        let is_filled = |column: Column| !cell(column).is_empty();
        let says_enough = is_filled(Column::Provider) && is_filled(Column::Month);
        let all: Vec<&Cell> = cells.iter().collect();
        if is_total(&all, says_enough) {
            self.total(row, cells);
            return;
        }
        let numbers = Measure::ALL.into_iter().flat_map(|measure| [Column::Activity(measure), Column::Price(measure)]);
        if !says_enough && !numbers.into_iter().any(is_filled) {
            self.of_sheet.other_rows.notes += 1;
            return;
        }
        if is_heading(cell(Column::Provider), Column::Provider) {
            self.of_sheet.other_rows.repeated += 1;
            return;
        }
        self.of_sheet.rows += 1;
        self.market_forces(cells);
        let (figures, mut problems) = self.figures(cells);
        let group = self.group(cells, &mut problems);
        let point = self.point(cells);
        self.totals.add(&figures);
        match group.filter(|_| problems.is_empty()) {
            Some(group) => {
                let statement = self.statement(cells);
                self.names(cells, group.provider, point);
                self.repeated.add(self.sheet, row, cells, &figures);
                self.opposite_signs.add(row, &figures);
                self.read.stated.add(StatedRow { statement, group, point, row, figures });
            }
            None => {
                self.read.stated.incomplete.extend(group.map(|group| (group, point)));
                let provider = code_in(self.cell(cells, Column::Provider)).unwrap_or_default();
                let point = self.read.stated.points.written(point).to_owned();
                let is_price = |(column, _): &&(Column, CellProblem)| matches!(column, Column::Price(_));
                let unreadable = problems.iter().filter(is_price).count();
                self.read.left_out.part(&provider, &point).leave_out(&figures, unreadable);
                for (column, problem) in problems {
                    let value = self.cell(cells, column).shown();
                    self.unread.tell(&mut self.of_sheet, row, column, (value, problem));
                }
            }
        }
    }

    fn cell<'c>(&self, cells: &'c [Cell], column: Column) -> &'c Cell
    where
        Self: 'c,
    {
        cell_in(self.sheet, cells, &self.of_sheet.layout, column)
    }

    /// The numbers of a row, and what is wrong with them.
    fn figures(&mut self, cells: &[Cell]) -> (Both<Figures>, Vec<(Column, CellProblem)>) {
        let mut figures: Both<Figures> = Both::default();
        let mut problems = Vec::new();
        for measure in Measure::ALL {
            for column in [Column::Activity(measure), Column::Price(measure)] {
                let number = match number_of(self.cell(cells, column)) {
                    Ok(number) => number,
                    Err(problem) => {
                        problems.push((column, problem));
                        continue;
                    }
                };
                self.of_sheet.dashes += usize::from(number == Number::Dash);
                let figures = figures.of_mut(measure);
                if matches!(column, Column::Price(_)) {
                    figures.price = number.given();
                } else {
                    figures.activity = number.given();
                }
            }
        }
        (figures, problems)
    }

    /// What a row is about.
    fn group(&mut self, cells: &[Cell], problems: &mut Vec<(Column, CellProblem)>) -> Option<Group> {
        let year_cell = self.cell(cells, Column::Year);
        let year = self.years.entry(text_in(year_cell)).or_insert_with(|| year_in(year_cell)).clone();
        let month = match &year {
            Ok(year) => {
                let (cell, is_of_calendar) = (self.cell(cells, Column::Month), self.of_sheet.layout.is_of_calendar);
                let known = self.months.entry((text_in(cell), *year));
                Some(known.or_insert_with(|| month_in(cell, *year, is_of_calendar)).clone())
            }
            // A month is held against its year.
            Err(_) => None,
        };
        let mut code = |column: Column, what: &str| {
            let code = code_in(self.cell(cells, column));
            if code.is_none() {
                let problem = CellProblem {
                    what: format!("no code of a {what} stands here"),
                    expected: format!("the code of the {what}"),
                };
                problems.push((column, problem));
            }
            code
        };
        let provider = code(Column::Provider, "provider");
        let commissioner = code(Column::Commissioner, "commissioner");
        let mut usable = |column: Column, problem: CellProblem| problems.push((column, problem));
        let year = year.map_err(|problem| usable(Column::Year, problem)).ok();
        let month = month.and_then(|month| month.map_err(|problem| usable(Column::Month, problem)).ok());
        Some(Group {
            provider: self.read.stated.providers.note(&provider?),
            year: year?,
            commissioner: self.read.stated.commissioners.note(&commissioner?),
            month: month?,
        })
    }

    /// The point of delivery: by its national code, or where a file has no column for that, by that of the provider.
    fn point(&mut self, cells: &[Cell]) -> u32 {
        let of_file = [Column::PointOfDelivery, Column::LocalPointOfDelivery];
        let column = of_file.into_iter().find(|column| self.of_sheet.layout.has(*column));
        let code = column.and_then(|column| code_in(self.cell(cells, column))).unwrap_or_default();
        self.of_sheet.without_point += usize::from(code.is_empty());
        self.read.stated.points.note(&code)
    }

    fn statement(&mut self, cells: &[Cell]) -> usize {
        let told_by = |column| if self.told_apart.by(column) { self.cell(cells, column) } else { &Cell::Empty };
        let (created, reporting) = (told_by(Column::Created), told_by(Column::ReportingType));
        if let Some((last, of_kind, statement)) = &self.last
            && last == created
            && of_kind == reporting
        {
            return *statement;
        }
        let place = self.of_sheet.place;
        let layout = &self.of_sheet.layout;
        let statement = self.read.stated.statement(Statement {
            sheet: (place.file, place.sheet.unwrap_or_default()),
            created: text_in(created).into(),
            reporting: text_in(reporting).into(),
            is_plan: !layout.has_measure(Measure::Actual),
        });
        self.last = Some((created.clone(), reporting.clone(), statement));
        statement
    }

    fn names(&mut self, cells: &[Cell], provider: u32, point: u32) {
        let provider_name = self.cell(cells, Column::ProviderName);
        let point_name = self.cell(cells, Column::PointOfDeliveryName);
        let local_name = self.cell(cells, Column::LocalPointOfDeliveryName);
        let names = &mut self.read.names;
        names.of_provider(provider, provider_name);
        names.of_point(point, if point_name.is_empty() { local_name } else { point_name });
    }

    fn market_forces(&mut self, cells: &[Cell]) {
        for measure in Measure::ALL {
            let cell = self.cell(cells, Column::MarketForcesFactor(measure));
            if !cell.is_empty() {
                self.of_sheet.market_forces.of_mut(measure).add(number_of(cell).ok().and_then(Number::given));
            }
        }
    }

    fn total(&mut self, row: u32, cells: &[Cell]) {
        self.of_sheet.other_rows.totals += 1;
        let (figures, _) = self.figures(cells);
        for (column, total, sum) in self.totals.hold(&figures, self.of_sheet.rows) {
            let Some(at) = self.of_sheet.layout.place(column) else { continue };
            self.of_sheet.issues.push(Issue {
                severity: Severity::Warning,
                place: self.of_sheet.place.cell(row, at),
                column: plan_column(column),
                value: total.to_string(),
                what: format!("the rows above add up to {sum}, and the total row says {total}: it is not used"),
                expected: "the sum of the rows".to_owned(),
                effect: Effect::Used,
            });
        }
        self.totals.start_anew();
    }
}

/// Whether a row holds the headings once more, as in files that were put one below the other.
fn is_heading(cell: &Cell, column: Column) -> bool {
    let Cell::Text(words) = cell else { return false };
    // Codes are shorter than every heading.
    words.len() > 12 && KnownHeading::of(words).is_some_and(|of| of.column == column)
}
