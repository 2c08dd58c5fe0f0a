// `cargo xtask bench`: how soon an edit of a case with 200 invoices shows its new figures, on every page that has some.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { By } from "selenium-webdriver";

import { openBrowser, serveSite } from "../harness/index.mjs";
import { spread, table } from "./figures.mjs";
import { largeCase } from "./large-case.mjs";

/** How often each edit is made. The first is reported apart: the browser has not yet optimised what it runs. */
const ROUNDS = 9;

/** How long what an edit leaves for later may take, in milliseconds. */
const REST = 1000;

/** What is edited: a field by its `id`, whose last digit is typed anew. */
const EDITS = [
  { page: "", what: "amount", field: "invoices-0-amount" },
  { page: "", what: "due date", field: "invoices-0-dueOn" },
  { page: "", what: "amount of the 100th, in the drawer", field: "dossier-invoices-99-amount", drawer: true },
  { page: "penalites/", what: "amount", field: "invoices-0-amount" },
  { page: "penalites/", what: "amount of the 100th", field: "invoices-99-amount" },
  { page: "penalites/", what: "due date", field: "invoices-0-dueOn" },
  { page: "penalites/", what: "part payment", field: "invoices-1-payments-0-amount" },
  { page: "penalites/", what: "rate agreed", field: "rate-percent" },
  { page: "prescription/", what: "due date", field: "invoices-0-dueOn" },
  { page: "prescription/", what: "due date, in the drawer", field: "dossier-invoices-0-dueOn", drawer: true },
];

/** From the event to the paint of what it changed: the frame after it, drawn as soon as the page is ready. */
const WATCH = `
  const [id] = arguments;
  const field = document.getElementById(id);
  for (let part = field.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
  field.focus();
  field.setSelectionRange(field.value.length - 1, field.value.length);
  // Found at once where it stands: looking through a long page would count as its work.
  const answers = document.querySelector(".answers");
  const text = () => answers.querySelector(".figure")?.textContent;
  const before = text();
  window.edited = new Promise((done) => {
    addEventListener("input", () => {
      const start = performance.now();
      let frames = 0;
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done({ took: performance.now() - start, frames, changed: text() !== before });
      const frame = () => {
        frames += 1;
        if (text() !== before || frames > 30) channel.port2.postMessage(null);
        else requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    }, { capture: true, once: true });
  });
  return field.value.endsWith("3") ? "2" : "3";
`;

const site = await serveSite();
const browser = await openBrowser(site, { switches: ["--disable-frame-rate-limit"] });
const folder = await mkdtemp(join(tmpdir(), "dument-bench-"));
try {
  const file = join(folder, "dossier.json");
  await writeFile(file, JSON.stringify(largeCase(200)));
  await browser.driver.sendDevToolsCommand("Performance.enable", { timeDomain: "threadTicks" });
  const rows = [];
  let open;
  for (const edit of EDITS) {
    const place = `${edit.page}${edit.drawer ? "#dossier" : ""}`;
    if (place !== open) {
      await browser.visit(`${edit.page}#le=2026-11-22`);
      await openCase(file, edit.drawer);
      open = place;
    }
    rows.push(await timed(edit));
  }
  table("An edit of a case with 200 invoices, to the paint of its new figures (ms)", ["page", "edit", "median", "range", "first", "processor", "frames"], rows);
} finally {
  await browser.quit();
  await site.stop();
  await rm(folder, { recursive: true });
}

/** Opens the case from its file, as a visitor does, and leaves the drawer open or closed. */
async function openCase(file, drawer) {
  await browser.press("Mon dossier");
  const title = () => browser.textOf("#case-title");
  if ((await title()) !== "Dossier Martin") {
    await browser.driver.findElement(By.css("#case input[type=file]")).sendKeys(file);
    await browser.waitFor(async () => (await title()) === "Dossier Martin", "the case was not opened");
  }
  if (!drawer) await browser.press("Fermer le dossier");
}

async function timed({ page, what, field }) {
  const took = [];
  const processor = [];
  const frames = [];
  for (let round = 0; round < ROUNDS; round++) {
    // The page rests between two edits, as people do.
    await sleep(REST);
    const digit = await browser.driver.executeScript(WATCH, field);
    const before = await busy();
    await browser.driver.sendDevToolsCommand("Input.insertText", { text: digit });
    const result = await browser.driver.executeScript("return window.edited");
    processor.push((await busy()) - before);
    took.push(result.took);
    frames.push(result.changed ? result.frames : Infinity);
  }
  const all = spread(took.slice(1));
  return [`/${page}`, what, all.median.toFixed(1), `${all.least.toFixed(1)}–${all.most.toFixed(1)}`, took[0].toFixed(1), spread(processor.slice(1)).median.toFixed(1), String(Math.max(...frames))];
}

/** Milliseconds that the page's main thread has worked. */
async function busy() {
  const { metrics } = await browser.driver.sendAndGetDevToolsCommand("Performance.getMetrics", {});
  return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
}
