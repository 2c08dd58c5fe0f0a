// Starts the application. The page names the files, which change with their content, on this script's own tag:
// `data-app` is the JavaScript that wasm-bindgen made, `data-wasm` the module. Where that fails, what is hidden in
// `#dument-fallback` says what is needed; where the module stops later on, `#dument-stopped` takes the place of the page.
// Both offer what is kept as a file. `<html data-dument>` tells how it went: `started`, `failed` or `stopped`.

const { app, wasm } = document.querySelector("script[data-app]").dataset;
const root = document.querySelector("meta[name=dument-root]").content;
const here = (path) => new URL(path, document.baseURI);

// Now: going to another page of the application changes the address that relative paths start from.
const modules = new Map();
for (const meta of document.querySelectorAll("meta[name^=dument_]")) {
  const address = here(meta.content);
  modules.set(meta.name, address);
  meta.content = address;
}
const reference = here(`${root}reference.json`);
const own = document.querySelector("meta[name=dument-figures]")?.content;
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

const toolsStyle = here(document.querySelector("meta[name=dument-tools-style]").content).href;

/** The styles of what the first page doesn't show: there, once this is done. */
globalThis.dumentStyle = () => {
  if ([...document.styleSheets].some(({ href }) => href === toolsStyle)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: toolsStyle, onload: resolve });
    link.onerror = () => {
      link.remove();
      reject(new Error(toolsStyle));
    };
    document.head.append(link);
  });
};

