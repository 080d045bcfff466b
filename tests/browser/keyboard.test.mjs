// Everything can be done with the keyboard alone.

import assert from "node:assert/strict";
import { enter, focused, tabTo } from "./support/keys.mjs";
import { inEachBrowser, visiting } from "./support/suite.mjs";
import { PAGES } from "./support/visit.mjs";

inEachBrowser("keyboard", (running) => {
  visiting(
    running,
    "Tab comes to the skip link first, which leads to the content",
    async (visit) => {
      await visit.page.keyboard.press("Tab");
      assert.equal((await focused(visit)).text, "Skip to the content");
      const { top } = await visit.evaluate(() => document.activeElement.getBoundingClientRect().toJSON());
      assert.ok(top >= 0, "the skip link is seen while it has the focus");
      await visit.page.keyboard.press("Enter");
      await visit.until("the focus on the content", () => document.activeElement.id === "content");
      await tabTo(visit, "the example", ({ text }) => /^Try the plan of NHS Surrey/.test(text));
      await visit.page.keyboard.press("Enter");
      await visit.isOpen();
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "to every page, with the focus on its heading",
    async (visit) => {
      await visit.openSurrey();
      for (const [, name] of [...PAGES.slice(1), PAGES[0]]) {
        await enter(visit, name, { backwards: true });
        await visit.until(
          `the heading of ${name}`,
          (wanted) =>
            document.activeElement.localName === "h1" &&
            document.querySelector("nav [aria-current]").textContent === wanted,
          name,
        );
      }
    },
    { places: ["http"] },
  );

  visiting(running, "an explanation opens with Enter, and closes with Escape", async (visit) => {
    await visit.openSurrey();
    const number = await tabTo(visit, "a number", ({ figure }) => Boolean(figure));
    assert.ok(number.seen, "the focus on a number is seen");
    await visit.page.keyboard.press("Enter");
    await visit.until(
      "its explanation",
      (id) => document.querySelector("[data-explained]")?.dataset.explained === id,
      number.figure,
    );
    await visit.page.keyboard.press("Escape");
    await visit.until("the focus on the number", (id) => document.activeElement.dataset.figure === id, number.figure);
  });

  visiting(
    running,
    "a table is one stop: arrow keys go through its numbers, Enter explains one, Tab leaves the table",
    async (visit) => {
      await visit.openSurrey();
      for (const [, name] of PAGES) {
        await visit.go(name);
        const stops = await visit.evaluate(() =>
          [...document.querySelectorAll("main .table-scroll")].map((region) => {
            const inside = [...region.querySelectorAll("a, button, [tabindex]")].filter(({ tabIndex }) => tabIndex >= 0);
            return inside.length;
          }),
        );
        assert.ok(stops.every((count) => count === 0), `${name}: stops within its tables: ${stops}`);
      }
      await visit.go("Savings");
      await visit.evaluate(() => document.querySelector("main .table-scroll:has([data-figure])").focus());
      const at = () =>
        visit.evaluate(() => {
          const cell = document.activeElement.closest("td, th");
          return [cell?.parentElement.rowIndex, cell?.cellIndex];
        });
      const { keyboard } = visit.page;
      await keyboard.press("ArrowDown");
      assert.deepEqual(await at(), [1, 1]);
      assert.ok((await focused(visit)).seen, "the focus on a number of a table is seen");
      await keyboard.press("ArrowRight");
      await keyboard.press("ArrowDown");
      assert.deepEqual(await at(), [2, 2]);
      await keyboard.press("End");
      const [row, last] = await at();
      assert.ok(row === 2 && last > 2, "End stays in the row");
      await keyboard.press("Home");
      assert.deepEqual(await at(), [2, 1]);
      const { figure } = await focused(visit);
      await keyboard.press("Enter");
      await visit.until(
        "its explanation",
        (id) => document.querySelector("[data-explained]")?.dataset.explained === id,
        figure,
      );
      await keyboard.press("Escape");
      await visit.until("the focus on the number", (id) => document.activeElement.dataset.figure === id, figure);
      await keyboard.press("Tab");
      assert.equal(await visit.evaluate(() => document.activeElement.closest(".table-scroll")), null, "Tab leaves it");
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "evidence is given with the space bar, and the focus stays",
    async (visit) => {
      await visit.openSurrey();
      await visit.go("CQUIN");
      await visit.evaluate(() => document.querySelector(".table-scroll:has(#evidence-indicator-0)").focus());
      await visit.page.keyboard.press("Tab");
      assert.equal(await visit.evaluate(() => document.activeElement.id), "evidence-indicator-0");
      await visit.page.keyboard.press(" ");
      await visit.until(
        "what is earned",
        () =>
          document.querySelector("[data-figure='cquin.indicator.vte-risk-assessment.earned']").textContent ===
          "740,000",
      );
      assert.equal(await visit.evaluate(() => document.activeElement.id), "evidence-indicator-0");
    },
    { places: ["http"] },
  );
});
