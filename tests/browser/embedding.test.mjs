// The page as a part of another document, and where the browser refuses storage.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, it } from "node:test";
import { SITE, SURREY } from "./support/setting.mjs";
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

const SANDBOXED = FRAMES.replace("/one-plan.html", "/");

const ELEMENT = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>The intranet</title>
<style>button { border: 9px solid red; }</style></head>
<body><h1>Finance</h1><one-plan src="plan.json" page="savings"></one-plan>
<script type="module" src="one-plan-element.js"></script></body></html>`;

/** A page that talks with the frame, and what it is told. The frame comes from another origin. */
const talking = (frame, sandbox = "") => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>The intranet</title></head>
<body><iframe title="One Plan" ${sandbox} src="${frame}" width="1000" height="300"></iframe>
<script>
  const frame = document.querySelector("iframe");
  globalThis.told = [];
  const waiting = new Map();
  addEventListener("message", (event) => {
    if (event.source !== frame.contentWindow) return;
    told.push(event.data);
    if (event.data.onePlan === "height") frame.height = event.data.height;
    if (event.data.onePlan === "answer") waiting.get(event.data.ticket)?.(event.data);
  });
  globalThis.ask = (call) => new Promise((answered, failed) => {
    const ticket = crypto.randomUUID?.() ?? String(Math.random());
    waiting.set(ticket, answered);
    setTimeout(() => failed(new Error("no answer")), call.patience ?? 10000);
    frame.contentWindow.postMessage({ ...call, ticket }, "*");
  });
</script></body></html>`;

