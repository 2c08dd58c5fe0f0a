// Starts the application. The page names the files, which change with their content, on this script's own tag:
// `data-app` is the JavaScript that wasm-bindgen made, `data-wasm` the module. Where that fails, what is hidden in
// `#dument-fallback` says what is needed. `<html data-dument>` tells how it went: `started` or `failed`.

const { app, wasm } = document.querySelector("script[data-app]").dataset;
const root = document.querySelector("meta[name=dument-root]").content;
const here = (path) => new URL(path, document.baseURI);

// Now: going to another page of the application changes the address that relative paths start from.
const modules = new Map();
for (const { name, content } of document.querySelectorAll("meta[name^=dument_]")) modules.set(name, here(content));
const reference = here(`${root}reference.json`);
for (const link of document.querySelectorAll("link[rel~=icon], link[rel=apple-touch-icon], link[rel=manifest]")) link.href = link.href;

/** A module of the application that is fetched when first asked for: `dument_letters`, `dument_pdf`, `dument_docx` or `dument_documents`. */
globalThis.dumentModule = async (name) => {
  const address = modules.get(name);
  try {
    const module = await import(address);
    await module.default();
    return module;
  } catch (error) {
    // Some browsers remember that an address failed: another fragment is another address to them, and the same file.
    address.hash += "x";
    throw error;
  }
};

/** The figures of the law that lie beside the page, for the application: perhaps newer than its own. */
globalThis.dumentReference = async () => {
  const answer = await fetch(reference, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${reference}: ${answer.status}`);
  return answer.text();
};

try {
  const { default: init } = await import(here(app));
  await init({ module_or_path: here(wasm) });
  document.documentElement.dataset.dument = "started";
} catch (error) {
  console.error(error);
  document.documentElement.dataset.dument = "failed";
  const fallback = document.getElementById("dument-fallback");
  if (fallback) fallback.hidden = false;
} finally {
  document.getElementById("dument-loading")?.remove();
}
