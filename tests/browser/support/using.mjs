// How quickly the page answers while it is used: when it is first seen, when a page of the plan is changed, and when a
// number is.

import { PAGES, Visit } from "./visit.mjs";

const EDITS = 7;

/** In the page: notes every task that keeps it busy for longer than 50 ms, which is what browsers call long. */
function noteTasks() {
  globalThis.longestTask = 0;
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) globalThis.longestTask = Math.max(globalThis.longestTask, task.duration);
  }).observe({ type: "longtask" });
}

/** In the page: the milliseconds from pressing a link of the navigation until its page has been drawn. */
async function timeOfPage(name) {
  const link = [...document.querySelectorAll("nav.tabs a")].find((one) => one.textContent === name);
  const frame = () => new Promise(requestAnimationFrame);
  const begun = performance.now();
  link.click();
  while (link.getAttribute("aria-current") !== "page") await frame();
  // The second frame begins when the first has been drawn.
  await frame();
  await frame();
  return performance.now() - begun;
}

/** In the page: the milliseconds from a number that is pasted into a cell until what follows from it has been drawn. */
async function timeOfEdit(number) {
  const frame = () => new Promise(requestAnimationFrame);
  const change = () => document.querySelector(".masthead__change")?.textContent;
  const results = () => document.querySelector("main").textContent;
  const before = [change(), results()];
  const data = new DataTransfer();
  data.setData("text/plain", number);
  const content = { clipboardData: data, data: number, dataType: "text/plain" };
  const begun = performance.now();
  document.querySelector("[role=grid]").dispatchEvent(
    new ClipboardEvent("paste", { bubbles: true, cancelable: true, ...content }),
  );
  while (change() === before[0] && results() === before[1]) {
    if (performance.now() - begun > 60_000) throw new Error("the change has no effect");
    await frame();
  }
  await frame();
  await frame();
  return performance.now() - begun;
}

/** The middle of some times. */
export const median = (times) => times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)];

/**
 * Opens a plan in Chromium, goes through its pages twice and changes a saving several times; with `slower` the processor
 * is held to so many times as slow. Answers with milliseconds: the first paint, the slowest page of the second round, the
 * middle of the changes, and the longest task that kept the page busy from when the plan was open.
 */
export async function measureUse(running, content, words, slower = 1) {
  const visit = await Visit.begin(running, "http");
  try {
    const session = await visit.page.createCDPSession();
    await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
    await visit.page.evaluateOnNewDocument(noteTasks);
    await visit.page.reload();
    await visit.heading("Open a plan");
    const [paint] = await visit.evaluate(() =>
      performance.getEntriesByName("first-contentful-paint").map(({ startTime }) => startTime),
    );
    await visit.openByDrop(content, "used.json");
    await visit.isOpen(words);
    await visit.evaluate(() => new Promise((later) => setTimeout(later, 1_000)));
    await visit.evaluate(() => {
      globalThis.longestTask = 0;
    });
    const pages = new Map();
    for (const round of ["first", "again"]) {
      for (const [, name] of PAGES) {
        const taken = await visit.evaluate(timeOfPage, name);
        if (round === "again") pages.set(name, taken);
      }
    }
    const tasksOfPages = await visit.evaluate(() => globalThis.longestTask);
    await visit.go("Savings");
    await visit.evaluate(() => document.querySelector("[data-changes=schemes]").click());
    await visit.until("the grid", () => document.querySelector("[role=grid]") !== null);
    const columns = await visit.texts("[role=grid] [role=columnheader]");
    const gross = columns.findIndex((heading) => /^gross/i.test(heading));
    if (gross < 0) throw new Error(`no column for the saving among ${columns.join(", ")}`);
    await visit.evaluate(() => document.querySelector("[role=grid]").focus());
    for (let column = 0; column < gross; column += 1) await visit.page.keyboard.press("ArrowRight");
    const edits = [];
    for (let edit = 0; edit < EDITS; edit += 1) edits.push(await visit.evaluate(timeOfEdit, String(edit + 1)));
    const longest = await visit.evaluate(() => globalThis.longestTask);
    const [slowestPage] = [...pages].toSorted(([, one], [, other]) => other - one);
    return { paint, page: slowestPage[1], slowestPage: slowestPage[0], edit: median(edits), tasksOfPages, longest };
  } finally {
    await visit.end();
  }
}
