// The npm package, through a bundler: for a browser, without anything of Node.

import assert from "node:assert/strict";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { build } from "esbuild";

import { root } from "../harness/paths.mjs";

const packaged = join(root, "pkg");
let folder;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "dument-bundle-"));
});

after(() => rm(folder, { recursive: true, force: true }));

test("a bundler for browsers takes it without a warning", async () => {
  const { warnings, errors, metafile } = await build({
    entryPoints: [join(packaged, "dument.js")],
    outdir: folder,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    metafile: true,
  });
  assert.deepEqual([...warnings, ...errors], []);

  const entry = Object.entries(metafile.outputs).find(([, output]) => output.entryPoint)[1];
  const inputs = Object.keys(entry.inputs).join();
  assert.match(inputs, /dument_engine\.js/);
  assert.doesNotMatch(inputs, /dument_(letters|pdf|docx|documents)\.js/, "what not every program needs is loaded on demand");
});

test("what it made works", async () => {
  for (const name of ["engine", "letters", "pdf", "docx", "documents"]) {
    const wasm = `dument_${name}_bg.wasm`;
    await cp(join(packaged, wasm), join(folder, wasm));
  }
  const { default: init, limitation } = await import(join(folder, "dument.js"));
  await init();
  assert.equal(limitation({ asOf: "2026-06-30", claim: "business", dueOn: "2026-05-16" }).cautious.lastDay, "2031-05-16");
});
