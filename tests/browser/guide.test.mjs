// The guide inside the page: where something belongs and what a column means, from the definitions of the tables; and
// questions about files that stay where they are when answers cannot be used.

import assert from "node:assert/strict";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { SURREY } from "./support/setting.mjs";
import { inEachBrowser, visiting } from "./support/suite.mjs";

/** Opens a folded part of the guide, and its text once it is there. */
async function unfolded(visit, name) {
  await visit.until("the guide", (of) => document.querySelector(`[data-guide="${of}"] summary`) !== null, name);
  await visit.evaluate((of) => document.querySelector(`[data-guide="${of}"] summary`).click(), name);
  return visit.until(
    "its words",
    (of) => {
      const guide = document.querySelector(`[data-guide="${of}"]`);
      return guide.querySelector("dl") && guide.textContent;
    },
    name,
  );
}

inEachBrowser("guide", (running) => {
  visiting(running, "where something belongs, and what stands in a column", async (visit) => {
    const tasks = await unfolded(visit, "tasks");
    assert.match(tasks, /A savings or efficiency tracker.*Scheme lists, Schemes\. First the list/);
    await visit.openSurrey();
    await visit.evaluate(() => document.querySelector("footer a[href*=help]").click());
    await unfolded(visit, "tasks");
    const leads = await visit.evaluate(() => document.querySelector("[data-guide=tasks] dd a").getAttribute("href"));
    assert.match(leads, /^#\//, "the name of a table leads to its page");
    const schemes = await unfolded(visit, "schemes");
    // Meaning, sign, unit, and the words that may stand there.
    assert.match(schemes, /Gross.*a saving is positive.*in the unit of its row/);
    assert.match(schemes, /Kind.*non-pay: It lowers other spending\./);
    await visit.go("Risks");
    await visit.evaluate(() => document.querySelector("[data-opens=risks][aria-expanded=false]")?.click());
    assert.match(await unfolded(visit, "risks"), /Likelihood/);
  });

  visiting(running, "help needs no plan, and the next plan begins with its overview", async (visit, place) => {
    await visit.evaluate(() => document.querySelector("footer a[href*=help]").click());
    await visit.heading("Help and glossary");
    await visit.focusOn("h1");
    assert.equal(await visit.evaluate(() => document.title), "Help and glossary – One Plan", place);
    await visit.evaluate(() => history.back());
    await visit.heading("Open a plan");
    await visit.evaluate(() => history.forward());
    await visit.heading("Help and glossary");
    await visit.openByDrop(await readFile(SURREY, "utf8"));
    await visit.until("the overview", () => location.hash === "#/overview");
    await visit.isOpen();
  });

  visiting(running, "answers that cannot be used leave the questions where they are", async (visit) => {
    const tracker = "Ref,Scheme,Gross\nA1,Beds,12\n";
    await visit.openByDrop(tracker, "tracker.csv");
    await visit.until("the question", () => document.querySelector("#load-question-0") !== null);
    const chosen = await visit.evaluate(() => {
      const field = document.querySelector("#load-question-0");
      field.selectedIndex = 3;
      return field.value;
    });
    const kept = path.join(await mkdtemp(path.join(tmpdir(), "one-plan-")), "kept.json");
    await writeFile(kept, "{ no mapping");
    const field = await visit.page.$("#load-answers-file");
    await field.uploadFile(kept);
    const why = await visit.until("why", () => document.querySelector("#load-answers-refused .field__error")?.textContent);
    assert.match(why, /^kept\.json cannot be used: it is no mapping/);
    assert.equal(await visit.evaluate(() => document.querySelector("#load-question-0").value), chosen);
  });
});
