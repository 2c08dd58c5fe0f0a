// A browser that does what a person would, and notes every request and every message of the console.

import assert from "node:assert/strict";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { By, Key } from "selenium-webdriver";

import { start } from "./engine.mjs";

/** How long something may take to show before a test fails. */
const PATIENCE = 15_000;

/** What is said of an element or a frame that was replaced between being found and being used. */
const GONE = new Set(["StaleElementReferenceError", "NoSuchFrameError"]);

/** Requests of the browser to itself, and of the page to what it holds already. */
const INTERNAL = /^(about|blob|chrome|chrome-extension|chrome-untrusted|data|devtools|moz-extension|resource):/;

/**
 * Opens a browser with nothing in it, for a site that is served.
 *
 * What serves the site without a network (`workers`) is left out unless asked for: it would go on with what a test takes away.
 *
 * @param {{url: string}} site
 * @param {{width?: number, height?: number, timeZone?: string, workers?: boolean, switches?: string[]}} [options]
 */
export async function openBrowser(site, options = {}) {
  const { width = 1280, height = 900, timeZone = "Europe/Paris", workers = false, switches = [] } = options;
  const home = await mkdtemp(join(tmpdir(), "dument-browser-"));
  const downloads = join(home, "downloads");
  const browser = new Browser(await start({ home, downloads, width, height, timeZone, workers, switches }), site.url, home, downloads);
  await browser.resize(width, height);
  return browser;
}

class Browser {
  #engine;
  #home;

  constructor(engine, url, home, downloads) {
    this.#engine = engine;
    /** The WebDriver itself, for what isn't here. */
    this.driver = engine.driver;
    /** Where the site is. */
    this.url = url;
    /** Where downloads arrive. */
    this.downloads = downloads;
    this.#home = home;
  }

  /** Loads a page by its address in the site (`penalites/#le=2026-06-30`), anew even where only the fragment differs. */
  async visit(path = "") {
    await this.#engine.leaving?.();
    await this.driver.get("about:blank");
    await this.driver.get(new URL(path, this.url).href);
    await this.#engine.loaded?.();
    await this.ready();
  }

  /** Reloads the page, as a person would. */
  async reload() {
    await this.#engine.leaving?.();
    await this.driver.navigate().refresh();
    await this.#engine.loaded?.();
    await this.ready();
  }

  /** Waits until the application has started, has opened what an earlier visit left, and has drawn the page whole. */
  async ready() {
    const state = () => this.driver.executeScript("return document.documentElement.dataset.dument");
    assert.equal(await this.waitFor(state, "the application never started"), "started");
    await this.waitFor(() => this.driver.executeScript(OPENED), "what is kept was never opened");
    const isWhole = () => this.driver.executeScript("return !('drawing' in document.documentElement.dataset)");
    await this.waitFor(isWhole, "the page was never whole");
  }

  /** Where the page is, from the root of the site. */
  async address() {
    const url = await this.driver.getCurrentUrl();
    return url.startsWith(this.url) ? url.slice(this.url.length) : url;
  }

  /** The first element that a CSS selector finds and that can be seen, or nothing. */
  async find(selector) {
    for (const element of await this.driver.findElements(By.css(selector))) {
      if (await element.isDisplayed()) return this.#reach(element);
    }
    return undefined;
  }

