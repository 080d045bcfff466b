import { readFileSync, writeFileSync } from "node:fs";
import { launch } from "./support/browser.mjs";
import { ARDEN, EXAMPLE, SURREY } from "./support/setting.mjs";
import { Visit, PAGES } from "./support/visit.mjs";
const chromium = await launch("chromium", { patience: 600_000 });
const plans = { surrey: [SURREY, "NHS Surrey"], arden: [ARDEN, "Arden"], example: [EXAMPLE, "Example Valley"] };
const [file, words] = plans[process.env.PLAN ?? "surrey"];
const what = process.env.WHAT ?? "edit";
const visit = await Visit.begin(chromium, "http");
const session = await visit.page.createCDPSession();
await visit.openByDrop(readFileSync(file, "utf8"), "used.json");
await visit.isOpen(words);
await new Promise((r) => setTimeout(r, 3000));
for (let round = 0; round < 2; round++) for (const [, name] of PAGES) { await visit.go(name); await new Promise((r) => setTimeout(r, 150)); }
async function timeOfEdit(number) {
  const frame = () => new Promise(requestAnimationFrame);
  const change = () => document.querySelector(".masthead__change")?.textContent;
  const results = () => document.querySelector("main").textContent;
  const before = [change(), results()];
  const data = new DataTransfer();
  data.setData("text/plain", number);
  const content = { clipboardData: data, data: number, dataType: "text/plain" };
  const begun = performance.now();
  document.querySelector("[role=grid]").dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, ...content }));
  const sync = performance.now() - begun;
  while (change() === before[0] && results() === before[1]) await frame();
  await frame(); await frame();
  return [sync, performance.now() - begun];
}
async function timeOfPage(name) {
  const link = [...document.querySelectorAll("nav.tabs a")].find((one) => one.textContent === name);
  const frame = () => new Promise(requestAnimationFrame);
  const begun = performance.now();
  link.click();
  while (link.getAttribute("aria-current") !== "page") await frame();
  await frame(); await frame();
  return performance.now() - begun;
}
let run;
if (what === "edit") {
  await visit.go("Savings");
  await visit.evaluate(() => document.querySelector("[data-changes=schemes]").click());
  await visit.until("the grid", () => document.querySelector("[role=grid]") !== null);
  const columns = await visit.texts("[role=grid] [role=columnheader]");
  const gross = columns.findIndex((heading) => /^gross/i.test(heading));
  await visit.evaluate(() => document.querySelector("[role=grid]").focus());
  for (let column = 0; column < gross; column += 1) await visit.page.keyboard.press("ArrowRight");
  run = async (n) => visit.evaluate(timeOfEdit, String(n + 1));
} else {
  run = async (n) => { await visit.evaluate(timeOfPage, "Checks"); await new Promise((r) => setTimeout(r, 200)); return visit.evaluate(timeOfPage, what); };
}
for (let n = 0; n < 5; n++) await run(n);
await visit.page.tracing.start({ path: "/tmp/run/trace.json", categories: ["devtools.timeline", "disabled-by-default-devtools.timeline"] });
const N = Number(process.env.N ?? 15);
const times = [];
for (let n = 0; n < N; n++) { times.push(await run(n + 10)); await new Promise((r) => setTimeout(r, 400)); }
await visit.page.tracing.stop();
console.log(what, JSON.stringify(times.map((t) => Array.isArray(t) ? t.map((x) => Math.round(x)) : Math.round(t))));
await visit.end(); await chromium.close();
const events = JSON.parse(readFileSync("/tmp/run/trace.json", "utf8")).traceEvents.filter((e) => e.ph === "X" && e.dur);
const by = new Map();
for (const e of events) { const at = by.get(e.name) ?? [0, 0, 0]; at[0] += e.dur; at[1]++; at[2] = Math.max(at[2], e.dur); by.set(e.name, at); }
console.log([...by].sort((a, b) => b[1][0] - a[1][0]).slice(0, 28).map(([k, [t, n, m]]) => `${(t / 1000 / N).toFixed(2).padStart(8)} ms ${String(n / N).slice(0, 6).padStart(8)} × max ${(m / 1000).toFixed(1).padStart(6)}  ${k}`).join("\n"));
