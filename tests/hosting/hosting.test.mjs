// Real servers, set up as docs/hosting.md says: each page opens, in the smallest form, under the right headers.

import assert from "node:assert/strict";
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import { serveSite } from "../harness/index.mjs";
import { FOLDER, assertWorks, freePort, startServer } from "../harness/hosts.mjs";
import { dist, filesUnder, root, which } from "../harness/paths.mjs";

const BROTLI = ["/usr/lib/nginx/modules/ngx_http_brotli_static_module.so", "/usr/share/nginx/modules/ngx_http_brotli_static_module.so"].find(existsSync);
const MODULES = "/usr/lib/apache2/modules";

/** A folder that a server's own user may read, with the site where it is asked for. */
async function layOut(folder) {
  const home = await mkdtemp(join(tmpdir(), "dument-host-"));
  await chmod(home, 0o755);
  const site = join(home, "www", folder);
  await mkdir(site, { recursive: true });
  await cp(dist, site, { recursive: true });
  return { home, site };
}

/** nginx, as the page of documentation has it. */
async function serveNginx(folder) {
  const { home } = await layOut(folder);
  const port = await freePort();
  const documented = /```nginx\n(.*?)```/s.exec(await readFile(join(root, "docs", "hosting.md"), "utf8"))[1];
  const told = documented.replace("listen 80;", `listen 127.0.0.1:${port};`).replace("root /srv/dument;", `root ${home}/www;`);
  assert(told.includes(`listen 127.0.0.1:${port};`) && told.includes(`root ${home}/www;`), "the documentation has changed");
  const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${home}/${name};`).join("\n");
  await writeFile(
    join(home, "nginx.conf"),
    `load_module ${BROTLI};
    daemon off;
    pid ${home}/pid;
    error_log stderr;
    events {}
    http { include /etc/nginx/mime.types; default_type application/octet-stream; access_log off; ${paths} ${told} }`,
  );
  const server = await startServer(`http://127.0.0.1:${port}${folder}`, which("nginx"), ["-p", home, "-c", join(home, "nginx.conf"), "-e", "stderr"]);
  return { url: server.url, stop: () => server.stop().then(() => rm(home, { recursive: true, force: true })) };
}

/** Apache, which knows nothing of the site but its `.htaccess`, and is set up to guess at names. */
async function serveApache(folder, without = []) {
  const { home, site } = await layOut("site");
  const port = await freePort();
  const modules = ["mpm_event", "authz_core", "mime", "dir", "alias", "rewrite", "headers", "negotiation", "filter", "deflate", "setenvif"];
  const loaded = modules.filter((name) => !without.includes(name)).map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`).join("\n");
  await writeFile(
    join(home, "apache.conf"),
    `${loaded}
    ServerName localhost
    ServerRoot ${home}
    PidFile ${home}/pid
    DefaultRuntimeDir ${home}
    ErrorLog ${home}/error.log
    Listen 127.0.0.1:${port}
    ${process.getuid() === 0 ? "User www-data\nGroup www-data" : ""}
    TypesConfig /etc/mime.types
    ${folder === "/" ? `DocumentRoot ${site}` : `DocumentRoot ${home}\nAlias ${folder} ${site}/`}
    <Directory ${site}>
      Options MultiViews FollowSymLinks
      AllowOverride All
      Require all granted
      DirectoryIndex index.html
      ${without.includes("deflate") ? "" : "AddOutputFilterByType DEFLATE text/html text/javascript application/wasm"}
    </Directory>
    ${without.includes("headers") ? "" : 'Header always set X-Frame-Options "SAMEORIGIN"'}`,
  );
  const server = await startServer(`http://127.0.0.1:${port}${folder}`, which("apache2"), ["-X", "-f", join(home, "apache.conf")]);
  return { url: server.url, stop: () => server.stop().then(() => rm(home, { recursive: true, force: true })) };
}

