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

/** In a page that is loaded: presses the button that is asked for as soon as the page says how far a reading is. */
function pressWhileReading() {
  new MutationObserver(() => {
    const wanted = sessionStorage.getItem("press");
    if (!wanted || !/read|computed/.test(document.querySelector(".notice__progress")?.textContent)) return;
    sessionStorage.removeItem("press");
    [...document.querySelectorAll("button")].find((one) => one.textContent === wanted).click();
  }).observe(document, { childList: true, subtree: true, characterData: true });
}

/** Drops a file that the page fetches from an address. */
async function drop(address) {
  const transfer = new DataTransfer();
  transfer.items.add(new File([await (await fetch(address)).blob()], "large.json"));
  const event = { bubbles: true, cancelable: true, composed: true, dataTransfer: transfer };
  document.querySelector("main").dispatchEvent(new DragEvent("drop", event));
}

/** How often something is measured at most. */
const TRIES = 4;

/** Milliseconds that the page may stand still while something takes so long. */
const stillAtMost = (taken) => Math.max(50, taken / 5);

/**
 * Measures something until the page went on meanwhile, and answers with the time when it stood still least. Where other
 * programs have the machine, a page stands still now and then whatever it does; what it does itself comes each time.
 */
async function leastStandstill(context, measure) {
  let least;
  for (let tried = 0; tried < TRIES && !(least?.longest < stillAtMost(least?.taken)); tried += 1) {
    const now = await measure(tried > 0);
    const rounded = [now.taken, now.longest, now.afterwards ?? 0].map((time) => time.toFixed(0));
    context.diagnostic(`taken ${rounded[0]} ms, longest standstill ${rounded[1]} ms, afterwards ${rounded[2]} ms`);
    if (!least || now.longest < least.longest) least = now;
  }
  return least;
}

function assertGoesOn({ taken, longest }, words) {
  assert.ok(longest < stillAtMost(taken), `the page stood still for ${longest} of ${taken} ms while it was ${words}`);
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

      const opened = await leastStandstill(context, async (isAgain) => {
        if (isAgain) await visit.openSurrey();
        return visit.evaluate(measureOpening, "/large.json", "Nowhere");
      });
      assert.ok(opened.stayed, "the plan that was open stayed until the new one was whole");
      assert.ok(
        opened.progress.some((words) => /^\d+ % read$/.test(words)),
        `${opened.progress}`,
      );
      assertGoesOn(opened, "opened");

      await visit.go("Data");
      await visit.heading("Data");
      const stopped = await leastStandstill(context, () => visit.evaluate(stopExport));
      assert.match(stopped.said, /\.xlsx was not written: you stopped it\./);
      assert.ok(
        stopped.progress.some((words) => /^Sheet 2 of \d+: Results\.$/.test(words)),
        stopped.progress.join("; "),
      );
      assertGoesOn(stopped, "written as a workbook");
      await savedAfter(visit, running, "Blank template", "one-plan-template.xlsx");

      await visit.until("the plan to be kept", () => document.querySelector(".masthead__kept")?.textContent === "Kept in this browser");
      await visit.page.evaluateOnNewDocument(pressWhileReading);
      const reloadAndPress = async (words) => {
        // A browser that is slow to show the button may have read everything by then: it is reloaded again.
        for (let attempt = 1; ; attempt += 1) {
          await visit.evaluate((wanted) => sessionStorage.setItem("press", wanted), words);
          await visit.page.reload();
          try {
            await visit.until(`"${words}" to be pressed`, () => sessionStorage.getItem("press") === null);
            break;
          } catch (error) {
            if (attempt === 3) throw error;
          }
        }
        await visit.until("the reading to end", () => !document.querySelector(".notice"));
      };
      await reloadAndPress("Stop reading");
      assert.match((await visit.evaluate(shown)).said, /^Reading was stopped\./);
      // Whoever begins something else meanwhile is not led away from it.
      await reloadAndPress("Make a new plan");
      await visit.until("the form", () => document.querySelector("form.new-plan") !== null);
      assert.equal((await visit.evaluate(shown)).plan, "");
      await visit.page.reload();
      await visit.isOpen("Nowhere");
      await visit.assertClean();
    } finally {
      await visit.end();
    }
  });
});
