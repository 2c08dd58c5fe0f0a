// Firefox, driven by geckodriver and, for what WebDriver doesn't know, by WebDriver BiDi.

import { writeFile } from "node:fs/promises";
import { Builder } from "selenium-webdriver";
import firefox from "selenium-webdriver/firefox.js";

import { which } from "./paths.mjs";

const REFUSED = `() => addEventListener("securitypolicyviolation", (event) => console.error("Content Security Policy: " + event.blockedURI))`;

/** Starts Firefox with an empty profile. */
export async function start({ downloads, timeZone, workers }) {
  const options = new firefox.Options()
    .setBinary(which("firefox-esr", "firefox"))
    .addArguments("-headless")
    .setPreference("browser.download.folderList", 2)
    .setPreference("browser.download.dir", downloads)
    .setPreference("browser.download.always_ask_before_handling_new_types", false)
    .setPreference("browser.download.open_pdf_attachments_inline", false)
    .setPreference("browser.helperApps.neverAsk.saveToDisk", "application/pdf")
    .setPreference("pdfjs.disabled", true)
    .setPreference("dom.serviceWorkers.enabled", workers)
    .setPreference("intl.accept_languages", "fr-FR, fr");
  options.enableBidi();

  const service = new firefox.ServiceBuilder(process.env.DUMENT_GECKODRIVER ?? which("geckodriver"));
  service.setEnvironment({ ...process.env, TZ: timeZone });
  const driver = await new Builder().forBrowser("firefox").setFirefoxOptions(options).setFirefoxService(service).build();
  const bidi = await driver.getBidi();
  const browser = new Firefox(driver, bidi);
  await bidi.subscribe(["network.beforeRequestSent", "log.entryAdded"]);
  // What the page's policy refuses is said in Firefox's own console alone: said in the page's, it is heard.
  await bidi.send({ method: "script.addPreloadScript", params: { functionDeclaration: REFUSED } });
  return browser;
}

class Firefox {
  #bidi;
  #requests = [];
  #messages = [];

  constructor(driver, bidi) {
    this.driver = driver;
    this.#bidi = bidi;
    bidi.on("network.beforeRequestSent", ({ request }) => this.#requests.push(request.url));
    bidi.on("log.entryAdded", ({ level, text }) => this.#messages.push(`${level}: ${text}`));
  }

  async resize(width, height) {
    const context = await this.driver.getWindowHandle();
    await this.#ask("browsingContext.setViewport", { context, viewport: { width, height } });
  }

  async screenshot(path) {
    const context = await this.driver.getWindowHandle();
    const { data } = await this.#ask("browsingContext.captureScreenshot", { context, origin: "document" });
    await writeFile(path, Buffer.from(data, "base64"));
  }

  // Events may still be under way: an answer comes after them.

  async requests() {
    await this.#bidi.status;
    return this.#requests;
  }

  async messages() {
    await this.#bidi.status;
    return this.#messages;
  }

  async quit() {
    await this.driver.quit();
  }

  async #ask(method, params) {
    const { result, message } = await this.#bidi.send({ method, params });
    if (!result) throw new Error(`${method}: ${message}`);
    return result;
  }
}
