// A web server on this machine: the files of a folder, and pages that a test makes up.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import path from "node:path";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".ts": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

/**
 * Serves a folder on a free port. `pages` are texts by path, such as `"/host.html"`; they come before the files.
 * Answers with the origin, with the pages, which
 * may change, and with a function that stops the server and ends its connections.
 */
export async function serve(folder, pages = {}) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const name = pathname === "/" ? "/index.html" : pathname;
    try {
      // The address is normal already: `..` cannot leave the folder.
      const content = pages[name] ?? (await readFile(path.join(folder, decodeURIComponent(name))));
      response.writeHead(200, { "content-type": TYPES[path.extname(name)] ?? "application/octet-stream" });
      response.end(content);
    } catch {
      response.writeHead(404, { "content-type": "text/plain" });
      response.end(`There is no ${name}.`);
    }
  });
  await new Promise((started, failed) => {
    server.once("error", failed);
    server.listen(0, "127.0.0.1", started);
  });
  const stop = () =>
    new Promise((stopped) => {
      server.close(stopped);
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${server.address().port}`, pages, stop };
}
