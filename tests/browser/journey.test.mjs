// What a new user does, from the blank template to a workbook that another program calculates to the same pence; and from
// a tracker with headings of its own to the report.

import assert from "node:assert/strict";
import XLSX from "xlsx";
import { answer, controlTotals, dropTogether, press, question, questionIsGone, sayColumn, taken } from "./support/load.mjs";
import { recalculated } from "./support/office.mjs";
import { inEachBrowser, visiting } from "./support/suite.mjs";

/** What is typed into the template: by the name of its sheet, a heading and a cell for each column that is filled. */
const FILLED = {
  Plan: {
    title: ["Our plan"],
    system: ["Anywhere"],
    first_year: ["2026/27"],
    last_year: ["2026/27"],
    base_year: ["2025/26"],
  },
  Programmes: { id: ["care"], name: ["Planned care"] },
  "Scheme lists": { id: ["ours"], name: ["Our schemes"], year: ["2026/27"] },
  Schemes: {
    name: ["Fewer follow-ups", "Theatre lists", "Drugs"],
    list: ["ours", "ours", "ours"],
    programme: ["care", "care", "care"],
    unit: ["£000", "£000", "£000"],
    gross: [1200.5, 350.25, 99.99],
    reinvestment: [200, 50.1, 0],
  },
};
/** Three mistakes in it: the sheet, the heading, the row among those filled, what is typed, and what was meant. */
const MISTAKES = [
  ["Schemes", "gross", 1, "to be said", 350.25],
  ["Schemes", "list", 2, "theirs", "ours"],
  ["Schemes", "reinvestment", 0, "1.234,50", 200],
];
/** The headings of the template stand in the fifth row, the example below them, and then what is filled in. */
const HEADINGS = 4;
const FIRST = 6;

const read = (bytes) => XLSX.read(bytes, { type: "buffer" });
const written = (book) => XLSX.write(book, { type: "buffer", bookType: "xlsx" });
const plain = (words) => words.toLowerCase().replaceAll(/[\s_]/g, "");

/** Types something into a cell, by the heading of its column and its row among those filled in. */
function type(book, name, heading, row, value, first = FIRST) {
  const sheet = book.Sheets[name];
  const range = XLSX.utils.decode_range(sheet["!ref"]);
  let column = range.s.c;
  const at = () => sheet[XLSX.utils.encode_cell({ r: HEADINGS, c: column })]?.v ?? "";
  while (column <= range.e.c && plain(String(at())) !== plain(heading)) column += 1;
  assert.ok(column <= range.e.c, `the sheet ${name} has a column ${heading}`);
  range.e.r = Math.max(range.e.r, first + row);
  sheet["!ref"] = XLSX.utils.encode_range(range);
  const cell = { r: first + row, c: column };
  sheet[XLSX.utils.encode_cell(cell)] = { t: typeof value === "number" ? "n" : "s", v: value };
}

/** Waits until something is asked. */
const answerOf = (visit, words) =>
  visit.until(
    `the question "${words}"`,
    (wanted) => [...document.querySelectorAll(".field label")].some((label) => label.textContent.includes(wanted)),
    words,
  );

/** The figures of an exported workbook by their ids. */
function figures(bytes) {
  const rows = XLSX.utils.sheet_to_json(read(bytes).Sheets.Results, { header: 1, range: 3 });
  const id = rows[0].indexOf("Id");
  assert.ok(id >= 0, `the headings of Results are ${rows[0]}`);
  return new Map(rows.slice(1).map((row) => [row[id], row[1]]));
}

