// What a person without a mouse does: one key after another, and a look at where the focus is.

import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { Key } from "selenium-webdriver";

import { engine } from "./engine.mjs";

/** More stops than any page has. */
const MANY = 400;

/** How often a fault is looked at again before it is believed. */
const LOOKS = 20;

/** Presses keys where the focus is. */
export function press(browser, ...keys) {
  return browser.driver.actions().sendKeys(...keys).perform();
}

/** Where the focus is: its `id`, its name, and what would keep a person from seeing it. */
export async function stop(browser) {
  let here = await browser.driver.executeScript(STOP);
  // The others scroll and draw after they have answered, or in a window that isn't the active one.
  if (here && engine !== "chromium") return { ...here, faults: [] };
  // What was just shown may still be scrolled to, or drawn.
  for (let looks = 0; here?.faults.length && looks < LOOKS; looks += 1) {
    await sleep(50);
    here = await browser.driver.executeScript(STOP);
  }
  return here;
}

/** Goes on from stop to stop until one goes by a name, or has an `id`. */
export async function tabTo(browser, wanted) {
  const passed = [];
  for (let count = 0; count < MANY; count += 1) {
    await press(browser, Key.TAB);
    const here = await stop(browser);
    if (!here) continue;
    assert.deepEqual(here.faults, [], here.name);
    if (wanted.startsWith("#") ? `#${here.id}` === wanted : here.name.startsWith(wanted)) return here;
    passed.push(here.name.slice(0, 40));
  }
  return assert.fail(`no stop is « ${wanted} »: ${[...new Set(passed)].join(" · ")}`);
}

/** Every stop of a page, from its beginning until the focus leaves it or comes round. */
export async function everyStop(browser) {
  await browser.driver.executeScript("document.activeElement.blur(); getSelection().removeAllRanges(); scrollTo(0, 0)");
  const stops = [];
  for (;;) {
    await press(browser, Key.TAB);
    const here = await stop(browser);
    if (!here || here.path === stops[0]?.path) return stops;
    assert(stops.every(({ path }) => path !== here.path), `the focus turns in circles at ${here.name}`);
    assert(stops.length < MANY, "the focus never leaves the page");
    stops.push(here);
  }
}

const STOP = `
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const plain = (text) => (text ?? "").replace(/[\\s\\u00a0\\u202f]+/gu, " ").trim();
  const name = plain(element.getAttribute("aria-label") || element.labels?.[0]?.textContent || element.textContent);
  const path = [];
  for (let one = element; one.parentElement; one = one.parentElement) path.unshift([...one.parentElement.children].indexOf(one));

  // A box to tick may be drawn by its label.
  const drawn = element.matches("[type=radio], [type=checkbox], [type=file]") ? (element.closest("label") ?? element) : element;
  const box = drawn.getClientRects()[0] ?? drawn.getBoundingClientRect();
  const faults = [];
  const outlined = (one) => one && getComputedStyle(one).outlineStyle !== "none" && parseFloat(getComputedStyle(one).outlineWidth) >= 2;
  if (![element, element.nextElementSibling, element.parentElement, drawn].some(outlined)) faults.push("the focus isn't shown");
  const points = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.2], [0.5, 0.8]];
  const seen = points.filter(([across, down]) => {
    const there = document.elementFromPoint(box.left + box.width * across, box.top + box.height * down);
    return there && (drawn.contains(there) || there.contains(drawn));
  });
  if (!seen.length) faults.push("the focus is out of sight: " + JSON.stringify(box));
  if (element.tabIndex > 0) faults.push("an order of its own");
  return { id: element.id, name, path: path.join("/"), faults };
`;
