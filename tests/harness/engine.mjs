// Which browser the tests drive: the environment's DUMENT_BROWSER names it.

import * as chromium from "./chromium.mjs";
import * as firefox from "./firefox.mjs";
import * as webkit from "./webkit.mjs";

const ENGINES = { chromium, firefox, webkit };

/** The browser of this run: `chromium` unless said otherwise. */
export const engine = process.env.DUMENT_BROWSER || "chromium";

if (!(engine in ENGINES)) throw new Error(`DUMENT_BROWSER is « ${engine} »: it must be one of ${Object.keys(ENGINES).join(", ")}`);

/** Starts the browser of this run. */
export const { start } = ENGINES[engine];

/**
 * The options of a test that some browsers can't run: skipped in those, with the reason.
 *
 * @param {string[]} engines those that can
 * @param {string} lacking what the others can't do
 */
export function only(engines, lacking) {
  return { skip: engines.includes(engine) ? false : `${lacking}: not in ${engine}` };
}

/** The options of a test on a phone: WebKit's window has buttons that keep it wider. */
export const NARROW = only(["chromium", "firefox"], "a window narrower than 450 px");