  /** An element brought into sight, where the browser doesn't do so by itself. */
  async #reach(element) {
    await this.#engine.reach?.(element);
    return element;
  }

  /** The text of an element as it is read on screen, every kind of space made an ordinary one. */
  async textOf(selector = "body") {
    const element = await this.waitFor(() => this.find(selector), `${selector} is not on the page`);
    // Asked of the page: WebDriver's own answer joins the lines in WebKit, and holds what is folded away.
    return plain(await this.driver.executeScript("return arguments[0].innerText ?? arguments[0].textContent", element));
  }

  /** Waits for a text to be read somewhere on the page (ordinary spaces stand for any). */
  async waitForText(text, selector = "body") {
    const wanted = plain(text);
    let last = "";
    await this.waitFor(
      async () => (last = await this.textOf(selector)).includes(wanted),
      () => `« ${wanted} » is not in:\n${last}`,
    );
  }

  /** Waits until `check` gives something true, and returns it; elements and frames may come and go meanwhile. */
  async waitFor(check, otherwise = "waited in vain") {
    const end = Date.now() + PATIENCE;
    for (;;) {
      try {
        const found = await check();
        if (found) return found;
      } catch (error) {
        if (!GONE.has(error.name)) throw error;
      }
      if (Date.now() > end) assert.fail(typeof otherwise === "function" ? otherwise() : otherwise);
      await sleep(50);
    }
  }

  /** The control that a label names, by its visible text or `aria-label`. */
  async field(label) {
    const find = () => this.driver.executeScript(FIND_FIELD, plain(label));
    return this.#reach(await this.waitFor(find, `no field is called « ${label} »`));
  }

  /** Replaces what a field holds, key by key, then leaves it. */
  async typeInto(label, text) {
    const field = await this.field(label);
    await field.sendKeys(Key.chord(Key.CONTROL, "a"), Key.BACK_SPACE);
    await field.sendKeys(text, Key.TAB);
  }

  /** Clicks an element where it is seen. */
  async click(element) {
    await this.#reach(element);
    await (this.#engine.click?.(element) ?? element.click());
  }

  /** Types at the end of an element that holds text already. */
  async append(element, text) {
    await element.sendKeys(Key.chord(Key.CONTROL, Key.END));
    // Apart: Firefox and WebKit don't let go of the key within one call.
    await element.sendKeys(text);
  }

  /** What a field holds. */
  async valueOf(label) {
    return (await this.field(label)).getAttribute("value");
  }

  /** Chooses an option of a list, or a radio button, by its visible text. */
  async choose(label, option) {
    const field = await this.field(label);
    const found = await this.driver.executeScript(FIND_OPTION, field, plain(option));
    assert(found, `« ${label} » has no option « ${option} »`);
    await (await this.#reach(found)).click();
  }

  /** Presses the button, link, summary or labelled box with this text. */
  async press(text) {
    const find = () => this.driver.executeScript(FIND_PRESSABLE, plain(text));
    await this.click(await this.waitFor(find, `nothing to press is called « ${text} »`));
  }

  /** The next file that arrives whose name ends so, with its content. */
  async download(ending) {
    const read = (path) => readFile(path).catch(() => undefined);
    const downloaded = async () => {
      const name = (await readdir(this.downloads).catch(() => [])).find((name) => name.endsWith(ending));
      if (!name) return undefined;
      const path = join(this.downloads, name);
      const bytes = await read(path);
      // Firefox takes the name first, and writes under another that goes away: a file is there once it stays as it is.
      if (!bytes?.length) return undefined;
      await sleep(50);
      return (await read(path))?.equals(bytes) && { name, path, bytes };
    };
    return this.waitFor(downloaded, `no file *${ending} was downloaded`);
  }

  /** Makes the page as wide as a phone or a screen. */
  async resize(width, height) {
    await this.#engine.resize(width, height);
  }

  /** Shows the page as a person's settings ask, `{ "prefers-color-scheme": "dark" }` and the like: in Chromium alone. */
  async emulate(settings) {
    const features = Object.entries(settings).map(([name, value]) => ({ name, value }));
    await this.driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { features });
  }

  /** Writes what is seen, the whole page long where the browser can, to a PNG file. */
  async screenshot(path) {
    await this.#engine.screenshot(path);
  }

  /** The address of every request since the browser opened. */
  async requests() {
    return this.#engine.requests();
  }

  /** Every message of the console since the browser opened, of any level. */
  async consoleMessages() {
    return this.#engine.messages();
  }

  /** Fails on any request to another origin, and on any message of the console. */
  async assertQuiet() {
    const { origin } = new URL(this.url);
    const elsewhere = (await this.requests()).filter((url) => !INTERNAL.test(url) && new URL(url).origin !== origin);
    assert.deepEqual(elsewhere, [], "requests to another origin");
    assert.deepEqual(await this.consoleMessages(), [], "messages in the console");
  }

  /** Closes the browser and forgets all it knew. */
  async quit() {
    await this.#engine.quit();
    await rm(this.#home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** A text with every kind of space made an ordinary one. */
export function plain(text) {
  return text.replace(/[\s\u00a0\u202f]+/gu, " ").trim();
}

/** Whether the page is shown, and the application has opened what is kept in this browser, if anything is. */
const OPENED = `
  try {
    const shown = !document.querySelector("main > .wrap > .loading");
    return shown && (localStorage.length === 0 || document.documentElement.dataset.kept === "opened");
  } catch {
    return true;
  }
`;

// These run in the page. `named` tells whether an element goes by a name: its whole text, or how it begins.

const NAMED = `
  const plain = (text) => (text ?? "").replace(/[\\s\\u00a0\\u202f]+/gu, " ").trim();
  const visible = (element) => element.getClientRects().length > 0;
  const best = (elements, text, name) => {
    const all = elements.filter(visible);
    return all.find((e) => name(e) === text) ?? all.find((e) => name(e).startsWith(text)) ?? null;
  };
`;

const FIND_FIELD = `${NAMED}
  const controls = [...document.querySelectorAll("input, select, textarea, fieldset, [role=radiogroup], [contenteditable=true], [role=textbox]")];
  const name = (control) => {
    const by = control.getAttribute("aria-labelledby");
    const labelledBy = by && by.split(/\\s+/).map((id) => document.getElementById(id)?.textContent).join(" ");
    const legend = control.querySelector(":scope > legend")?.textContent;
    return plain(control.getAttribute("aria-label") ?? labelledBy ?? control.labels?.[0]?.textContent ?? legend);
  };
  return best(controls, arguments[0], name);
`;

const FIND_OPTION = `${NAMED}
  const [field, text] = arguments;
  const options = [...field.querySelectorAll("option, label, [role=radio], [role=option]")];
  return options.find((o) => plain(o.textContent) === text) ?? options.find((o) => plain(o.textContent).startsWith(text)) ?? null;
`;

const FIND_PRESSABLE = `${NAMED}
  const pressable = [...document.querySelectorAll("button, a[href], summary, label, [role=button], [role=tab], [role=menuitem]")];
  return best(pressable, arguments[0], (e) => plain(e.getAttribute("aria-label") ?? e.textContent));
`;
