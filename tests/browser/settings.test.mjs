// What a reader has set in their system is followed: less motion, more contrast, colours of their own.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { ANSWERS, COMPANY } from "../harness/case.mjs";
import { faultsOfLayout, only, openCase, withBrowser } from "../harness/index.mjs";

const PAGES = ["", "guide/", "penalites/", "prescription/", "lettres/", "sources/", "accessibilite/"];

describe("settings of the system", only(["chromium"], "emulated settings"), () => {
  let browser;

  withBrowser((opened) => {
    browser = opened;
  });

  const run = (script) => browser.driver.executeScript(script);

  async function openPages(look) {
    for (const page of PAGES) {
      await openCase(browser, { ...COMPANY, answers: ANSWERS }, `${page}#le=2026-06-30`);
      assert.deepEqual(await look(), [], `/${page}`);
    }
  }

  test("nothing moves for who asked for less motion", async () => {
    await browser.emulate({ "prefers-reduced-motion": "reduce" });
    await openPages(async () => {
      await browser.press("Mon dossier");
      return run(MOVING);
    });
  });

  test("every text stands at 7:1 for who asked for more contrast", async () => {
    for (const scheme of ["light", "dark"]) {
      await browser.emulate({ "prefers-contrast": "more", "prefers-color-scheme": scheme });
      await openPages(() => run(FAINT));
    }
  });

  test("in colours of the system, every control keeps an edge or a line, and every line of a chart its colour", async () => {
    for (const scheme of ["light", "dark"]) {
      await browser.emulate({ "forced-colors": "active", "prefers-color-scheme": scheme });
      await openPages(async () => [...(await run(EDGELESS)), ...(await faultsOfLayout(browser))]);
    }
    await browser.emulate({});
  });
});

const NAME = `const name = (element) => element.tagName.toLowerCase() + "." + [...element.classList].join(".") + " « " + (element.textContent ?? "").trim().slice(0, 40) + " »";`;

const MOVING = `${NAME}
  const moving = document.getAnimations().map((animation) => name(animation.effect.target));
  for (const element of document.querySelectorAll("*")) {
    const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
    if (transitionDuration.split(", ").some((time) => parseFloat(time) > 0) || animationName !== "none" || scrollBehavior === "smooth") moving.push(name(element));
  }
  return moving;
`;

/** Where a text over a plain ground is fainter than 7:1, or 4.5:1 for large letters. */
const FAINT = `${NAME}
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([red, green, blue]) => [red, green, blue].map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)).reduce((sum, part, rank) => sum + part * [0.2126, 0.7152, 0.0722][rank], 0);
  const ground = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = rgba(getComputedStyle(one).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return [255, 255, 255];
  };
  const faint = [];
  for (const element of document.body.querySelectorAll("*")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || element.closest("svg, .visually-hidden, .skip, :disabled")) continue;
    const style = getComputedStyle(element);
    const [one, other] = [light(rgba(style.color)), light(ground(element))].sort((a, b) => b - a);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const ratio = (one + 0.05) / (other + 0.05);
    if (ratio < (large ? 4.5 : 7)) faint.push(ratio.toFixed(2) + ": " + name(element));
  }
  return [...new Set(faint)];
`;

const EDGELESS = `${NAME}
  const found = [];
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !element.closest(".visually-hidden, .skip");
  const edged = (element) => {
    const style = getComputedStyle(element);
    return ["Top", "Right", "Bottom", "Left"].some((side) => style["border" + side + "Style"] !== "none" && parseFloat(style["border" + side + "Width"]) >= 1);
  };
  const lined = (element) => getComputedStyle(element).textDecorationLine !== "none";
  const system = (colour) => {
    const probe = document.createElement("i");
    document.body.append(probe);
    const known = ["CanvasText", "LinkText", "VisitedText", "ButtonText", "GrayText", "Highlight", "HighlightText", "Canvas", "ButtonFace", "Mark", "MarkText", "FieldText", "ButtonBorder"].map((one) => {
      probe.style.color = one;
      return getComputedStyle(probe).color;
    });
    probe.remove();
    return known.includes(colour);
  };
  for (const element of document.querySelectorAll("input:not([type=radio], [type=checkbox], [type=file]), select, textarea, .button, .case-button, .segmented label")) {
    if (shown(element) && !edged(element) && !edged(element.parentElement) && !lined(element)) found.push("no edge: " + name(element));
  }
  for (const element of document.querySelectorAll("svg [stroke], svg line, svg path, svg polyline")) {
    const { stroke } = getComputedStyle(element);
    if (shown(element) && stroke !== "none" && !element.closest(".icon") && !system(stroke)) found.push("not a colour of the system: " + element.outerHTML.slice(0, 80) + " " + stroke);
  }
  return [...new Set(found)];
`;
