// Changes: each has a name, is taken back and made again, and is listed with what it does in pounds.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { SURREY } from "./support/setting.mjs";
import { inEachBrowser, visiting } from "./support/suite.mjs";
import { until } from "./support/until.mjs";

const ACHIEVED = "#achieved-indicator-0";
const EVIDENCE = "#evidence-indicator-0";

const buttons = (visit) => visit.texts(".masthead__change");

const undoIs = (visit, words) => until(`the button ${words}`, async () => (await buttons(visit))[0] === words);

/** The Surrey plan with a target for the first indicator: without one there is nothing to achieve. */
async function withTarget() {
  const text = await readFile(SURREY, "utf8");
  const from = '"programme": "safer-care", "payment_rule": "all-or-nothing"';
  assert.ok(text.includes(from), "the plan file has the indicator");
  return text.replace(from, '"programme": "safer-care", "threshold": "90", "payment_rule": "all-or-nothing"');
}

/** Ticks the evidence of the first indicator and says what is achieved. */
async function change(visit) {
  await visit.openByDrop(await withTarget());
  await visit.isOpen();
  await visit.go("CQUIN");
  await visit.page.click(EVIDENCE);
  await until("the first change", async () => (await buttons(visit))[0]?.startsWith("Undo: Evidence of "));
  await visit.page.click(ACHIEVED);
  await visit.page.keyboard.type("95.5");
  await until("the second change", async () => (await buttons(visit))[0]?.startsWith("Undo: Achieved: "));
}

const ticked = (visit) => visit.evaluate((box) => document.querySelector(box).checked, EVIDENCE);
const number = (visit) => visit.evaluate((field) => document.querySelector(field).value, ACHIEVED);

inEachBrowser("changes", (running) => {
  visiting(running, "are taken back and made again, by button and by key", async (visit) => {
    await change(visit);
    const [undo] = await buttons(visit);
    // In the field the keys are the browser's own.
    await visit.page.click("main h1");
    await visit.page.keyboard.down("Control");
    await visit.page.keyboard.press("KeyZ");
    await until("the number to be gone", async () => (await number(visit)) === "");
    assert.equal(await ticked(visit), true, "what was typed is one change, and only that one");
    assert.match((await visit.texts("[role=status]")).join(" "), /Undone: Achieved: /);
    await visit.page.keyboard.press("KeyZ");
    await until("the box to be empty", async () => !(await ticked(visit)));
    assert.deepEqual(await visit.texts(".masthead__unsaved"), [""], "nothing is left to save");
    await visit.page.keyboard.press("KeyY");
    await visit.page.keyboard.up("Control");
    await until("the box to be ticked", () => ticked(visit));
    await visit.evaluate(() => document.querySelectorAll(".masthead__change")[1].click());
    await until("the number again", async () => (await number(visit)) === "95.5");
    assert.equal((await buttons(visit))[0], undo);
    assert.ok((await visit.texts(".masthead__unsaved")).includes("Changed, not saved"));
  });

  visiting(running, "are listed with before, after, pounds and a reason, and each is taken back", async (visit) => {
    await change(visit);
    await visit.go("Data");
    const rows = await visit.texts("#changes tbody tr");
    assert.equal(rows.length, 2);
    assert.match(rows[0], /^Achieved: .*CQUIN indicators, row 1, achieved.*→ 95\.5/);
    assert.match(rows[1], /→ yes/);
    assert.match(rows.join(" "), /CQUIN: earned: \+£\d/);
    await visit.page.type("#changes tbody tr:last-child input", "The audit came in");
    await visit.page.keyboard.press("Tab");
    await visit.page.click("#changes tbody tr:first-child button");
    await until("a third row", async () => (await visit.texts("#changes tbody tr")).length === 3);
    assert.match((await visit.texts("#changes tbody tr"))[0], /^Taken back: Achieved: /);
    assert.equal(
      await visit.evaluate(() => document.querySelector("#changes tbody tr:last-child input").value),
      "The audit came in",
    );
    await visit.go("CQUIN");
    assert.equal(await number(visit), "");
    await undoIs(visit, (await buttons(visit))[0]);
  });
});
