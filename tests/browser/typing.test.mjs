// What is typed faster than the page is drawn counts all the same: no letter and no step is lost. Here all of it happens in
// one turn, in which nothing can be drawn.

import assert from "node:assert/strict";
import { openGrid } from "./support/grid.mjs";
import { inEachBrowser, visiting } from "./support/suite.mjs";
import { until } from "./support/until.mjs";

/** Presses keys on what a selector finds, one right after the other. */
const press = (visit, selector, ...keys) =>
  visit.evaluate(
    (wanted, pressed) => {
      const element = document.querySelector(wanted);
      for (const key of pressed) {
        element.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      }
    },
    selector,
    keys,
  );

/** Types texts into fields one right after the other, each `[id, text]`, and then presses what a selector finds, if any. */
const type = (visit, texts, button) =>
  visit.evaluate(
    (given, wanted) => {
      for (const [id, text] of given) {
        const field = document.getElementById(id);
        field.value = text;
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      }
      if (wanted) document.querySelector(wanted).click();
    },
    texts,
    button,
  );

const undo = async (visit) => (await visit.texts(".masthead__change"))[0];

inEachBrowser("what is typed fast", (running) => {
  visiting(
    running,
    "each step and each letter in a grid",
    async (visit) => {
      await visit.openSurrey();
      await openGrid(visit, "Delivery", "programmes");
      await press(visit, "[role=grid]", "ArrowDown", "ArrowRight", "N", "e", "x", "w", "Backspace", "t", "Enter", "E", "n", "d", "Enter");
      const names = () =>
        visit.evaluate(() => [...document.querySelectorAll("[role=grid] tbody [role=row]")].map((row) => row.cells[2].textContent));
      await visit.until("both names", () => {
        const rows = [...document.querySelectorAll("[role=grid] tbody [role=row]")];
        return rows[1]?.cells[2].textContent === "Next" && rows[2]?.cells[2].textContent === "End";
      });
      assert.notEqual((await names())[0], "Next");
      assert.equal(await visit.evaluate(() => document.querySelector("[role=grid] input")), null, "nothing is being written");
      await press(visit, "[role=grid]", "ArrowUp", "ArrowUp", "ArrowUp");
      await visit.until("the first row", () => document.querySelector("[data-active]").id.endsWith("-0-1"));
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "a number that is changed and changed back, and one beside another",
    async (visit) => {
      await visit.openExample();
      await visit.go("CQUIN");
      const id = await visit.evaluate(() => document.querySelector("input[id^='achieved-']").id);
      const earned = async () => (await visit.shown("cquin.total.earned")).join();
      const before = await earned();
      await type(visit, [[id, "3"]]);
      await until("it counted", async () => (await earned()) !== before);
      const with3 = await earned();
      await type(visit, [
        [id, "95"],
        [id, "3"],
      ]);
      await visit.idle();
      assert.equal(await earned(), with3, "the number that stands in the field counts");

      await visit.go("Scenarios");
      await type(visit, [
        ["lever-delivery", "90"],
        ["lever-delay", "3"],
        ["lever-growth", "2"],
      ]);
      await visit.until("what can be kept", () => /Give it a name/.test(document.querySelector("main").textContent));
      await type(visit, [["scenario-name", "Late"]], "section[aria-labelledby='kept-title'] .button--secondary");
      await visit.until("the scenario", () => /Late/.test(document.querySelector(".masthead__change")?.textContent));
      await visit.until("all three levers", () => {
        const row = [...document.querySelectorAll("#kept tbody tr")].at(-1)?.textContent ?? "";
        return /90/.test(row) && /3 months/.test(row) && /2%/.test(row);
      });
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "a new row is taken as it stands in the form, and once",
    async (visit) => {
      await visit.openSurrey();
      await openGrid(visit, "Delivery", "programmes");
      const rows = () => visit.evaluate(() => document.querySelector("[role=grid]").ariaRowCount);
      const before = Number(await rows());
      await visit.evaluate(() => [...document.querySelectorAll("button")].find((one) => one.textContent === "Add a row").click());
      await visit.until("the form", () => Boolean(document.getElementById("add-programmes-1")));
      const submit = "form[aria-label^='A new row'] button[type=submit]";
      await type(visit, [["add-programmes-1", "Urgent"], ["add-programmes-1", "Urgent care of all"]], submit);
      await visit.until("the row", () => /added/.test(document.querySelector(".masthead__change")?.textContent));
      const last = () =>
        visit.evaluate(() => document.querySelector("form[aria-label^='A new row'] [role=status]").textContent);
      assert.match(await last(), /^Row \d+ of programmes added\.$/);
      await visit.until("one more", (count) => Number(document.querySelector("[role=grid]").ariaRowCount) === count, before + 1);
      assert.match(await undo(visit), /^Undo: Row \d+ of programmes added/);
      await visit.page.focus("[role=grid]");
      // One row for the headings is counted, and one for rows that are to come.
      await press(visit, "[role=grid]", ...Array(before - 2).fill("ArrowDown"), "ArrowRight");
      await visit.until(
        "its whole name",
        () => document.querySelector("[data-active]")?.textContent === "Urgent care of all",
      );
    },
    { places: ["http"] },
  );
});
