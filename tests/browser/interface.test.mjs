// The JavaScript functions answer as the command line does.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { EXAMPLE, SURREY } from "./support/setting.mjs";
import { computed, headsOf, onePlan } from "./support/program.mjs";
import { inEachBrowser, visiting } from "./support/suite.mjs";

const text = readFileSync(SURREY, "utf8");

inEachBrowser("JavaScript functions", (running) => {
  visiting(running, "compute answers byte for byte as the program does", async (visit) => {
    const program = computed(SURREY).text;
    const answer = await visit.evaluate((plan) => JSON.stringify(onePlan.compute(plan)), text);
    assert.equal(`${answer}\n`, program);
    const ofObject = await visit.evaluate((plan) => JSON.stringify(onePlan.compute(JSON.parse(plan))), text);
    assert.equal(ofObject, answer, "an object is as good as its text");
  });

  visiting(
    running,
    "check and explain answer as the program does",
    async (visit) => {
      const printed = onePlan("check", SURREY).stdout;
      const { findings, comparisons } = await visit.evaluate((plan) => onePlan.check(plan), text);
      assert.deepEqual(
        findings.map(({ severity, code, message, known }) => [
          severity,
          code,
          message,
          known.map(({ id, state, owner }) => `${id.toUpperCase()} ${state}${owner ? `, owner: ${owner}` : ""}`),
        ]),
        headsOf(printed).map(({ severity, code, message, known }) => [severity, code, message, known]),
      );
      const given = new Map(JSON.parse(text).known_findings.map((row) => [row.id, row]));
      for (const { id, name, note } of findings.flatMap(({ known }) => known)) {
        assert.deepEqual([name, note], [given.get(id).name, given.get(id).note ?? null], id);
      }
      const exact = comparisons.filter(({ verdict }) => verdict === "exact").length;
      assert.match(printed, new RegExp(`Printed figures: ${exact} exact,`));
      const figure = "savings.programme.planned-care.2011-12";
      const explained = await visit.evaluate((plan, id) => onePlan.explain(plan, id), text, figure);
      assert.ok(onePlan("explain", SURREY, figure).stdout.startsWith(`${explained.label} = ${explained.shown}\n`));
      assert.equal(await visit.evaluate((plan) => onePlan.explain(plan, "savings.nothing"), text), null);
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "scenarios answer as the program compares them",
    async (visit) => {
      const example = readFileSync(EXAMPLE, "utf8");
      const { scenarios } = await visit.evaluate((plan) => onePlan.scenarios(plan), example);
      const kept = JSON.parse(example).scenarios;
      assert.ok(kept.length > 0, "the example keeps scenarios");
      assert.deepEqual(
        scenarios.map(({ id, name }) => [id, name]),
        [[null, "The plan"], ...kept.map(({ id, name }) => [id, name])],
      );
      const printed = onePlan("scenario", "compare", EXAMPLE).stdout.split("\n");
      const labels = printed.filter((line) => line !== "" && !line.startsWith(" ") && !line.includes(": not used: "));
      assert.deepEqual(scenarios[0].figures.map(({ label }) => label), labels);
      // Where the program prints no difference there is none, and the other way round.
      for (const [at, { name, figures }] of scenarios.entries()) {
        const lines = printed.filter((line) => line.startsWith(`    ${name}: `));
        const differs = figures.map(({ difference }) => at > 0 && difference !== null && Number(difference) !== 0);
        assert.deepEqual(lines.map((line) => line.endsWith(")")), differs, name);
      }
      // A value is that of the plan and the difference, to the last digit.
      const pence = (digits) => BigInt(Math.round(Number(digits) * 100));
      for (const { figures } of scenarios.slice(1)) {
        for (const [at, { unit, value, difference }] of figures.entries()) {
          if (unit !== "£" || difference === null) continue;
          assert.equal(pence(value) - pence(scenarios[0].figures[at].value), pence(difference));
        }
      }
      const one = await visit.evaluate((plan) => onePlan.scenarios(plan, ["savings.total"]), text);
      const { figures } = await visit.evaluate((plan) => onePlan.compute(plan), text);
      const total = figures.find(({ id }) => id === "savings.total");
      assert.deepEqual(one.scenarios[0].figures, [{ ...total, difference: "0" }]);
      assert.ok(Array.isArray((await visit.evaluate(() => onePlan.scenarios("{}"))).problems));
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "a plan is replayed with the same digits as if it were computed anew",
    async (visit) => {
      const figures = ["savings.total.2011-12", "savings.total", "cquin.total.earned"];
      const changed = JSON.parse(text);
      const row = changed.programme_savings.findIndex(({ year, part }) => year === "2011/12" && part === "commissioner");
      const saving = changed.programme_savings[row];
      const replayed = await visit.evaluate(
        (plan, figures, row) => {
          const open = new onePlan.OpenPlan(plan);
          const cells = [{ table: "programme_savings", row, column: "amount" }];
          const under = open.cellsUnder("savings.total").map(({ table, row, column }) => ({ table, row, column }));
          const half = { variations: 3, seed: 7, lowPerMille: 500, highPerMille: 500 };
          const answer = { ...open.replay(figures, cells, half), stands: under.some((cell) => cell.row === row) };
          const refused = [];
          for (const wrong of [
            [7, cells, half],
            [["savings.nothing"], cells, half],
            [figures, [{ table: "programme_savings", row: 0, column: "amount" }], half],
            [figures, cells, { ...half, lowPerMille: 501 }],
            [figures, cells, { variations: 1 }],
          ]) {
            try {
              open.replay(...wrong);
              refused.push("nothing was said");
            } catch (error) {
              refused.push(error.message);
            }
          }
          open.free();
          return { ...answer, refused };
        },
        text,
        figures,
        row + 1,
      );
      saving.amount = String(Number(saving.amount) / 2);
      const anew = new Map(
        (await visit.evaluate((plan) => onePlan.compute(plan), JSON.stringify(changed))).figures.map((figure) => [
          figure.id,
          figure.value,
        ]),
      );
      assert.deepEqual(
        replayed.values,
        figures.map((id) => [anew.get(id), anew.get(id), anew.get(id)]),
      );
      assert.equal(replayed.stands, true);
      assert.equal(replayed.computedWhole, 0);
      for (const [at, said] of ["list of their ids", "savings.nothing", "row 0", "lowPerMille", "seed"].entries()) {
        assert.ok(replayed.refused[at].startsWith("replay: ") && replayed.refused[at].includes(said), replayed.refused[at]);
      }
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "a large text takes the room of its bytes, whatever signs stand in it",
    async (visit) => {
      const room = 24_000_000;
      assert.ok(text.includes("£"));
      const taken = await visit.evaluate(
        async (plan, room) => {
          const { memory } = await onePlan.default();
          const before = memory.buffer.byteLength;
          // A "£" stands long before the end: handed over as a text the rest would take three times its length.
          new onePlan.OpenPlan(plan.replace(/}\s*$/, `${" ".repeat(room)}}`)).free();
          return memory.buffer.byteLength - before;
        },
        text,
        room,
      );
      assert.ok(taken < 1.5 * room, `${taken} bytes`);
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "a plan that cannot be read is answered with its problems, a senseless call with an error",
    async (visit) => {
      const { problems } = await visit.evaluate(() => onePlan.compute('{"format": "one-plan/1",\n"plann": []}'));
      assert.ok(
        problems.some(({ line, character, path }) => line === 2 && character === 10 && path === "plann"),
        JSON.stringify(problems),
      );
      const errors = await visit.evaluate((plan) => {
        const circle = {};
        circle.plan = circle;
        const calls = [
          () => onePlan.compute(7),
          () => onePlan.check(null),
          () => onePlan.compute(circle),
          () => onePlan.compute({ toJSON: () => undefined }),
          () => onePlan.explain(plan, 7),
          () => onePlan.explain(plan),
          () => onePlan.scenarios(plan, "savings.total"),
          () => onePlan.scenarios(plan, ["savings.nothing"]),
        ];
        return calls.map((call) => {
          try {
            return `answered ${JSON.stringify(call())}`;
          } catch (thrown) {
            return thrown.message;
          }
        });
      }, text);
      const plan = "the plan must be the text of a plan file, or an object of the same shape";
      assert.deepEqual(errors, [
        `compute: ${plan}; number was given.`,
        `check: ${plan}; null was given.`,
        `compute: ${plan}; an object that cannot be written as JSON was given.`,
        `compute: ${plan}; an object that cannot be written as JSON was given.`,
        "explain: the figure must be its id as text; number was given.",
        "explain: the figure must be its id as text; undefined was given.",
        "scenarios: the figures must be a list of ids as text; string was given.",
        'scenarios: the plan has no figure "savings.nothing".',
      ]);
      const total = await visit.evaluate((given) => onePlan.explain(given, "savings.total")?.id, text);
      assert.equal(total, "savings.total", "and the functions still work");
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "a plan that is read once is computed as often as wanted",
    async (visit) => {
      const { size } = computed(SURREY).figures;
      const counts = await visit.evaluate((plan) => {
        const open = new onePlan.OpenPlan(plan);
        const counted = [open.recompute(), open.recompute()];
        open.free();
        try {
          new onePlan.OpenPlan("{}");
        } catch (error) {
          counted.push(error.message);
        }
        return counted;
      }, text);
      assert.deepEqual(counts.slice(0, 2), [size, size]);
      assert.match(counts[2], /^OpenPlan: the plan has /);
    },
    { places: ["http"] },
  );
});
