// How the plug-in is written: PHP reads it, and it keeps to WordPress's coding standards.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { promisify } from "node:util";

import { root } from "../harness/paths.mjs";

const run = promisify(execFile);
const plugin = join(root, "wordpress/dument");
const php = (await readdir(plugin, { recursive: true })).filter((file) => file.endsWith(".php")).map((file) => join(plugin, file));

/** Fails where the standards find anything to say, with what they say. */
async function sniff(files) {
  const standards = process.env.DUMENT_WORDPRESS_STANDARDS;
  assert(standards, "run by `cargo xtask test --full`, which fetches the standards");
  // Each refusal is an exit code, and what is printed with it is the reason.
  await run("phpcs", ["--runtime-set", "installed_paths", standards, "--standard=WordPress-Core,WordPress-Extra,WordPress-Docs", "-s", ...files])
    .catch(({ stdout, stderr }) => assert.fail(`${stdout}${stderr}`));
}

/** Does something with a file of this text. */
async function withFile(text, use) {
  const folder = await mkdtemp(join(tmpdir(), "dument-rules-"));
  try {
    const file = join(folder, "bad.php");
    await writeFile(file, text);
    return await use(file);
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe("the plug-in's code", () => {
  test("PHP reads every file", async () => {
    assert(php.length >= 8, `only ${php}`);
    for (const file of php) await run("php", ["-l", file]);
    await withFile("<?php function {", (file) => assert.rejects(run("php", ["-l", file])));
  });

  test("it keeps to WordPress's coding standards", async () => {
    await sniff(php);
    await withFile("<?php\necho $_GET['a'];\n", (file) => assert.rejects(sniff([file])));
  });

  test("it has no way to the network, to files or to the database", async () => {
    const WAYS = /\b(wp_(safe_)?remote_\w+|download_url|curl_\w+|fsockopen|stream_socket\w*|file_(get|put)_contents|fopen|fwrite|wpdb|(add|update)_(option|site_option|post_meta|user_meta)|set_(site_)?transient|setcookie)\b/u;
    for (const file of php) assert.doesNotMatch(await readFile(file, "utf8"), WAYS, file);
    assert.match("wp_remote_get( $url )", WAYS);
  });
});
