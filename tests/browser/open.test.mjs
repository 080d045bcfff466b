// A plan gets onto the page by the button, by a drop and from inside the page, also without a network.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { SURREY } from "./support/setting.mjs";
import { inEachBrowser, visiting } from "./support/suite.mjs";
import { PAGES, PARTS } from "./support/visit.mjs";

inEachBrowser("opening a plan", (running) => {
  visiting(running, "by the field on the start page", async (visit) => {
    await visit.openByButton(SURREY);
    await visit.isOpen();
    assert.deepEqual(await visit.shown("cquin.total.value"), ["£7.40m"]);
    assert.equal(await visit.evaluate(() => location.hash), "#/overview");
  });

  visiting(running, "by the menu above every page, in place of the plan that is open", async (visit) => {
    await visit.openByDrop((await readFile(SURREY, "utf8")).replace("NHS Surrey", "Elsewhere"));
    await visit.isOpen("Elsewhere");
    await visit.page.click(".menu__switch");
    await visit.openByButton(SURREY, ".menu__panel li:nth-child(2) button");
    await visit.isOpen();
  });

  visiting(running, "by dropping it, when the network is gone", async (visit) => {
    await visit.goOffline();
    const before = visit.requests.length;
    await visit.openByDrop(await readFile(SURREY, "utf8"));
    await visit.isOpen();
    for (const [, name] of PAGES) await visit.go(name);
    for (const [, name] of PARTS) await visit.goToPart(name);
    // What stands in an address itself is not asked of anybody; Firefox draws its own signs with such a font.
    const asked = visit.requests.slice(before).filter((address) => !/^(data|blob):/.test(address));
    assert.deepEqual(asked, [], "the page works without asking for anything");
  });

  visiting(running, "the example inside the page, when the network is gone", async (visit) => {
    await visit.goOffline();
    await visit.evaluate(() => document.querySelector("[data-example='surrey-one-plan']").click());
    await visit.isOpen();
    assert.deepEqual(await visit.shown("savings.total"), ["£378.00m", "378.00"]);
  });

  visiting(running, "the plan that is made up says so before and after it is opened", async (visit) => {
    const offered = "[data-example='example-icb-2026-27']";
    assert.match(await visit.evaluate((selector) => document.querySelector(selector).textContent, offered), /made up/);
    await visit.evaluate((selector) => document.querySelector(selector).click(), offered);
    await visit.isOpen("Example Valley");
    assert.match(await visit.evaluate(() => document.querySelector("h1").textContent), /made up/);
    assert.match(await visit.page.title(), /made up/);
    assert.match(await visit.evaluate(() => document.querySelector(".masthead__plan").textContent), /made up/);
  });

  visiting(
    running,
    "an address that names a page leads to it once a plan is open",
    async (visit) => {
      await visit.openSurrey();
      await visit.heading("CQUIN");
      assert.match(await visit.page.title(), /^CQUIN – .* – One Plan$/);
    },
    { hash: "#/cquin" },
  );
});
