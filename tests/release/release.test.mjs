// What a release holds: each file by its digest, archives that any program opens, and a bill of what they are made of.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";

import { dist, root } from "../harness/paths.mjs";

const release = join(root, "release");
const { version } = JSON.parse(await readFile(join(root, "pkg/package.json"), "utf8"));
const SITE = `dument-${version}-site.tar.gz`;
const PLUGIN = `dument-${version}-wordpress.zip`;
const PACKAGE = `dument-${version}.tgz`;
const BILL = `dument-${version}.cdx.json`;

const ONE_FILE = "dument.html";

const out = async (program, ...options) => (await promisify(execFile)(program, options, { cwd: release, maxBuffer: 1e8 })).stdout;
const lines = (text) => text.trim().split("\n");

describe("the release", () => {
  let folder;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "dument-release-"));
  });

  after(() => rm(folder, { recursive: true }));

  test("it holds what it should, each file by its digest", async () => {
    const names = (await readdir(release)).sort();
    assert.deepEqual(names, [SITE, PLUGIN, PACKAGE, BILL, ONE_FILE, "SHA256SUMS"].sort());
    assert.equal(lines(await out("sha256sum", "--check", "--strict", "SHA256SUMS")).length, names.length - 1);
  });

  test("the archives hold names in their order, one time, one mode and no owner", async () => {
    for (const archive of [SITE, PACKAGE]) {
      const entries = lines(await out("tar", "--list", "--verbose", "--numeric-owner", "--full-time", "--file", archive)).map((line) => line.split(/\s+/u));
      const names = entries.map((entry) => entry[5]);
      assert.deepEqual(names, [...names].sort(), archive);
      assert.deepEqual([...new Set(entries.map(([mode, owner]) => `${mode} ${owner}`))], ["-rw-r--r-- 0/0"], archive);
      assert.equal(new Set(entries.map((entry) => `${entry[3]} ${entry[4]}`)).size, 1, archive);
    }
    await out("unzip", "-t", PLUGIN);
  });

  test("the site is the one that was built, whole", async () => {
    await out("cmp", ONE_FILE, join(dist, ONE_FILE));
    await out("tar", "--extract", "--directory", folder, "--file", SITE);
    await out("diff", "--recursive", join(folder, `dument-${version}-site`), dist);
  });

  test("the plug-in holds the same site, and the version", async () => {
    await out("unzip", "-q", PLUGIN, "-d", folder);
    await out("diff", "--recursive", join(folder, "dument/site"), dist);
    assert.match(await readFile(join(folder, "dument/dument.php"), "utf8"), new RegExp(`^ \\* Version: ${version}$`, "mu"));
    assert.match(await readFile(join(folder, "dument/readme.txt"), "utf8"), new RegExp(`^Stable tag: ${version}$`, "mu"));
    assert.match(await readFile(join(folder, "dument/block/editor.asset.php"), "utf8"), new RegExp(`'${version}'`, "u"));
  });

  test("the npm package holds just what npm would pack", async () => {
    const [packed] = JSON.parse(await out("npm", "pack", "--dry-run", "--json", join(root, "pkg")));
    const held = lines(await out("tar", "--list", "--file", PACKAGE)).map((name) => name.replace("package/", ""));
    assert.deepEqual(held, packed.files.map(({ path }) => path).sort());
  });

  test("no file names a machine's folder", async () => {
    const places = new RegExp([root, process.env.HOME, "/rustc-", "/usr/src"].filter(Boolean).map((place) => `${place}/`).join("|"), "u");
    for (const file of await readdir(dist, { recursive: true })) {
      const bytes = await readFile(join(dist, file)).catch((error) => (error.code === "EISDIR" ? "" : Promise.reject(error)));
      assert.doesNotMatch(bytes.toString("latin1"), places, file);
    }
  });

  test("the bill of materials keeps to its standard, and names what is linked", async () => {
    const python = process.env.DUMENT_PYTHON;
    assert(python, "run by `cargo xtask test --full`, which sets Python up");
    const CHECK = "import sys; from cyclonedx.validation.json import JsonStrictValidator; from cyclonedx.schema import SchemaVersion; error = JsonStrictValidator(SchemaVersion.V1_6).validate_str(open(sys.argv[1]).read()); sys.exit(str(error) if error else 0)";
    await out(python, "-c", CHECK, BILL);
    const { components } = JSON.parse(await readFile(join(release, BILL), "utf8"));
    const names = components.map(({ name }) => name);
    for (const name of ["dument-law", "leptos", "krilla", "wasm-bindgen", "rust-std", "dument-serif.ttf"]) assert(names.includes(name), name);
    for (const { name, purl, hashes } of components) if (purl) assert.match(hashes[0].content, /^[0-9a-f]{64}$/u, name);
    assert.equal(new Set(components.map((component) => component["bom-ref"])).size, components.length);
  });
});
