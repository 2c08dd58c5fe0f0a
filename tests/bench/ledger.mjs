// `cargo xtask bench`: the ledger of a business in Chromium, as it grows: bringing in what its software exports, an edit, scrolling,
// memory; beside papaparse and a plain aggregation in JavaScript of the very same file, in the same browser.

import { build } from "esbuild";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { openBrowser, serveSite } from "../harness/index.mjs";
import { drawLedger, fecOf } from "../harness/ledger.mjs";
import { root } from "../harness/paths.mjs";
import { spread, table } from "./figures.mjs";

const DAY = "#le=2026-11-22";

/** Invoices in each file, and how often it is brought in by a browser that knows nothing; ten lines of accounts to an invoice. */
const SIZES = [[1000, 3], [10_000, 5], [100_000, 1]];

/** How often an edit is made. */
const EDITS = 9;

/** How long something may take before it counts as never ending, in milliseconds. */
const PATIENCE = 300_000;

const HEAD = [
  "invoices", "FEC lines", "read", "kept", "papaparse", "times as long", "processor", "papaparse's", "edit and figures", "frames > 20 ms",
  "of a bare list", "worst frame", "of a bare list", "processor a frame", "page and worker (MB)", "empty (MB)", "module (MB)", "opened again",
];

function row(size, runs) {
  const all = (read) => spread(runs.map(read));
  const told = ({ median, least, most }, digits = 0) =>
    runs.length > 1 ? `${median.toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})` : median.toFixed(digits);
  const edits = spread(runs.flatMap(({ edits }) => edits));
  return [
    String(size),
    String(runs[0].lines),
    ...["read", "kept", "plain"].map((name) => told(all((run) => run[name]))),
    all(({ read, kept, plain }) => (read + kept) / plain).median.toFixed(1),
    ...["worked", "plainWorked"].map((name) => told(all((run) => run[name]))),
    `${edits.median.toFixed(0)} (${edits.least.toFixed(0)}–${edits.most.toFixed(0)})`,
    ...["scrolled", "bare"].map((name) => `${all((run) => run[name].late).median} of ${runs[0][name].frames}`),
    ...["scrolled", "bare"].map((name) => told(all((run) => run[name].worst))),
    told(all(({ frame }) => frame), 1),
    ...["held", "empty", "module", "again"].map((name) => told(all((run) => run[name]))),
  ];
}

/** Milliseconds that the page's main thread has worked. */
async function busy(driver) {
  const { metrics } = await driver.sendAndGetDevToolsCommand("Performance.getMetrics", {});
  return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
}

