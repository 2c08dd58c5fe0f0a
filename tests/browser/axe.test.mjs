// axe-core finds nothing to say about any page in any state, light and dark.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { after, describe, test } from "node:test";

import { STATES, only, servePlainly, withBrowser } from "../harness/index.mjs";
import { dist } from "../harness/paths.mjs";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const CHECK = `
  const [rules, done] = arguments;
  axe.run(document, { runOnly: rules, rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] }).then(
    ({ violations, passes }) => done({
      passed: passes.length,
      found: violations.flatMap(({ id, help, nodes }) => nodes.map((node) => id + " (" + help + "): " + node.target.join(" ") + "\\n  " + node.html.slice(0, 200) + "\\n  " + node.any.concat(node.all, node.none).map((check) => check.message).join("; "))),
    }),
    (error) => done({ passed: 0, found: [String(error)] }),
  );
`;

/** What axe-core finds wrong on the page as it is. */
async function check(browser) {
  // What the driver runs isn't held by the page's policy.
  await browser.driver.executeScript(`if (!window.axe) { ${axe} }`);
  const { passed, found } = await browser.driver.executeAsyncScript(CHECK, RULES);
  assert(passed > 10 || found.length > 0, `only ${passed} rules were applied`);
  return found.join("\n");
}

/** Light on a wide screen, dark on a phone. */
async function checkBoth(browser) {
  await browser.emulate({ "prefers-color-scheme": "light" });
  assert.equal(await check(browser), "", "light");
  await browser.resize(360, 740);
  await browser.emulate({ "prefers-color-scheme": "dark" });
  assert.equal(await check(browser), "", "dark, on a phone");
  await browser.resize(1280, 900);
}

/** A style that holds without scripts, made to hold. */
const held = (text) => text.replace(/scripting:\s*none/g, "scripting: enabled");

const WITHOUT_SCRIPTS = {
  ".html": (text) =>
    // The policy knows the style by its bytes, which change here.
    held(text)
      .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "")
      .replace(/<script[\s\S]*?<\/script>/g, "")
      .replace(/<(\/?)noscript>/g, "<$1div>"),
  ".css": held,
};

const CHROMIUM = only(["chromium"], "emulated colours");

describe("axe-core", CHROMIUM, () => {
  let browser;

  withBrowser((opened) => {
    browser = opened;
  });

  for (const { name, show } of STATES) {
    test(name, async () => {
      await browser.resize(1280, 900);
      await show(browser);
      await checkBoth(browser);
    });
  }

  test("hears what is wrong", async () => {
    await browser.visit();
    await browser.driver.executeScript("document.querySelector('h1').innerHTML = '<img src=\"icons/mark.svg\">'");
    assert.match(await check(browser), /image-alt/);
  });

  test("quietly", async () => {
    await browser.assertQuiet();
  });
});

describe("axe-core, where the application can't start", CHROMIUM, () => {
  let browser;

  withBrowser((opened) => {
    browser = opened;
  });

  test("says so", async () => {
    await browser.driver.sendDevToolsCommand("Network.enable", {});
    await browser.driver.sendDevToolsCommand("Network.setBlockedURLs", { urls: ["*.wasm"] });
    await browser.driver.get(browser.url);
    await browser.waitForText("n’a pas pu démarrer");
    await checkBoth(browser);
  });
});

describe("axe-core, without JavaScript", CHROMIUM, () => {
  let browser;
  let site;

  // axe-core is a script too: the pages are made what a browser without scripts makes of them.
  const serve = async () => {
    site = await mkdtemp(join(tmpdir(), "dument-site-"));
    await cp(dist, site, { recursive: true });
    for (const file of await readdir(site, { recursive: true })) {
      const change = WITHOUT_SCRIPTS[extname(file)];
      if (change) await writeFile(join(site, file), change(await readFile(join(site, file), "utf8")));
    }
    return servePlainly("/", site);
  };

  withBrowser((opened) => {
    browser = opened;
  }, serve);

  after(() => rm(site, { recursive: true, force: true }));

  test("every page says the essential", async () => {
    const files = await readdir(dist, { recursive: true });
    for (const page of files.filter((file) => file.endsWith("index.html"))) {
      await browser.driver.get(new URL(page, browser.url).href);
      await browser.waitForText("Dûment a besoin de JavaScript");
      await checkBoth(browser);
    }
  });
});
