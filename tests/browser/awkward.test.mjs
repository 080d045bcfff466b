// Plans that ask much of the page although they are small: it answers, and it goes on answering.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { chain, claims, colliding, product, wide } from "./support/awkward.mjs";
import { EXAMPLE } from "./support/setting.mjs";
import { inEachBrowser, visiting } from "./support/suite.mjs";
import { PAGES } from "./support/visit.mjs";

/** What each plan is, its text, and where a figure of it is shown: the page and the id. */
const PLANS = [
  ["a product of 4,000 terms", product(4_000), "Checks", "derived.number.product"],
  ["4,000 claims on one activity", claims(4_000), "Checks", "overlap.first.second.hospital.visits.claimed-twice"],
  ["a chain of 10,000 dependencies", chain(10_000), "Overview", "schemes.list.list.gross"],
  ["30,000 ids chosen to collide", colliding(30_000), "Overview", "schemes.list.list.gross"],
];

inEachBrowser(
  "awkward plans",
  (running) => {
    for (const [what, text, page, figure] of PLANS) {
      visiting(
        running,
        `${what}: opened, and a figure is explained`,
        async (visit) => {
          await visit.openByDrop(text, "awkward.json");
          await visit.isOpen("Awkward");
          await visit.go("Overview");
          await visit.go(page);
          // What is printed stands on a tab of its own.
          if (page === "Checks") await visit.page.click("[role='tab']:nth-child(2)");
          await visit.until(
            `the figure ${figure}`,
            (wanted) => document.querySelector(`main [data-figure='${wanted}']`),
            figure,
          );
          await visit.evaluate((wanted) => document.querySelector(`main [data-figure='${wanted}']`).click(), figure);
          await visit.until(
            `the explanation of ${figure}`,
            (wanted) => document.querySelector("[data-explained]")?.dataset.explained === wanted,
            figure,
          );
          assert.notDeepEqual(await visit.texts("[data-explained]"), [""]);
          await visit.go("Savings");
        },
        { places: ["http"] },
      );
    }

    visiting(
      running,
      "names of 400 letters without a space make no page wider than the screen",
      async (visit) => {
        await visit.page.setViewport({ width: 1280, height: 900 });
        await visit.openByDrop(wide(EXAMPLE), "wide.json");
        await visit.isOpen("Wide");
        for (const width of [1280, 390]) {
          await visit.page.setViewport({ width, height: 900 });
          for (const [, name] of PAGES) {
            await visit.go(name);
            const wide = await visit.evaluate(() => document.documentElement.scrollWidth);
            assert.ok(wide <= width, `${name} at ${width} pixels is ${wide} wide`);
          }
        }
      },
      { places: ["http"] },
    );

    for (const between of ["", " "]) {
      visiting(
        running,
        `the savings of a scheme are in sight beside a name of 400 letters ${between ? "in words" : "without a space"}`,
        async (visit) => {
          await visit.page.setViewport({ width: 1280, height: 900 });
          const plan = JSON.parse(readFileSync(EXAMPLE, "utf8"));
          for (const scheme of plan.schemes) scheme.name = `Wide${between}`.repeat(100);
          await visit.openByDrop(JSON.stringify(plan), "wide.json");
          await visit.isOpen("Example Valley");
          await visit.go("Savings");
          const right = await visit.evaluate(() => {
            const row = [...document.querySelectorAll("main .table tbody tr")].find((one) => one.querySelector("th")?.textContent.startsWith("Wide"));
            return row.querySelector("td[data-label='Gross saving'], td.num").getBoundingClientRect().right;
          });
          assert.ok(right > 0 && right <= 1280, `the saving ends at ${right}`);
        },
        { places: ["http"] },
      );
    }
  },
  ["chromium"],
);
