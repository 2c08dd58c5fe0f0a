// WebKit, as WebKitGTK's small browser, on a screen of its own.
//
// It has no log of requests or of the console: the page itself is asked, before it is left, for what it loaded, and
// for the faults noted by a script that is put into it once it is loaded.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Builder } from "selenium-webdriver";
import remote from "selenium-webdriver/remote/index.js";

import { which } from "./paths.mjs";

/** The folders of libraries, by processor, of Debian and those after it. */
const LIBRARIES = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib"];

const SCREEN = "2000x2000x24";

/** Starts WebKit with nothing kept. */
export async function start({ home, downloads, timeZone }) {
  const screen = await openScreen();
  // Where downloads go is a matter of the desktop's folders.
  const config = join(home, "config");
  await mkdir(config, { recursive: true });
  await mkdir(downloads, { recursive: true });
  await writeFile(join(config, "user-dirs.dirs"), `XDG_DOWNLOAD_DIR="${downloads}"\n`);

  const service = new remote.DriverService.Builder(which("WebKitWebDriver"))
    .setLoopback(true)
    .setEnvironment({
      ...process.env,
      HOME: home,
      XDG_CONFIG_HOME: config,
      DISPLAY: `:${screen.number}`,
      TZ: timeZone,
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
      WEBKIT_DISABLE_COMPOSITING_MODE: "1",
    })
    .build();
  const close = async () => {
    await service.kill();
    screen.close();
  };
  try {
    const driver = await new Builder()
      .disableEnvironmentOverrides()
      .usingServer(await service.start())
      .withCapabilities({ browserName: "MiniBrowser", "webkitgtk:browserOptions": { binary: miniBrowser(), args: ["--automation"] } })
      .build();
    return new WebKit(driver, close);
  } catch (error) {
    await close();
    throw error;
  }
}

function miniBrowser() {
  const places = LIBRARIES.map((folder) => join(folder, "webkit2gtk-4.1", "MiniBrowser"));
  const found = places.find(existsSync);
  if (!found) throw new Error("MiniBrowser is not installed: `cargo xtask test` does that");
  return found;
}

/** A screen that nobody sees, under the first free number. */
async function openScreen() {
  const server = spawn(which("Xvfb"), ["-displayfd", "3", "-screen", "0", SCREEN, "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const [number] = await Promise.race([once(server.stdio[3], "data"), once(server, "exit").then(() => Promise.reject(new Error("Xvfb stopped")))]);
  return { number: String(number).trim(), close: () => server.kill() };
}

class WebKit {
  #close;
  #requests = new Set();
  #messages = [];

  constructor(driver, close) {
    this.driver = driver;
    this.#close = close;
  }

  /** Makes the page as large as asked for; the window can't be narrower than its own buttons. */
  async resize(width, height) {
    const window = this.driver.manage().window();
    await window.setRect({ width, height });
    const [inner, innerHeight] = await this.driver.executeScript("return [innerWidth, innerHeight]");
    await window.setRect({ width: width + width - inner, height: height + height - innerHeight });
  }

  async screenshot(path) {
    await writeFile(path, Buffer.from(await this.driver.takeScreenshot(), "base64"));
  }

  /** Brings an element into sight: WebDriver leaves it where it is when it stands just below the window's edge. */
  async reach(element) {
    await this.driver.executeScript(REACH, element);
  }

  /** Clicks the middle of an element: WebDriver looks for it beside its place where the page has columns. */
  async click(element) {
    const [x, y] = await this.driver.executeScript(MIDDLE, element);
    await this.driver.actions().move({ x, y }).press().release().perform();
  }

  /** Starts noting what the page has to say. */
  async loaded() {
    await this.driver.executeScript(LISTEN);
  }

  /** Notes what would be gone with the page. */
  async leaving() {
    const { requests, messages } = (await this.driver.executeScript(TELL)) ?? { requests: [], messages: [] };
    for (const url of requests) this.#requests.add(url);
    this.#messages.push(...messages);
  }

  async requests() {
    await this.leaving();
    return [...this.#requests];
  }

  async messages() {
    await this.leaving();
    return this.#messages;
  }

  async quit() {
    await this.driver.quit();
    await this.#close();
  }
}

// These run in the page.

const REACH = `
  const { top, bottom } = arguments[0].getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) arguments[0].scrollIntoView({ block: "center" });
`;

const MIDDLE = `
  const { left, top, width, height } = arguments[0].getClientRects()[0];
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
`;

const LISTEN = `
  if (!window.dumentHeard) {
    const heard = (window.dumentHeard = []);
    for (const level of ["debug", "log", "info", "warn", "error"]) {
      const say = console[level];
      console[level] = (...words) => { heard.push(level + ": " + words.join(" ")); say.apply(console, words); };
    }
    addEventListener("error", (event) => heard.push("error: " + event.message), true);
    addEventListener("unhandledrejection", (event) => heard.push("error: " + event.reason));
    addEventListener("securitypolicyviolation", (event) => heard.push("Content Security Policy: " + event.blockedURI));
  }
`;

const TELL = `
  const heard = window.dumentHeard ?? [];
  const requests = [location.href, ...performance.getEntriesByType("resource").map((entry) => entry.name)];
  return { requests, messages: heard.splice(0) };
`;
