// One browser for all tests of a file, and one browser after the other.

import { after, before, describe, it } from "node:test";
import { launch } from "./browser.mjs";
import { PLACES, Visit } from "./visit.mjs";

// The tests of a file have a process of their own. Where the run that began it is killed, they would go on to their end, seen
// by nobody.
const run = process.ppid;
if (process.env.NODE_TEST_CONTEXT) setInterval(() => process.ppid === run || process.exit(1), 1_000).unref();

/** Declares tests for each browser. `declare` gets a function that answers with the running browser. */
export function inEachBrowser(subject, declare, kinds = ["chromium", "firefox"]) {
  for (const kind of kinds) {
    describe(`${subject} (${kind})`, () => {
      let running;
      before(async () => {
        running = await launch(kind);
      });
      after(() => running?.close());
      declare(() => running, kind);
    });
  }
}

/** Declares a test that visits the page, from a server and from the disk. The visit must end clean. */
export function visiting(running, words, test, { places = PLACES, ...options } = {}) {
  for (const place of places) {
    it(`${words} [${place}]`, async () => {
      const visit = await Visit.begin(running(), place, options);
      try {
        await test(visit, place);
        await visit.assertClean();
      } finally {
        await visit.end();
      }
    });
  }
}
