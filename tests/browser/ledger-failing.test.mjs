// The ledger where something fails: no room, a browser that keeps nothing, a worker that stops or never starts.

import assert from "node:assert/strict";
import { readFile, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";

import { forget, only, openBrowser } from "../harness/index.mjs";
import { openHost } from "../harness/host.mjs";
import { drawLedger, keptLedger, putLedger, recordsOf } from "../harness/ledger.mjs";
import { dist } from "../harness/paths.mjs";

const CLIENT = "0000000000000001";
const PLACE = `suivi/#le=2026-11-22&vue=client&fiche=${CLIENT}`;

/** Before the worker's own code: fails as it is told to, by the page or from its start. */
const FAULTS = (given) => `
  const faults = new Set(${JSON.stringify(given)});
  new BroadcastChannel("faults").onmessage = ({ data: [name, on] }) => (on ? faults.add(name) : faults.delete(name));
  const failing = (of, method, name, fail) => {
    const own = of[method];
    of[method] = function (...given) {
      if (faults.has(name)) fail();
      return own.apply(this, given);
    };
  };
  if (typeof document === "undefined") {
    failing(IDBObjectStore.prototype, "put", "full", () => { throw new DOMException("full", "QuotaExceededError"); });
    failing(IDBFactory.prototype, "open", "blocked", () => { throw new DOMException("no", "SecurityError"); });
    for (const name of ["instantiate", "instantiateStreaming"]) {
      const start = WebAssembly[name];
      WebAssembly[name] = async (...given) => {
        const { instance, module } = await start.apply(WebAssembly, given);
        const exports = { ...instance.exports };
        for (const [name, own] of Object.entries(exports)) {
          if (!/^ledger_(look|change)$/.test(name)) continue;
          exports[name] = (...given) => {
            if (faults.has(name)) throw new WebAssembly.RuntimeError("unreachable");
            return own(...given);
          };
        }
        return { instance: { exports }, module };
      };
    }
  }
`;

describe("a ledger that fails", only(["chromium"], "a second host"), () => {
  let host;
  let browser;
  let given = [];

  before(async () => {
    const script = (await readdir(join(dist, "assets"))).find((name) => /^ledger-[0-9a-f]+\.js$/.test(name));
    const own = await readFile(join(dist, "assets", script), "utf8");
    host = await openHost(dist);
    host.instead = (path) => (path === `assets/${script}` ? { status: 200, body: FAULTS(given) + own, type: "text/javascript" } : undefined);
    browser = await openBrowser(host);
  });
  after(async () => {
    await browser?.quit();
    await host?.stop();
  });
  beforeEach(async () => {
    given = [];
    await browser.driver.sendDevToolsCommand("Network.setCacheDisabled", { cacheDisabled: true });
    await browser.visit("accessibilite/");
    await forget(browser);
    await putLedger(browser, recordsOf(drawLedger({ clients: 3, invoices: 9 })));
  });

  const fail = (name, on) => browser.driver.executeScript("new BroadcastChannel('faults').postMessage([...arguments])", name, on);

  async function note(words) {
    await browser.press("Noter un événement");
    await browser.choose("Événement", "Note");
    await browser.typeInto("Note", words);
    await browser.press("Noter");
  }

  async function saved() {
    await browser.press("Enregistrer le suivi dans un fichier");
    const file = await browser.download("dument-suivi.json");
    await rm(file.path);
    return JSON.parse(file.bytes.toString());
  }

  const kept = async () => (await keptLedger(browser))[CLIENT];

  test("no room: it is said, the work goes on, and all of it is kept once there is room", async () => {
    await browser.visit(PLACE);
    await browser.waitForText("Noter un événement");
    await fail("full", true);
    await note("Sans place.");
    await browser.waitForText("La place manque", ".banner");
    await browser.waitForText("Sans place.", ".ledger-history");
    await note("Toujours pas.");
    await browser.waitForText("Toujours pas.", ".ledger-history");
    assert(!(await kept()).includes("Sans place."));
    const { format, records } = await saved();
    assert.equal(format, "dument-secours");
    assert(records.some((text) => text.includes("Sans place.") && text.includes("Toujours pas.")), "what isn't kept is in the file");
    await fail("full", false);
    await browser.press("Réessayer");
    await browser.waitFor(async () => !(await browser.find(".banner")), "the banner stays");
    const text = await kept();
    assert(text.includes("Sans place.") && text.includes("Toujours pas."), text);
    await browser.assertQuiet();
  });

  test("no room here while another tab keeps something: both are kept in the end", async () => {
    await browser.visit(PLACE);
    await browser.waitForText("Noter un événement");
    await fail("full", true);
    await note("Ici.");
    await browser.waitForText("La place manque", ".banner");
    const here = await browser.driver.getWindowHandle();
    await browser.driver.switchTo().newWindow("tab");
    await browser.visit(PLACE);
    await note("Ailleurs.");
    await browser.waitForText("Ailleurs.", ".ledger-history");
    await browser.driver.close();
    await browser.driver.switchTo().window(here);
    await fail("full", false);
    await browser.press("Réessayer");
    await browser.waitFor(async () => (await kept()).includes("Ici."), "never kept");
    assert((await kept()).includes("Ailleurs."), "written over");
    await browser.waitForText("Ici.", ".ledger-history");
    await browser.waitForText("Ailleurs.", ".ledger-history");
    await browser.assertQuiet();
  });

  test("a browser that keeps nothing: it is said, and the ledger works until the page goes", async () => {
    given = ["blocked"];
    await browser.visit("suivi/#le=2026-11-22");
    await browser.waitForText("Commencez par un fichier");
    const csv = "Numéro de facture;Client;Date de facture;Échéance;Montant TTC\r\nA-1;Brun;02/03/2026;01/04/2026;100,00\r\n";
    await browser.driver.executeScript(
      `const files = new DataTransfer();
      files.items.add(new File([arguments[0]], "a.csv"));
      const input = document.querySelector(".ledger-drop input[type=file]");
      input.files = files.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));`,
      csv,
    );
    await browser.press("Ajouter à mon suivi");
    await browser.waitForText("ne garde rien pour cette page", ".banner");
    assert.match(JSON.stringify(await saved()), /A-1/);
    await browser.press("Factures");
    await browser.waitForText("1 facture :");
    await browser.assertQuiet();
  });

  test("a worker that stops is started again with what is kept, and says so", async () => {
    await browser.visit(PLACE);
    await note("Avant.");
    await browser.waitForText("Avant.", ".ledger-history");
    await fail("ledger_change", true);
    await note("Pendant.");
    await browser.waitForText("s’est arrêté", ".banner");
    await browser.waitForText("s’est arrêté en chemin");
    await browser.waitForText("Avant.", ".ledger-history");
    // What was typed is there still, and goes through with the worker that came after.
    await browser.press("Noter");
    await browser.waitForText("Pendant.", ".ledger-history");
    assert((await kept()).includes("Pendant."));
    assert.match((await browser.consoleMessages()).splice(0).join(), /unreachable/);
  });

  test("a worker that can't open what is kept offers it as a file, and tries again", async () => {
    await browser.visit(PLACE);
    await note("Gardé.");
    await browser.waitForText("Gardé.", ".ledger-history");
    given = ["ledger_look"];
    await browser.visit(PLACE);
    await browser.waitForText("s’est arrêté en chemin", ".failure");
    const { format, records } = await saved();
    assert.equal(format, "dument-secours");
    assert.equal(records.length, 3);
    assert(records.some((text) => text.includes("Gardé.")));
    given = [];
    await browser.press("Réessayer");
    await browser.waitForText("Gardé.", ".ledger-history");
    (await browser.consoleMessages()).splice(0);
  });

  test("a worker that can't be fetched says so, and what is kept can be taken away", async () => {
    const own = host.instead;
    host.instead = (path) => (/^assets\/dument_ledger.*\.wasm/.test(path) ? { status: 404, body: "", type: "text/plain" } : own(path));
    await browser.visit(PLACE);
    await browser.waitForText("Réessayer", ".failure");
    assert.equal((await saved()).records.length, 3);
    host.instead = own;
    await browser.press("Réessayer");
    await browser.waitForText("Noter un événement");
  });
});
