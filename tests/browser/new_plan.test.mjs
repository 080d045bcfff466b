// A plan is made from nothing: its details on the start page, its rows in the tables left empty.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { inEachBrowser, visiting } from "./support/suite.mjs";
import { until } from "./support/until.mjs";

/** Presses the button with these words, as they are read aloud. */
const press = (visit, words) =>
  visit.evaluate((wanted) => {
    [...document.querySelectorAll("main button")].find((one) => one.textContent.trim() === wanted).click();
  }, words);

/** Writes into the fields with these ids. */
async function fill(visit, fields) {
  for (const [id, text] of Object.entries(fields)) {
    await visit.until("the field", (wanted) => document.getElementById(wanted) !== null, id);
    await visit.evaluate((wanted) => document.getElementById(wanted).focus(), id);
    await visit.page.keyboard.type(text);
  }
}

/** The fields of a new row by the names of the columns. */
const row = (table, cells) => Object.fromEntries(Object.entries(cells).map(([at, text]) => [`add-${table}-${at}`, text]));
const undo = async (visit) => (await visit.texts(".masthead__change"))[0] ?? "";

inEachBrowser("a new plan", (running) => {
  visiting(running, "is made, filled, changed and saved", async (visit) => {
    await press(visit, "Make a new plan");
    await fill(visit, { "new-title": "Our plan", "new-first-year": "2026/27" });
    await visit.page.keyboard.press("Enter");
    await until("what is missing", async () => (await visit.texts(".new-plan .field__error"))[0] === "Whose plan it is must be given.");
    await fill(visit, { "new-system": "Anywhere" });
    await press(visit, "Make this plan");
    await visit.isOpen("Our plan");

    await visit.go("Delivery");
    await visit.evaluate(() => document.querySelector("[data-fills=programmes]").click());
    await fill(visit, row("programmes", { 1: "Urgent care" }));
    await visit.page.keyboard.press("Enter");
    await until("the programme", async () => (await undo(visit)) === "Undo: Row 1 of programmes added");
    const text = await visit.evaluate(() => document.querySelector("[role=grid] [aria-rowindex='2']").textContent);
    // Its number and what it is about, and then its cells.
    assert.match(text, /^1Urgent careurgent-careUrgent care/, "an id is made from the name");

    // Nothing contradicts what is not said twice: that is no plan that adds up.
    const light = async () => (await visit.texts("[data-check]"))[0].replace(/^\W+/, "");
    await until("what is known of it", async () => /^No fault found: nothing to compare yet|^Nothing to check yet/.test(await light()));

    await visit.go("Savings");
    await visit.evaluate(() => document.querySelector("[data-changes=programme_savings]").click());
    const saving = { 0: "Urgent care", 1: "2026/27", 2: "commissioner", 3: "much", 4: "£000" };
    await fill(visit, row("programme_savings", saving));
    await press(visit, "Add this row");
    await visit.until("the focus in the field with the problem", () => {
      const field = document.getElementById("add-programme_savings-3");
      return field.getAttribute("aria-invalid") === "true" && document.activeElement === field;
    });
    assert.equal(await undo(visit), "Undo: Row 1 of programmes added", "nothing is taken of a row that is wrong");
    await visit.page.keyboard.down("Control");
    await visit.page.keyboard.press("KeyA");
    await visit.page.keyboard.up("Control");
    await visit.page.keyboard.type("£1,250.50");
    await visit.page.keyboard.press("Enter");
    await visit.until("the saving", () => document.querySelector(".page__lead")?.textContent.includes("The plan saves"));
    assert.match(await visit.evaluate(() => document.querySelector(".page__lead").textContent), /£1\.25m in 2026\/27 through one programme/);

    const file = path.join(running().downloads, "plan.json");
    await visit.evaluate(() => {
      [...document.querySelectorAll("header button")].find((one) => one.textContent === "Save plan file").click();
    });
    await until("the file", () => existsSync(file));
    await until("all of it", async () => (await readFile(file, "utf8")).endsWith("}\n"));
    const plan = JSON.parse(await readFile(file, "utf8"));
    await rm(file);
    assert.deepEqual(plan.programmes, [{ id: "urgent-care", name: "Urgent care" }]);
    assert.equal(plan.plan[0].base_year, "2025/26");
  });
});
