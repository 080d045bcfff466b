// Where everything is that the tests drive. `cargo xtask test` says so in the environment.

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import path from "node:path";

const repository = fileURLToPath(new URL("../../..", import.meta.url));

function named(variable, what) {
  const place = process.env[variable];
  if (!place || !existsSync(place)) {
    throw new Error(`${variable} must name ${what}; it is "${place ?? ""}". \`cargo xtask test\` sets it.`);
  }
  return place;
}

/** The folder with the site. */
export const SITE = path.join(named("ONE_PLAN_DIST", "the folder of what is published"), "site");

const singleFilePath = path.join(named("ONE_PLAN_DIST", "the folder of what is published"), "one-plan.html");

/** The address of the page that is one file, from the disk. */
export const SINGLE_FILE = pathToFileURL(singleFilePath).href;

/** The text of the page that is one file. */
export const singleFileText = () => readFileSync(singleFilePath, "utf8");

/** The command line program. */
export const PROGRAM = named("ONE_PLAN_CLI", "the command line program");

/** The programs of the browsers. */
export const BROWSERS = {
  chromium: named("CHROMIUM", "the Chromium program"),
  firefox: named("FIREFOX", "the Firefox program"),
};

/** The published plans, and the one that is made up. */
export const SURREY = path.join(repository, "plans", "surrey-one-plan.json");
export const ARDEN = path.join(repository, "plans", "arden-system-plan.json");
export const EXAMPLE = path.join(repository, "plans", "example-icb-2026-27.json");

/** What a plan file may hold. */
export const SCHEMA = path.join(repository, "schema", "one-plan.schema.json");

/** Where measurements are written. */
export const TARGET = path.join(repository, "target");
