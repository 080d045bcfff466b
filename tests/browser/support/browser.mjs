// The two browsers, each with a new profile.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import puppeteer from "puppeteer-core";
import { endWithThis } from "./ends_with.mjs";
import { BROWSERS } from "./setting.mjs";

const CHROMIUM_FLAGS = [
  "--disable-dev-shm-usage",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** What Firefox asks of the network by itself, and where it puts what is downloaded. */
const firefoxPreferences = (downloads) => ({
  "browser.download.folderList": 2,
  "browser.download.dir": downloads,
  "browser.download.useDownloadDir": true,
  "browser.download.alwaysOpenPanel": false,
  "browser.helperApps.neverAsk.saveToDisk": "application/json",
  "datareporting.policy.dataSubmissionEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
});

/** Chromium's sandbox needs a user who is not root. */
const isRoot = () => process.getuid?.() === 0;

/**
 * Starts a browser, `"chromium"` or `"firefox"`; `patience` is how long one answer of it may take. Answers with the browser, the folder that downloads arrive in, and a
 * function that closes the browser and removes everything it wrote. `killed` ends its process at once, as a loss of power
 * would, and answers with another one that has the same profile. Where this process is killed, the browser ends with it.
 */
export async function launch(kind, { patience = 60_000 } = {}) {
  const home = await mkdtemp(path.join(tmpdir(), "one-plan-browser-"));
  return launchIn(home, endWithThis(home), kind, patience);
}

async function launchIn(home, dismiss, kind, patience) {
  const downloads = path.join(home, "downloads");
  const profile = path.join(home, "profile");
  const common = {
    executablePath: BROWSERS[kind],
    headless: true,
    userDataDir: profile,
    protocolTimeout: patience,
    env: { ...process.env, TMPDIR: home },
  };
  const browser = await puppeteer.launch(
    kind === "firefox"
      ? { ...common, browser: "firefox", extraPrefsFirefox: firefoxPreferences(downloads) }
      : {
          ...common,
          args: [...CHROMIUM_FLAGS, ...(isRoot() ? ["--no-sandbox"] : [])],
          downloadBehavior: { policy: "allow", downloadPath: downloads },
        },
  );
  const close = async () => {
    await browser.close();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
    dismiss();
  };
  const killed = async () => {
    const process = browser.process();
    const ended = new Promise((resolve) => process.once("exit", resolve));
    process.kill("SIGKILL");
    await ended;
    // What the killed process left lying about would keep the next one out.
    for (const lock of ["SingletonLock", "SingletonCookie", "SingletonSocket", "lock", ".parentlock"]) {
      await rm(path.join(profile, lock), { force: true });
    }
    return launchIn(home, dismiss, kind, patience);
  };
  return { kind, browser, downloads, close, killed };
}
