// Every page in every state on the narrowest screens, enlarged, and with the reader's own spacing: nothing sticks out,
// is cut, or lies on something else.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { STATES, faultsOfLayout, only, withBrowser } from "../harness/index.mjs";

/** What WCAG 1.4.12 lets a reader set. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

/** Screens of 1280 by 900 pixels: enlarged, they hold less. */
const SCREENS = [
  ["320 px wide", 320, 640],
  ["at 200 %", 640, 450],
  ["at 400 %", 320, 225],
];

describe("every state", only(["chromium"], "a screen of any size"), () => {
  let browser;

  withBrowser((opened) => {
    browser = opened;
  });

  const run = (script, ...values) => browser.driver.executeScript(script, ...values);

  for (const { name, show } of STATES) {
    test(name, async () => {
      const found = [];
      const look = async (how) => {
        for (const fault of await faultsOfLayout(browser)) found.push(`${how}: ${fault}`);
      };
      await browser.resize(1280, 900);
      await show(browser);
      for (const [how, width, height] of SCREENS) {
        await browser.resize(width, height);
        await look(how);
      }
      await browser.resize(1280, 900);
      await run("document.documentElement.style.fontSize = '32px'");
      await look("letters of 200 %");
      await run("document.documentElement.style.fontSize = ''");

      await run("const sheet = new CSSStyleSheet(); sheet.replaceSync(arguments[0]); document.adoptedStyleSheets = [sheet]", SPACING);
      await look("spaced text");
      await browser.resize(320, 640);
      await look("spaced text, 320 px wide");
      assert.equal(found.join("\n"), "");
    });
  }

  test("hears what is wrong", async () => {
    await browser.resize(320, 640);
    await browser.visit();
    await run("document.querySelector('h1').style.cssText = 'white-space: nowrap; margin-bottom: -6rem'");
    const faults = (await faultsOfLayout(browser)).join("\n");
    assert.match(faults, /the page is \d+ px wide/);
    assert.match(faults, /sticks out: h1/);
    assert.match(faults, /one on the other/);
    await run("document.querySelector('h1').style.cssText = ''; const parts = document.querySelector('main p'); parts.style.cssText = 'overflow: hidden; height: 1rem'; parts.innerHTML = `<span>${parts.textContent}</span>`");
    assert.match((await faultsOfLayout(browser)).join("\n"), /cut by p/);
  });
});
