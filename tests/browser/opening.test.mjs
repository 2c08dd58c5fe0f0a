// What the first screen is before the application has come: its three facts, which can be typed at once.

import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";
import { By, Key } from "selenium-webdriver";

import { forget, waitForKept, withBrowser } from "../harness/index.mjs";

/** What a field is to who fills it in, and every text of the opening, in this document or that of an address. */
const FACTS = `
  const [address, done] = arguments;
  const read = (page) => ({
    fields: [...page.querySelectorAll(".say input, .say select")].map((field) => ({
      id: field.id,
      name: field.ariaLabel,
      size: field.size,
      keyboard: field.inputMode,
      example: field.placeholder,
      choices: [...(field.options ?? [])].map(({ value, text }) => [value, text]),
    })),
    sentence: [...page.querySelector(".say p").childNodes].filter(({ nodeType }) => nodeType !== Node.COMMENT_NODE).map(({ data }) => data ?? "…").join(""),
    hints: [...page.querySelectorAll(".three .hint")].map(({ textContent }) => textContent.replace(/ \\.$/, ".").trim()),
    answers: [...page.querySelectorAll(".answer-label")].map(({ textContent }) => textContent.replace(/^Au .*, on/, "On")),
  });
  if (address) fetch(address).then((answer) => answer.text()).then((text) => done(read(new DOMParser().parseFromString(text, "text/html"))));
  else done(read(document));
`;

describe("the first screen before the application has come", () => {
  let browser;

  withBrowser((opened) => {
    browser = opened;
  });

  afterEach(() => browser.assertQuiet());

  test("says and asks what the application will", async () => {
    await browser.visit("#le=2026-11-22");
    const facts = (address) => browser.driver.executeAsyncScript(FACTS, address);
    assert.deepEqual(await facts(browser.url), await facts(null));
  });

  /** Slows what comes from the site, so that the application takes seconds. */
  const network = (downloadThroughput) =>
    browser.driver.sendDevToolsCommand("Network.emulateNetworkConditions", { offline: false, latency: 0, uploadThroughput: -1, downloadThroughput });

  const field = (id) => browser.waitFor(async () => (await browser.driver.findElements(By.id(id)))[0], `no ${id}`);
  const root = (mark) => browser.driver.executeScript("return document.documentElement.dataset[arguments[0]] ?? null", mark);

  /** Begins a first visit on a slow network: not by WebDriver, which would wait for the page to be whole. */
  async function beginSlowly() {
    await browser.visit("sources/");
    await forget(browser);
    await browser.driver.sendDevToolsCommand("Network.enable", {});
    await browser.driver.sendDevToolsCommand("Network.setCacheDisabled", { cacheDisabled: true });
    await network(50_000);
    await browser.driver.executeScript("location.href = arguments[0]", `${browser.url}#le=2026-11-22`);
  }

  const slowed = { skip: process.env.DUMENT_BROWSER && "only Chromium's network can be slowed" };

  test("hands over what is typed, and where", slowed, async () => {
    await beginSlowly();
    await (await field("invoices-0-amount")).sendKeys("1850", Key.TAB);
    await (await field("debtor-kind")).findElement(By.xpath("option[starts-with(., 'une entreprise')]")).click();
    await (await field("invoices-0-dueOn")).sendKeys("16/5/2026", ...Array(6).fill(Key.ARROW_LEFT));
    assert.equal(await root("dument"), null, "typed too late");
    await network(-1);
    await browser.ready();
    // The writing goes on where it was.
    await browser.driver.switchTo().activeElement().sendKeys("0");
    assert.equal(await browser.valueOf("Échéance de la facture"), "16/05/2026");
    assert.equal(await browser.driver.executeScript("return document.activeElement.id"), "invoices-0-dueOn");
    await browser.waitForText("2 008,84", ".answers > .answer:nth-child(1) .figure");
    assert.equal(await browser.driver.executeScript("return document.querySelectorAll('h1').length"), 1);
  });

  test("keeps what is typed where the page goes away before the application has come", slowed, async () => {
    await beginSlowly();
    await (await field("invoices-0-amount")).sendKeys("1850");
    await browser.waitFor(() => browser.driver.executeScript("return performance.getEntriesByType('resource').some(({ name }) => /start-/.test(name))"));
    await (await field("invoices-0-dueOn")).sendKeys("16/05/2026");
    assert.equal(await root("dument"), null, "typed too late");
    // Left while it still waits: a page at work hears late that it goes, after the next one has begun.
    await browser.driver.get("about:blank");
    await network(-1);
    await browser.visit("#le=2026-11-22");
    await browser.waitFor(async () => (await root("kept")) === "opened", "never kept");
    assert.equal(await browser.valueOf("Montant de la facture"), "1850");
    assert.equal(await browser.valueOf("Échéance de la facture"), "16/05/2026");
    await browser.waitForText("Il manque encore : qui est votre client.", ".answers > .answer:nth-child(1)");
    await waitForKept(browser, (records) => records.length === 1, "not kept as a case");
    assert.equal(await browser.driver.executeScript("return localStorage.getItem('dument.faits')"), null);
  });
});
