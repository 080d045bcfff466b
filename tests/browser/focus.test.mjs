// Whoever presses a button that goes away goes on near it: the focus is not lost.

import assert from "node:assert/strict";
import { inEachBrowser, visiting } from "./support/suite.mjs";

/** Presses the first button of the page whose words begin like this, as the keyboard does. */
async function press(visit, words) {
  await visit.evaluate((wanted) => {
    const button = [...document.querySelectorAll("main button")].find((one) => one.textContent.trim().startsWith(wanted));
    button.focus();
  }, words);
  await visit.page.keyboard.press("Enter");
}

inEachBrowser("the focus", (running) => {
  visiting(running, "stays near a button that goes", async (visit) => {
    await visit.openExample();
    await visit.go("Scenarios");
    await visit.until("the kept scenarios", () => document.querySelector("#kept tbody tr") !== null);
    const rows = () => visit.evaluate(() => document.querySelectorAll("#kept tbody tr").length);
    const before = await rows();
    await press(visit, "Take out");
    await visit.until("one less", (count) => document.querySelectorAll("#kept tbody tr").length === count, before - 1);
    await visit.focusOn("section[aria-labelledby='kept-title'] h2", "the heading of the scenarios");

    await visit.openByDrop("no plan", "wrong.json");
    await visit.focusOn(".error-summary", "what is wrong");
    await press(visit, "Close");
    await visit.until("it gone", () => document.querySelector(".error-summary") === null);
    await visit.focusOn("main *", "the page");
  });

  visiting(running, "goes from the beginning of a page to its tables", async (visit) => {
    await visit.openExample();
    for (const [page, heading] of [
      ["Savings", "Change what stands on this page"],
      ["Activity", "Tables of this section"],
      ["CQUIN", "Tables of this section"],
      ["Contracts", "Tables of this section"],
      ["Finance", "Tables of this section"],
      ["Providers", "Tables of this section"],
      ["Delivery", "Tables of this section"],
      ["Risks", "Tables of this section"],
      ["Scenarios", "Tables of this section"],
      ["Data", "Tables of this section"],
    ]) {
      await visit.go(page);
      await visit.heading(page);
      const address = await visit.evaluate(() => location.hash);
      await visit.page.focus("a.to-tables");
      await visit.page.keyboard.press("Enter");
      await visit.focusOn("[data-tables] h2", `the tables of ${page}`);
      const [words, top, hash] = await visit.evaluate(() => [
        document.activeElement.textContent,
        document.activeElement.getBoundingClientRect().top,
        location.hash,
      ]);
      assert.equal(words, heading, page);
      assert.ok(top >= 0 && top < 800, `${page}: the tables are in sight, at ${top}`);
      assert.equal(hash, address, "the address names the page");
    }
  });
});
