// A browser that does what a person would, and notes every request and every message of the console.

import assert from "node:assert/strict";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Builder, By, Key, logging } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";

import { which } from "./paths.mjs";

/** How long something may take to show before a test fails. */
const PATIENCE = 15_000;

const SWITCHES = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--lang=fr-FR",
];

/** Requests of the browser to itself, and of the page to what it holds already. */
const INTERNAL = /^(about|blob|chrome|chrome-extension|chrome-untrusted|data|devtools):/;

/**
 * Opens a browser with nothing in it, for a site that is served.
 *
 * @param {{url: string}} site
 * @param {{width?: number, height?: number, timeZone?: string}} [options]
 */
export async function openBrowser(site, { width = 1280, height = 900, timeZone = "Europe/Paris" } = {}) {
  const home = await mkdtemp(join(tmpdir(), "dument-browser-"));
  const downloads = join(home, "downloads");
  const logs = new logging.Preferences();
  logs.setLevel(logging.Type.BROWSER, logging.Level.ALL);
  logs.setLevel(logging.Type.PERFORMANCE, logging.Level.ALL);

  const options = new chrome.Options()
    .setBinaryPath(which("chromium", "chromium-browser", "google-chrome"))
    .addArguments(...SWITCHES, `--user-data-dir=${join(home, "profile")}`, `--window-size=${width},${height}`)
    .setUserPreferences({
      "download.default_directory": downloads,
      "download.prompt_for_download": false,
      "plugins.always_open_pdf_externally": true,
      "intl.accept_languages": "fr-FR,fr",
    });
  options.setLoggingPrefs(logs);

  const driver = await new Builder()
    .forBrowser("chrome")
    .setChromeOptions(options)
    .setChromeService(new chrome.ServiceBuilder(which("chromedriver")))
    .build();
  const browser = new Browser(driver, site.url, home, downloads);
  await driver.sendDevToolsCommand("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: downloads });
  await driver.sendDevToolsCommand("Emulation.setTimezoneOverride", { timezoneId: timeZone });
  await browser.resize(width, height);
  return browser;
}

class Browser {
  #home;
  #requests = [];
  #messages = [];

  constructor(driver, url, home, downloads) {
    /** The WebDriver itself, for what isn't here. */
    this.driver = driver;
    /** Where the site is. */
    this.url = url;
    /** Where downloads arrive. */
    this.downloads = downloads;
    this.#home = home;
  }

  /** Loads a page by its address in the site (`penalites/#le=2026-06-30`), anew even where only the fragment differs. */
  async visit(path = "") {
    await this.driver.get("about:blank");
    await this.driver.get(new URL(path, this.url).href);
    await this.ready();
  }

  /** Reloads the page, as a person would. */
  async reload() {
    await this.driver.navigate().refresh();
    await this.ready();
  }

  /** Waits until the application has started. */
  async ready() {
    const state = () => this.driver.executeScript("return document.documentElement.dataset.dument");
    assert.equal(await this.waitFor(state, "the application never started"), "started");
  }

  /** Where the page is, from the root of the site. */
  async address() {
    const url = await this.driver.getCurrentUrl();
    return url.startsWith(this.url) ? url.slice(this.url.length) : url;
  }

  /** The first element that a CSS selector finds and that can be seen, or nothing. */
  async find(selector) {
    for (const element of await this.driver.findElements(By.css(selector))) {
      if (await element.isDisplayed()) return element;
    }
    return undefined;
  }

  /** The text of an element as it is read on screen, every kind of space made an ordinary one. */
  async textOf(selector = "body") {
    const element = await this.waitFor(() => this.find(selector), `${selector} is not on the page`);
    return plain(await element.getText());
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

  /** Waits until `check` gives something true, and returns it; elements may come and go meanwhile. */
  async waitFor(check, otherwise = "waited in vain") {
    const end = Date.now() + PATIENCE;
    for (;;) {
      try {
        const found = await check();
        if (found) return found;
      } catch (error) {
        if (error.name !== "StaleElementReferenceError") throw error;
      }
      if (Date.now() > end) assert.fail(typeof otherwise === "function" ? otherwise() : otherwise);
      await sleep(50);
    }
  }

  /** The control that a label names, by its visible text or `aria-label`. */
  async field(label) {
    const find = () => this.driver.executeScript(FIND_FIELD, plain(label));
    return this.waitFor(find, `no field is called « ${label} »`);
  }

  /** Replaces what a field holds, key by key, then leaves it. */
  async typeInto(label, text) {
    const field = await this.field(label);
    await field.sendKeys(Key.chord(Key.CONTROL, "a"), Key.BACK_SPACE);
    await field.sendKeys(text, Key.TAB);
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
    await found.click();
  }

  /** Presses the button, link, summary or labelled box with this text. */
  async press(text) {
    const find = () => this.driver.executeScript(FIND_PRESSABLE, plain(text));
    const element = await this.waitFor(find, `nothing to press is called « ${text} »`);
    await element.click();
  }

  /** The next file that arrives whose name ends so, with its content. */
  async download(ending) {
    const name = await this.waitFor(async () => {
      const names = await readdir(this.downloads).catch(() => []);
      return names.find((name) => name.endsWith(ending));
    }, `no file *${ending} was downloaded`);
    const path = join(this.downloads, name);
    return { name, path, bytes: await readFile(path) };
  }

  /** Makes the page as wide as a phone or a screen. */
  async resize(width, height) {
    await this.driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", {
      width,
      height,
      deviceScaleFactor: 1,
      mobile: false,
    });
  }

  /** Shows the page as `prefers-color-scheme` asks: `light` or `dark`. */
  async colours(scheme) {
    const features = [{ name: "prefers-color-scheme", value: scheme }];
    await this.driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { features });
  }

  /** Writes what is seen, the whole page long, to a PNG file. */
  async screenshot(path) {
    const shot = await this.driver.sendAndGetDevToolsCommand("Page.captureScreenshot", { captureBeyondViewport: true });
    await writeFile(path, Buffer.from(shot.data, "base64"));
  }

  /** The address of every request since the browser opened. */
  async requests() {
    for (const entry of await this.driver.manage().logs().get(logging.Type.PERFORMANCE)) {
      const { method, params } = JSON.parse(entry.message).message;
      if (method === "Network.requestWillBeSent") this.#requests.push(params.request.url);
      if (method === "Network.webSocketCreated") this.#requests.push(params.url);
    }
    return this.#requests;
  }

  /** Every message of the console since the browser opened, of any level. */
  async consoleMessages() {
    for (const entry of await this.driver.manage().logs().get(logging.Type.BROWSER)) {
      this.#messages.push(`${entry.level.name}: ${entry.message}`);
    }
    return this.#messages;
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
    await this.driver.quit();
    await rm(this.#home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** A text with every kind of space made an ordinary one. */
export function plain(text) {
  return text.replace(/[\s\u00a0\u202f]+/gu, " ").trim();
}

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