/** The figures of the law that lie beside the page, for the application: perhaps newer than its own. Nothing where they are its own. */
globalThis.dumentReference = async () => {
  const answer = await fetch(reference, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${reference}: ${answer.status}`);
  const bytes = await answer.arrayBuffer();
  // To read them takes a telephone a moment. Digests are kept from pages that came over plain HTTP: there they are read.
  const digest = new Uint8Array((await crypto.subtle?.digest("SHA-256", bytes)) ?? []);
  const isOwn = own !== undefined && own === Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return isOwn ? undefined : new TextDecoder().decode(bytes);
};

/** Every text that the application keeps in this browser, just as it is: `src/store` says which. */
async function keptTexts() {
  const texts = [];
  try {
    for (const [name, text] of Object.entries(localStorage)) if (/^dument\.(dossier|en-attente)/.test(name)) texts.push(text);
  } catch {
    // What could be read is offered.
  }
  for (const [name, store] of [["dument", "cases"], ["dument-suivi", "records"]]) {
    try {
      const database = await new Promise((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = reject;
        // There was none: none is made.
        request.onupgradeneeded = () => request.transaction.abort();
      });
      const all = database.transaction(store).objectStore(store).getAll();
      await new Promise((resolve, reject) => Object.assign(all, { onsuccess: resolve, onerror: reject }));
      texts.push(...all.result.map((kept) => kept.text ?? kept));
      database.close();
    } catch {
      // As above.
    }
  }
  return texts;
}

/** Saves all that is kept as a file, which the application opens again; tells how many cases that are. */
async function rescue() {
  const records = await keptTexts();
  if (records.length === 0) return "Aucun dossier n’a été trouvé dans ce navigateur.";
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify({ format: "dument-secours", records })], { type: "application/json" }));
  link.download = "dument-secours.json";
  link.click();
  return "Le fichier « dument-secours.json » est enregistré : « Importer », dans Mes dossiers, le rouvre.";
}

/** Makes the buttons of a page that can't count on the application work. */
function offerRescue(page) {
  const said = page.querySelector("[role=status]");
  // A tool in another site's page keeps nothing, and offers nothing.
  page.querySelector("[data-do=rescue]")?.addEventListener("click", async () => {
    said.textContent = await rescue();
  });
  page.querySelector("[data-do=anew]")?.addEventListener("click", () => {
    // No case has this id: the tab starts with an empty one.
    sessionStorage.setItem("dument.ouvert", "nouveau");
    location.reload();
  });
}

/** Whether the module has stopped: a panic, no memory left, too deep a call. */
const isCrash = (error) =>
  error instanceof WebAssembly.RuntimeError || (/^(RangeError|InternalError)$/.test(error?.name) && /wasm/.test(error.stack));

function stopped(error) {
  if (!isCrash(error) || document.documentElement.dataset.dument !== "started") return;
  document.documentElement.dataset.dument = "stopped";
  document.title = "Dûment s’est arrêté";
  window.onbeforeunload = null;
  document.body.replaceChildren(document.getElementById("dument-stopped").content);
  offerRescue(document.body);
  document.getElementById("content").focus();
}

addEventListener("error", (event) => stopped(event.error));
addEventListener("unhandledrejection", (event) => stopped(event.reason));

const facts = document.getElementById("dument-facts");
const firstPaint = [...document.getElementById("application").childNodes];

/** Fetches what the third answer comes with, beside the rest: facts are there, or are being typed. */
function hurry() {
  removeEventListener("focusin", hurry);
  for (const piece of document.querySelector("meta[name=dument-guidance]").content.split(" ").filter(Boolean)) {
    document.head.append(
      Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", type: "application/wasm", crossOrigin: "", href: here(piece) }),
    );
  }
}

/** The three facts on the first screen, before and after the application has come. */
const typedFacts = () => document.querySelectorAll("#invoices-0-amount, #invoices-0-dueOn, #debtor-kind");

/** Where they wait for the next visit, when the page goes away before what keeps the case has come: from then on it leaves them. */
const WAITING = "dument.faits";

if (facts && !("framed" in document.documentElement.dataset)) {
  try {
    const waiting = JSON.parse(localStorage.getItem(WAITING) ?? "{}");
    localStorage.removeItem(WAITING);
    for (const field of typedFacts()) field.value ||= waiting[field.id] ?? "";
  } catch {
    // The browser keeps nothing for this page.
  }
  addEventListener("pagehide", () => {
    const typed = [...typedFacts()].filter(({ value }) => value).map(({ id, value }) => [id, value]);
    if ("kept" in document.documentElement.dataset || typed.length === 0) return;
    try {
      localStorage.setItem(WAITING, JSON.stringify(Object.fromEntries(typed)));
    } catch {
      // As above.
    }
  });
}

if (facts?.contains(document.activeElement) || [...typedFacts()].some(({ value }) => value)) hurry();
else if (facts) addEventListener("focusin", hurry);

/** Takes the first paint away, and what was typed in it over to the application, where the visitor was. */
function takeOver() {
  removeEventListener("focusin", hurry);
  const at = document.activeElement;
  for (const node of firstPaint) node.remove();
  for (const old of facts?.querySelectorAll("input, select") ?? []) {
    const field = document.getElementById(old.id);
    if (old.value) {
      field.value = old.value;
      field.dispatchEvent(new Event(field.matches("select") ? "change" : "input", { bubbles: true }));
    }
    if (old === at) {
      field.focus();
      field.setSelectionRange?.(old.selectionStart, old.selectionEnd);
    } else if (old.value) {
      field.dispatchEvent(new Event("blur"));
    }
  }
}

const nextTask = () => new Promise((resolve) => setTimeout(resolve));

/** The module, also from a host that doesn't know its type. */
async function compile(application) {
  const answer = await fetch(application);
  if (!answer.ok) throw new Error(`${application}: ${answer.status}`);
  const isTold = answer.headers.get("Content-Type") === "application/wasm";
  return isTold ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
}

try {
  // Where the page says when it is painted (`www/opening/first-paint.js`).
  await globalThis.dumentPainted;
  const [application, compiled] = await Promise.all([import(here(app)), compile(here(wasm))]);
  // A task for each: what is typed meanwhile waits for less.
  await nextTask();
  await application.default({ module_or_path: compiled });
  await nextTask();
  // With what follows from it at once.
  await application.draw();
  takeOver();
  document.documentElement.dataset.dument = "started";
  // Long after the first answers: nobody waits for it, and where it can't be had everything else goes on.
  if (modules.has("dument_offline")) setTimeout(() => globalThis.dumentModule("dument_offline").catch(() => {}), 8000);
} catch (error) {
  console.error(error);
  document.documentElement.dataset.dument = "failed";
  const fallback = document.getElementById("dument-fallback");
  if (fallback) {
    for (const part of document.querySelectorAll("#content .needs-script")) part.remove();
    fallback.hidden = false;
    offerRescue(fallback);
  }
}
