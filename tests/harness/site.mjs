// Two ways to serve what is built: the server of xtask, and the plainest static host in some sub-folder.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { createInterface } from "node:readline";

import { dist, root } from "./paths.mjs";

/**
 * Serves `dist/` with `cargo xtask serve`, on a free port.
 *
 * @returns {Promise<{url: string, stop: () => Promise<void>}>}
 */
export async function serveSite() {
  const server = spawn(xtask(), ["serve", "--no-build", "--port", "0"], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await address(server);
  return {
    url,
    async stop() {
      server.kill();
      await once(server, "exit");
    },
  };
}

function xtask() {
  const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");
  const program = process.env.DUMENT_XTASK ?? join(target, "debug", "xtask");
  if (!existsSync(program)) throw new Error("xtask is not built: run `cargo xtask build` first");
  return program;
}

async function address(server) {
  for await (const line of createInterface(server.stdout)) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url) return url;
  }
  throw new Error("xtask stopped before it served anything");
}

/** The types of files, as any host knows them. */
export const TYPES = {
  ".html": "text/html",
  ".css": "text/css",
  ".js": "text/javascript",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
};

/**
 * Serves files as the plainest host would: under their types, in a folder, without a header of ours.
 *
 * @param {string} folder with a slash at both ends
 * @param {string} from where the files are; by default `dist/`
 * @returns {Promise<{url: string, stop: () => Promise<void>}>}
 */
export async function servePlainly(folder = "/un/sous-dossier/", from = dist) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    if (!pathname.startsWith(folder)) return response.writeHead(404).end();
    let file = join(from, decodeURIComponent(pathname.slice(folder.length)));
    try {
      if ((await stat(file)).isDirectory()) {
        if (!pathname.endsWith("/")) return response.writeHead(301, { Location: `${pathname}/` }).end();
        file = join(file, "index.html");
      }
      const body = await readFile(file);
      response.writeHead(200, { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${server.address().port}${folder}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
