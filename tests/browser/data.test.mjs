// Files that people have: they are opened, every problem is said, and the plan is taken away as a workbook that opens again.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { controlTotals, dropTogether, press, question, questionIsGone, taken } from "./support/load.mjs";
import { SURREY } from "./support/setting.mjs";
import { inEachBrowser, visiting } from "./support/suite.mjs";

const LISTS = ["scheme_lists.csv", "Name,Year\nOur schemes,2026/27\n"];
const SCHEMES = [
  "schemes.csv",
  [
    "Ref,Scheme,Scheme list,Programme,Gross saving (£000),Start,Owner",
    'S1,"Fewer follow-ups",Our schemes,Planned care,"1,200",Apr 2026,A post',
    "S2,Theatre lists,Our schemes,Planned care,(50),2026-07,A post",
    "S3,Beds,Our schemes,Urgent care,to be said,May 2026,A post",
    "S4,Drugs,Their schemes,Medicines,300,,A post",
    'Total,,,,"1,500",,',
  ].join("\r\n"),
];

inEachBrowser("data in and out", (running) => {
  visiting(running, "CSV files are opened together, and what is not used is said before", async (visit) => {
    await dropTogether(visit, [LISTS, SCHEMES]);
    const { text, items } = await question(visit);
    await visit.focusOn("[aria-labelledby='load-question-title']", "the question");
    assert.match(text, /9 rows of the plan were read from it, 1 is left out/);
    for (const [words, place] of [
      [/to be said/, /schemes\.csv, cell E4/],
      [/Their schemes/, /schemes\.csv, cell C5/],
      [/This total is 1500, and the rows above it add up to 1450/, /cell E6/],
    ]) {
      assert.ok(
        items.some((item) => words.test(item) && place.test(item)),
        `${words} at ${place} in ${items.join("\n")}`,
      );
    }
    const marked = await taken(visit, running, "schemes.csv with the problems marked", "schemes-corrected.csv");
    assert.match(marked.toString("utf8"), /to be said.*this is not a number/);
    await press(visit, "Open it with these problems");
    await visit.isOpen("not stated: Plan");
    await visit.go("Data");
    await visit.heading("Data");
    // 1,200 − 50 + 300 thousand pounds were read; the last row is left out.
    const schemes = (await controlTotals(visit)).find(([table]) => table === "Schemes");
    const said = ["Schemes", "4", "3", "1", "1,450,000", "1,150,000", "300,000", "1"];
    assert.deepEqual(schemes, said);
    // After a reload it is still the plan of these files, of which not everything is used.
    await visit.until(
      "the work to be kept",
      () => document.querySelector(".masthead__kept")?.textContent === "Kept in this browser",
    );
    await visit.page.reload();
    await visit.heading("Data");
    assert.deepEqual((await controlTotals(visit)).find(([table]) => table === "Schemes"), said);
    await visit.until("the problems to be listed again", () => /to be said/.test(document.querySelector("main").textContent));
  });

  visiting(running, "what was open stays open if a person does not want the rest", async (visit) => {
    await visit.openSurrey();
    await dropTogether(visit, [LISTS, SCHEMES]);
    await question(visit);
    await press(visit, "Keep One Plan (NHS Surrey)");
    await questionIsGone(visit);
    await visit.isOpen("NHS Surrey");
  });

  visiting(running, "a file that is done leaves the button that stops another", async (visit) => {
    await visit.openSurrey();
    await visit.go("Data");
    await visit.heading("Data");
    /** Whether the page says some words, and whether there is anything to stop. */
    const shows = (words, stops) => {
      const said = [...document.querySelectorAll("main p[role='status']")].map((one) => one.textContent).join(" ");
      const buttons = [...document.querySelectorAll("main button")].map((one) => one.textContent);
      return said.includes(words) && buttons.includes("Stop writing") === stops;
    };
    await press(visit, "Excel workbook");
    await press(visit, "Progress report");
    await visit.until("the report, and what stops the workbook", shows, "progress.md was handed", true);
    await visit.until("the workbook, and nothing to stop", shows, ".xlsx was handed", false);
  });

  visiting(running, "the workbook of a plan opens as the same plan, also without a network", async (visit) => {
    await visit.openSurrey();
    await visit.go("Data");
    const workbook = await taken(visit, running, "Excel workbook", "surrey-one-plan.xlsx");
    await visit.openByDrop(workbook, "again.xlsx");
    await visit.until("the other plan", () => location.hash === "#/overview");
    await visit.isOpen("NHS Surrey");
    assert.deepEqual(await visit.shown("savings.total"), ["£378.00m", "378.00"]);
    await visit.go("Data");
    const rows = await controlTotals(visit);
    assert.ok(rows.length > 20, "every table has its control total");
    for (const [table, read, used, out, pounds, poundsUsed] of rows) {
      assert.deepEqual([used, out, poundsUsed], [read, "0", pounds], table);
    }
  });

  visiting(
    running,
    "the template is empty when it is opened, and says what it needs",
    async (visit) => {
      await visit.openSurrey();
      await visit.go("Data");
      const template = await taken(visit, running, "Blank template", "one-plan-template.xlsx");
      await visit.openByDrop(template, "template.xlsx");
      const summary = await visit.until("the answer", () => document.querySelector(".error-summary")?.textContent);
      assert.match(summary, /no table of a plan was found in template\.xlsx/i);
      await visit.isOpen("NHS Surrey");
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "a file that is no workbook is refused with what it is",
    async (visit) => {
      await visit.openByDrop("%PDF-1.7 and more", "plan.xlsx");
      const summary = await visit.until("the answer", () => document.querySelector(".error-summary")?.textContent);
      assert.match(summary, /The selected file must be a workbook .* This is a PDF\./);
      await visit.openByDrop(await readFile(SURREY, "utf8"));
      await visit.isOpen("NHS Surrey");
    },
    { places: ["http"] },
  );
});
