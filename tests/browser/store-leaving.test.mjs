// A page that is left while it keeps something: the next one finds it, and can go on keeping.

import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, test } from "node:test";

import { forget, keptRecords, withBrowser } from "../harness/index.mjs";

/** After a change the application waits a fifth of a second, then writes: these are left before, while and after it does. */
const MOMENTS = [150, 199, 200, 201, 203, 210];

/** Changes a field, and leaves the page so long after that. */
const CHANGE_AND_LEAVE = `
  const [value, moment] = arguments;
  const field = document.getElementById("invoices-0-dueOn");
  field.focus();
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  const end = performance.now() + moment;
  const leave = () => (performance.now() < end ? setTimeout(leave, 0) : location.assign("about:blank"));
  leave();
`;

describe("a page left while it writes", () => {
  let browser;

  withBrowser((opened) => {
    browser = opened;
  });

  afterEach(() => browser.assertQuiet());

  for (const [turn, moment] of MOMENTS.entries()) {
    test(`${moment} ms after a change`, async () => {
      const day = `${10 + turn}/05/2026`;
      await browser.visit("prescription/#le=2026-06-30");
      await browser.driver.executeScript(CHANGE_AND_LEAVE, day, moment);
      await sleep(moment + 200);
      await browser.visit("prescription/#le=2026-06-30");
      assert.equal(await browser.valueOf("Échéance"), day);
      await browser.typeInto("Livraison ou fin du travail", day);
      const keeps = ([one]) => one?.case.invoices[0].dueOn === day && one.case.invoices[0].performedOn === day;
      await browser.waitFor(async () => keeps(await keptRecords(browser)), "the next page keeps nothing");
    });
  }

  // The second time, what was typed was kept before.
  for (const moment of [200, 800]) test(`come back to ${moment} ms after a change, it shows what was typed, and keeps more`, async () => {
    await browser.visit("prescription/#le=2026-06-30");
    await forget(browser);
    await browser.visit("prescription/#le=2026-06-30");
    await browser.driver.executeScript(CHANGE_AND_LEAVE, "20/05/2026", moment);
    await sleep(moment + 200);
    await browser.driver.navigate().back();
    await browser.ready();
    await browser.waitFor(async () => (await browser.valueOf("Échéance")) === "20/05/2026", "the date is lost");
    await browser.typeInto("Livraison ou fin du travail", "21/05/2026");
    const keeps = ([one]) => one?.case.invoices[0].dueOn === "20/05/2026" && one.case.invoices[0].performedOn === "21/05/2026";
    await browser.waitFor(async () => keeps(await keptRecords(browser)), "it keeps nothing");
  });
});
