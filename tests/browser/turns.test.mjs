// What stands further down on a page comes part by part, each in a turn of its own: in one go the page would stand still.

import assert from "node:assert/strict";
import { inEachBrowser, visiting } from "./support/suite.mjs";

inEachBrowser("the lower parts of a page", (running) => {
  visiting(
    running,
    "are drawn one by one, and all of them",
    async (visit) => {
      await visit.openExample();
      for (const name of ["Savings", "Scenarios", "Overview"]) {
        // Callbacks of an observer come once in a turn: how many parts each of them saw drawn.
        await visit.evaluate(() => {
          globalThis.drawn = [];
          const parts = (nodes) => [...nodes].filter((node) => node.matches?.("[data-undrawn]")).length;
          globalThis.watching = new MutationObserver((changes) => {
            const count = changes.reduce((sum, { removedNodes }) => sum + parts(removedNodes), 0);
            if (count > 0) globalThis.drawn.push(count);
          });
          globalThis.watching.observe(document.querySelector("main"), { childList: true, subtree: true });
        });
        await visit.go(name);
        await visit.drawn();
        const drawn = await visit.evaluate(() => {
          globalThis.watching.disconnect();
          return globalThis.drawn;
        });
        assert.ok(drawn.length > 3, `${name}: ${drawn}`);
        assert.equal(Math.max(...drawn), 1, `${name}: ${drawn}`);
      }
      // Who leaves before they are drawn holds up none of the next page.
      await visit.evaluate(() => {
        for (const name of ["Savings", "Scenarios", "Finance"]) {
          [...document.querySelectorAll("nav.tabs a")].find((one) => one.textContent === name).click();
        }
      });
      await visit.heading("Finance");
      await visit.drawn();
    },
    { places: ["http"] },
  );
});
