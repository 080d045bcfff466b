// The page tries to reach the network and shows that its policy refuses every way.

import assert from "node:assert/strict";
import { it } from "node:test";
import { inEachBrowser } from "./support/suite.mjs";
import { PLACES, Visit } from "./support/visit.mjs";

inEachBrowser("nothing leaves this computer", (running) => {
  for (const place of PLACES) {
    it(`the page tries every way to reach the network, and each is refused by its policy [${place}]`, async () => {
      const visit = await Visit.begin(running(), place);
      try {
        await visit.evaluate(() => document.querySelector("[data-press='network-test']").click());
        const rows = await visit.until("the results", () => {
          const found = [...document.querySelectorAll("#network-test tbody tr")];
          return found.length > 0 && found.map((row) => [...row.cells].map((cell) => cell.textContent));
        });
        assert.equal(rows.length, 14);
        for (const [way, became, rule] of rows) {
          assert.equal(became, "✓ Refused before anything was sent", way);
          assert.match(rule, /^[a-z-]+(-src|-action|-elem)$/, way);
        }
        const sent = visit.requests.filter((address) => address.includes("one-plan.invalid"));
        const refused = await visit.evaluate(() => globalThis.refusals.length);
        assert.ok(refused >= rows.length, `${refused} refusals`);
        // A browser may tell of a request that it then refuses; that none went out is what its policy says.
        assert.ok(sent.length <= rows.length, sent.join());
        assert.equal(await visit.evaluate(() => document.querySelectorAll("body > iframe, body > form").length), 0);
      } finally {
        await visit.end();
      }
    });
  }
});
