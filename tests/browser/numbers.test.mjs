// What people type for a number is read in one way in every field: with its sign, its unit, commas or brackets. Where it is kept
// otherwise, the field says as what it was understood.

import assert from "node:assert/strict";
import { openGrid } from "./support/grid.mjs";
import { inEachBrowser, visiting } from "./support/suite.mjs";
import { until } from "./support/until.mjs";

/** Types into a field in place of what stands there. */
async function type(visit, id, text) {
  await visit.page.focus(`#${id}`);
  await visit.evaluate((field) => document.getElementById(field).select(), id);
  await visit.page.keyboard.type(text);
}

/** What a field says below it. */
const said = (visit, id) =>
  visit.evaluate((field) => {
    const input = document.getElementById(field);
    return [input.ariaInvalid === "true", document.getElementById(`${field}-error`).textContent];
  }, id);

inEachBrowser("numbers as people type them", (running) => {
  visiting(
    running,
    "levers and goals take a percentage, months and an amount, and say what they understood",
    async (visit) => {
      await visit.openSurrey();
      await visit.go("Scenarios");
      for (const [id, text, words] of [
        ["lever-delivery", "50%", ""],
        ["lever-growth", "(3)", "Understood as −3%."],
        ["lever-delay", "3 months", ""],
        ["goal-target", "£1.2m", "Understood as £1,200,000."],
        ["goal-target", "1,200", "Understood as £1,200."],
        ["ranges-seed", "1,200", ""],
      ]) {
        await type(visit, id, text);
        await until(`${text} in ${id}`, async () => (await said(visit, id)).join("|") === `false|${words}`);
      }
      await until("the goal", async () =>
        (await visit.texts("section[aria-labelledby='goal-title'] [role=status]")).some((words) => /£1,200 or more/.test(words)),
      );
      await type(visit, "lever-delivery", "much");
      await until("why not", async () =>
        (await said(visit, "lever-delivery"))[1].startsWith("Enter a percentage, such as 80 or 80%. Until then "),
      );
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "a cell takes an amount with its own unit, and keeps it in the unit of its row",
    async (visit) => {
      await visit.openSurrey();
      await openGrid(visit, "Contracts", "contracts");
      const place = await visit.evaluate(() => {
        const row = [...document.querySelectorAll("[role=grid] tbody [role=row]")][0];
        const heads = [...document.querySelectorAll("[role=grid] thead th")].map((one) => one.textContent.trim());
        return [heads.indexOf("Above"), row.cells[heads.indexOf("Unit")].textContent];
      });
      for (let column = 1; column < place[0]; column += 1) await visit.page.keyboard.press("ArrowRight");
      assert.equal(place[1], "£m");
      await visit.page.keyboard.type("£350k");
      await visit.page.keyboard.press("Enter");
      await until("the amount", () =>
        visit.evaluate(
          (column, wanted) => document.querySelector("[role=grid] tbody [role=row]").cells[column].textContent === wanted,
          place[0],
          "0.35",
        ),
      );
    },
    { places: ["http"] },
  );
});
