// What only a person can say of files: each question is asked in the dialog, its answer is used, and it is not asked again.

import assert from "node:assert/strict";
import XLSX from "xlsx";
import { answer, controlTotals, dropTogether, press, question, taken } from "./support/load.mjs";
import { inEachBrowser, visiting } from "./support/suite.mjs";
import { until } from "./support/until.mjs";

/** A workbook of some sheets, each a name with its rows. */
function workbook(sheets) {
  const book = XLSX.utils.book_new();
  for (const [name, rows] of sheets) XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), name);
  return XLSX.write(book, { type: "buffer", bookType: "xlsx" });
}

/** A schedule that does not say of which of two schemes it is. */
const SCHEDULE = [
  ["CQUIN schemes", [["Name", "Year"], ["Valley", "2014/15"], ["Hill", "2014/15"]]],
  [
    "CQUIN schedule",
    [
      ["CQUIN 2014/15 Valley Trust"],
      [],
      ["Goal", "Indicator", "Weighting", "Threshold", "Value £"],
      ["1", "Friends and Family Test", "30%", "90%", 300_000],
      ["2", "Pressure ulcers", "70%", "By March", 700_000],
      ["", "Total", "100%", "", 1_000_000],
    ],
  ],
];

/** A report of the year whose lines may be anything: savings, income, expenditure. */
const POSITION = [
  [
    "Position",
    [
      ["Position 2026/27, Month 5, £000"],
      ["Name", "Annual plan", "YTD plan", "YTD actual", "Forecast"],
      ["Acute", 120_000, 50_000, 51_200, 122_500],
    ],
  ],
];

const isAsked = (visit, words) =>
  until(`the question "${words}"`, async () => {
    const { asked } = await question(visit);
    return asked.some(([, label]) => label.includes(words));
  });

/** Answers, and opens the plan with what is left to look at. */
async function answeredAndOpened(visit, words, value) {
  await isAsked(visit, words);
  await answer(visit, words, value);
  await press(visit, "Read it with these answers");
  const open = await visit.until("the plan to be offered or open", () => {
    const words = ["Open it with these problems"];
    const offered = [...document.querySelectorAll("button")].find(({ textContent }) => words.includes(textContent));
    return offered ? "offered" : document.querySelector("nav.tabs a") && "open";
  });
  if (open === "offered") await press(visit, "Open it with these problems");
  await visit.until("the plan", () => document.querySelector("nav.tabs a") !== null);
}

/** What the plan remembers of headings, as it is taken away. */
async function remembered(visit, running, name) {
  await visit.go("Data");
  return JSON.parse(await taken(visit, running, "What headings mean", name));
}

inEachBrowser("questions about files", (running) => {
  visiting(
    running,
    "of a schedule with two schemes it is asked which is that of its rows",
    async (visit) => {
      await dropTogether(visit, [["schedule.xlsx", workbook(SCHEDULE)]]);
      const words = "which is that of its rows?";
      await isAsked(visit, words);
      const { asked } = await question(visit);
      const [id] = asked.find(([, label]) => label.includes(words));
      assert.deepEqual(
        (await visit.texts(`#${id} option`)).slice(1),
        ["Valley", "Hill"],
        "the schemes of the file are what may be meant",
      );
      await answeredAndOpened(visit, words, "Hill");
      const kept = await remembered(visit, running, "schedule-headings.json");
      assert.match(JSON.stringify(kept), /"Hill"/);
      const totals = new Map((await controlTotals(visit)).map(([table, rows]) => [table, rows]));
      assert.equal(totals.get("CQUIN indicators"), "2");
      await visit.go("CQUIN");
      await visit.heading("CQUIN");
      const schemes = await visit.texts("main h2");
      const hill = schemes.find((heading) => heading.startsWith("Hill"));
      assert.ok(hill, `a scheme Hill among ${schemes.join(", ")}`);
      const ulcers = await visit.evaluate(() =>
        [...document.querySelectorAll("main section")]
          .filter((section) => section.textContent.includes("Pressure ulcers"))
          .map((section) => section.querySelector("h2")?.textContent),
      );
      assert.ok(ulcers.some((heading) => heading?.startsWith("Hill")), `under Hill, not ${ulcers.join(", ")}`);
      // The next file of the same kind asks nothing.
      await dropTogether(visit, [["schedule.xlsx", workbook(SCHEDULE)]]);
      await visit.until("the file to be read", () => document.body.textContent.includes("rows of the plan were read"));
      assert.ok(!(await question(visit)).asked.some(([, label]) => label.includes(words)));
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "what the lines of a report are is asked where nothing says it",
    async (visit) => {
      await dropTogether(visit, [["position.xlsx", workbook(POSITION)]]);
      const asked = await until("the questions", async () => {
        const found = (await question(visit)).asked;
        return found.length > 0 && found;
      });
      const ids = asked.map(([id]) => id);
      const follows = await visit.evaluate(
        (all) => all.find((id) => document.querySelector(`#${id} option[value=income]`)),
        ids,
      );
      assert.ok(follows, `one of ${asked.map(([, label]) => label).join("; ")} asks what the rows are`);
      const label = asked.find(([id]) => id === follows)[1];
      await answeredAndOpened(visit, label, "income");
      const kept = await remembered(visit, running, "position-headings.json");
      assert.equal(kept.trackers[0].follows, "income");
      const totals = new Map((await controlTotals(visit)).map(([table, rows]) => [table, rows]));
      assert.equal(totals.get("Monitored lines"), "1", "a line of income is no scheme");
      assert.equal(totals.has("Schemes"), false);
    },
    { places: ["http"] },
  );
});
