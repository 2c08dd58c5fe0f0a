// `cargo xtask bench`: the contest under Node and in Chromium, as a table.

import { build } from "esbuild";
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import init, * as dument from "../../pkg/dument.js";
import startPrepared, { Prepared } from "../../target/bench/dument_bench.js";
import { openBrowser, servePlainly } from "../harness/index.mjs";
import { root } from "../harness/paths.mjs";
import { contest } from "./contest.mjs";

const MODULES = ["pkg/dument_engine_bg.wasm", "target/bench/dument_bench_bg.wasm"];

/** Waits for the page to be ready, and gives what the contest gives. */
const BEGIN = `
  const done = arguments[0];
  const begin = () => (window.contest ? window.contest().then(done, (error) => done({ error: String(error) })) : setTimeout(begin, 50));
  begin();
`;

async function inNode() {
  await init({ letters: false });
  await startPrepared({ module_or_path: await readFile(join(root, MODULES[1])) });
  return contest(dument, Prepared);
}

async function inChromium() {
  const folder = await mkdtemp(join(tmpdir(), "dument-bench-"));
  await build({
    entryPoints: [join(root, "tests/bench/page.mjs")],
    outdir: folder,
    bundle: true,
    format: "esm",
    external: ["node:*"],
    logLevel: "error",
  });
  for (const module of MODULES) await copyFile(join(root, module), join(folder, module.split("/").at(-1)));
  await writeFile(join(folder, "index.html"), '<!doctype html><title>bench</title><script type="module" src="page.js"></script>');
  const site = await servePlainly("/", folder);
  const browser = await openBrowser(site);
  try {
    await browser.driver.get(site.url);
    await browser.driver.manage().setTimeouts({ script: 300_000 });
    return await browser.driver.executeAsyncScript(BEGIN);
  } finally {
    await browser.quit();
    await site.stop();
    await rm(folder, { recursive: true });
  }
}

const ms = ({ median, least, most }) => `${median.toFixed(2)} ms (${least.toFixed(2)}–${most.toFixed(2)})`;

for (const [place, run] of [["Node", inNode], ["Chromium", inChromium]]) {
  const result = await run();
  if (result.error) throw new Error(result.error);
  const times = (name) => (result.plain.median / result[name].median).toFixed(1);
  console.log(`${place}, ${result.size} invoices of three years with two payments each, median (least–most)`);
  console.log(`  plain JavaScript (decimal.js, date-fns)   ${ms(result.plain)}`);
  console.log(`  the package, all lines handed over        ${ms(result.handed)}   ${times("handed")} times faster`);
  console.log(`  the computation alone                     ${ms(result.computed)}   ${times("computed")} times faster`);
  for (const [name, call] of Object.entries(result.calls)) console.log(`  one call of ${name.padEnd(30)}${ms(call)}`);
}
