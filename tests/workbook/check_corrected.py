"""Opens corrected copies with openpyxl and says what is not as it should be.

    python check_corrected.py FOLDER

For each file NAME.xlsx or NAME.xlsm of the folder NAME.txt says, a line each with tabs between: sheet, cell, severity and a few words of
the note that must be there, or the word "kept" and words of a note that must still be there.
"""

import sys
from pathlib import Path

from openpyxl import load_workbook

FILLS = {"error": "FFF7B7AE", "warning": "FFFFE38A"}


def problems(path):
    book = load_workbook(path)
    first = book.worksheets[0]
    if not first.title.startswith("One Plan problems"):
        yield f"the first sheet is {first.title}"
    if book.active.title != first.title:
        yield f"the sheet that is shown is {book.active.title}"
    selected = [sheet.title for sheet in book.worksheets if sheet.sheet_view.tabSelected]
    if selected != [first.title]:
        yield f"selected are {selected}"
    marked = 0
    for line in path.with_suffix(".txt").read_text(encoding="utf-8").splitlines():
        sheet, at, severity, words = line.split("\t")
        cell = book[sheet][at]
        note = cell.comment.text if cell.comment else ""
        if words not in note:
            yield f"{sheet} {at}: the note is {note!r}, without {words!r}"
        if severity == "kept":
            continue
        marked += 1
        if cell.fill.fill_type != "solid" or cell.fill.start_color.rgb != FILLS[severity]:
            yield f"{sheet} {at}: the fill is {cell.fill.fill_type} {cell.fill.start_color.rgb}"
        if severity not in note:
            yield f"{sheet} {at}: the note does not say {severity}: {note!r}"
    links = [cell.hyperlink.location for row in first for cell in row if cell.hyperlink]
    if len(links) < marked:
        yield f"{marked} marks and {len(links)} links"
    for location in links:
        sheet, at = location.lstrip("#").rsplit("!", 1)
        book[sheet.strip("'").replace("''", "'")][at]


def main():
    files = sorted(Path(sys.argv[1]).glob("*.xls?"))
    wrong = [f"{path.name}: {problem}" for path in files for problem in problems(path)]
    print("\n".join(wrong))
    print(f"{len(files)} files")
    sys.exit(1 if wrong or not files else 0)


main()