inEachBrowser("the way of a new user", (running) => {
  visiting(running, "template, three mistakes, corrected copy, mended, exported, recalculated", async (visit) => {
    await visit.openExample();
    await visit.go("Data");
    const book = read(await taken(visit, running, "Blank template", "one-plan-template.xlsx"));
    for (const [sheet, columns] of Object.entries(FILLED)) {
      for (const [heading, cells] of Object.entries(columns)) {
        cells.forEach((cell, row) => type(book, sheet, heading, row, cell));
      }
    }
    for (const [sheet, heading, row, typed] of MISTAKES) type(book, sheet, heading, row, typed);
    await dropTogether(visit, [["ours.xlsx", written(book)]]);
    const { items } = await question(visit);
    for (const [sheet, , , typed] of MISTAKES) {
      const told = items.filter((item) => item.includes(`sheet "${sheet}"`) && item.includes(typed));
      assert.equal(told.length, 1, `"${typed}" in ${items.join("\n")}`);
    }

    // The person's own file, with what is wrong in it marked, is mended and opened.
    const marked = read(await taken(visit, running, "ours.xlsx with the problems marked", "ours-corrected.xlsx"));
    assert.match(marked.SheetNames[0], /problem/i);
    for (const [sheet, heading, row, typed, meant] of MISTAKES) {
      const cells = Object.entries(marked.Sheets[sheet]).filter(([, cell]) => cell?.v === typed);
      assert.equal(cells.length, 1, typed);
      assert.ok(cells[0][1].c?.length > 0, `"${typed}" has a note`);
      type(marked, sheet, heading, row, meant);
    }
    await dropTogether(visit, [["ours.xlsx", written(marked)]]);
    await visit.isOpen("Our plan");
    await questionIsGone(visit);
    await visit.go("Data");
    const schemes = (await controlTotals(visit)).find(([table]) => table === "Schemes");
    assert.deepEqual(schemes.slice(0, 4), ["Schemes", "3", "3", "0"]);

    const exported = await taken(visit, running, "Excel workbook", "ours.xlsx");
    const ours = figures(exported);
    assert.equal(ours.get("schemes.list.ours.gross"), 1_650_740);
    assert.equal(ours.get("schemes.list.ours.net"), 1_650_740 - 250_100);
    const theirs = figures(await recalculated(exported));
    assert.deepEqual([...theirs.keys()], [...ours.keys()]);
    for (const [id, value] of ours) {
      const other = theirs.get(id);
      const agrees = typeof value === "number" ? Math.abs(other - value) < 0.005 : other === value;
      assert.ok(agrees, `${id}: ${value}, and calculated again ${other}`);
    }
  });

  visiting(running, "a tracker with headings of its own becomes schemes, months and a report", async (visit) => {
    const rows = [
      ["Code", "What we do", "Area", "Stage", "April", "May", "Worth"],
      ["A1", "Ward reviews", "Urgent care", "Amber", 10, 20, 360],
      ["A2", "Biosimilars", "Medicines", "Green", 5.5, 5.5, 66],
    ];
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), "Savings M2");
    await dropTogether(visit, [["tracker.xlsx", written(book)]]);
    // Nothing of it is known: first what the sheet is, then what its columns are.
    await answer(visit, "Savings M2", "+tracker");
    await press(visit, "Read it with these answers");
    await answerOf(visit, "For which financial year");
    await answer(visit, "For which financial year", "2026/27");
    await answer(visit, "In which unit", "£000");
    await answer(visit, "The months of", "actual");
    const columns = { Code: "reference", "What we do": "name", Area: "programme", Stage: "risk", Worth: "plan-of-year" };
    for (const [heading, field] of Object.entries(columns)) await sayColumn(visit, heading, field);
    await press(visit, "Read it with these answers");
    // What is left to look at is that the title and the years were made up.
    await visit.until("the plan to be offered", () =>
      [...document.querySelectorAll("button")].some((button) => button.textContent === "Open it with these problems"),
    );
    assert.deepEqual((await question(visit)).asked, []);
    await press(visit, "Open it with these problems");
    await visit.isOpen("tracker");
    await visit.go("Data");
    const totals = new Map((await controlTotals(visit)).map(([table, rows, , , pounds]) => [table, [rows, pounds]]));
    assert.deepEqual(totals.get("Schemes"), ["2", "426,000"]);
    assert.deepEqual(totals.get("Monitored months"), ["4", "41,000"]);
    await visit.go("Savings");
    assert.match(await visit.evaluate(() => document.querySelector("main").textContent), /£426,000|£0\.43m|426/);

    // The plan remembers it, and gives it as a file: the tracker of the next month is read without a question.
    await visit.go("Data");
    const kept = JSON.parse(await taken(visit, running, "What headings mean", "tracker-headings.json"));
    assert.equal(kept.trackers[0].headings.find(({ heading }) => heading === "Worth").field, "plan-of-year");
    const next = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(next, XLSX.utils.aoa_to_sheet([["Savings 2026/27"], [], ...rows]), "Savings M3");
    await dropTogether(visit, [["tracker M3.xlsx", written(next)]]);
    assert.deepEqual((await question(visit)).asked, []);
    await press(visit, "Open it with these problems");
    await visit.isOpen("tracker M3");
  });
});
