// A page left while it keeps something of the ledger: the next one finds it, can go on keeping, and notes nothing twice.

import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, describe, test } from "node:test";

import { forget, withBrowser } from "../harness/index.mjs";
import { drawLedger, keptLedger, putLedger, recordsOf } from "../harness/ledger.mjs";

const CLIENT = "0000000000000001";
const PLACE = `suivi/#le=2026-11-22&vue=client&fiche=${CLIENT}`;

/** Presses a button, and leaves the page so long after that, in milliseconds: before, while and after it writes. */
const PRESS_AND_LEAVE = `
  const [name, moment] = arguments;
  const end = performance.now() + moment;
  [...document.querySelectorAll("button")].find((one) => one.textContent.trim() === name).click();
  const leave = () => (performance.now() < end ? setTimeout(leave, 0) : location.assign("about:blank"));
  if (moment === 0) location.assign("about:blank");
  else leave();
`;
const MOMENTS = [0, 1, 3, 6, 12, 25, 60];

describe("a page left while it writes the ledger", () => {
  let browser;
  withBrowser((opened) => {
    browser = opened;
  });

  beforeEach(async () => {
    await browser.visit("accessibilite/");
    await forget(browser);
    await putLedger(browser, recordsOf(drawLedger({ clients: 3, invoices: 9 })));
    await browser.visit(PLACE);
  });

  async function write(words) {
    await browser.press("Noter un événement");
    await browser.choose("Événement", "Note");
    await browser.typeInto("Note", words);
  }

  const noted = async (words) => (await keptLedger(browser))[CLIENT].split(words).length - 1;

  for (const moment of MOMENTS) {
    test(`${moment} ms after a note`, async () => {
      await write("En partant.");
      await browser.driver.executeScript(PRESS_AND_LEAVE, "Noter", moment);
      await sleep(moment + 300);
      await browser.visit(PLACE);
      await browser.waitForText("En partant.", ".ledger-history");
      await write("Revenu.");
      await browser.press("Noter");
      await browser.waitForText("Revenu.", ".ledger-history");
      assert.equal(await noted("En partant."), 1, "once");
      assert.equal(await noted("Revenu."), 1, "and the next page keeps");
      // Not made again at the visit after.
      await browser.reload();
      await browser.waitForText("Revenu.", ".ledger-history");
      assert.equal(await noted("En partant."), 1, "once for all");
      await browser.assertQuiet();
    });
  }

  for (const moment of [0, 3, 60]) {
    test(`come back to ${moment} ms after a note`, async () => {
      await write("En partant.");
      await browser.driver.executeScript(PRESS_AND_LEAVE, "Noter", moment);
      await sleep(moment + 300);
      await browser.driver.navigate().back();
      await browser.ready();
      await browser.waitForText("En partant.", ".ledger-history");
      await browser.waitFor(async () => (await noted("En partant.")) === 1, "not kept, or twice");
      await browser.reload();
      await browser.waitForText("En partant.", ".ledger-history");
      assert.equal(await noted("En partant."), 1);
      await browser.assertQuiet();
    });
  }

  test("what can't be made again is said", async () => {
    await browser.driver.executeScript(`localStorage.setItem("dument.suivi-en-attente", '[{"text":"{\\\\"change\\\\":\\\\"apply\\\\",\\\\"asOf\\\\":\\\\"2026-11-22\\\\",\\\\"take\\\\":[]}","mark":"x"}]')`);
    await browser.visit(PLACE);
    await browser.waitForText("n’a pas pu être gardé : recommencez-le", ".banner");
    await browser.reload();
    await browser.waitForText("Noter un événement");
    assert.equal(await browser.find(".banner"), undefined, "said once");
    await browser.assertQuiet();
  });
});
