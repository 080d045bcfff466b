// The page as a part of another document, and where the browser refuses storage.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, it } from "node:test";
import { SITE, SURREY, singleFileText } from "./support/setting.mjs";
import { serve } from "./support/server.mjs";
import { inEachBrowser } from "./support/suite.mjs";
import { until } from "./support/until.mjs";
import { money } from "./support/words.mjs";
import { computed } from "./support/program.mjs";

const surrey = readFileSync(SURREY, "utf8");
const { figures } = computed(SURREY);

const HOST = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>The intranet</title></head>
<body><h1 id="app">Finance</h1><a id="before" href="#before">Before</a><div id="plan">nothing yet</div>
<script type="module">
  import * as onePlan from "./one-plan.js";
  globalThis.onePlan = onePlan;
</script></body></html>`;

const FRAMES = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>A frame</title></head>
<body><iframe title="One Plan" sandbox="allow-scripts" src="/one-plan.html" width="1000" height="800"></iframe></body></html>`;

inEachBrowser("embedding", (running) => {
  let server;
  before(async () => {
    server = await serve(SITE, { "/host.html": HOST, "/frames.html": FRAMES, "/one-plan.html": singleFileText() });
  });
  after(() => server?.stop());

  const inTab = (words, address, test) =>
    it(words, async () => {
      const page = await running().browser.newPage();
      const complaints = [];
      page.on("pageerror", (error) => complaints.push(String(error)));
      page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
      try {
        await page.goto(server.origin + address);
        await test(page);
        assert.deepEqual(complaints, []);
      } finally {
        await page.close();
      }
    });

  const ready = (page) => until("the functions", () => page.evaluate(() => "mount" in (globalThis.onePlan ?? {})));

  inTab(
    "mount opens a plan in an element and leaves the document alone; destroy empties it",
    "/host.html",
    async (page) => {
      await ready(page);
      await page.evaluate((plan) => {
        globalThis.mounted = onePlan.mount(document.querySelector("#plan"), { plan, page: "cquin" });
      }, surrey);
      const wanted = money(figures.get("cquin.total.value").value, "£m", 2);
      await until("the plan", () =>
        page.evaluate(
          (text) => document.querySelector("#plan [data-figure='cquin.total.value']")?.textContent === text,
          wanted,
        ),
      );
      const about = () =>
        page.evaluate(() => ({
          title: document.title,
          hash: location.hash,
          app: document.querySelector("#app").textContent,
        }));
      assert.deepEqual(await about(), { title: "The intranet", hash: "", app: "Finance" });
      await page.evaluate(() => document.querySelector("#plan a[href='#/savings']").click());
      await until("the page of savings", () =>
        page.evaluate(() => document.querySelector("#plan h1")?.textContent === "Savings"),
      );
      assert.deepEqual(await about(), { title: "The intranet", hash: "", app: "Finance" }, "links stay inside");
      await page.evaluate(() => mounted.destroy());
      assert.equal(await page.evaluate(() => document.querySelector("#plan").childNodes.length), 0);
      await page.evaluate(() => mounted.destroy());
    },
  );

  inTab("two can stand side by side, and each has its own plan", "/host.html", async (page) => {
    await ready(page);
    await page.evaluate((plan) => {
      const other = document.body.appendChild(document.createElement("div"));
      other.id = "other";
      onePlan.mount(document.querySelector("#plan"), { plan });
      onePlan.mount(other, { plan: plan.replace("NHS Surrey", "Elsewhere") });
    }, surrey);
    const title = (id) => page.evaluate((one) => document.querySelector(`${one} .masthead__plan`)?.textContent, id);
    await until("the first plan", async () => (await title("#plan"))?.includes("NHS Surrey"));
    await until("the second plan", async () => (await title("#other"))?.includes("Elsewhere"));
  });

  inTab("what cannot be meant is an error in words", "/host.html", async (page) => {
    await ready(page);
    const messages = await page.evaluate(() => {
      const message = (call) => {
        try {
          call();
          return "";
        } catch (error) {
          return error.message;
        }
      };
      const element = document.querySelector("#plan");
      return [message(() => onePlan.mount(null)), message(() => onePlan.mount(element, { page: "nowhere" }))];
    });
    assert.match(messages[0], /first argument must be an element/);
    assert.match(messages[1], /no page "nowhere"; expected one of overview/);
  });

  inTab("in a frame without an origin, where storage is refused, a plan is opened", "/frames.html", async (page) => {
    const frame = await until("the frame", () => page.frames().find((one) => one.url().endsWith("/one-plan.html")));
    await until("the start page", () =>
      frame.evaluate(() => document.querySelector("main h1")?.textContent === "Open a plan"),
    );
    const storage = await frame.evaluate(() => {
      try {
        return typeof localStorage.length;
      } catch (error) {
        return error.name;
      }
    });
    assert.equal(storage, "SecurityError", "the frame really is without storage");
    await frame.evaluate(() => document.querySelector("[data-example='surrey-one-plan']").click());
    const wanted = money(figures.get("cquin.total.at-risk").value, "£m", 2);
    await until("the plan", () =>
      frame.evaluate(
        (text) => document.querySelector("[data-figure='cquin.total.at-risk']")?.textContent === text,
        wanted,
      ),
    );
  });
});
