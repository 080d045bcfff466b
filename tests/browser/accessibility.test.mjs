// axe finds nothing on any page, wide and narrow, and nothing has to be scrolled sideways.

import assert from "node:assert/strict";
import axe from "axe-core";
import { inEachBrowser, visiting } from "./support/suite.mjs";
import { PAGES, PARTS } from "./support/visit.mjs";

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

/** What is wrong with what is shown; `where` begins each line. */
async function faults(visit, where) {
  await visit.stillness();
  const found = await violations(visit);
  const over = await sideways(visit);
  if (over !== 0) found.push(`${over} pixels have to be scrolled sideways`);
  return found.map((fault) => `${where}: ${fault}`);
}

async function look(visit, where) {
  assert.deepEqual(await faults(visit, where), []);
}

/** Looks at every page of the open plan, and at an explanation. */
async function lookEverywhere(visit) {
  for (const [word, name] of PAGES) {
    await visit.go(name);
    await look(visit, word);
  }
  await visit.go("Overview");
  await visit.evaluate(() => document.querySelector("[data-figure='savings.total']").click());
  await visit.until("the explanation", () => Boolean(document.querySelector("[data-explained]")));
  await look(visit, "explanation");
}

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
        await look(visit, "start");
        await visit.openByDrop('{"format": "one-plan/1", "plann": []}', "wrong.json");
        await visit.until("the error summary", () => Boolean(document.querySelector(".error-summary")));
        await look(visit, "error summary");
        await visit.openSurrey();
        await lookEverywhere(visit);
      },
      options,
    );

    visiting(
      running,
      `every section of the Surrey plan with all its tables, ${size}`,
      async (visit) => {
        await visit.openSurrey();
        const found = [];
        for (const [word, name] of PARTS) {
          await visit.goToPart(name);
          found.push(...(await faults(visit, word)));
        }
        assert.deepEqual(found, []);
      },
      options,
    );

    visiting(
      running,
      `the sections in which Arden gives most, with all their tables, ${size}`,
      async (visit) => {
        await visit.openArden();
        for (const name of ["Finance", "Delivery", "Risks"]) {
          await visit.goToPart(name);
          await look(visit, name);
        }
        const figure = await visit.evaluate(() => document.querySelector("main [data-figure]").dataset.figure);
        await visit.evaluate(() => document.querySelector("main [data-figure]").click());
        await visit.until(
          "the explanation",
          (id) => document.querySelector("[data-explained]")?.dataset.explained === id,
          figure,
        );
        await look(visit, "an explanation of a part");
      },
      options,
    );
  }
});

inEachBrowser(
  "accessibility on a dark ground",
  (running) => {
    visiting(
      running,
      "every page, an explanation and a question, with the colours of a dark ground",
      async (visit) => {
        await visit.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
        await look(visit, "start");
        await visit.openSurrey();
        await lookEverywhere(visit);
        const ground = await visit.evaluate(() => getComputedStyle(document.body).backgroundColor);
        assert.equal(ground, "rgb(14, 22, 29)");
      },
      { places: ["http"] },
    );
  },
  ["chromium"],
);
