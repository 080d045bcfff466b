"""Writes one and the same sheet with openpyxl, XlsxWriter, xlwt, odfpy and pyexcel-ods.

    python make_files.py FOLDER

What a reader must find in the files stands in crates/workbook/tests/written_elsewhere.rs. A writer that does not
calculate leaves its formulas without a value; XlsxWriter is given the values for one of its files.
"""

import datetime
import sys
from collections import OrderedDict
from pathlib import Path

# What is imported from here leaves nothing behind.
sys.dont_write_bytecode = True

import make_problem_files  # noqa: E402

MOMENT = datetime.datetime(2026, 4, 1, 12, 30)
DAY = datetime.date(2026, 4, 1)

# What stands in column B beside its name in column A: the value and the number format.
CELLS = [
    ("text", "words & <signs> £", None),
    ("digits", "00123", None),
    ("whole", 20267, None),
    ("decimal", 1234.5, None),
    ("tail", 0.1 + 0.2, None),
    ("small", 0.000001, None),
    ("large", 123456789012.25, None),
    ("negative", -6.3, None),
    ("percent", 0.05, "0%"),
    ("per mille", 0.015, "0.0%"),
    ("money", 1234.5, "£#,##0.00"),
    ("brackets", -20267, "#,##0_);(#,##0)"),
    ("places", 6.3, "0.00"),
    ("day", DAY, "dd/mm/yyyy"),
    ("moment", MOMENT, "yyyy-mm-dd hh:mm"),
    ("flag", True, None),
    ("lines", "two\nlines", None),
    ("hashes", "####", None),
    ("style only", None, "0.00"),
]
FORMULAS = [("doubled", "B4*2", 2469), ("joined", 'A1&"!"', "text!"), ("divided", "1/0", "#DIV/0!")]
FIRST_FORMULA_ROW = len(CELLS)
LAST_ROW = FIRST_FORMULA_ROW + len(FORMULAS)


def with_openpyxl(path, epoch=None):
    import openpyxl
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    book = openpyxl.Workbook()
    if epoch == 1904:
        book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    sheet.title = "Plan"
    for row, (name, value, style) in enumerate(CELLS, start=1):
        sheet.cell(row, 1, name)
        cell = sheet.cell(row, 2, value)
        if style:
            cell.number_format = style
    for row, (name, formula, _) in enumerate(FORMULAS, start=FIRST_FORMULA_ROW + 1):
        sheet.cell(row, 1, name)
        sheet.cell(row, 2, "=" + formula)
    sheet.cell(LAST_ROW + 1, 1, "merged")
    sheet.merge_cells(start_row=LAST_ROW + 1, end_row=LAST_ROW + 1, start_column=1, end_column=3)
    sheet.row_dimensions[3].hidden = True
    sheet.cell(1, 5, "in a hidden column")
    sheet.column_dimensions["E"].hidden = True
    old = book.create_sheet("Old")
    old.cell(1, 1, "in a hidden sheet")
    old.sheet_state = "hidden"
    book.save(path)


def with_xlsxwriter(path, calculated, epoch=1900):
    import xlsxwriter

    book = xlsxwriter.Workbook(path, {"date_1904": epoch == 1904})
    sheet = book.add_worksheet("Plan")
    for row, (name, value, style) in enumerate(CELLS):
        sheet.write(row, 0, name)
        style = book.add_format({"num_format": style}) if style else None
        if isinstance(value, bool):
            sheet.write_boolean(row, 1, value, style)
        elif isinstance(value, (datetime.date, datetime.datetime)):
            sheet.write_datetime(row, 1, value, style)
        elif isinstance(value, str):
            sheet.write_string(row, 1, value, style)
        else:
            sheet.write(row, 1, value, style)
    for row, (name, formula, value) in enumerate(FORMULAS, start=FIRST_FORMULA_ROW):
        sheet.write(row, 0, name)
        if calculated:
            sheet.write_formula(row, 1, "=" + formula, None, value)
        else:
            sheet.write_formula(row, 1, "=" + formula)
    sheet.merge_range(LAST_ROW, 0, LAST_ROW, 2, "merged")
    sheet.set_row(2, None, None, {"hidden": True})
    sheet.write(0, 4, "in a hidden column")
    sheet.set_column(4, 4, None, None, {"hidden": True})
    old = book.add_worksheet("Old")
    old.write(0, 0, "in a hidden sheet")
    old.hide()
    book.close()


def with_xlwt(path, epoch=1900):
    import xlwt

    book = xlwt.Workbook()
    book.dates_1904 = epoch == 1904
    sheet = book.add_sheet("Plan")
    for row, (name, value, style) in enumerate(CELLS):
        sheet.write(row, 0, name)
        # It counts days from 1900 alone.
        if epoch == 1904 and isinstance(value, (datetime.date, datetime.datetime)):
            value = (datetime.datetime(value.year, value.month, value.day) - datetime.datetime(1904, 1, 1)).days
        sheet.write(row, 1, value, xlwt.easyxf(num_format_str=style) if style else xlwt.Style.default_style)
    for row, (name, formula, _) in enumerate(FORMULAS, start=FIRST_FORMULA_ROW):
        sheet.write(row, 0, name)
        sheet.write(row, 1, xlwt.Formula(formula))
    sheet.write_merge(LAST_ROW, LAST_ROW, 0, 2, "merged")
    sheet.row(2).hidden = True
    sheet.write(0, 4, "in a hidden column")
    sheet.col(4).hidden = True
    old = book.add_sheet("Old")
    old.write(0, 0, "in a hidden sheet")
    old.visibility = 1
    book.save(str(path))


