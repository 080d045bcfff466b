// For other pages: `import { compute, check, mount } from "./one-plan.js"`. This name stays; the files behind it change theirs.
import start from "./GLUE";
const response = await fetch(new URL("./WASM", import.meta.url));
if (!response.ok) throw new Error(`WASM: ${response.status} ${response.statusText}`);
await start({ module_or_path: await response.arrayBuffer() });
export * from "./GLUE";
