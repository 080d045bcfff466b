// The header of every page: the menu is the one place for what is done with a plan as a whole, and on a phone it leaves room.

import assert from "node:assert/strict";
import { inEachBrowser, visiting } from "./support/suite.mjs";

const NARROW = { width: 390, height: 844 };
/** What the header may take of the height of a phone, in pixels. */
const MOST = 160;

const focus = (visit) => visit.evaluate(() => document.activeElement.textContent || document.activeElement.id);
const items = (visit) => visit.texts(".menu__item");
const choose = (visit, words) =>
  visit.evaluate((wanted) => [...document.querySelectorAll(".menu__item")].find((one) => one.textContent === wanted).click(), words);

inEachBrowser("the header", (running) => {
  visiting(running, "leads where its links say, and leaves to the browser what is to open elsewhere", async (visit) => {
    await visit.openExample();
    const left = await visit.evaluate(() => {
      const link = document.querySelector("nav.tabs a[href='#/checks']");
      const left = [];
      const noted = (event) => {
        left.push(!event.defaultPrevented);
        event.preventDefault();
      };
      addEventListener("click", noted);
      for (const more of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, {}]) {
        link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ...more }));
      }
      removeEventListener("click", noted);
      return left;
    });
    assert.deepEqual(left, [true, true, true, false]);
    await visit.heading("Checks");
    // One entry of the history for the one link that was followed, and none for the page where one is.
    await visit.evaluate(() => document.querySelector("nav.tabs a[href='#/checks']").click());
    await visit.focusOn("main h1", "the heading");
    await visit.page.goBack();
    await visit.until("the page before", () => document.querySelector("nav.tabs [aria-current=page]")?.textContent === "Overview");
  });

  visiting(running, "has a menu for a new plan, another one, an example and saving, by keyboard too", async (visit) => {
    assert.deepEqual(await items(visit), [], "without a plan the start page has it all");
    await visit.openSurrey();
    await visit.page.focus(".menu__switch");
    await visit.page.keyboard.press("Enter");
    await visit.until("the menu", () => !document.querySelector(".menu__panel").hidden);
    const offered = await items(visit);
    for (const words of ["New plan", "Open another plan", "Save plan file", "Board pack", "Example: NHS Surrey"]) {
      assert.ok(offered.includes(words), `${words}: ${offered.join(", ")}`);
    }
    await visit.page.keyboard.press("Tab");
    assert.equal(await focus(visit), offered[0]);
    await visit.page.keyboard.press("Escape");
    await visit.until("it closed", () => document.querySelector(".menu__panel").hidden);
    assert.equal(await focus(visit), "Menu");

    await visit.page.click(".menu__switch");
    await visit.page.click("main h1");
    await visit.until("it closed by a press elsewhere", () => document.querySelector(".menu__panel").hidden);
    await choose(visit, "New plan");
    await visit.until("the first field", () => document.activeElement.id === "new-title");
    assert.match((await visit.texts("main .notice"))[0], /is open and stays open/);
    await visit.follow("main .notice a", "Back to its overview");
    await visit.heading("One Plan, NHS Surrey");
    await choose(visit, "Example: Arden (Coventry and Warwickshire)");
    await visit.isOpen("Arden");
  });

  visiting(
    running,
    "stands in one line on a screen of usual width, above the pages",
    async (visit) => {
      for (const open of ["openSurrey", "openArden", "openExample"]) {
        await visit[open]();
        await visit.until("the work to be kept", () => document.querySelector(".masthead__kept")?.textContent === "Kept in this browser");
        const rows = () => visit.evaluate(() => {
          const parts = [...document.querySelectorAll(".masthead__inner > *")].filter((part) => part.offsetHeight > 0);
          const middle = (part) => (part.getBoundingClientRect().top + part.getBoundingClientRect().bottom) / 2;
          return parts.filter((part) => Math.abs(middle(part) - middle(parts[0])) > 12).map((part) => part.className);
        });
        assert.deepEqual(await rows(), [], `${open}: in a line of their own`);
        if (open === "openArden") continue;
        // Nothing moves with the first change: what is pressed meanwhile stays where it is.
        await visit.go("CQUIN");
        const top = () => visit.evaluate(() => document.querySelector("nav.tabs").getBoundingClientRect().top + scrollY);
        const before = await top();
        await visit.evaluate(() => document.querySelector("main .table [type=checkbox]").click());
        await visit.until("the change", () => document.querySelector(".masthead__change")?.textContent.startsWith("Undo: "));
        assert.deepEqual([await rows(), await top()], [[], before], `${open}, changed`);
        await visit.evaluate(() => document.querySelector(".masthead__change").click());
        await visit.until("it taken back", () => document.querySelector(".masthead__change")?.textContent === "Undo");
      }
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "leaves room on a phone, where the pages open below a button",
    async (visit) => {
      await visit.openSurrey();
      const height = () => visit.evaluate(() => document.querySelector("header").offsetHeight);
      await visit.until("the work to be kept", () => document.querySelector(".masthead__kept")?.textContent !== "Keeping …");
      assert.ok((await height()) <= MOST, `${await height()} px`);
      const seen = () => visit.evaluate(() => [...document.querySelectorAll("nav.tabs a")].filter((one) => one.offsetHeight > 0).length);
      assert.equal(await seen(), 0);
      await visit.page.click(".tabs__switch");
      await visit.until("the pages", () => document.querySelector(".tabs__switch").getAttribute("aria-expanded") === "true");
      assert.equal(await seen(), 13);
      await visit.go("Savings");
      await visit.until("them to go", () => document.querySelector(".tabs__switch").getAttribute("aria-expanded") === "false");
      assert.equal(await seen(), 0);
      assert.match((await visit.texts(".tabs__switch"))[0], /Savings$/);
    },
    { viewport: NARROW },
  );
});