def with_odfpy(path):
    from odf.number import CurrencySymbol, CurrencyStyle, Number, NumberStyle, PercentageStyle, Text
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.style import Map, Style, TableProperties
    from odf.table import CoveredTableCell, Table, TableCell, TableColumn, TableRow
    from odf.text import P

    book = OpenDocumentSpreadsheet()
    styles = {}

    def style(name, number):
        book.automaticstyles.addElement(number)
        own = Style(name="c" + name, family="table-cell", datastylename=number)
        book.automaticstyles.addElement(own)
        return own

    whole_percent = PercentageStyle(name="N1")
    whole_percent.addElement(Number(decimalplaces="0", minintegerdigits="1"))
    whole_percent.addElement(Text(text="%"))
    styles["0%"] = style("1", whole_percent)
    percent = PercentageStyle(name="N2")
    percent.addElement(Number(decimalplaces="1", minintegerdigits="1"))
    percent.addElement(Text(text="%"))
    styles["0.0%"] = style("2", percent)
    money = CurrencyStyle(name="N3")
    money.addElement(CurrencySymbol(text="£"))
    money.addElement(Number(decimalplaces="2", minintegerdigits="1", grouping="true"))
    styles["£#,##0.00"] = style("3", money)
    positive = NumberStyle(name="N4P0", volatile="true")
    positive.addElement(Number(decimalplaces="0", minintegerdigits="1", grouping="true"))
    book.automaticstyles.addElement(positive)
    brackets = NumberStyle(name="N4")
    brackets.addElement(Text(text="("))
    brackets.addElement(Number(decimalplaces="0", minintegerdigits="1", grouping="true"))
    brackets.addElement(Text(text=")"))
    brackets.addElement(Map(condition="value()>=0", applystylename="N4P0"))
    styles["#,##0_);(#,##0)"] = style("4", brackets)
    places = NumberStyle(name="N5")
    places.addElement(Number(decimalplaces="2", minintegerdigits="1"))
    styles["0.00"] = style("5", places)
    hidden = Style(name="ta2", family="table")
    hidden.addElement(TableProperties(display="false"))
    book.automaticstyles.addElement(hidden)

    def cell(value, number_format):
        own = {"stylename": styles[number_format]} if number_format in styles else {}
        if value is None:
            return TableCell(**own)
        if isinstance(value, bool):
            return TableCell(valuetype="boolean", booleanvalue=str(value).lower(), **own)
        if isinstance(value, (datetime.date, datetime.datetime)):
            return TableCell(valuetype="date", datevalue=value.isoformat(), **own)
        if isinstance(value, str):
            made = TableCell(valuetype="string", **own)
            for line in value.split("\n"):
                made.addElement(P(text=line))
            return made
        if number_format and "%" in number_format:
            return TableCell(valuetype="percentage", value=repr(value), **own)
        if number_format and "£" in number_format:
            return TableCell(valuetype="currency", currency="GBP", value=repr(value), **own)
        return TableCell(valuetype="float", value=repr(value), **own)

    sheet = Table(name="Plan")
    sheet.addElement(TableColumn(numbercolumnsrepeated=4))
    sheet.addElement(TableColumn(visibility="collapse"))
    for row, (name, value, number_format) in enumerate(CELLS):
        line = TableRow(visibility="collapse") if row == 2 else TableRow()
        line.addElement(cell(name, None))
        line.addElement(cell(value, number_format))
        if row == 0:
            line.addElement(TableCell(numbercolumnsrepeated=2))
            line.addElement(cell("in a hidden column", None))
        sheet.addElement(line)
    for name, formula, _ in FORMULAS:
        line = TableRow()
        line.addElement(cell(name, None))
        line.addElement(TableCell(formula="of:=" + formula))
        sheet.addElement(line)
    line = TableRow()
    merged = TableCell(valuetype="string", numbercolumnsspanned=3, numberrowsspanned=1)
    merged.addElement(P(text="merged"))
    line.addElement(merged)
    line.addElement(CoveredTableCell(numbercolumnsrepeated=2))
    sheet.addElement(line)
    book.spreadsheet.addElement(sheet)
    old = Table(name="Old", stylename=hidden)
    line = TableRow()
    line.addElement(cell("in a hidden sheet", None))
    old.addElement(line)
    book.spreadsheet.addElement(old)
    book.save(str(path))


def with_pyexcel(path):
    import pyexcel_ods

    rows = [[name] if value is None else [name, value] for name, value, _ in CELLS]
    pyexcel_ods.save_data(str(path), OrderedDict([("Plan", rows)]))


def main():
    folder = Path(sys.argv[1])
    with_openpyxl(folder / "openpyxl.xlsx")
    with_openpyxl(folder / "openpyxl-1904.xlsx", epoch=1904)
    with_xlsxwriter(folder / "xlsxwriter.xlsx", calculated=True)
    with_xlsxwriter(folder / "xlsxwriter-1904.xlsx", calculated=True, epoch=1904)
    with_xlsxwriter(folder / "xlsxwriter-uncalculated.xlsx", calculated=False)
    with_xlwt(folder / "xlwt.xls")
    with_xlwt(folder / "xlwt-1904.xls", epoch=1904)
    with_odfpy(folder / "odfpy.ods")
    with_pyexcel(folder / "pyexcel.ods")
    make_problem_files.write(folder)


main()
