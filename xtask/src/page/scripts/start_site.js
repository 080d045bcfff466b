"use strict";
// Starts the page of the site, whose module and glue are files beside it.
(async (place) => {
  const failed = (error) => {
    document.getElementById("one-plan-failure-reason").textContent = String(error);
    document.getElementById("one-plan-failure").hidden = false;
    document.getElementById("app").hidden = true;
  };
  // In a sandbox, and from a disk, a page has no origin, and the browser gives it no file but scripts and styles. The page
  // that is one file needs no other.
  const oneFile = "ONE_FILE";
  if (self.origin === "null" && oneFile) {
    location.replace(new URL(oneFile, place) + location.search + location.hash);
    return;
  }
  const loaded = async (name) => {
    const response = await fetch(new URL(name, place));
    if (!response.ok) throw new Error(`${name}: ${response.status} ${response.statusText}`);
    return response;
  };
  try {
    const onePlan = await import("./GLUE");
    // Not compileStreaming: it insists on a media type that many file servers do not send.
    const compiled = async (name) => WebAssembly.compile(await (await loaded(name)).arrayBuffer());
    const module = await compiled("./WASM");
    globalThis.onePlanWorkbookModule = () => compiled("./WORKBOOK_MODULE");
    globalThis.onePlanWorkbookGlue = async () => (await loaded("./WORKBOOK_SCRIPT")).text();
    // A worker is made from these two: the glue as its text, the module by message.
    globalThis.onePlanModule = module;
    globalThis.onePlanGlue = async () => (await loaded("./CLASSIC")).text();
    globalThis.onePlan = onePlan;
    await onePlan.default({ module_or_path: module });
    const worker = "SERVICE_WORKER";
    // Where it is not allowed, or there is no network, the page only does not open without one the next time.
    if (worker) globalThis.onePlanKeepOffline(new URL(worker, place)).catch((error) => console.info(error));
  } catch (error) {
    console.error(error);
    failed(error);
  }
})(document.currentScript.src);
