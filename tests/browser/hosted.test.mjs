// The hosted site: it opens again without a network, and says when a newer version is there.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { it } from "node:test";
import { SITE } from "./support/setting.mjs";
import { serve } from "./support/server.mjs";
import { inEachBrowser } from "./support/suite.mjs";
import { until } from "./support/until.mjs";

const own = (name) => readFileSync(path.join(SITE, name), "utf8");

/** The next version of the site: a page that says so in its head, and what follows from another page. */
const NEXT = {
  page: own("index.html").replace("<title>", '<meta name="version" content="next"><title>'),
  worker: own("service-worker.js").replace(/(const KEPT = `\$\{PREFIX\})[0-9a-f]+/, "$1000000000000"),
};

inEachBrowser("the hosted site", (running) => {
  const inTab = (words, test) =>
    it(words, async () => {
      const pages = {};
      const server = await serve(SITE, pages);
      const tab = await running().browser.newPage();
      const complaints = [];
      tab.on("pageerror", (error) => complaints.push(String(error)));
      try {
        await tab.goto(`${server.origin}/`);
        await started(tab);
        await until("the site to be kept", () =>
          tab.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.active)),
        );
        await test({ tab, server, pages });
        assert.deepEqual(complaints, []);
      } finally {
        await tab.close();
        await server.stop();
      }
    });
  const started = (tab) =>
    until("the start page", () => tab.evaluate(() => document.querySelector("main h1")?.textContent === "Open a plan"));
  const isNext = (tab) => tab.evaluate(() => Boolean(document.querySelector("meta[name='version'][content='next']")));
  const told = (tab) => tab.evaluate(() => document.querySelector(".told:not([hidden])")?.textContent);

  inTab("opens again when the server is gone, and works with both modules", async ({ tab, server }) => {
    await server.stop();
    for (const address of ["/", "/?embed#/savings", "/index.html"]) {
      await tab.goto(server.origin + address);
      await started(tab);
    }
    await tab.evaluate(() => document.querySelector("[data-example='surrey-one-plan']").click());
    await until("the plan", () => tab.evaluate(() => Boolean(document.querySelector(".masthead__plan strong"))));
    await tab.evaluate(() => (location.hash = "#/data"));
    await until("the page", () => tab.evaluate(() => document.querySelector("main h1")?.textContent === "Data"));
    await until("the button", () =>
      tab.evaluate(() => {
        const button = [...document.querySelectorAll("main button")].find((one) => one.textContent === "Blank template");
        button?.click();
        return Boolean(button);
      }),
    );
    await until("the template", () =>
      tab.evaluate(() => /handed to your browser/.test(document.querySelector("main").textContent)),
    );
    assert.equal(await told(tab), undefined, "nothing is said where nothing is new");
  });

  inTab("says that a newer version is there, and changes to it when it is asked to", async ({ tab, server, pages }) => {
    await tab.goto(`${server.origin}/`);
    await started(tab);
    assert.ok(await tab.evaluate(() => Boolean(navigator.serviceWorker.controller)), "the second visit comes from what is kept");
    pages["/index.html"] = NEXT.page;
    pages["/service-worker.js"] = NEXT.worker;
    await tab.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
    const words = await until("the prompt", () => told(tab));
    assert.match(words, /A new version of One Plan is there\./);
    assert.equal(await isNext(tab), false, "until then the page stays as it is");
    await tab.evaluate(() => document.querySelector(".told button").click());
    await until("the next version", () =>
      isNext(tab).catch(() => false),
    );
    await started(tab);
    await server.stop();
    await tab.reload();
    await started(tab);
    const kept = await tab.evaluate(() => caches.keys());
    assert.equal(kept.length, 1, `only the newest version is kept: ${kept}`);
  });
});
