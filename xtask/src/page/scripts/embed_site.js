// For other pages: `import { compute, check, mount } from "./one-plan.js"`. This name stays; the files behind it change theirs.
import "./CLIENT";
import start from "./GLUE";
const loaded = async (name) => {
  const response = await fetch(new URL(name, import.meta.url));
  if (!response.ok) throw new Error(`${name}: ${response.status} ${response.statusText}`);
  return response;
};
// The second module, for workbooks, is loaded when a person opens or saves one.
globalThis.onePlanWorkbookModule ??= async () => WebAssembly.compile(await (await loaded("./WORKBOOK_MODULE")).arrayBuffer());
globalThis.onePlanWorkbookGlue ??= async () => (await loaded("./WORKBOOK_SCRIPT")).text();
await start({ module_or_path: await (await loaded("./WASM")).arrayBuffer() });
export * from "./GLUE";
