// Pages of other sites, on an origin of their own: `tests/hosts/`, with the tools of a site that is served in them.

import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";

import { root } from "./paths.mjs";

/** Where the pages are. */
export const blog = join(root, "tests", "hosts");

/**
 * Serves the pages. In each, `https://HOST` is the site whose tools it embeds; comments before its doctype are headers
 * (`<!-- Content-Security-Policy: default-src 'none' -->`); `/copied/<any name>.js` is the loader as a cache plug-in copies it, `/package/` the npm package.
 *
 * @param {{url: string}} site
 * @returns {Promise<{url: string, stop: () => Promise<void>}>}
 */
export async function serveBlog(site) {
  const home = site.url.replace(/\/$/, "");
  const filled = (text) => text.replaceAll("https://HOST", home).replaceAll("https://ORIGIN", new URL(home).origin);
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    try {
      if (pathname.startsWith("/copied/")) {
        const loader = await readFile(join(root, "www/embed/v1/embed.js"));
        response.writeHead(200, { "Content-Type": "text/javascript" }).end(loader);
        return;
      }
      if (pathname.startsWith("/package/")) {
        const file = await readFile(join(root, "pkg", pathname.slice("/package/".length)));
        response.writeHead(200, { "Content-Type": "text/javascript" }).end(file);
        return;
      }
      const page = filled(await readFile(join(blog, pathname), "utf8"));
      const headers = [...page.split(/<!doctype/i)[0].matchAll(/<!-- ([\w-]+): (.+?) -->/g)].map(([, name, value]) => [name, value]);
      response.writeHead(200, { "Content-Type": pathname.endsWith(".js") ? "text/javascript" : "text/html", ...Object.fromEntries(headers) });
      response.end(pathname.endsWith(".js") ? page : page.slice(page.search(/<!doctype/i)));
    } catch {
      response.writeHead(pathname === "/favicon.ico" ? 204 : 404).end();
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    // By another name than the site's: another origin, and another site to the browser.
    url: `http://localhost:${server.address().port}/`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
