// The TypeScript declarations hold for what the functions really answer, and for programs that use them.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { SITE, SURREY } from "./support/setting.mjs";
import { inEachBrowser, visiting } from "./support/suite.mjs";
import { serve } from "./support/server.mjs";
import { after, before, it } from "node:test";

const COMPILER = createRequire(import.meta.url).resolve("typescript/bin/tsc");
const OPTIONS = {
  compilerOptions: {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: false,
    target: "es2022",
    module: "nodenext",
    lib: ["es2022", "dom"],
    types: [],
  },
};

/** A program of another page, as docs/embedding.md has them. */
const EXAMPLE = `
import { OpenPlan, check, compute, explain, mount, scenarios } from "./one-plan.js";
import type { FrameCall, FrameMessage, Figure } from "./one-plan.js";
import "./one-plan-element.js";

export function total(text: string): Figure | undefined {
  const answer = compute(text);
  if ("problems" in answer) throw new Error(answer.problems.map(({ what }) => what).join());
  return answer.figures.find(({ id }) => id === "savings.total");
}
export function light(plan: object): string {
  const answer = check(plan);
  return "problems" in answer ? "cannot be read" : answer.check;
}
export function why(text: string): string {
  const answer = explain(text, "savings.total");
  return answer === null || "problems" in answer ? "" : answer.formula;
}
export function apart(text: string): (string | null)[] {
  const answer = scenarios(text, ["savings.total"]);
  return "problems" in answer ? [] : answer.scenarios.map(({ figures }) => figures[0]?.difference ?? null);
}
export function show(place: Element, text: string): () => void {
  const page = mount(place, { plan: text, page: "data" });
  return () => page.destroy();
}
export function vary(text: string): (string | null)[][] {
  const plan = new OpenPlan(text);
  const cells = plan.cellsUnder("savings.total") ?? [];
  const spread = { variations: 10, seed: 1, lowPerMille: 900, highPerMille: 1100 };
  return plan.replay(["savings.total"], cells, spread).values;
}
export function ask(frame: HTMLIFrameElement, call: FrameCall, origin: string): void {
  frame.contentWindow?.postMessage(call, origin);
}
export function height(message: FrameMessage): number | undefined {
  return message.onePlan === "height" ? message.height : undefined;
}
const element = document.createElement("one-plan");
element.plan = { format: "one-plan/1" };
element.addEventListener("one-plan-error", ({ detail }) => console.log(detail.length));
`;

/** Compiles a program beside the declarations; answers with what the compiler complains of. */
function complaints(program) {
  const folder = mkdtempSync(path.join(tmpdir(), "one-plan-types-"));
  try {
    for (const name of ["one-plan.d.ts", "one-plan-element.d.ts"]) {
      writeFileSync(path.join(folder, name), readFileSync(path.join(SITE, name)));
    }
    writeFileSync(path.join(folder, "package.json"), '{"type":"module"}');
    writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify({ ...OPTIONS, files: ["program.ts"] }));
    writeFileSync(path.join(folder, "program.ts"), program);
    return spawnSync(process.execPath, [COMPILER, "-p", folder], { encoding: "utf8", cwd: folder }).stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

it("a program that uses the declarations compiles, and one that does not keep to them does not", () => {
  assert.equal(complaints(EXAMPLE), "");
  assert.match(complaints(`${EXAMPLE}\nmount(document.body, { page: "nowhere" });`), /"nowhere"/);
});

inEachBrowser(
  "declarations",
  (running) => {
    let server;
    before(async () => {
      server = await serve(SITE, { "/host.html": '<!doctype html><title>A</title><link rel="icon" href="data:,">' });
    });
    after(() => server?.stop());

    visiting(
      running,
      "every answer has exactly the declared fields",
      async (visit) => {
        const text = readFileSync(SURREY, "utf8");
        const answers = await visit.evaluate((plan) => {
          const some = (list) => list.slice(0, 40);
          const { check, figures } = onePlan.compute(plan);
          const checked = onePlan.check(plan);
          const open = new onePlan.OpenPlan(plan);
          const under = open.cellsUnder("savings.total");
          const spread = { variations: 2, seed: 1, lowPerMille: 900, highPerMille: 1100 };
          return {
            Computed: { check, figures: some(figures).concat(some(figures.filter(({ note }) => note))) },
            Checked: { ...checked, findings: some(checked.findings), comparisons: some(checked.comparisons) },
            Explanation: onePlan.explain(plan, "savings.total"),
            Scenarios: onePlan.scenarios(plan, ["savings.total", "cquin.total.earned"]),
            Refused: onePlan.compute("{}"),
            "Place[]": some(under),
            Replayed: open.replay(["savings.total"], under.slice(0, 1), spread),
          };
        }, text);
        const literal = ([type, answer], at) => `const answer${at}: ${type} = ${JSON.stringify(answer)};`;
        const types = Object.keys(answers).map((type) => type.replace("[]", ""));
        const program = [
          `import type { ${types.join(", ")} } from "./one-plan.js";`,
          ...Object.entries(answers).map(literal),
          "export {};",
        ];
        assert.equal(complaints(program.join("\n")), "");
        // The compiler does notice a field too much.
        const more = program.join("\n").replace('{"check":', '{"undeclared":1,"check":');
        assert.match(complaints(more), /undeclared/);
      },
      { places: ["http"] },
    );

    it("the module exports what is declared, and mount knows the declared pages", async () => {
      const page = await running().browser.newPage();
      try {
        await page.goto(`${server.origin}/host.html`);
        const { names, refusal } = await page.evaluate(async () => {
          const module = await import("/one-plan.js");
          let said;
          try {
            module.mount(document.body, { page: "nowhere" });
          } catch (error) {
            said = error.message;
          }
          return { names: Object.keys(module), refusal: said };
        });
        const declarations = readFileSync(path.join(SITE, "one-plan.d.ts"), "utf8");
        const declared = [...declarations.matchAll(/^export (?:function|class) (\w+)/gm)].map(([, name]) => name);
        // What the glue exports for itself, and for the script of the page that keeps plans, is not for other programs;
        // `Mounted` cannot be made by them.
        const own = ["default", "initSync", "start", "Mounted", "keptPlan"];
        assert.deepEqual(names.filter((name) => !own.includes(name)).sort(), declared.sort());
        const pages = /expected one of (.*)\.$/.exec(refusal)[1].split(", ");
        const union = /page\?:([^;]*);/.exec(declarations)[1];
        for (const word of pages) assert.ok(union.includes(`"${word}"`), `${word} is not declared`);
      } finally {
        await page.close();
      }
    });
  },
  ["chromium"],
);
