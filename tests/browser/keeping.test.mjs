// Nothing is lost: what is done is kept as it is done, a reload is where one was, and nothing counts as saved that is not.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { it } from "node:test";
import { launch } from "./support/browser.mjs";
import { onePlan } from "./support/program.mjs";
import { serve } from "./support/server.mjs";
import { SITE, SURREY, singleFileText } from "./support/setting.mjs";
import { inEachBrowser, visiting } from "./support/suite.mjs";
import { until } from "./support/until.mjs";
import { Visit } from "./support/visit.mjs";

const EVIDENCE = "#evidence-indicator-0";

const kept = (visit) =>
  visit.until("the work to be kept", () => document.querySelector(".masthead__kept")?.textContent === "Kept in this browser");
const ticked = (visit) => visit.evaluate((box) => document.querySelector(box)?.checked, EVIDENCE);
const undo = async (visit) => (await visit.texts(".masthead__change"))[0];

/** Opens the plan of Surrey on the page of CQUIN and ticks the evidence of the first indicator. */
async function change(visit) {
  await visit.openSurrey();
  await visit.go("CQUIN");
  await visit.page.click(EVIDENCE);
  await until("the change", async () => (await undo(visit))?.startsWith("Undo: Evidence of "));
}

/** Loads the page again, whatever it asks. */
async function reload(visit) {
  visit.page.once("dialog", (dialog) => dialog.accept());
  await visit.page.reload();
}

/** Keeps a plan that this version of the page does not read, as a later version may. */
const keepUnreadable = (visit) =>
  visit.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opened = indexedDB.open("one-plan", 1);
        opened.onerror = reject;
        opened.onsuccess = () => {
          const database = opened.result;
          const written = database.transaction(["plans", "bases"], "readwrite");
          const changedAt = new Date().toISOString();
          written.objectStore("plans").put({ id: "unreadable", name: "u.json", title: "Unreadable", savedAt: "", changedAt, changes: 0 });
          written.objectStore("bases").put("{}", "unreadable");
          written.onabort = reject;
          written.oncomplete = () => {
            database.close();
            resolve();
          };
        };
      }),
  );

/** In the page: puts what is kept in the form in which earlier versions of the page kept it. */
async function keepInOne() {
  const answer = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await answer(indexedDB.open("one-plan", 1));
  const bases = database.transaction("bases", "readwrite").objectStore("bases");
  const [[id]] = await answer(bases.getAllKeys());
  const parts = await answer(bases.getAll());
  bases.delete(IDBKeyRange.bound([id, 0], [id, Infinity]));
  await answer(bases.put(parts.join(""), id));
  database.close();
}

/** Goes to the start page, where a plan of some title is kept. */
async function toStart(visit, title) {
  await visit.evaluate(() => {
    location.hash = "#/";
  });
  await visit.heading("Open a plan");
  await until("the list", async () => (await visit.texts("#kept-title ~ ul h3")).some((one) => one.includes(title)));
}

/** Presses the button whose words begin so. */
async function pressOf(visit, words) {
  const isPressed = (wanted) => {
    const found = [...document.querySelectorAll("main button")].find((one) => one.textContent.startsWith(wanted));
    found?.focus();
    found?.click();
    return found !== undefined;
  };
  await visit.until(`the button "${words}"`, isPressed, words);
}

/** From a server of its own what is kept is that of one test. */
const ALONE = { places: ["http"] };

const said = (visit, words) =>
  until(`"${words}"`, async () => (await visit.texts("[role=status]")).join(" ").includes(words));

