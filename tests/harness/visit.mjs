// The site and a browser on it, for the tests of one `describe`.

import { after, before } from "node:test";

import { openBrowser } from "./browser.mjs";
import { serveSite } from "./site.mjs";

/**
 * Serves the site and opens a browser before the tests, hands the browser to `use`, and ends both after them.
 *
 * @param {(browser: object) => unknown} use takes the browser, and does what every test counts on
 * @param {() => Promise<{url: string, stop: () => unknown}>} [serve]
 */
export function withBrowser(use, serve = serveSite) {
  let site;
  let browser;

  before(async () => {
    site = await serve();
    browser = await openBrowser(site);
    await use(browser);
  });

  after(async () => {
    await browser?.quit();
    await site?.stop();
  });
}