inEachBrowser("embedding", (running) => {
  let server;
  let other;
  before(async () => {
    other = await serve(SITE);
    const pages = {
      "/host.html": HOST,
      "/frames.html": FRAMES,
      "/sandboxed.html": SANDBOXED,
      "/element.html": ELEMENT,
      "/plan.json": surrey,
    };
    server = await serve(SITE, pages);
    pages["/talking.html"] = talking(`${other.origin}/?embed=${server.origin}`);
    pages["/stranger.html"] = talking(`${other.origin}/?embed=https://intranet.example`);
    pages["/sandboxed-talking.html"] = talking(`${other.origin}/?embed=${server.origin}`, 'sandbox="allow-scripts"');
    // Whoever publishes the page may say for whom it is.
    const restricted = readFileSync(path.join(SITE, "index.html"), "utf8").replace(
      "<html ",
      '<html data-allowed-origins="https://intranet.example" ',
    );
    other.pages["/restricted.html"] = restricted;
    pages["/restricted.html"] = talking(`${other.origin}/restricted.html?embed=${server.origin}`);
  });
  after(() => other?.stop());
  after(() => server?.stop());

  const inTab = (words, address, test, meant = /^$/) =>
    it(words, async () => {
      const page = await running().browser.newPage();
      const complaints = [];
      page.on("pageerror", (error) => complaints.push(String(error)));
      page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
      try {
        await page.goto(server.origin + address);
        await test(page);
        assert.deepEqual(complaints.filter((complaint) => !meant.test(complaint)), []);
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

  const frameOf = (page, part) => until("the frame", () => page.frames().find((one) => one.url().includes(part)));

  inTab("the site in a frame without an origin goes on as the page that is one file", "/sandboxed.html", async (page) => {
    const frame = await frameOf(page, "/one-plan.html");
    await until("the start page", () =>
      frame.evaluate(() => document.querySelector("main h1")?.textContent === "Open a plan"),
    );
  });

  for (const [where, address] of [
    ["of another origin", "/talking.html"],
    ["of another origin in a sandbox", "/sandboxed-talking.html"],
  ]) {
    inTab(`a frame ${where} opens a plan by message, tells its height and answers`, address, async (page) => {
      await until("ready", () => page.evaluate(() => told.some(({ onePlan }) => onePlan === "ready")));
      const refused = await page.evaluate(() => ask({ onePlan: "open", plan: "{}" }));
      assert.match(JSON.stringify(refused.result.problems), /format/);
      const answer = await page.evaluate((plan) => ask({ onePlan: "open", plan, page: "cquin" }), surrey);
      assert.deepEqual(answer.result, { check: "findings" });
      const frame = await frameOf(page, "embed=");
      const wanted = money(figures.get("cquin.total.at-risk").value, "£m", 2);
      await until("the plan", () =>
        frame.evaluate(
          (text) => document.querySelector("[data-figure='cquin.total.at-risk']")?.textContent === text,
          wanted,
        ),
      );
      assert.equal(await frame.evaluate(() => location.hash), "#/cquin");
      await until("the height", () => page.evaluate(() => told.findLast(({ onePlan }) => onePlan === "height")?.height > 500));
      await until("no bar to scroll", () =>
        frame.evaluate(() => document.documentElement.scrollHeight <= innerHeight),
      );
      const checked = await page.evaluate((plan) => ask({ onePlan: "check", plan }), surrey);
      assert.equal(checked.result.check, "findings");
      const total = await page.evaluate((plan) => ask({ onePlan: "explain", plan, figure: "savings.total" }), surrey);
      assert.equal(total.result.value, figures.get("savings.total").value);
      await page.evaluate(() => ask({ onePlan: "go", page: "savings" }));
      await until("the other page", () =>
        frame.evaluate(() => document.querySelector("main h1")?.textContent === "Savings"),
      );
      const wrong = await page.evaluate(() => ask({ onePlan: "check", plan: 7 }));
      assert.match(wrong.error, /number was given/);
    });
  }

  for (const [why, address] of [
    ["whose origin is not listed", "/stranger.html"],
    ["that the publisher did not list", "/restricted.html"],
  ]) {
    inTab(`a page ${why} is told nothing and changes nothing`, address, async (page) => {
      const frame = await frameOf(page, "embed=");
      await until("the start page", () =>
        frame.evaluate(() => document.querySelector("main h1")?.textContent === "Open a plan"),
      );
      const answer = await page.evaluate(
        (plan) => ask({ onePlan: "open", plan, patience: 1500 }).catch((error) => error.message),
        surrey,
      );
      assert.equal(answer, "no answer");
      assert.deepEqual(await page.evaluate(() => told), []);
      assert.equal(await frame.evaluate(() => document.querySelector("main h1").textContent), "Open a plan");
    });
  }

  inTab("in a shadow root the key of the search is the host's outside, a letter in fields, and arrows go on", "/element.html", async (page) => {
    const within = (what, given) => page.evaluate(what, given);
    await until("the plan", () =>
      within(() => document.querySelector("one-plan").shadowRoot?.querySelector("h1")?.textContent === "Savings"),
    );
    const focused = () => within(() => document.querySelector("one-plan").shadowRoot.activeElement?.outerHTML.slice(0, 200) ?? "");
    // On the page around it the key is that page's.
    await within(() => {
      const field = document.body.appendChild(document.createElement("p"));
      field.tabIndex = 0;
      field.id = "around";
      field.focus();
    });
    await page.keyboard.press("/");
    assert.equal(await within(() => document.activeElement.id), "around");
    // In the application it leads to the field, and in the field it is a letter.
    await within(() => {
      const heading = document.querySelector("one-plan").shadowRoot.querySelector("h1");
      heading.tabIndex = -1;
      heading.focus();
    });
    await page.keyboard.press("/");
    await until("the field", async () => /id="find"/.test(await focused()));
    await page.keyboard.type("a/b");
    await until("what is typed", () => within(() => document.querySelector("one-plan").shadowRoot.querySelector("#find").value === "a/b"));
    await page.keyboard.press("Escape");
    await page.keyboard.type("ambulatory");
    await until("what is found", () =>
      within(() => document.querySelector("one-plan").shadowRoot.querySelectorAll("[data-found-for='ambulatory'] a").length > 2),
    );
    const stop = () =>
      within(() => {
        const root = document.querySelector("one-plan").shadowRoot;
        return [...root.querySelectorAll(".find a")].indexOf(root.activeElement);
      });
    await page.keyboard.press("ArrowDown");
    await until("the first", async () => (await stop()) === 0);
    await page.keyboard.press("ArrowDown");
    await until("the second", async () => (await stop()) === 1);
  });

  inTab("in a shadow root the focus goes to what a press made", "/element.html", async (page) => {
    await page.evaluate(() => document.querySelector("one-plan").setAttribute("page", "scenarios"));
    const within = (what, given) => page.evaluate(what, given);
    await until("the form", () =>
      within(() => Boolean(document.querySelector("one-plan").shadowRoot?.querySelector("#scenario-name"))),
    );
    await within(() => {
      const root = document.querySelector("one-plan").shadowRoot;
      const write = (id, text) => {
        const field = root.getElementById(id);
        field.value = text;
        field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
      };
      write("lever-delivery", "80");
      write("scenario-name", "Four fifths");
    });
    await until("the button to be ready", () =>
      within(() => {
        const root = document.querySelector("one-plan").shadowRoot;
        const button = [...root.querySelectorAll("button")].find((one) => one.textContent === "Keep what you try");
        if (button.ariaDisabled === "true") return false;
        button.click();
        return true;
      }),
    );
    await until("the name of what was kept", () =>
      within(() => /^scenario-name-\d+$/.test(document.querySelector("one-plan").shadowRoot.activeElement?.id ?? "")),
    );
  });

  inTab("the element shows the plan of its file in an open shadow root, untouched by the page", "/element.html", async (page) => {
    const within = (what, given) => page.evaluate(what, given);
    await until("the plan", () =>
      within(() => document.querySelector("one-plan").shadowRoot?.querySelector("h1")?.textContent === "Savings"),
    );
    const looks = () =>
      within(() => {
        const root = document.querySelector("one-plan").shadowRoot;
        const style = getComputedStyle(root.querySelector(".button"));
        return { border: style.borderTopWidth, ink: style.getPropertyValue("--ink").trim() };
      });
    await until("the style sheet", async () => (await looks()).ink !== "");
    assert.equal((await looks()).border, "2px");
    // A number, pressed, explains itself, and the focus goes there and back, inside the shadow root.
    await within(() => {
      const number = document.querySelector("one-plan").shadowRoot.querySelector("[data-figure='savings.total']");
      number.focus();
      number.click();
    });
    const focused = () => within(() => document.querySelector("one-plan").shadowRoot.activeElement?.outerHTML.slice(0, 200));
    await until("the explanation", async () => /^<h2/.test(await focused()));
    await page.keyboard.press("Escape");
    await until("the number", async () => /data-figure="savings.total"/.test(await focused()));
    assert.equal(await within(() => location.hash), "");
    await within(() => document.querySelector("one-plan").setAttribute("page", "cquin"));
    await until("another page", () =>
      within(() => document.querySelector("one-plan").shadowRoot.querySelector("h1")?.textContent === "CQUIN"),
    );
    await within(() => {
      document.querySelector("one-plan").plan = "{}";
    });
    await until("why not", () =>
      within(() => /selected file must/i.test(document.querySelector("one-plan").shadowRoot.textContent)),
    );
    await within(() => document.querySelector("one-plan").setAttribute("src", "nowhere.json"));
    await within(() => {
      document.querySelector("one-plan").plan = undefined;
    });
    await until("what is wrong with it", () =>
      within(() => /nowhere\.json: 404/.test(document.querySelector("one-plan").shadowRoot.textContent)),
    ).catch(() => {});
    const said = await within(() => document.querySelector("one-plan").shadowRoot.textContent);
    assert.match(said, /One Plan cannot show this plan: nowhere\.json: 404/);
    await within(() => document.querySelector("one-plan").remove());
  }, /404/);
});
