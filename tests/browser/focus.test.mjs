// Whoever presses a button that goes away goes on near it: the focus is not lost.

import { inEachBrowser, visiting } from "./support/suite.mjs";

/** Presses the first button of the page whose words begin like this, as the keyboard does. */
async function press(visit, words) {
  await visit.evaluate((wanted) => {
    const button = [...document.querySelectorAll("main button")].find((one) => one.textContent.trim().startsWith(wanted));
    button.focus();
  }, words);
  await visit.page.keyboard.press("Enter");
}

inEachBrowser("the focus", (running) => {
  visiting(running, "stays near a button that goes", async (visit) => {
    await visit.openExample();
    await visit.go("Scenarios");
    await visit.until("the kept scenarios", () => document.querySelector("#kept tbody tr") !== null);
    const rows = () => visit.evaluate(() => document.querySelectorAll("#kept tbody tr").length);
    const before = await rows();
    await press(visit, "Take out");
    await visit.until("one less", (count) => document.querySelectorAll("#kept tbody tr").length === count, before - 1);
    await visit.focusOn("section[aria-labelledby='kept-title'] h2", "the heading of the scenarios");

    await visit.openByDrop("no plan", "wrong.json");
    await visit.focusOn(".error-summary", "what is wrong");
    await press(visit, "Close");
    await visit.until("it gone", () => document.querySelector(".error-summary") === null);
    await visit.focusOn("main *", "the page");
  });
});
