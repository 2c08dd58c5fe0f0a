// Chromium, driven by chromedriver and, for what WebDriver doesn't know, its own protocol.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Builder, logging } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";

import { which } from "./paths.mjs";

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

/** Starts Chromium with an empty profile. */
export async function start({ home, downloads, width, height, timeZone, workers, switches = [] }) {
  const logs = new logging.Preferences();
  logs.setLevel(logging.Type.BROWSER, logging.Level.ALL);
  logs.setLevel(logging.Type.PERFORMANCE, logging.Level.ALL);

  const options = new chrome.Options()
    .setBinaryPath(which("chromium", "chromium-browser", "google-chrome"))
    .addArguments(...SWITCHES, ...switches, `--user-data-dir=${join(home, "profile")}`, `--window-size=${width},${height}`)
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
  await driver.sendDevToolsCommand("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: downloads });
  await driver.sendDevToolsCommand("Emulation.setTimezoneOverride", { timezoneId: timeZone });
  if (!workers) await driver.sendDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", { source: "delete Navigator.prototype.serviceWorker" });
  return new Chromium(driver);
}

class Chromium {
  #requests = [];
  #messages = [];

  constructor(driver) {
    this.driver = driver;
  }

  async resize(width, height) {
    const screen = { width, height, deviceScaleFactor: 1, mobile: false };
    await this.driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", screen);
  }

  async screenshot(path) {
    const shot = await this.driver.sendAndGetDevToolsCommand("Page.captureScreenshot", { captureBeyondViewport: true });
    await writeFile(path, Buffer.from(shot.data, "base64"));
  }

  async requests() {
    for (const entry of await this.driver.manage().logs().get(logging.Type.PERFORMANCE)) {
      const { method, params } = JSON.parse(entry.message).message;
      if (method === "Network.requestWillBeSent") this.#requests.push(params.request.url);
      if (method === "Network.webSocketCreated") this.#requests.push(params.url);
    }
    return this.#requests;
  }

  async messages() {
    for (const entry of await this.driver.manage().logs().get(logging.Type.BROWSER)) {
      this.#messages.push(`${entry.level.name}: ${entry.message}`);
    }
    return this.#messages;
  }

  async quit() {
    await this.driver.quit();
  }
}
