// Lighthouse, in the browser that the tests use.

import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";
import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";

import { dist, which } from "./paths.mjs";

/** What it judges. */
export const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

/** The pages of the site, from its root; not the tools in the pages of others, which no search engine is to find. */
export async function pages() {
  const files = await readdir(dist, { recursive: true });
  const isPage = (file) => /(^|\/)index\.html$/.test(file) && !file.startsWith("embed/");
  const folders = files.filter(isPage).map((file) => dirname(file));
  return folders.map((folder) => (folder === "." ? "" : `${folder}/`)).sort();
}

/** Starts a browser that Lighthouse looks at pages with. */
export async function openJudge() {
  const chrome = await launch({
    chromePath: which("chromium", "chromium-browser", "google-chrome"),
    chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"],
  });
  return {
    /** The scores of a page by category, of 100, and what each lacks. */
    async look(url, { form = "mobile", categories, settings = {} }) {
      const flags = { port: chrome.port, onlyCategories: categories, logLevel: "error", ...settings };
      const once = () => lighthouse(url, flags, form === "desktop" ? desktopConfig : undefined);
      let { lhr } = await once();
      // At times it misses the start of the load, says so, and asks to be run again.
      if (lhr.runtimeError?.code === "NO_NAVSTART") ({ lhr } = await once());
      if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
      const scores = {};
      const lacking = [];
      for (const category of categories) {
        const { score, auditRefs } = lhr.categories[category];
        scores[category] = Math.round(score * 100);
        for (const { id, weight } of auditRefs) {
          const audit = lhr.audits[id];
          if (weight > 0 && audit.score !== null && audit.score < 0.9) lacking.push(`${audit.title} ${audit.displayValue ?? ""}`.trim());
        }
      }
      const times = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time"];
      return { scores, lacking, times: times.map((id) => lhr.audits[id]?.displayValue?.replaceAll("\u00a0", " ") ?? "") };
    },

    async close() {
      chrome.kill();
    },
  };
}
