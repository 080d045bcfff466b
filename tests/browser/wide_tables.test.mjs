// A table that is wider than its place says so in words beside it, and a button goes to the columns that are not seen: also
// where the page is an element of another page, in a shadow root.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { SITE, SURREY } from "./support/setting.mjs";
import { serve } from "./support/server.mjs";
import { inEachBrowser, visiting } from "./support/suite.mjs";
import { until } from "./support/until.mjs";
import { it } from "node:test";

const NARROW = { width: 390, height: 844 };

const ELEMENT = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,"><title>The intranet</title></head>
<body><one-plan src="plan.json" page="savings"></one-plan>
<script type="module" src="one-plan-element.js"></script></body></html>`;

/** In the page: each table, whether it is wider than its place, and what the button beside it says; nothing if it is not seen. */
const tables = () => {
  const root = document.querySelector("one-plan")?.shadowRoot ?? document;
  return [...root.querySelectorAll("main .table-block")].filter((block) => block.checkVisibility()).map((block) => {
    const region = block.querySelector(".table-scroll");
    const button = block.querySelector(".table-more");
    const seen = [...button.children].filter((words) => words.checkVisibility()).map((words) => words.textContent);
    const most = region.scrollWidth - region.clientWidth - 2;
    return { isWide: most > -1, says: seen.join("|"), left: region.scrollLeft, most };
  });
};

/** In the page: presses the button of the first table that has one. */
const press = () => {
  const root = document.querySelector("one-plan")?.shadowRoot ?? document;
  const button = [...root.querySelectorAll("main .table-more")].find((one) => one.checkVisibility());
  button.click();
};

/** What holds of the tables of a page: `evaluate` runs a function in it. */
async function hold(evaluate) {
  const isTold = (all) => all.every(({ isWide, says }) => (says !== "") === isWide);
  await until("a button beside each wide table, and beside no other", async () => {
    const all = await evaluate(tables);
    return all.some(({ isWide }) => isWide) && isTold(all);
  });
  const wide = async () => (await evaluate(tables)).find(({ isWide }) => isWide);
  const { says, left } = await wide();
  assert.deepEqual([says, left], ["More columns →", 0]);
  await evaluate(press);
  await until("columns further on", async () => (await wide()).left > 0);
  for (let presses = 0; presses < 20; presses += 1) {
    // At its end it says so in the turn after.
    const before = await wide();
    if (before.left >= before.most) break;
    await evaluate(press);
    await until("columns further on", async () => (await wide()).left > before.left);
  }
  await until("the way back", async () => (await wide()).says === "← First columns");
  await evaluate(press);
  await until("the first columns", async () => {
    const { left, says } = await wide();
    return left === 0 && says === "More columns →";
  });
}

inEachBrowser("tables that are wider than their place", (running) => {
  visiting(
    running,
    "say so on a phone, and a button goes through their columns",
    async (visit) => {
      await visit.openSurrey();
      await visit.go("Savings");
      await hold((what) => visit.evaluate(what));
      // Where there is room the button goes.
      await visit.page.setViewport({ width: 1280, height: 900 });
      await visit.until("no button", () =>
        [...document.querySelectorAll("main .table-more")].every((button) => !button.checkVisibility()),
      );
    },
    { viewport: NARROW },
  );

  it("say so in a shadow root", async () => {
    const server = await serve(SITE, { "/element.html": ELEMENT, "/plan.json": readFileSync(SURREY, "utf8") });
    const page = await running().browser.newPage();
    try {
      await page.setViewport(NARROW);
      await page.goto(`${server.origin}/element.html`);
      await until("the plan", () =>
        page.evaluate(() => document.querySelector("one-plan").shadowRoot?.querySelector("h1")?.textContent === "Savings"),
      );
      await hold((what) => page.evaluate(what));
    } finally {
      await page.close();
      await server.stop();
    }
  });
});
