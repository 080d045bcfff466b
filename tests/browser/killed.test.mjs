// A run of these tests that is killed leaves no browser behind, and nothing that one wrote.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, it } from "node:test";
import { setTimeout as pause } from "node:timers/promises";

const SUPPORT = new URL("./support/", import.meta.url).href;

/** How long ending may take on a busy machine, in milliseconds. */
const PATIENCE = 30_000;

let folder;
before(() => {
  folder = mkdtempSync(path.join(tmpdir(), "one-plan-killed-"));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** Waits until something holds; `rest` says what is still there when it takes too long. */
async function until(words, holds, rest = () => []) {
  const begun = Date.now();
  while (!holds()) {
    assert.ok(Date.now() - begun < PATIENCE, `it took too long: ${words} ${rest().join(", ")}`);
    await pause(100);
  }
}

const untilEmpty = (home) =>
  until("what was written is gone", () => readdirSync(home).length === 0, () => readdirSync(home));

function runs(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Starts a program with its own folder for what is temporary; answers with its process and a list of its lines. */
function started(name, words, text) {
  const home = path.join(folder, name);
  const file = path.join(folder, `${name}.test.mjs`);
  writeFileSync(file, text);
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const child = spawn(process.execPath, [...words, file], { env: { ...env, TMPDIR: home }, stdio: ["ignore", "pipe", "inherit"] });
  const lines = [];
  child.stdout.setEncoding("utf8").on("data", (data) => lines.push(...data.split("\n").filter(Boolean)));
  return { child, lines, home };
}

for (const kind of ["chromium", "firefox"]) {
  it(`a browser ends when the process that started it is killed (${kind})`, async () => {
    const text = `import { mkdirSync } from "node:fs";
mkdirSync(process.env.TMPDIR);
const { launch } = await import("${SUPPORT}browser.mjs");
const { browser } = await launch("${kind}");
console.log(browser.process().pid);
setInterval(() => {}, 1_000);`;
    const { child, lines, home } = started(kind, [], text);
    await until("a browser", () => lines.length > 0);
    const pid = Number(lines[0]);
    assert.ok(runs(pid) && readdirSync(home).length > 0);
    child.kill("SIGKILL");
    await until("the browser is gone", () => !runs(pid));
    await untilEmpty(home);
  });

  it(`a browser that only begins ends as well (${kind})`, async () => {
    const text = `import { mkdirSync, readdirSync } from "node:fs";
mkdirSync(process.env.TMPDIR);
const { launch } = await import("${SUPPORT}browser.mjs");
launch("${kind}");
setInterval(() => {
  const written = readdirSync(process.env.TMPDIR, { recursive: true });
  if (written.some((name) => name.endsWith("profile"))) process.kill(process.pid, "SIGKILL");
}, 1);`;
    const { child, home } = started(`${kind}-begins`, [], text);
    await new Promise((ended) => child.once("exit", ended));
    assert.ok(readdirSync(home).length > 0);
    await untilEmpty(home);
  });
}

it("the tests of a file end when the run that began them is killed", async () => {
  const text = `import { mkdirSync } from "node:fs";
import { it } from "node:test";
mkdirSync(process.env.TMPDIR);
const { inEachBrowser } = await import("${SUPPORT}suite.mjs");
inEachBrowser("nothing", () => it("lasts", () => new Promise((done) => {
  console.log(\`pid \${process.pid}\`);
  setTimeout(done, 600_000);
})), ["chromium"]);`;
  const { child, lines, home } = started("run", ["--test"], text);
  await until("the tests", () => lines.some((line) => /pid \d+/.test(line)));
  const pid = Number(/pid (\d+)/.exec(lines.join("\n"))[1]);
  assert.ok(runs(pid));
  child.kill("SIGKILL");
  await until("the process of the file is gone", () => !runs(pid));
  await untilEmpty(home);
});
