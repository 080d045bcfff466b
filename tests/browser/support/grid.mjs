// The grid in which a table is changed: opened, and pasted into.

import assert from "node:assert/strict";
import { example } from "./grown.mjs";
import { Visit } from "./visit.mjs";

/** Opens the grid of a table in a part of the plan. */
export async function openGrid(visit, part, table) {
  await visit.goToPart(part);
  await visit.evaluate((id) => {
    const section = document.getElementById(`table-${id}`).closest("section");
    [...section.querySelectorAll("button")].find((one) => one.textContent === "Change the rows").click();
  }, table);
  await visit.until("the grid", () => document.querySelector("[role=grid]") !== null);
  // The page may still move the focus to the heading of the section that it came to.
  await visit.until("the focus in the grid", () => {
    document.querySelector("[role=grid]").focus();
    return document.activeElement?.matches("[role=grid]");
  });
}

/** Pastes a text into the grid that has the focus, which must take it. */
export async function paste(visit, text) {
  const [isTaken, focused] = await visit.evaluate((given) => {
    const data = new DataTransfer();
    data.setData("text/plain", given);
    // Firefox takes the content from words of its own.
    const content = { clipboardData: data, data: given, dataType: "text/plain" };
    const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true, ...content });
    document.querySelector("[role=grid]").dispatchEvent(event);
    return [event.defaultPrevented, document.activeElement?.outerHTML.slice(0, 100)];
  }, text);
  assert.ok(isTaken, `the grid did not take the paste; the focus was on ${focused}`);
}

/** How long a paste of so many rows of two cells takes, in milliseconds, until it is one change that can be taken back. */
export async function measurePaste(running, rows) {
  const visit = await Visit.begin(running, "http");
  try {
    await visit.openByDrop(example(rows), "many.json");
    await visit.isOpen("Many");
    await openGrid(visit, "Delivery", "programmes");
    await visit.page.keyboard.press("ArrowRight");
    const cells = Array.from({ length: rows }, (_, row) => `Name ${row}\t${row + 1}`).join("\n");
    return await visit.evaluate(async (text, count) => {
      const data = new DataTransfer();
      data.setData("text/plain", text);
      const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: data });
      const isDone = () => document.querySelector(".masthead__change")?.textContent.startsWith(`Undo: ${count} cells pasted`);
      const begun = performance.now();
      document.querySelector("[role=grid]").dispatchEvent(event);
      while (!isDone() && performance.now() - begun < 60_000) await new Promise(requestAnimationFrame);
      return isDone() ? performance.now() - begun : Infinity;
    }, cells, (2 * rows).toLocaleString("en-GB"));
  } finally {
    await visit.end();
  }
}
