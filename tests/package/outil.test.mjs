// The custom element of the npm package, where there is no page: `tests/browser/embed-element.test.mjs` shows it in one.

import assert from "node:assert/strict";
import { test } from "node:test";

test("can be imported where there is no page", async () => {
  assert.equal(globalThis.customElements, undefined);
  const { DumentOutil } = await import("../../pkg/outil.js");
  assert.deepEqual(DumentOutil.observedAttributes.slice(0, 2), ["outil", "site"]);
});

test("isn't left out by a bundler, though nothing of it is named", async () => {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    stdin: { contents: 'import "dument/outil.js";', resolveDir: import.meta.dirname },
    alias: { dument: new URL("../../pkg", import.meta.url).pathname },
    bundle: true,
    format: "esm",
    write: false,
  });
  assert.match(outputFiles[0].text, /dument-outil/);
});
