// The worked example in the documentation: every number that it names stands on the page of its section.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { inEachBrowser, visiting } from "./support/suite.mjs";
import { PAGES } from "./support/visit.mjs";

const DOCS = fileURLToPath(new URL("../../docs/", import.meta.url));
/** Where the pictures are written; without it they are only taken. */
const { ONE_PLAN_PICTURES } = process.env;

const text = readFileSync(path.join(DOCS, "worked-example.md"), "utf8").replace(/\s+/g, " ");
const sections = text.split(/ (?=## )/).slice(1).map((section) => {
  const [, word] = /worked-example\/([a-z]+)\.png/.exec(section);
  const named = [...section.matchAll(/\*\*(.+?)\*\* ?<!-- (.+?) -->/g)].map(([, value, of]) => ({ value, of }));
  return { word, name: /^## (.+?) !/.exec(section)[1], named };
});

/** What it tells a person to do in a section, and what follows. */
const DONE = {
  async cquin(visit) {
    await visit.page.click("label[for='evidence-indicator-0']");
    const earned = "cquin.indicator.vte-risk-assessment.earned";
    await visit.until("what is earned", (id) => document.querySelector(`[data-figure="${id}"]`).textContent === "740,000", earned);
    await visit.evaluate(() => document.querySelector(".masthead__change").click());
    await visit.until("nothing earned", (id) => document.querySelector(`[data-figure="${id}"]`).textContent === "0", earned);
  },
  async delivery(visit) {
    await visit.evaluate(() => document.querySelector("main input[type='date']").focus());
    await visit.evaluate(() => {
      const field = document.querySelector("main input[type='date']");
      field.value = "2011-12-31";
      field.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await visit.until("what is overdue", () => /overdue/.test(document.querySelector("main").textContent));
  },
};

inEachBrowser("the worked example", (running, kind) => {
  visiting(running, "every number that it names stands on its page", async (visit, place) => {
    assert.deepEqual(sections.map(({ word, name }) => [word, name]), PAGES, "every section, in order");
    await visit.page.setViewport({ width: 1280, height: 900 });
    await visit.openSurrey();
    let count = 0;
    for (const { word, name, named } of sections) {
      await visit.go(name);
      for (const { value, of } of named) {
        count += 1;
        await visit.until(
          `${value} (${of}) in ${name}`,
          ({ value: wanted, of: figure }) => {
            const spaced = (words) => words.replace(/\s+/g, " ").toLowerCase();
            if (figure === "text") return spaced(document.body.textContent).includes(wanted.toLowerCase());
            return [...document.querySelectorAll(`main [data-figure="${figure}"]`)].some(
              (element) => element.textContent === wanted,
            );
          },
          { value, of },
        );
      }
      const picture = path.join(ONE_PLAN_PICTURES ?? "", `${word}.png`);
      const write = ONE_PLAN_PICTURES && kind === "chromium" && place === "http" ? { path: picture } : {};
      await visit.page.screenshot(write);
      await DONE[word]?.(visit);
    }
    assert.ok(count > 25, `only ${count} numbers are named`);
  });
});
