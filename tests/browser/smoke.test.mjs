// Every page opens at its own address, survives a reload, and keeps quiet.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { after, before, describe, test } from "node:test";

import { servePlainly, serveSite, withBrowser } from "../harness/index.mjs";
import { dist } from "../harness/paths.mjs";

/** The pages are the folders of the site that hold one; tools in the pages of others have tests of their own. */
async function pages() {
  const files = await readdir(dist, { recursive: true });
  const folders = files.filter((file) => file.endsWith("index.html")).map((file) => file.slice(0, -"index.html".length));
  return folders.filter((folder) => !folder.startsWith("embed/"));
}

for (const [host, serve] of [
  ["cargo xtask serve", () => serveSite()],
  ["a plain static host, in a sub-folder", () => servePlainly("/un/sous-dossier/")],
]) {
  describe(host, () => {
    let browser;

    withBrowser((opened) => {
      browser = opened;
    }, serve);

    test("every page opens at its address, survives a reload, and keeps quiet", async () => {
      const all = await pages();
      assert(all.length >= 6, `only ${all}`);
      for (const page of all) {
        await browser.visit(page);
        const heading = await browser.textOf("h1");
        await browser.reload();
        assert.equal(await browser.textOf("h1"), heading, `/${page}`);
        assert.equal(await browser.address(), page);
      }
      await browser.assertQuiet();
    });
  });
}

describe("what must not pass", () => {
  let browser;

  withBrowser((opened) => {
    browser = opened;
  });

  test("a message of the console is heard, at any level", async () => {
    await browser.visit();
    await browser.assertQuiet();
    await browser.driver.executeScript("console.debug('psst')");
    await assert.rejects(browser.assertQuiet(), /psst/);
  });

  test("a request to another origin is heard, and blocked by the page's own policy", async () => {
    const outcome = await browser.driver.executeAsyncScript(
      "fetch('http://localhost:9/').then(() => 'sent', () => 'refused').then(arguments[0])",
    );
    assert.equal(outcome, "refused");
    await assert.rejects(browser.assertQuiet());
    assert.match((await browser.consoleMessages()).join(), /Content Security Policy/);
  });
});

describe("answers of cargo xtask serve", () => {
  let site;

  before(async () => {
    site = await serveSite();
  });

  after(() => site?.stop());

  const get = (path, headers = {}) => fetch(new URL(path, site.url), { headers, redirect: "manual" });

  test("carry the security headers", async () => {
    const { headers } = await get("");
    assert.equal(headers.get("content-security-policy"), "frame-ancestors 'self'");
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    assert.equal(headers.get("referrer-policy"), "no-referrer");
  });

  test("carry the policy in every page, whose own style sheet and script it allows", async () => {
    for (const path of ["", "guide/"]) {
      const page = await (await get(path)).text();
      const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1];
      assert.match(policy, /^default-src 'none'; script-src 'self' 'sha256-[^']+' 'wasm-unsafe-eval';/);
      assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:/);
      for (const name of ["style", "script"]) {
        const [, text] = new RegExp(`<${name}>(.*?)</${name}>`, "s").exec(page);
        assert(policy.includes(`${name}-src 'self' 'sha256-${createHash("sha256").update(text).digest("base64")}'`), `${path}: ${name}`);
      }
    }
  });

  test("are compressed, typed, and kept as long as their name says", async () => {
    const html = await (await get("")).text();
    const path = /data-wasm="([^"]+)"/.exec(html)[1];
    const wasm = await get(path, { "Accept-Encoding": "br" });
    assert.equal(wasm.headers.get("content-type"), "application/wasm");
    assert.equal(wasm.headers.get("content-encoding"), "br");
    assert.match(wasm.headers.get("cache-control"), /immutable/);
    assert(WebAssembly.validate(await wasm.arrayBuffer()));
  });

  test("are an honest 404 where there is nothing", async () => {
    assert.equal((await get("rien/du/tout")).status, 404);
    assert.equal((await get("assets/dument-0.wasm")).status, 404);
  });

  test("lead a folder without its slash to the page", async () => {
    const answer = await get("guide");
    assert.equal(answer.status, 308);
    assert.equal(answer.headers.get("location"), "/guide/");
  });
});