/** All figures of a file, by a browser that knows nothing. */
async function measure(file, plainly) {
  const browser = await openBrowser(site);
  const { driver } = browser;
  const run = (script, ...given) => driver.executeScript(script, ...given);
  await driver.manage().setTimeouts({ script: PATIENCE });
  const wait = async (script, otherwise) => {
    const end = Date.now() + PATIENCE;
    while (!(await run(script))) if (Date.now() > end) throw new Error(`${otherwise}: ${await browser.textOf()}`);
  };
  try {
    await browser.visit(`suivi/${DAY}&vue=importer`);
    await browser.waitForText("Déposez ici vos fichiers");
    const empty = await renderers(browser);
    await run(NOTE);
    await (await run("return document.querySelector('.ledger-drop input[type=file]')")).sendKeys(file);
    await wait("return window.seen.read || document.querySelector('.failure')", "never read");
    await browser.press("Ajouter à mon suivi");
    await wait("return window.seen.kept", "never kept");
    const seen = await run("return window.seen");
    const kept = await renderers(browser);
    await driver.sendDevToolsCommand("HeapProfiler.collectGarbage", {});
    const { held } = await renderers(browser);

    await browser.visit(`suivi/${DAY}&vue=factures`);
    await browser.choose("Montrer", "Toutes");
    await wait("return document.querySelectorAll('.long-body > [role=row]').length > 10", "no rows");
    await driver.sendDevToolsCommand("Performance.enable", { timeDomain: "threadTicks" });
    const before = await busy(driver);
    const scrolled = await driver.executeAsyncScript(SCROLL, ".long-scroll");
    const frame = ((await busy(driver)) - before) / scrolled.frames;
    // As high and as wide, with nothing in it: what the machine itself drops.
    await run(BARE);
    const bare = await driver.executeAsyncScript(SCROLL, "#bare");
    await browser.reload();
    await wait("return document.querySelector('.ledger-menu')", "never opened again");
    const again = await run("return performance.now()");

    // Beside a page that shows nothing of the ledger, so that nothing else is asked of the processor.
    await browser.visit("accessibilite/");
    const edits = [];
    for (let round = 0; round < EDITS; round++) {
      const edited = await driver.executeAsyncScript(EDIT, round);
      if (edited.error) throw new Error(edited.error);
      edits.push(edited.took);
    }
    const module = await driver.executeAsyncScript(MODULE);
    if (typeof module !== "number") throw new Error(module);

    await browser.visit("accessibilite/");
    await run("document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'bench' }))");
    await (await run("return document.getElementById('bench')")).sendKeys(file);
    const idle = await renderers(browser);
    const plain = await driver.executeAsyncScript(`const done = arguments[0]; ${plainly}; plain.plainly(document.getElementById("bench").files[0]).then(done)`);
    const after = await renderers(browser);
    return {
      lines: plain.lines,
      read: seen.read - seen.begun,
      kept: seen.kept - seen.pressed,
      plain: plain.took,
      worked: between(empty, kept),
      plainWorked: between(idle, after),
      edits: edits.slice(1),
      scrolled,
      bare,
      frame,
      held,
      empty: empty.held,
      module,
      again,
    };
  } finally {
    await browser.quit();
  }
}

/** Notes when a file is chosen, when what it would change is shown, when that is accepted, when it is kept. */
const NOTE = `
  const seen = (window.seen = {});
  addEventListener("change", () => (seen.begun ??= performance.now()), true);
  addEventListener("click", () => seen.read && (seen.pressed ??= performance.now()), true);
  const look = () => {
    if (document.querySelector(".ledger-counts")) seen.read ??= performance.now();
    if (seen.pressed && document.querySelector("main").textContent.includes("C’est fait")) seen.kept ??= performance.now();
  };
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
`;

/** A payment received: from the change until it is kept and all figures are there again. */
const EDIT = `
  const [round, done] = arguments;
  (async () => {
    window.desk ??= (await import(document.querySelector("meta[name=dument_desk]").content)).open(() => {});
    const ask = (call, question) => window.desk.ask(call, JSON.stringify(question), []);
    const asOf = "2026-11-22";
    await ask("look", { look: "figures", asOf });
    const { rows } = JSON.parse(await ask("look", { look: "rows", asOf, view: { of: "debtors", sort: "open", descending: true }, from: round, count: 1 }));
    const { debtor } = rows[0];
    const edits = [{ edit: "receive", debtor, on: asOf, amount: "10.00", invoices: [] }];
    const start = performance.now();
    const changed = ask("change", { change: "edits", name: "paiement", edits });
    const figures = ask("look", { look: "figures", asOf });
    await changed;
    await figures;
    return { took: performance.now() - start };
  })().then(done, (error) => done({ error: String(error?.stack ?? error) }));
`;

/** Megabytes of the module alone, filled with all that is kept: once more, on the page, where it can be looked at. */
const MODULE = `
  const done = arguments[0];
  (async () => {
    const module = await import(document.querySelector("meta[name=dument_ledger]").content);
    const { memory } = await module.default();
    const ledger = new module.Ledger();
    const answered = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
    const database = await answered(indexedDB.open("dument-suivi"));
    const records = database.transaction("records").objectStore("records").index("revision");
    const [keys, values] = await Promise.all([answered(records.getAllKeys()), answered(records.getAll())]);
    keys.forEach((key, i) => ledger.load(key, values[i].text));
    database.close();
    ledger.look(JSON.stringify({ look: "figures", asOf: "2026-11-22" }));
    return memory.buffer.byteLength / 1e6;
  })().then(done, (error) => done(String(error)));
`;

