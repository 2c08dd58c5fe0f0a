// What must hold of the site on any host, and the plain ones that serve it.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { openBrowser } from "./browser.mjs";
import { dist, filesUnder, which } from "./paths.mjs";

/** Where the site lies below the root of a host. */
export const FOLDER = "/un/sous-dossier/";

/** Every page opens at its address, survives a reload, and computes, with nothing said in the console. */
export async function assertWorks(site) {
  const pages = (await filesUnder(dist)).filter((path) => /^([a-z]+\/)?index\.html$/.test(path)).map((path) => path.slice(0, -"index.html".length));
  assert(pages.length >= 11, `only ${pages}`);
  const browser = await openBrowser(site);
  try {
    for (const page of pages) {
      await browser.visit(page);
      const heading = await browser.textOf("h1");
      await browser.reload();
      assert.equal(await browser.textOf("h1"), heading, page);
      assert.equal(await browser.address(), page);
    }
    // As it is typed by hand.
    await browser.visit("guide");
    assert.equal(await browser.address(), "guide/");
    await browser.visit("#le=2026-06-30");
    await browser.typeInto("Montant de la facture, toutes taxes comprises", "1 850,00");
    await browser.typeInto("Échéance de la facture", "16/05/2026");
    await browser.choose("Mon client", "une entreprise (société)");
    await browser.waitForText("1 917,71 €");
    await browser.waitForText("16 mai 2031");
    await browser.assertQuiet();
  } finally {
    await browser.quit();
  }
}

/** A port that nobody listens on. */
export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** Starts a program that serves the site, and waits until it answers. */
export async function startServer(url, program, args, options = {}) {
  const server = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"], ...options });
  let said = "";
  server.stderr.on("data", (data) => (said += data));
  for (let tries = 0; ; tries++) {
    if (await fetch(url).then(({ ok }) => ok, () => false)) break;
    if (server.exitCode !== null || tries > 100) throw new Error(`${program} serves nothing at ${url}: ${said}`);
    await sleep(100);
  }
  return {
    url,
    async stop() {
      server.kill();
      if (server.exitCode === null) await once(server, "exit");
    },
  };
}

/** Python's own server, in a sub-folder. */
export async function servePython() {
  const root = await mkdtemp(join(tmpdir(), "dument-python-"));
  await mkdir(join(root, "un"));
  await symlink(dist, join(root, "un", "sous-dossier"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}${FOLDER}`;
  const server = await startServer(url, which("python3"), ["-m", "http.server", "--bind", "127.0.0.1", "--directory", root, String(port)]);
  return {
    url,
    async stop() {
      await server.stop();
      await rm(root, { recursive: true, force: true });
    },
  };
}