inEachBrowser("keeping", (running) => {
  visiting(
    running,
    "a change that is made before the page has begun to keep a plan is kept with it, and a reload asks first",
    async (visit) => {
      await visit.openSurrey();
      await visit.go("CQUIN");
      await kept(visit);
      const text = await readFile(SURREY, "utf8");
      const asked = () =>
        visit.evaluate(() => {
          const event = new Event("beforeunload", { cancelable: true });
          dispatchEvent(event);
          return event.defaultPrevented;
        });
      assert.equal(await asked(), false, "nothing is changed");
      // The page draws a large plan before it says that it is to be kept: what is done meanwhile comes first.
      const change = JSON.stringify({ change: "Early", why: "", typed: false, time: "", edits: [{ set: ["programmes", 0, "name", "Early name"] }] });
      await visit.evaluate((entry) => globalThis.onePlanKeep.append(1_000, entry), change);
      assert.equal(await asked(), true, "it would be lost");
      await visit.evaluate((base) => globalThis.onePlanKeep.begin(1_000, "early.json", "Early", Promise.resolve([base])), text);
      assert.equal(await asked(), true, "it is not written yet");
      await until("it to be written", async () => !(await asked()));
      const changes = await visit.evaluate(async () => {
        const { plans } = JSON.parse(await globalThis.onePlanKeep.list());
        const early = plans.find(({ name }) => name === "early.json");
        return (await globalThis.onePlanKeep.fetch(early.id, false)).changes;
      });
      assert.deepEqual(changes, [change]);
    },
    { places: ["http"] },
  );

  visiting(running, "a reload is where one was: plan, page, history and what is saved", async (visit) => {
    await change(visit);
    await kept(visit);
    await reload(visit);
    await visit.isOpen();
    await visit.heading("CQUIN");
    await until("the change", () => ticked(visit));
    assert.match(await undo(visit), /^Undo: Evidence of /);
    assert.ok((await visit.texts(".masthead__unsaved")).includes("Changed, not saved"));
    await visit.evaluate(() => document.querySelector(".masthead__change").click());
    await until("the change to be gone", async () => (await ticked(visit)) === false);
    await kept(visit);
    await reload(visit);
    await visit.isOpen();
    await until("the way forward", async () => (await visit.texts(".masthead__change"))[1]?.startsWith("Redo: Evidence"));
    assert.equal(await ticked(visit), false);
    await visit.go("Data");
    assert.match((await visit.texts("#keeping-title ~ dl dd"))[0], /^Yes: written, read back and compared/);
  });

  visiting(running, "what is tried in scenarios is there after another page, a reload and Back, until it is taken back", async (visit) => {
    const field = () => visit.evaluate(() => document.querySelector("#lever-delivery")?.value);
    const tries = (words) => until(`"${words}" in the field`, async () => (await field()) === words);
    await change(visit);
    await kept(visit);
    await visit.go("Scenarios");
    await visit.page.type("#lever-delivery", "80");
    await until("the address", () => decodeURIComponent(visit.page.url()).includes("try=delivery:80"));
    await visit.go("Savings");
    await visit.go("Scenarios");
    await tries("80");
    await visit.go("Savings");
    await visit.page.goBack();
    await visit.heading("Scenarios");
    await tries("80");
    await reload(visit);
    await visit.isOpen();
    await visit.heading("Scenarios");
    await tries("80");
    await pressOf(visit, "All levers as in the plan");
    await tries("");
    await until("the address", () => !visit.page.url().includes("try="));
  });

  visiting(running, "a new tab offers what is kept; erased, nothing is left", async (visit, place) => {
    await change(visit);
    await kept(visit);
    const other = await running().browser.newPage();
    await other.goto(visit.page.url().split("#")[0]);
    const said = (words) => until(words, () => other.evaluate((text) => document.body.innerText.includes(text), words));
    const press = (words) =>
      other.evaluate((text) => {
        [...document.querySelectorAll("button")].find((one) => one.textContent.startsWith(text)).click();
      }, words);
    await said("Kept in this browser");
    await press("Go on with it");
    // The first tab has it: neither overwrites the other.
    await said("This plan is open in another tab too");
    await press("Keep this as a plan of its own");
    await until("the copy", () => other.evaluate(() => document.querySelector(".masthead__kept")?.textContent === "Kept in this browser"));
    await other.close({ runBeforeUnload: false });
    assert.equal(await ticked(visit), true, place);
    await visit.go("Data");
    const pressHere = (words) =>
      visit.evaluate((text) => {
        [...document.querySelectorAll("main button")].find((one) => one.textContent === text).click();
      }, words);
    await pressHere("Erase everything on this computer");
    await visit.until("the question", () => document.body.innerText.includes("Erase everything now"));
    await pressHere("Erase everything now");
    await until("all to be gone", async () => (await visit.texts("[role=status]")).join(" ").includes("is erased"));
    await reload(visit);
    await visit.heading("Open a plan");
    assert.equal(await visit.evaluate(() => document.querySelector("#kept-title")), null);
  });

  visiting(
    running,
    "a large plan is kept in parts and is whole after a reload, also one that an earlier version kept in one",
    async (visit) => {
      const large = onePlan("sample", "2000").stdout;
      await visit.openByDrop(large, "large.json");
      await visit.isOpen("Nowhere");
      await kept(visit);
      const inParts = () =>
        visit.evaluate(async () => {
          const { open } = JSON.parse(await onePlanKeep.list());
          const { base } = await onePlanKeep.fetch(open, false);
          onePlanKeep.wasRead();
          return base;
        });
      const parts = await inParts();
      assert.ok(parts.length > 1, `${parts.length} parts`);
      const whole = parts.join("");
      assert.deepEqual(JSON.parse(whole), JSON.parse(large));
      await reload(visit);
      await visit.isOpen("Nowhere");

      await visit.evaluate(keepInOne);
      await reload(visit);
      await visit.isOpen("Nowhere");
      assert.deepEqual(await inParts(), [whole]);
    },
    ALONE,
  );

  visiting(running, "a plan that is opened while a kept one is fetched stays, and is kept as what it is", async (visit) => {
    await change(visit);
    await kept(visit);
    const said = await visit.evaluate(async () => {
      const { open } = JSON.parse(await onePlanKeep.list());
      const fetched = onePlanKeep.fetch(open, false);
      onePlanKeep.begin(2, "other.json", "Other", ['{"format": "one-plan/1"}']);
      onePlanKeep.append(2, '{"change": "of the other"}');
      const { plan } = await fetched;
      // What is still said of the plan before is not kept with this one.
      onePlanKeep.append(1, '{"change": "of the first"}');
      return plan.name;
    });
    assert.equal(said, path.basename(SURREY));
    const changes = await visit.until("the change of the other plan to be kept with it", async () => {
      const { plans } = JSON.parse(await onePlanKeep.list());
      const other = plans.find(({ name }) => name === "other.json");
      return other?.changes === 1 && plans.filter(({ name }) => name !== "other.json").every((one) => one.changes < 3);
    });
    assert.ok(changes);
  });

  visiting(running, "a kept plan that cannot be read leaves what is open, and what is kept of it", async (visit) => {
    await visit.openSurrey();
    await kept(visit);
    await keepUnreadable(visit);
    await toStart(visit, "Unreadable");
    await pressOf(visit, "Go on with it: Unreadable");
    await said(visit, "this version of the page does not read it");
    await visit.go("CQUIN");
    await visit.page.click(EVIDENCE);
    await until("the change", async () => (await undo(visit))?.startsWith("Undo: Evidence of "));
    await kept(visit);
    const changes = await visit.evaluate(async () => {
      const { plans } = JSON.parse(await onePlanKeep.list());
      return plans.map(({ title, changes }) => [title === "Unreadable", changes > 0]);
    });
    assert.deepEqual(changes.sort(), [[false, true], [true, false]]);
    await reload(visit);
    await visit.isOpen();
    await until("the change", () => ticked(visit));
  }, ALONE);

  visiting(running, "a kept plan is forgotten after a question, and not while it is open", async (visit) => {
    await change(visit);
    await kept(visit);
    await keepUnreadable(visit);
    await toStart(visit, "Unreadable");
    await until("what is open", async () => (await visit.texts("#kept-title ~ ul p")).some((one) => one.endsWith("It is open now.")));
    assert.deepEqual(await visit.texts("[data-forgets]"), ["Forget it: Unreadable"]);
    const refused = await visit.evaluate(async () => {
      const { here } = JSON.parse(await onePlanKeep.list());
      return onePlanKeep.forget(here).catch(({ message }) => message);
    });
    assert.equal(refused, "it is open here");
    await pressOf(visit, "Forget it: Unreadable");
    await visit.focusOn("[role='alertdialog']", "the question");
    await pressOf(visit, "Keep it: Unreadable");
    await visit.focusOn("[data-forgets]", "where it was asked");
    await pressOf(visit, "Forget it: Unreadable");
    await pressOf(visit, "Forget it now: Unreadable");
    await until("it to be gone", async () => !(await visit.texts("#kept-title ~ ul h3")).includes("Unreadable"));
    await visit.focusOn("#kept-title", "the heading of the list");
  }, ALONE);

  visiting(running, "going on with the plan that is open leads to it, and nothing of it is lost", async (visit) => {
    await visit.openSurrey();
    await visit.go("CQUIN");
    await visit.page.click(EVIDENCE);
    await until("the change", async () => (await undo(visit))?.startsWith("Undo: Evidence of "));
    await toStart(visit, "One Plan");
    await pressOf(visit, "Go on with it: ");
    await visit.until("the overview", () => location.hash === "#/overview");
    await visit.isOpen();
    assert.match(await undo(visit), /^Undo: Evidence of /);
    await kept(visit);
    assert.ok(!(await visit.evaluate(() => document.body.innerText.includes("another tab"))));
    // Without its last change it is another plan, in whose place there is work that is in no file.
    await toStart(visit, "One Plan");
    await pressOf(visit, "Open it without the last change: ");
    await visit.until("the question", () => document.querySelector("#unsaved-title") !== null);
    assert.match(await undo(visit), /^Undo: Evidence of /);
    await pressOf(visit, "Open it without saving");
    await until("the other", async () => (await visit.texts(".masthead__change")).length === 0);
    await kept(visit);
    assert.equal(await visit.evaluate(async () => JSON.parse(await onePlanKeep.list()).plans.length), 2);
  }, ALONE);

  visiting(running, "a plan that is kept is opened without its last change, whatever was noted behind it", async (visit) => {
    await change(visit);
    await visit.go("Data");
    await visit.page.type("#reason-1", "A reason");
    await visit.page.keyboard.press("Tab");
    await kept(visit);
    const other = await running().browser.newPage();
    await other.goto(visit.page.url().split("#")[0]);
    const last = "Open it without the last change";
    await until("what is kept", () => other.evaluate((text) => document.body.innerText.includes(text), last));
    await other.evaluate((text) => {
      [...document.querySelectorAll("button")].find((one) => one.textContent.startsWith(text)).click();
    }, last);
    await until("the plan", () => other.evaluate(() => document.querySelector("[data-check]") !== null));
    assert.equal(await other.evaluate(() => document.querySelectorAll(".masthead__change").length), 0, "nothing to undo");
    await other.close({ runBeforeUnload: false });
  });

  visiting(running, "a file that was handed to the browser is saved when the person says so", async (visit) => {
    await change(visit);
    const press = (words) =>
      visit.evaluate((text) => {
        [...document.querySelectorAll("button")].find((one) => one.textContent === text).click();
      }, words);
    const marked = async () => (await visit.texts(".masthead__unsaved")).includes("Changed, not saved");
    await press("Save plan file");
    await visit.until("the question", () => document.body.innerText.includes("Is the file there?"));
    assert.ok(await marked(), "a browser does not say whether it saved");
    await press("No, there is no file");
    await until("the question to go", async () => !(await visit.texts("main h2")).includes("Is the file there?"));
    assert.ok(await marked());
    await press("Save plan file");
    await visit.until("the question", () => document.body.innerText.includes("Is the file there?"));
    await press("Yes, it is saved");
    await until("the mark to go", async () => !(await marked()));
    await kept(visit);
    await reload(visit);
    await visit.isOpen();
    assert.ok(!(await marked()), "what was saved still is");
  });

  for (const where of ["a trap", "a full stack"]) {
    it(`${where} offers the work as a file, and a reload goes on`, async () => {
      const visit = await Visit.begin(running(), "http");
      try {
        await change(visit);
        await kept(visit);
        await visit.evaluate(async (full) => {
          // (module (func (export "f") unreachable)), and the same that calls itself.
          const head = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10];
          const body = full ? [6, 1, 4, 0, 16, 0, 11] : [5, 1, 3, 0, 0, 11];
          const { instance } = await WebAssembly.instantiate(new Uint8Array([...head, ...body]));
          setTimeout(instance.exports.f);
        }, where === "a full stack");
        await visit.until("the link", () => document.querySelector("#one-plan-stopped a[download]") !== null);
        const words = await visit.evaluate(() => document.querySelector("#one-plan-stopped").innerText);
        assert.match(words, /kept in this browser/);
        assert.match(words, /Save your plan file first/);
        await visit.page.click("#one-plan-stopped a");
        const file = path.join(running().downloads, path.basename(SURREY));
        await until("the file", () => existsSync(file));
        await until("all of it", async () => (await readFile(file, "utf8")).endsWith("}\n"));
        assert.notEqual(await readFile(file, "utf8"), await readFile(SURREY, "utf8"), "the change is in it");
        await rm(file);
        await reload(visit);
        await visit.isOpen();
        await until("the change", () => ticked(visit));
      } finally {
        await visit.end();
      }
    });
  }

  it("in a frame that may not store anything, the page works and says so", async () => {
    const frames = `<!doctype html><title>A frame</title><link rel="icon" href="data:,">
      <iframe title="One Plan" sandbox="allow-scripts" src="/one-plan.html" width="1000" height="800"></iframe>`;
    const server = await serve(SITE, { "/frames.html": frames, "/one-plan.html": singleFileText() });
    const page = await running().browser.newPage();
    try {
      await page.goto(`${server.origin}/frames.html`);
      const frame = () => page.frames().find((one) => one.url().includes("one-plan.html"));
      await until("the start page", () => frame()?.evaluate(() => document.querySelector("[data-example]") !== null));
      await frame().evaluate(() => document.querySelector("[data-example]").click());
      await until("what is said", () =>
        frame().evaluate(() => document.body.innerText.includes("This browser does not let the page keep your work")),
      );
      assert.match(await frame().evaluate(() => document.querySelector(".masthead__kept").textContent), /^Not kept/);
    } finally {
      await page.close();
      await server.stop();
    }
  });
});

