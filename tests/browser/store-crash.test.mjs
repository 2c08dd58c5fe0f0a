// The module stops, or never starts: the cases are still offered, without it.

import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { describe, test } from "node:test";

import { forget, waitForKept, withBrowser } from "../harness/index.mjs";

const AMOUNT = "Montant de la facture, toutes taxes comprises";
const HOME = "#le=2026-06-30";

/** Keeps a way into each module that the page starts. */
const REACH = `
  window.instances = [];
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const start = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const started = await start.apply(WebAssembly, given);
      window.instances.push(started.instance ?? started);
      return started;
    };
  }
`;

/** Makes the module do what it can't: a call into a place that doesn't exist, as after a fault of its own. */
const CRASH = `
  setTimeout(() => {
    for (const { exports } of window.instances) {
      for (const table of Object.values(exports).filter((e) => e instanceof WebAssembly.Table)) void table;
      const free = exports.__wbindgen_free;
      if (free) for (let i = 1; i < 9; i++) free(0xfffffff0, 64 * i, 1);
    }
  });
`;

describe("when the application stops", () => {
  let browser;

  withBrowser((opened) => {
    browser = opened;
  });

  async function downloaded(button) {
    await browser.press(button);
    const file = await browser.download(".json");
    await rm(file.path);
    return file;
  }

  test("the page says so, and offers the cases as a file", async () => {
    await browser.driver.sendDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", { source: REACH });
    await browser.visit(HOME);
    await browser.typeInto(AMOUNT, "1 850,00");
    await waitForKept(browser, (records) => records.length === 1, "not kept");
    await browser.driver.executeScript("localStorage.setItem('dument.en-attente.autre', '{\"store\":2,\"name\":\"En attente\",\"revision\":0,\"changedAt\":\"\",\"file\":\"{}\"}')");
    await browser.driver.executeScript(CRASH);
    await browser.waitForText("Dûment s’est arrêté", "h1");
    assert.equal(await browser.driver.getTitle(), "Dûment s’est arrêté");
    assert.equal(await browser.driver.executeScript("return document.activeElement.id"), "content");
    assert.equal(await browser.find(".masthead"), undefined, "nothing of the stopped application is left to press");
    const { name, bytes } = await downloaded("Enregistrer mes dossiers dans un fichier");
    assert.equal(name, "dument-secours.json");
    const { format, records } = JSON.parse(bytes.toString());
    assert.equal(format, "dument-secours");
    assert.equal(records.length, 2, "what waited too");
    assert(records.some((record) => record.includes("1 850,00")));
    await browser.waitForText("est enregistré", "[role=status]");
    assert.match((await browser.consoleMessages()).join(), /RuntimeError/);
  });

  test("a reload finds the case again; an empty one can be begun instead", async () => {
    await browser.press("Recharger la page");
    await browser.ready();
    await browser.waitFor(async () => (await browser.valueOf(AMOUNT)) === "1 850,00", "the case is not there");
    await browser.driver.executeScript(CRASH);
    await browser.press("Repartir d’un dossier vide");
    await browser.ready();
    await browser.waitFor(() => browser.driver.executeScript("return document.documentElement.dataset.kept === 'opened'"), "never opened");
    assert.equal(await browser.valueOf(AMOUNT), "");
    await browser.visit("dossiers/");
    await browser.waitForText("2 dossiers");
  });

  test("an application that can't start offers them too, and the file opens again", async () => {
    await browser.driver.sendDevToolsCommand("Network.enable", {});
    await browser.driver.sendDevToolsCommand("Network.setCacheDisabled", { cacheDisabled: true });
    await browser.driver.sendDevToolsCommand("Network.setBlockedURLs", { urls: ["*.wasm"] });
    await browser.driver.get("about:blank");
    await browser.driver.get(new URL(HOME, browser.url).href);
    await browser.waitForText("Dûment n’a pas pu démarrer");
    await browser.press("Enregistrer mes dossiers dans un fichier");
    const file = await browser.download(".json");
    await browser.driver.sendDevToolsCommand("Network.setBlockedURLs", { urls: [] });
    await browser.visit("sources/");
    await forget(browser);
    await browser.visit("dossiers/");
    await browser.waitForText("Aucun dossier pour l’instant");
    await (await browser.driver.findElement({ css: "main input[type=file]" })).sendKeys(file.path);
    await rm(file.path);
    await waitForKept(browser, (records) => records.some((record) => record.case.invoices[0].amount === "1 850,00"), "not opened again");
  });
});
