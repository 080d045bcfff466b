// Starts the page of the site, whose module and glue are files beside it.
const failed = (error) => {
  document.getElementById("one-plan-failure-reason").textContent = String(error);
  document.getElementById("one-plan-failure").hidden = false;
  document.getElementById("app").hidden = true;
};
const loaded = async (name) => {
  const response = await fetch(new URL(name, import.meta.url));
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
} catch (error) {
  console.error(error);
  failed(error);
}
