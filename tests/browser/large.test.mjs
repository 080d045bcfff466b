// A large plan file is read and computed while the page goes on: it says how far it is, can be stopped, and keeps the plan
// that is open until the new one is whole. `cargo xtask bench` measures the same with a file of 100 MB.

import assert from "node:assert/strict";
import { it } from "node:test";
import { stopExport } from "./support/export.mjs";
import { measureOpening } from "./support/large.mjs";
import { taken as savedAfter } from "./support/load.mjs";
import { onePlan } from "./support/program.mjs";
import { serve } from "./support/server.mjs";
import { SITE } from "./support/setting.mjs";
import { inEachBrowser } from "./support/suite.mjs";
import { Visit } from "./support/visit.mjs";

/** So many schemes are a file of 24 MB. */
const SCHEMES = 20_000;

/** Answers with what is drawn while a file is read. */
const shown = () => ({
  progress: document.querySelector(".notice__progress")?.textContent ?? "",
  said: [...document.querySelectorAll("p[role='status'].visually-hidden")].at(-1).textContent,
  plan: document.querySelector(".masthead__plan")?.textContent ?? "",
});

/** Drops a file that the page fetches from an address. */
async function drop(address) {
  const transfer = new DataTransfer();
  transfer.items.add(new File([await (await fetch(address)).blob()], "large.json"));
  const event = { bubbles: true, cancelable: true, composed: true, dataTransfer: transfer };
  document.querySelector("main").dispatchEvent(new DragEvent("drop", event));
}

inEachBrowser("a large plan file", (running) => {
  it("is read while the page goes on, can be stopped, and takes the place of the open plan when it is whole", async (context) => {
    const large = onePlan("sample", String(SCHEMES)).stdout;
    const server = await serve(SITE, { "/large.json": large, "/broken.json": large.slice(0, large.length / 2) });
    const visit = await Visit.begin(running(), "http", { server });
    try {
      await visit.openSurrey();
      const stops = {
        button: () =>
          [...document.querySelectorAll(".notice button")].find((one) => one.textContent === "Stop reading").click(),
        Escape: () => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true })),
      };
      for (const [name, stop] of Object.entries(stops)) {
        await visit.evaluate(drop, "/large.json");
        await visit.until("how much is read", () =>
          /read|fetched/.test(document.querySelector(".notice__progress")?.textContent),
        );
        await visit.evaluate(stop);
        await visit.until(`${name} to stop it`, () => !document.querySelector(".notice"));
        const { said, plan } = await visit.evaluate(shown);
        assert.match(said, /^Reading was stopped\. What was open stays open\./);
        assert.match(plan, /NHS Surrey/);
      }

      await visit.evaluate(drop, "/broken.json");
      await visit.until("what is wrong", () => Boolean(document.querySelector(".error-summary")));
      assert.match((await visit.texts(".error-summary"))[0], /NHS Surrey\) stays open as it was\..*EOF while parsing/s);

      const { taken, longest, afterwards, progress, stayed } = await visit.evaluate(measureOpening, "/large.json", "Nowhere");
      assert.ok(stayed, "the plan that was open stayed until the new one was whole");
      assert.ok(
        progress.some((words) => /^\d+ % read$/.test(words)),
        `${progress}`,
      );
      context.diagnostic(
        `open in ${taken.toFixed(0)} ms, longest standstill ${longest.toFixed(0)} ms, then ${afterwards.toFixed(0)} ms`,
      );
      // Where other programs have the machine the page stands still whatever it does, but never for most of the time.
      assert.ok(longest < Math.max(50, taken / 5), `the page stood still for ${longest} of ${taken} ms`);

      await visit.go("Data");
      await visit.heading("Data");
      const stopped = await visit.evaluate(stopExport);
      assert.match(stopped.said, /\.xlsx was not written: you stopped it\./);
      assert.ok(
        stopped.progress.some((words) => /^Sheet 2 of \d+: Results\.$/.test(words)),
        stopped.progress.join("; "),
      );
      context.diagnostic(`a workbook begun in ${stopped.taken.toFixed(0)} ms, standstill ${stopped.longest.toFixed(0)} ms`);
      assert.ok(
        stopped.longest < Math.max(50, stopped.taken / 5),
        `the page stood still for ${stopped.longest} of ${stopped.taken} ms while a workbook was begun`,
      );
      await savedAfter(visit, running, "Blank template", "one-plan-template.xlsx");

      await visit.assertClean();
    } finally {
      await visit.end();
    }
  });
});
