// The figures that a site's owner puts beside the page: used where they are newer and whole, and said either way.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, describe, test } from "node:test";

import { servePlainly, withBrowser } from "../harness/index.mjs";
import { putLedger, recordsOf } from "../harness/ledger.mjs";
import { dist } from "../harness/paths.mjs";

describe("a file of figures beside the page", () => {
  let browser;
  let site;

  const serve = async () => {
    site = await mkdtemp(join(tmpdir(), "dument-site-"));
    await cp(dist, site, { recursive: true });
    return servePlainly("/", site);
  };

  withBrowser((opened) => {
    browser = opened;
  }, serve);

  after(() => rm(site, { recursive: true, force: true }));
  afterEach(() => browser.assertQuiet());

  /** Puts a file beside the page: a text, or the shipped figures after a change. */
  async function put(file) {
    const shipped = JSON.parse(await readFile(join(dist, "reference.json"), "utf8"));
    const text = typeof file === "string" ? file : JSON.stringify(file(shipped) ?? shipped);
    await writeFile(join(site, "reference.json"), text);
  }

  /** Half a year more, with another rate. */
  function newer(reference) {
    const rate = reference.figures.find((figure) => figure.id === "refinancingRate");
    rate.rows.push({ from: "2026-12-23", value: "2.90", reference: "Décision du 17 décembre 2026", source: "bce-taux-directeurs" });
    for (const figure of reference.figures) if (figure.knownUntil) figure.knownUntil = "2027-06-30";
    reference.knownUntil = "2027-06-30";
    reference.readOn = "2027-01-05";
  }

  test("the shipped one is known by its digest, on every page", async () => {
    const digest = createHash("sha256").update(await readFile(join(dist, "reference.json"))).digest("hex");
    for (const page of ["", "sources/", "embed/v1/penalites/"]) {
      const html = await readFile(join(dist, page, "index.html"), "utf8");
      assert.equal(/<meta name="dument-figures" content="(\w+)">/.exec(html)?.[1], digest, `/${page}`);
    }
    // And the application is handed nothing to read.
    await cp(join(dist, "reference.json"), join(site, "reference.json"));
    await browser.visit("");
    assert.equal(await browser.driver.executeScript("return dumentReference().then((given) => given === undefined)"), true);
  });

  test("the shipped one needs no word", async () => {
    await put((shipped) => shipped);
    await browser.visit("sources/#le=2027-01-31");
    await browser.waitForText("Taux publiés jusqu’au 31 décembre 2026");
    assert(!/chiffres de ce site|fournis par ce site/u.test(await browser.textOf()));
  });

  test("a newer one gives every page its figures, and the page Sources says so", async () => {
    await put(newer);
    await browser.visit("sources/#le=2027-01-31");
    await browser.waitForText("Chiffres du 5 janvier 2027 fournis par ce site");
    await browser.waitForText("Taux publiés jusqu’au 30 juin 2027");
    await browser.waitForText("Taux et textes vérifiés jusqu’au 30 juin 2027");
    await browser.waitForText("2,90 %", "#taux");

    await browser.visit("penalites/#le=2027-01-31");
    await browser.choose("Votre client est", "une entreprise");
    await browser.typeInto("Montant TTC", "1000");
    await browser.typeInto("Échéance", "31/12/2026");
    // 1 000 x 12.90 % x 31 / 365 = 10.96: the rate of 1 January 2027, no longer provisional.
    await browser.waitForText("12,90 %");
    await browser.waitForText("10,96");
  });

  test("a newer one gives the ledger its figures too, wherever it works", async () => {
    await put(newer);
    await browser.visit("accessibilite/");
    const invoice = { number: "F-1", issuedOn: "2026-12-01", dueOn: "2026-12-31", amount: 100_000, paid: [] };
    await putLedger(browser, recordsOf([{ name: "Garage Faure", account: "41101", town: "Lyon", invoices: [invoice] }]));
    await browser.visit("suivi/#le=2027-01-31&vue=chiffres");
    // As above: 12.65 %, of the last rate known without the file, would give 10,74.
    await browser.waitForText("10,96");
  });

  test("an older one is left aside, and the page Sources says so", async () => {
    await put((shipped) => {
      newer(shipped);
      shipped.readOn = "2026-01-01";
    });
    await browser.visit("sources/#le=2027-01-31");
    await browser.waitForText("Le fichier de chiffres de ce site, du 1er janvier 2026, n’est pas plus récent");
    await browser.waitForText("Taux publiés jusqu’au 31 décembre 2026");
  });

  test("a broken one is left aside, and the page Sources says what is wrong", async () => {
    await put("{ pas du JSON");
    await browser.visit("sources/#le=2027-01-31");
    await browser.waitForText("Le fichier de chiffres de ce site est illisible (ligne 1, colonne 3)");
    await put((shipped) => {
      newer(shipped);
      shipped.figures.shift();
    });
    await browser.visit("sources/#le=2027-01-31");
    await browser.waitForText("Le fichier de chiffres de ce site est ignoré.");
    await browser.waitForText("est nécessaire");
    await browser.waitForText("Taux publiés jusqu’au 31 décembre 2026");
  });
});
