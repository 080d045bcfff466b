// LibreOffice, as a second program that calculates a workbook.

import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

/** The setting by which LibreOffice calculates every formula of a workbook that it opens. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

/** A workbook as LibreOffice saves it after it has calculated all of it. `cargo xtask test` names the program. */
export async function recalculated(workbook) {
  const program = process.env.SOFFICE ?? "soffice";
  const folder = await mkdtemp(path.join(tmpdir(), "one-plan-office-"));
  try {
    const profile = path.join(folder, "profile");
    await mkdir(path.join(profile, "user"), { recursive: true });
    await writeFile(path.join(profile, "user", "registrymodifications.xcu"), SETTINGS);
    const given = path.join(folder, "plan.xlsx");
    await writeFile(given, workbook);
    const out = path.join(folder, "out");
    const settings = `-env:UserInstallation=file://${profile}`;
    await promisify(execFile)(program, [settings, "--headless", "--convert-to", "xlsx", "--outdir", out, given]);
    return await readFile(path.join(out, "plan.xlsx"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
