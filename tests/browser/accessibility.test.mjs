// axe finds nothing on any page, wide and narrow, and nothing has to be scrolled sideways.

import assert from "node:assert/strict";
import axe from "axe-core";
import { inEachBrowser, visiting } from "./support/suite.mjs";
import { PAGES } from "./support/visit.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const NARROW = { width: 390, height: 844 };

/** What axe finds, as lines that say what and where. */
async function violations(visit) {
  const loaded = await visit.evaluate(() => "axe" in globalThis);
  if (!loaded) await visit.evaluate(axe.source);
  const found = await visit.evaluate(
    (tags) => axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] }),
    TAGS,
  );
  assert.ok(found.passes.length > 10, "axe has looked at the page");
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target}: ${failureSummary}`),
  );
}

const sideways = (visit) =>
  visit.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });

inEachBrowser("accessibility", (running) => {
  for (const [size, viewport] of [
    ["wide", undefined],
    ["at 390 pixels", NARROW],
  ]) {
    const options = { places: ["http"], viewport };
    visiting(
      running,
      `the start, an error summary, every page and an explanation, ${size}`,
      async (visit) => {
        const look = async (where) => {
          await visit.stillness();
          assert.deepEqual(await violations(visit), [], where);
          assert.equal(await sideways(visit), 0, `${where} needs no scrolling sideways`);
        };
        await look("start");
        await visit.openByDrop('{"format": "one-plan/1", "plann": []}', "wrong.json");
        await visit.until("the error summary", () => Boolean(document.querySelector(".error-summary")));
        await look("error summary");
        await visit.openSurrey();
        for (const [word, name] of PAGES) {
          await visit.go(name);
          await look(word);
        }
        await visit.go("Overview");
        await visit.evaluate(() => document.querySelector("[data-figure='savings.total']").click());
        await visit.until("the explanation", () => Boolean(document.querySelector("[data-explained]")));
        await look("explanation");
      },
      options,
    );
  }
});
