// The examples of the package's README run as they stand, and print what they say.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

import { root } from "../harness/paths.mjs";

const readme = await readFile(join(root, "pkg/README.md"), "utf8");
const entry = pathToFileURL(join(root, "pkg/dument.js")).href;

/** Each example, under the heading it stands below. */
function examples() {
  const found = [];
  let heading = "";
  for (const [, title, code] of readme.matchAll(/^## (.+)$|^```js\n([\s\S]*?)^```$/gm)) {
    if (title) heading = title;
    else found.push([heading, code]);
  }
  return found;
}

test("has an example of every function", async () => {
  const all = examples().map(([, code]) => code).join("");
  for (const name of Object.keys(await import(entry))) assert(all.includes(name === "default" ? "init" : name), name);
});

for (const [heading, code] of examples()) {
  test(`the example of « ${heading} » prints what it says`, async () => {
    const folder = await mkdtemp(join(tmpdir(), "dument-readme-"));
    try {
      const file = join(folder, "example.mjs");
      await writeFile(file, code.replaceAll('from "dument"', `from ${JSON.stringify(entry)}`));
      const { stdout } = await promisify(execFile)(process.execPath, [file], { cwd: folder });
      const said = [...code.matchAll(/console\.log\(.*\); \/\/ (.+)$/gm)].map(([, value]) => value);
      assert(said.length > 0, "it prints nothing");
      assert.deepEqual(stdout.trim().split("\n"), said);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
}