/** A list of the same size in the place of the other, of which nothing is drawn and nobody hears. */
const BARE = `
  const list = document.querySelector(".long-scroll");
  const { width, height } = list.getBoundingClientRect();
  const bare = Object.assign(document.createElement("div"), { id: "bare" });
  Object.assign(bare.style, { width: width + "px", height: height + "px", overflow: "auto" });
  const all = bare.appendChild(document.createElement("div"));
  all.style.height = list.scrollHeight + "px";
  document.body.replaceChildren(bare);
`;

/** Three seconds of scrolling, two or three rows a frame, with a leap of two hundred each second. */
const SCROLL = `
  const [selector, done] = arguments;
  const list = document.querySelector(selector);
  const frames = [];
  let last;
  const step = (now) => {
    if (last !== undefined) frames.push(now - last);
    last = now;
    list.scrollTop += frames.length % 60 < 59 ? 120 : 10_000;
    if (frames.length < 180) requestAnimationFrame(step);
    else done({ frames: frames.length, late: frames.filter((frame) => frame > 20).length, worst: Math.max(...frames) });
  };
  requestAnimationFrame(step);
`;

/**
 * The processes of the pages, workers among them: megabytes that the fullest holds for itself alone, and milliseconds that each has
 * worked, as the system counts.
 */
async function renderers({ downloads }) {
  const home = downloads.replace(/\/downloads$/, "");
  const processes = new Map();
  for (const id of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    const read = (name) => readFile(`/proc/${id}/${name}`, "utf8").catch(() => "");
    const [command, stat, rollup] = await Promise.all([read("cmdline"), read("stat"), read("smaps_rollup")]);
    // After the name, which may hold anything, and its bracket: the state, the parent; user and system ticks, of a hundredth of a second.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const worked = 10 * (Number(fields[11]) + Number(fields[12]));
    processes.set(id, { command, parent: fields[1], worked, held: Number(/^Private_Dirty:\s*(\d+)/m.exec(rollup)?.[1] ?? 0) / 1000 });
  }
  const ours = (id) => processes.has(id) && (processes.get(id).command.includes(home) || ours(processes.get(id).parent));
  const pages = [...processes].filter(([id, { command }]) => command.includes("--type=renderer") && ours(id));
  return { held: Math.max(...pages.map(([, { held }]) => held)), worked: new Map(pages.map(([id, { worked }]) => [id, worked])) };
}

/** How long the processes that were there before and are there after have worked meanwhile. */
const between = (before, after) =>
  [...before.worked].reduce((sum, [id, worked]) => sum + (after.worked.has(id) ? after.worked.get(id) - worked : 0), 0);

const site = await serveSite();
const folder = await mkdtemp(join(tmpdir(), "dument-bench-"));
try {
  const { outputFiles } = await build({ entryPoints: [join(root, "tests/bench/plain-ledger.mjs")], bundle: true, format: "iife", globalName: "plain", write: false });
  const plain = outputFiles[0].text;
  const rows = [];
  for (const [size, rounds] of SIZES) {
    const file = join(folder, `${size}.txt`);
    await writeFile(file, fecOf(drawLedger({ seed: 7, clients: Math.ceil(size / 20), invoices: size }), { lines: size * 10 }));
    const runs = [];
    for (let round = 0; round < rounds; round++) runs.push(await measure(file, plain));
    rows.push(row(size, runs));
  }
  table("The ledger in Chromium: milliseconds, medians (least–most)", HEAD, rows);
} finally {
  await site.stop();
  await rm(folder, { recursive: true, force: true });
}
