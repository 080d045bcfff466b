// Ends a browser when those who started it are gone, however they went: who is killed can end nothing any more.
//
// It is a process of its own, `node ends_with.mjs FOLDER`, which waits for its input to end. The tests hold that open; the
// system closes it with them. It then ends whatever runs with something in the folder, which is the browser's alone, and
// removes the folder. It is dismissed by anything that is written to it.

import { spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync, realpathSync } from "node:fs";
import { rm } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(import.meta.url);

/** A browser that was only just asked for shows itself within so many milliseconds. */
const STARTING = 5_000;

/** Begins to wait for the end of this process. Answers with a function that ends the waiting. */
export function endWithThis(home) {
  // Not of our group: what ends all of a group at once must leave this one to do its work.
  const waiting = spawn(process.execPath, [PROGRAM, home], { detached: true, stdio: ["pipe", "ignore", "ignore"] });
  waiting.stdin.on("error", () => {});
  waiting.unref();
  waiting.stdin.unref();
  return () => waiting.stdin.end("dismissed");
}

/** The numbers of the processes in whose command line the folder is named. */
function processesIn(home) {
  const own = String(process.pid);
  const all = process.platform === "linux" ? listedByKernel() : listedByProgram();
  return all.filter(([pid, words]) => pid !== own && words.includes(home)).map(([pid]) => Number(pid));
}

function listedByKernel() {
  const wordsOf = (pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8");
    } catch {
      return ""; // It has ended meanwhile.
    }
  };
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map((pid) => [pid, wordsOf(pid)]);
}

function listedByProgram() {
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,args="], { encoding: "utf8" });
  return (stdout ?? "").split("\n").map((line) => /^\s*(\d+) (.*)$/.exec(line)?.slice(1) ?? ["", ""]);
}

/** Ends what runs in the folder, and what still begins to. */
async function endAll(home) {
  const begun = Date.now();
  let found = false;
  while (true) {
    const running = processesIn(home);
    for (const pid of running) {
      try {
        process.kill(pid, "SIGKILL");
      } catch {
        // It has ended meanwhile.
      }
    }
    found ||= running.length > 0;
    if (running.length === 0 && (found || Date.now() - begun > STARTING)) return;
    await pause(200);
  }
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === PROGRAM) {
  const [, , home] = process.argv;
  process.stdin.once("data", () => process.exit(0));
  process.stdin.once("end", async () => {
    await endAll(home);
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  });
}
