"use strict";
// Starts the single file: the module is in the page, so nothing is fetched.
(async () => {
  const failed = (error) => {
    document.getElementById("one-plan-failure-reason").textContent = String(error);
    document.getElementById("one-plan-failure").hidden = false;
    document.getElementById("app").hidden = true;
  };
  try {
    const compiled = async (id) => {
      const packed = document.getElementById(id).textContent;
      const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
      const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
      return WebAssembly.compile(await new Response(stream).arrayBuffer());
    };
    const module = await compiled("one-plan-wasm");
    globalThis.onePlanWorkbookModule = () => compiled("one-plan-workbook-wasm");
    globalThis.onePlanWorkbookGlue = async () => document.getElementById("one-plan-workbook-glue").textContent;
    // A worker is made from these two: the glue as its text, the module by message.
    globalThis.onePlanModule = module;
    globalThis.onePlanGlue = async () => document.getElementById("one-plan-glue").textContent;
    globalThis.onePlan = wasm_bindgen;
    await wasm_bindgen({ module_or_path: module });
  } catch (error) {
    console.error(error);
    failed(error);
  }
})();