/** The headers that the site's own server decides on. */
const DECIDED = [
  "access-control-allow-origin", "cache-control", "content-security-policy", "cross-origin-embedder-policy", "cross-origin-opener-policy",
  "cross-origin-resource-policy", "permissions-policy", "referrer-policy", "x-content-type-options",
];

for (const [host, serve] of [
  ["nginx, in a sub-folder", () => serveNginx(FOLDER)],
  ["nginx, at the root", () => serveNginx("/")],
  ["Apache with the shipped .htaccess, in a sub-folder", () => serveApache(FOLDER)],
  ["Apache with the shipped .htaccess, at the root", () => serveApache("/")],
]) {
  describe(host, () => {
    let site;
    let own;
    let asset;

    before(async () => {
      site = await serve();
      own = await serveSite();
      asset = (await filesUnder(dist)).find((path) => /^assets\/dument-[0-9a-f]+\.wasm$/.test(path));
    });

    after(async () => {
      await site?.stop();
      await own?.stop();
    });

    const get = (path, headers = {}, from = site) => fetch(new URL(path, from.url), { headers, redirect: "manual" });

    test("every page opens, survives a reload, and computes", () => assertWorks(site));

    test("each file has the headers that are decided on", async () => {
      const script = (await filesUnder(dist)).find((path) => /^assets\/start-[0-9a-f]+\.js$/.test(path));
      for (const path of ["", "guide/", "dument.html", asset, script, "icons/mark.svg", "reference.json", "manifest.webmanifest", "service-worker.js", "embed/v1/penalites/"]) {
        const [here, there] = [await get(path), await get(path, {}, own)];
        assert.equal(here.status, 200, path);
        const headers = ({ headers }) => Object.fromEntries(DECIDED.map((name) => [name, headers.get(name)]));
        assert.deepEqual(headers(here), headers(there), path);
        const type = ({ headers }) => headers.get("content-type").split(";")[0].replace("application/javascript", "text/javascript");
        assert.equal(type(here), type(there), path);
        if (path.startsWith("embed/")) assert.equal(here.headers.get("x-frame-options"), null);
      }
    });

    test("each is sent in the smallest form that is understood", async () => {
      for (const path of [asset, "", "guide/", "service-worker.js"]) {
        const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
        const whole = await readFile(join(dist, file));
        for (const [accepted, encoding] of [["gzip, deflate, br", "br"], ["gzip", "gzip"], ["identity", null]]) {
          const answer = await get(path, { "Accept-Encoding": accepted });
          assert.equal(answer.headers.get("content-encoding"), encoding, `${path} for ${accepted}`);
          assert.match(answer.headers.get("vary") ?? "", /accept-encoding/i, path);
          const length = Number(answer.headers.get("content-length"));
          const form = encoding ? await readFile(join(dist, `${file}.${encoding === "br" ? "br" : "gz"}`)) : whole;
          if (length) assert.equal(length, form.length, `${path} for ${accepted}`);
          assert.deepEqual(Buffer.from(await answer.arrayBuffer()), whole, path);
        }
      }
      // What the owner may replace has no other form.
      assert.equal(Buffer.from(await (await get("reference.json", { "Accept-Encoding": "br" })).arrayBuffer()).compare(await readFile(join(dist, "reference.json"))), 0);
    });

    test("a folder without its slash is led to it, and what isn't there is said so", async () => {
      const led = await get("guide");
      assert([301, 308].includes(led.status));
      assert.equal(new URL(led.headers.get("location"), site.url).href, new URL("guide/", site.url).href);
      assert.equal((await get("rien/du/tout")).status, 404);
      assert.equal((await get("assets/dument-0000000000.wasm")).status, 404);
    });
  });
}

describe("Apache that has none of the modules asked for", () => {
  test("serves the site all the same", async () => {
    const site = await serveApache(FOLDER, ["rewrite", "headers", "deflate", "filter"]);
    try {
      await assertWorks(site);
    } finally {
      await site.stop();
    }
  });
});
