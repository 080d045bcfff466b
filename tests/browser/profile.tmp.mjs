import { readFileSync, writeFileSync } from "node:fs";
import { launch } from "./support/browser.mjs";
import { ARDEN, EXAMPLE, SURREY } from "./support/setting.mjs";
import { Visit, PAGES } from "./support/visit.mjs";
const chromium = await launch("chromium", { patience: 600_000 });
const plans = { surrey: [SURREY, "NHS Surrey"], arden: [ARDEN, "Arden"], example: [EXAMPLE, "Example Valley"], large: ["/tmp/run/s10k.json", "Nowhere"] };
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
await session.send("Profiler.enable");
await session.send("Profiler.setSamplingInterval", { interval: 200 });
await session.send("Profiler.start");
const N = Number(process.env.N ?? 15);
const times = [];
for (let n = 0; n < N; n++) { times.push(await run(n + 10)); await new Promise((r) => setTimeout(r, 400)); }
const { profile } = await session.send("Profiler.stop");
console.log(what, JSON.stringify(times.map((t) => Array.isArray(t) ? t.map((x) => Math.round(x)) : Math.round(t))));
writeFileSync("/tmp/run/profile.json", JSON.stringify(profile));
await visit.end();
await chromium.close();
// inclusive and self times per function per run
const byId = new Map(profile.nodes.map((n) => [n.id, n]));
const self = new Map();
profile.samples.forEach((id, i) => self.set(id, (self.get(id) ?? 0) + profile.timeDeltas[i]));
const parent = new Map();
for (const n of profile.nodes) for (const c of n.children ?? []) parent.set(c, n.id);
const incl = new Map(), own = new Map();
const name = (n) => (n.callFrame.functionName || "(anon)").replace(/h[0-9a-f]{16}$/, "").slice(0, 150);
for (const n of profile.nodes) {
  const t = self.get(n.id) ?? 0;
  if (!t) continue;
  own.set(name(n), (own.get(name(n)) ?? 0) + t);
  const seen = new Set();
  for (let at = n.id; at !== undefined; at = parent.get(at)) {
    const k = name(byId.get(at));
    if (!seen.has(k)) { seen.add(k); incl.set(k, (incl.get(k) ?? 0) + t); }
  }
}
const show = (map, top) => [...map].sort((a, b) => b[1] - a[1]).slice(0, top).map(([k, v]) => `${(v / 1000 / N).toFixed(2).padStart(8)} ms  ${k}`).join("\n");
console.log("INCLUSIVE\n" + show(incl, Number(process.env.TOP ?? 70)));
console.log("SELF\n" + show(own, 30));
console.log("PAGE\n" + [...incl].filter(([k]) => /one_plan_page|__wbg|as yew::functional/.test(k)).sort((a, b) => b[1] - a[1]).slice(0, 90).map(([k, v]) => `${(v / 1000 / N).toFixed(2).padStart(8)} ms  ${k}`).join("\n"));
console.log("MODEL\n" + [...incl].filter(([k]) => /one_plan_model/.test(k)).sort((a, b) => b[1] - a[1]).slice(0, 60).map(([k, v]) => `${(v / 1000 / N).toFixed(2).padStart(8)} ms  ${k}`).join("\n"));
