import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { launch } from "./support/browser.mjs";
import { ARDEN, EXAMPLE, SURREY } from "./support/setting.mjs";
import { measureUse } from "./support/using.mjs";
import { onePlan } from "./support/program.mjs";
if (!process.env.ALL) spawnSync("taskset", ["-acp", "0", String(process.pid)], { stdio: "ignore" });
const chromium = await launch("chromium", { patience: 600_000 });
const plans = [["Surrey", SURREY, "NHS Surrey"], ["Arden", ARDEN, "Arden"], ["example", EXAMPLE, "Example Valley"]];
for (let pass = 0; pass < Number(process.env.PASSES ?? 2); pass += 1)
  for (const slower of (process.env.SLOWER ?? "1").split(",").map(Number))
    for (const [name, file, words] of plans) {
      const row = await measureUse(chromium, readFileSync(file, "utf8"), words, slower);
      console.log(name, slower, Object.entries(row).map(([k, v]) => `${k} ${typeof v === "number" ? v.toFixed(0) : v}`).join(" "));
      if (row.pages) console.log("   ", [...row.pages].map(([k, v]) => `${k} ${v.toFixed(0)}`).join(", "));
    }
if (process.env.LARGE) {
  const row = await measureUse(chromium, onePlan("sample", "10000").stdout, "Nowhere", 1);
  console.log("10000", JSON.stringify(row));
}
await chromium.close();
