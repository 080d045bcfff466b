// The command line program, which has the same engine as the page.

import { spawnSync } from "node:child_process";
import { PROGRAM } from "./setting.mjs";

const MOST_OUTPUT = 256 * 1024 * 1024;

/** Runs the program; answers with its code and what it printed. */
export function onePlan(...words) {
  const { error, status, stdout, stderr } = spawnSync(PROGRAM, words, { encoding: "utf8", maxBuffer: MOST_OUTPUT });
  if (error) throw error;
  return { status, stdout, stderr };
}

/** Every figure of a plan file: the text of the program, and the figures by id. */
export function computed(file) {
  const { status, stdout, stderr } = onePlan("compute", file, "--format", "json");
  if (status !== 0) throw new Error(`compute ended with ${status}: ${stderr}`);
  return { text: stdout, figures: new Map(JSON.parse(stdout).figures.map((figure) => [figure.id, figure])) };
}

/** The first line of each finding that `check` prints: how grave, its code, the ids it is known by, and its words. */
export function headsOf(printed) {
  const head = /^(error|warning|information) ([a-z-]+)(?: \[([^\]]+)\])?: (.*)$/;
  const found = printed.split("\n").map((line) => head.exec(line));
  return found.filter(Boolean).map(([, severity, code, known, message]) => ({
    severity,
    code,
    known: known?.split("; ") ?? [],
    message,
  }));
}
