// The plainest hosts: no rewrite rule, no header of ours, in a sub-folder.

import assert from "node:assert/strict";
import { once } from "node:events";
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { test } from "node:test";
import { createGzip } from "node:zlib";

import { FOLDER, assertWorks, servePython } from "../harness/hosts.mjs";
import { dist } from "../harness/paths.mjs";
import { TYPES } from "../harness/site.mjs";

/** As GitHub Pages does: ten minutes for everything, compressed on the way, other sites may read, `404.html` where there is nothing. */
async function serveAsGitHubPages() {
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url, "http://localhost");
    let file = join(dist, decodeURIComponent(pathname.slice(FOLDER.length)));
    if (!pathname.startsWith(FOLDER) || !existsSync(file)) return response.writeHead(404, { "Content-Type": "text/html" }).end("<h1>404</h1>");
    if (statSync(file).isDirectory()) {
      if (!pathname.endsWith("/")) return response.writeHead(301, { Location: `${pathname}/${search}` }).end();
      file = join(file, "index.html");
    }
    const headers = { "Cache-Control": "max-age=600", "Access-Control-Allow-Origin": "*", Vary: "Accept-Encoding" };
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    const compresses = /gzip/.test(request.headers["accept-encoding"]) && !/image\/png|woff2/.test(type);
    response.writeHead(200, { ...headers, "Content-Type": type.startsWith("text/") ? `${type}; charset=utf-8` : type, ...(compresses && { "Content-Encoding": "gzip" }) });
    const content = createReadStream(file);
    (compresses ? content.pipe(createGzip()) : content).pipe(response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${server.address().port}${FOLDER}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

for (const [host, serve] of [
  ["Python's http.server", servePython],
  ["a host like GitHub Pages", serveAsGitHubPages],
]) {
  test(`${host}: every page opens, survives a reload, and computes`, async () => {
    const site = await serve();
    try {
      await assertWorks(site);
      assert.equal((await fetch(new URL("rien/", site.url))).status, 404);
    } finally {
      await site.stop();
    }
  });
}
