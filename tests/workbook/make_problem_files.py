"""Writes plans with mistakes with openpyxl, XlsxWriter and xlwt: of them corrected copies are made and looked at
(crates/workbook/tests/corrected_elsewhere.rs). make_files.py calls it.

The mistakes stand in cells with and without styles, in cells that are not written at all, in a cell with a note, in merged
cells, in a table of Excel and on a hidden sheet.
"""

LISTS = [["Name", "Year"], ["Ours", "2026/27"]]

# The row below the headings of each is the third or fourth of its sheet: a title stands above.
SCHEMES = [
    ["Name", "List", "Programme", "Gross (£000)", "Reinvestment (£000)"],
    ["Fewer follow-ups", "Ours", "Planned care", "a lot", 5],
    ["Shorter stays", "Ours", "Planned care", 120.5, "=1+1 maybe"],
    ["", "Ours", "Urgent care", 30, 3],
    ["Other list", "Nobody's", "Urgent care", 30, 4],
    ["Total", "", "", 999, 12],
]
PROGRAMMES = [["Id", "Name"], ["planned-care", "Planned care"], ["urgent-care", "Urgent care"], ["planned-care", "Twice"]]
TITLE = "Savings of the year"
NOTE = "Ask the ward about this."
TITLE_ROWS = 2


def with_openpyxl(path):
    from openpyxl import Workbook
    from openpyxl.chart import BarChart, Reference
    from openpyxl.comments import Comment
    from openpyxl.formatting.rule import CellIsRule
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.table import Table

    book = Workbook()
    lists = book.active
    lists.title = "Scheme lists"
    for row in LISTS:
        lists.append(row)
    schemes = book.create_sheet("Schemes")
    schemes["A1"] = TITLE
    schemes.merge_cells("A1:E1")
    for row, cells in enumerate(SCHEMES, TITLE_ROWS + 1):
        for column, value in enumerate(cells, 1):
            if value != "":
                # Words that begin like a formula are words here.
                cell = schemes.cell(row, column)
                cell.value = value
                if isinstance(value, str):
                    cell.data_type = "s"
    for cell in schemes[TITLE_ROWS + 1]:
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", start_color="1F4257")
    schemes["D4"].fill = PatternFill("solid", start_color="000000")
    schemes["D4"].font = Font(color="FFFFFF", italic=True)
    schemes["D4"].alignment = Alignment(wrap_text=True)
    schemes["D5"].number_format = "#,##0.00"
    schemes["E5"].comment = Comment(NOTE, "Jo")
    schemes["A5"].comment = Comment("Another note", "Jo")
    schemes.column_dimensions["A"].width = 33
    schemes.add_table(Table(displayName="All", ref="A3:E7"))
    schemes.conditional_formatting.add("D4:D7", CellIsRule(operator="lessThan", formula=["0"]))
    validation = DataValidation(type="list", formula1='"Ours,Theirs"')
    validation.add("B4:B7")
    schemes.add_data_validation(validation)
    chart = BarChart()
    chart.add_data(Reference(schemes, min_col=4, min_row=3, max_row=7), titles_from_data=True)
    schemes.add_chart(chart, "H2")
    programmes = book.create_sheet("Programmes")
    for row in PROGRAMMES:
        programmes.append(row)
    programmes.sheet_state = "hidden"
    other = book.create_sheet("Our notes")
    other["A1"] = "Nothing of the plan"
    other["A2"] = "=SUM(Schemes!D5:D7)"
    other.print_title_rows = "1:1"
    book.active = 1
    book.save(path)


def with_xlsxwriter(path):
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path))
    lists = book.add_worksheet("Scheme lists")
    for row, cells in enumerate(LISTS):
        lists.write_row(row, 0, cells)
    schemes = book.add_worksheet("Schemes")
    heading = book.add_format({"bold": True, "bg_color": "#1F4257", "font_color": "#FFFFFF"})
    money = book.add_format({"num_format": "#,##0.00", "locked": False})
    schemes.set_column("D:D", 14, money)
    schemes.merge_range("A1:E1", TITLE)
    for row, cells in enumerate(SCHEMES, TITLE_ROWS):
        for column, value in enumerate(cells):
            form = heading if row == TITLE_ROWS else money if column == 3 else None
            if isinstance(value, str) and value:
                schemes.write_string(row, column, value, form)
            elif value != "":
                schemes.write_number(row, column, value, form)
    schemes.write_comment("E5", NOTE, {"author": "Jo", "visible": True})
    schemes.write_comment("A5", "Another note")
    schemes.add_table("A3:E7", {"columns": [{"header": name, "header_format": heading} for name in SCHEMES[0]]})
    schemes.insert_textbox("H2", "A box")
    schemes.autofilter("H20:I21")
    schemes.activate()
    programmes = book.add_worksheet("Programmes")
    for row, cells in enumerate(PROGRAMMES):
        programmes.write_row(row, 0, cells)
    programmes.hide()
    other = book.add_worksheet("Our notes")
    other.write("A1", "Nothing of the plan")
    other.write_formula("A2", "=SUM(Schemes!D5:D7)", None, 180.5)
    other.insert_button("C3", {"caption": "Press"})
    book.define_name("'Our notes'!Local", "='Our notes'!$A$2")
    book.close()


def with_xlwt(path):
    import xlwt

    book = xlwt.Workbook()
    lists = book.add_sheet("Scheme lists")
    schemes = book.add_sheet("Schemes")
    schemes.write_merge(0, 0, 0, 4, TITLE)
    programmes = book.add_sheet("Programmes")
    programmes.visibility = 1
    for sheet, rows, first in [(lists, LISTS, 0), (schemes, SCHEMES, TITLE_ROWS), (programmes, PROGRAMMES, 0)]:
        for row, cells in enumerate(rows, first):
            for column, value in enumerate(cells):
                if value != "":
                    sheet.write(row, column, value)
    book.save(str(path))


def write(folder):
    with_openpyxl(folder / "problems-openpyxl.xlsx")
    with_xlsxwriter(folder / "problems-xlsxwriter.xlsx")
    with_xlwt(folder / "problems-xlwt.xls")
