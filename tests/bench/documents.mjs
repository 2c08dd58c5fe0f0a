// `cargo xtask bench`: the same two-page notice made by this project and by the libraries that JavaScript offers, in turn,
// in the same Chromium, each time in a fresh page.

import { build } from "esbuild";
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

import { openBrowser, servePlainly } from "../harness/index.mjs";
import { root } from "../harness/paths.mjs";

const ROUNDS = 7;

const FONT = "crates/documents/fonts/dument-serif.ttf";

/** What each needs besides its code: the others embed the same font. */
const MAKERS = {
  "dument-pdf": { wasm: "pkg/dument_pdf_bg.wasm" },
  jspdf: { font: FONT },
  pdfmake: { font: FONT },
  "dument-docx": { wasm: "pkg/dument_docx_bg.wasm" },
  docx: {},
};

const CONTESTS = [["PDF", "dument-pdf", ["jspdf", "pdfmake"]], ["DOCX", "dument-docx", ["docx"]]];

/** Where the files are left, to be looked at. */
const FILES = join(root, "target/bench/documents");

const RUN = `
  const [maker, assets, done] = arguments;
  const begin = () => (window.contest ? window.contest(maker, assets).then(done, (error) => done({ error: String(error.stack) })) : setTimeout(begin, 50));
  begin();
`;

const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } }).length;

/** Puts the page and every maker into a folder; gives what each downloads, compressed. */
async function prepare(folder) {
  const bundle = (entry, to) =>
    build({ entryPoints: [join(root, "tests/bench", entry)], outfile: join(folder, to), bundle: true, minify: true, format: "esm", external: ["html2canvas", "dompurify", "canvg", "node:*"], logLevel: "error" });
  await bundle("documents-page.mjs", "page.js");
  await writeFile(join(folder, "index.html"), '<!doctype html><title>bench</title><script type="module" src="page.js"></script>');
  const weights = {};
  for (const [maker, assets] of Object.entries(MAKERS)) {
    await bundle(`makers/${maker}.mjs`, `${maker}.js`);
    weights[maker] = brotli(await readFile(join(folder, `${maker}.js`)));
    for (const path of Object.values(assets)) {
      await copyFile(join(root, path), join(folder, path.split("/").at(-1)));
      weights[maker] += brotli(await readFile(join(root, path)));
    }
  }
  return weights;
}

async function measure(site, times) {
  const browser = await openBrowser(site);
  try {
    await browser.driver.manage().setTimeouts({ script: 300_000 });
    for (let round = 0; round < ROUNDS; round++) {
      for (const [maker, assets] of Object.entries(MAKERS)) {
        // A fresh page each time: nothing is warm.
        await browser.driver.get(site.url);
        const files = Object.fromEntries(Object.entries(assets).map(([name, path]) => [name, path.split("/").at(-1)]));
        const result = await browser.driver.executeAsyncScript(RUN, maker, files);
        if (result.error) throw new Error(`${maker}: ${result.error}`);
        times[maker].first.push(result.first);
        times[maker].later.push(median(result.later));
        times[maker].file = Buffer.from(result.file);
      }
    }
  } finally {
    await browser.quit();
  }
}

const median = (times) => times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)];
const ms = (times) => `${median(times).toFixed(1).padStart(6)} ms (${Math.min(...times).toFixed(1)}–${Math.max(...times).toFixed(1)})`;

const folder = await mkdtemp(join(tmpdir(), "dument-bench-"));
try {
  const weights = await prepare(folder);
  const times = Object.fromEntries(Object.keys(MAKERS).map((maker) => [maker, { first: [], later: [] }]));
  const site = await servePlainly("/", folder);
  try {
    await measure(site, times);
  } finally {
    await site.stop();
  }
  await mkdir(FILES, { recursive: true });
  for (const [kind, own, others] of CONTESTS) {
    console.log(`${kind}: a formal notice of two pages with a statement of twelve lines, in Chromium; median of ${ROUNDS} fresh pages (least–most)`);
    for (const maker of [own, ...others]) {
      const { first, later, file } = times[maker];
      await writeFile(join(FILES, `${maker}.${kind.toLowerCase()}`), file);
      const ratio = maker === own ? "" : `   ours takes ${(median(times[own].later) / median(later)).toFixed(2)} of that`;
      console.log(`  ${maker.padEnd(12)} first ${ms(first)}   later ${ms(later)}${ratio}`);
      console.log(`  ${"".padEnd(12)} code and font ${weights[maker]} bytes compressed, file ${file.length} bytes`);
    }
  }
} finally {
  await rm(folder, { recursive: true });
}