for (const kind of ["chromium", "firefox"]) {
  it(`a browser that is killed in the middle of a save loses at most the last change (${kind})`, async () => {
    const server = await serve(SITE);
    const plan = await readFile(SURREY, "utf8");
    let running = await launch(kind);
    try {
      const page = await running.browser.newPage();
      const visit = Visit.of(page, `${server.origin}/`);
      await page.goto(`${server.origin}/`);
      await visit.heading("Open a plan");
      await visit.openByDrop(plan);
      await visit.isOpen();
      await visit.go("CQUIN");
      await kept(visit);
      for (let number = 0; number < 3; number++) {
        await page.click(`#evidence-indicator-${number}`);
        await visit.until("it to count", (at) => document.querySelector(`#evidence-indicator-${at}`).checked, number);
        await kept(visit);
      }
      // The fourth change, and at once the end.
      await page.evaluate(() => document.querySelector("#evidence-indicator-3").click());
      running = await running.killed();
      const again = await running.browser.newPage();
      const after = Visit.of(again, `${server.origin}/`);
      await again.goto(`${server.origin}/`);
      await after.until("the kept plan", () => document.querySelector("#kept-title") !== null);
      await after.evaluate(() => {
        [...document.querySelectorAll("main button")].find((one) => one.textContent.startsWith("Go on with it")).click();
      });
      await after.isOpen();
      await after.go("CQUIN");
      const boxes = await after.evaluate(() => [0, 1, 2].map((at) => document.querySelector(`#evidence-indicator-${at}`).checked));
      assert.deepEqual(boxes, [true, true, true]);
    } finally {
      await running.close();
      await server.stop();
    }
  });
}
