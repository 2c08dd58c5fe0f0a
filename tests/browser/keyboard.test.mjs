// The whole job by keyboard alone, the focus always in sight; and every page on the narrowest phone.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Key } from "selenium-webdriver";

import { ANSWERS, COMPANY } from "../harness/case.mjs";
import { NARROW, everyStop, only, openCase, press as pressKeys, stop, tabTo, withBrowser } from "../harness/index.mjs";

/** A headless Firefox and a window that isn't active take some stops for their own buttons. */
const TABS = only(["chromium"], "a Tab that stays in the page");

describe("without a mouse, without room", () => {
  let browser;

  withBrowser((opened) => {
    browser = opened;
  });

  const press = (...keys) => pressKeys(browser, ...keys);
  const to = (wanted) => tabTo(browser, wanted);
  const focused = () => browser.driver.executeScript("const e = document.activeElement; return e.id || e.textContent.trim()");

  test("three facts are typed and answered by keys alone", async () => {
    await browser.visit("#le=2026-06-30");
    await press(Key.TAB);
    assert.equal(await focused(), "Aller au contenu");
    await press(Key.ENTER);
    assert.equal(await focused(), "content");
    assert.equal(await browser.address(), "#le=2026-06-30", "the day of computation stays in the address");
    await press(Key.TAB);
    assert.equal(await focused(), "invoices-0-amount");
    await press("1850", Key.TAB);
    assert.equal(await focused(), "invoices-0-dueOn");
    await press("16/05/2026", Key.TAB);
    assert.equal(await focused(), "debtor-kind");
    await press("une entreprise");
    await browser.waitForText("1 917,71 €");
  });

  test("the guide is answered by keys alone", TABS, async () => {
    await to("Comparer toutes les voies");
    await press(Key.ENTER);
    await browser.waitForText("procédure collective");
    for (const answer of [
      "Non, j’ai vérifié au BODACC", "D’une vente", "Non, il ne dit rien", "Rien", "Rien encore par écrit", "Une société commerciale", "Un devis signé", "Non",
    ]) {
      await choose(answer);
      await to("Continuer");
      await press(Key.ENTER);
    }
    await browser.waitForText("Votre plan");
    // The result takes the focus once it is drawn: a Tab before that would begin at the end of the page.
    await browser.waitFor(() => browser.driver.executeScript("return document.activeElement.matches('h2')"), "the result has not the focus");
  });

  test("a letter is filled in, rewritten and taken away by keys alone", TABS, async () => {
    await to("Écrire cette lettre");
    await press(Key.ENTER);
    // Until the page is there, a Tab would go past its place, to the foot.
    await browser.waitFor(() => browser.driver.executeScript("return document.querySelector('#debtor-name') !== null"), "the letter is not there");
    for (const [field, words] of [
      ["debtor-name", "Brun & Fils"], ["debtor-address-lines", "4 quai Rambaud"], ["debtor-address-postcode", "69002"], ["debtor-address-town", "Lyon"],
      ["creditor-name", "Atelier Nord"], ["creditor-address-lines", "12 rue des Lices"], ["creditor-address-postcode", "49000"], ["creditor-address-town", "Angers"],
      ["invoices-0-number", "F-2026-014"],
    ]) {
      await to(`#${field}`);
      await press(words);
    }
    await browser.waitForText("F-2026-014", ".sheet");
    await to("Paragraphe");
    await press(Key.END);
    await press(" Merci d’avance.");
    await browser.waitForText("Merci d’avance.", ".sheet");
    await browser.driver.executeScript("scrollTo(0, 0); document.querySelector('main').focus()");
    await to("Télécharger en PDF");
    await press(Key.ENTER);
    const { bytes } = await browser.download(".pdf");
    assert.equal(bytes.subarray(0, 5).toString(), "%PDF-");
  });

  /** Goes to a group of answers, and on within it until the wanted one, which is chosen. */
  async function choose(answer) {
    const fits = ({ name }) => name.startsWith(answer);
    for (let tries = 0; tries < 60; tries += 1) {
      await press(Key.TAB);
      const here = await stop(browser);
      if (!here) continue;
      assert.deepEqual(here.faults, [], here.name);
      const kind = await browser.driver.executeScript("return document.activeElement.type");
      if (kind === "radio") {
        const first = here.name;
        for (let at = here; !fits(at); ) {
          await press(Key.ARROW_DOWN);
          at = await stop(browser);
          if (at.name === first) break;
        }
      }
      if (fits(await stop(browser))) return press(Key.SPACE);
    }
    return assert.fail(`« ${answer} » is out of reach`);
  }

  for (const page of ["", "guide/", "penalites/", "prescription/", "lettres/", "sources/", "accessibilite/"]) {
    test(`the focus goes through all of /${page}, always in sight, and out again`, TABS, async () => {
      await openCase(browser, { ...COMPANY, answers: ANSWERS }, `${page}#le=2026-06-30`);
      const stops = await everyStop(browser);
      assert(stops.length > 8, `only ${stops.length} stops`);
      for (const { name, faults } of stops) assert.deepEqual(faults, [], name);
    });
  }

  test("the case opens, keeps the focus, and gives it back", async () => {
    const opener = await browser.waitFor(() => browser.find(".case-button"), "no way to the case");
    await opener.sendKeys(Key.ENTER);
    await browser.waitForText("Gardé sur cet appareil seulement");
    const inside = () => browser.driver.executeScript("return document.getElementById('case').contains(document.activeElement)");
    assert(await inside());
    await press(Key.TAB, Key.TAB, Key.TAB);
    assert(await inside());
    await press(Key.ESCAPE);
    await browser.waitFor(async () => (await focused()) === "Mon dossier", "focus did not come back");
  });

  test("the labels of the case lead to its own fields, not to those of the page below", async () => {
    await browser.visit("penalites/#le=2026-06-30");
    await browser.press("Mon dossier");
    const double = await browser.driver.executeScript(
      "const ids = [...document.querySelectorAll('[id]')].map((e) => e.id); return ids.filter((id, i) => ids.indexOf(id) !== i)",
    );
    assert.deepEqual(double, [], "an id stands twice");
    await press(Key.ESCAPE);
  });

  for (const width of [320, 360]) {
    test(`no page is wider than ${width} px`, NARROW, async () => {
      await browser.resize(width, 700);
      for (const page of ["", "guide/", "penalites/", "prescription/", "lettres/", "sources/", "accessibilite/"]) {
        await browser.visit(`${page}#le=2026-06-30`);
        const wide = await browser.driver.executeScript("return document.documentElement.scrollWidth");
        assert(wide <= width, `/${page} is ${wide} px wide`);
      }
    });
  }

  test("the phone's menu opens, leads on, and closes", async () => {
    await browser.resize(360, 700);
    await browser.visit("#le=2026-06-30");
    await browser.press("Menu");
    await browser.press("Prescription");
    assert.equal(await browser.address(), "prescription/#le=2026-06-30");
    assert.equal(await browser.find(".menu-list a"), undefined, "the menu is still open");
    await browser.driver.navigate().back();
    await browser.waitForText("Trois faits");
  });

  test("quietly", async () => {
    await browser.assertQuiet();
  });
});
