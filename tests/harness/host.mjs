// A plain static host in a sub-folder that can be stopped, changed and broken while pages are open.

import { once } from "node:events";
import { cp, readFile, rename, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createHash } from "node:crypto";
import { extname, join } from "node:path";

import { filesUnder } from "./paths.mjs";
import { TYPES } from "./site.mjs";

const FOLDER = "/un/sous-dossier/";

/** Starts such a host with the files of a folder. */
export async function openHost(from) {
  const host = new Host(from);
  await host.start();
  return host;
}

class Host {
  #server;
  #port = 0;

  constructor(from) {
    /** Where the files are: another folder is another version of the site. */
    this.from = from;
    /** What to answer instead of a file: `(path, whole) => ({ status, body, type })`, or nothing for the file itself. */
    this.instead = () => undefined;
    /** The paths asked for, from the root of the site. */
    this.asked = [];
  }

  get url() {
    return `http://127.0.0.1:${this.#port}${FOLDER}`;
  }

  /** Answers, at the same address as before. */
  async start() {
    this.#server = createServer((request, response) => this.#answer(request, response));
    this.#server.listen(this.#port, "127.0.0.1");
    await once(this.#server, "listening");
    this.#port = this.#server.address().port;
  }

  /** Is gone: nobody answers at the address. */
  async stop() {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, "close");
  }

  async #answer(request, response) {
    const { pathname } = new URL(request.url, "http://localhost");
    if (!pathname.startsWith(FOLDER)) return response.writeHead(404).end();
    const path = decodeURIComponent(pathname.slice(FOLDER.length));
    this.asked.push(path);
    let file = join(this.from, path);
    try {
      if ((await stat(file)).isDirectory()) {
        if (!pathname.endsWith("/")) return response.writeHead(301, { Location: `${pathname}/` }).end();
        file = join(file, "index.html");
      }
      const whole = await readFile(file);
      const { status = 200, body = whole, type = TYPES[extname(file)] } = this.instead(path, whole) ?? {};
      response.writeHead(status, { "Content-Type": type ?? "application/octet-stream" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  }
}

/**
 * Writes another version of a site, as a build would: its pages hold `<meta name="version" content="…">`, the module of
 * letters has another name, and the old name is gone.
 */
export async function writeVersion(from, to, version) {
  await cp(from, to, { recursive: true });
  const files = await filesUnder(to);
  const letters = files.find((path) => /^assets\/dument_letters-\w+\.js$/.test(path));
  const renamed = `assets/dument_letters-${version}.js`;
  await rename(join(to, letters), join(to, renamed));
  for (const page of files.filter((path) => path.endsWith("index.html"))) {
    const html = await readFile(join(to, page), "utf8");
    await writeFile(join(to, page), html.replaceAll(letters, renamed).replace("<meta ", `<meta name="version" content="${version}"><meta `));
  }
  const worker = await readFile(join(to, "service-worker.js"), "utf8");
  const list = JSON.parse(/new Map\((\[.*\])\)/.exec(worker)[1]);
  const digested = await Promise.all(list.map(async ([path]) => {
    const now = path === letters ? renamed : path;
    const bytes = await readFile(join(to, now.endsWith("/") || now === "" ? `${now}index.html` : now));
    return [now, `sha256-${createHash("sha256").update(bytes).digest("base64")}`];
  }));
  const changed = worker
    .replace(/new Map\(\[.*\]\)/, () => `new Map(${JSON.stringify(digested)})`)
    .replace(/VERSION = "\w+"/, `VERSION = "${version}"`);
  await writeFile(join(to, "service-worker.js"), changed);
}
