// The tools in the pages of other sites: every way those pages go about it, and what broke elsewhere.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { after, before, describe, test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { By } from "selenium-webdriver";

import { COMPANY, openBrowser, servePlainly, serveSite } from "../harness/index.mjs";
import { blog, serveBlog } from "../harness/blog.mjs";

const FACTS = "montant=1850&echeance=2026-05-16&client=societe&le=2026-06-30";
const OWED = "1 917,71 €";

/** The frame of a page, in the shadow of its element too. */
const FIND_FRAME = "return document.querySelector('iframe') ?? document.querySelector('dument-outil')?.shadowRoot.querySelector('iframe')";

describe("tools in another site's page", () => {
  let site;
  let host;
  let browser;

  before(async () => {
    site = await serveSite();
    host = await serveBlog(site);
    browser = await openBrowser(host);
  });

  after(async () => {
    await browser?.quit();
    await host?.stop();
    await site?.stop();
  });

  const run = (script, ...values) => browser.driver.executeScript(script, ...values);
  const outside = () => browser.driver.switchTo().defaultContent();

  /** Opens a page of the other site. */
  async function open(page) {
    await outside();
    await browser.driver.get("about:blank");
    await browser.driver.get(new URL(page, host.url).href);
  }

  /** Looks into the frame that a selector finds, once the tool in it has started. */
  async function into(selector = "iframe") {
    await outside();
    const frame = await browser.waitFor(async () => (await browser.driver.findElements(By.css(selector)))[0], `no frame ${selector}`);
    // Frames are loaded as they come near.
    await run("arguments[0].scrollIntoView()", frame);
    await browser.driver.switchTo().frame(frame);
    await browser.ready();
    return frame;
  }

  /** Waits until the frame is as high as what it holds. */
  async function fits(selector = "iframe") {
    const frame = await into(selector);
    await browser.waitFor(async () => {
      const inside = await run("return document.documentElement.scrollHeight");
      await outside();
      const { height } = await run("return arguments[0].getBoundingClientRect().toJSON()", frame);
      await browser.driver.switchTo().frame(frame);
      return Math.abs(height - inside) < 2;
    }, `${selector} isn't as high as what it holds`);
    await outside();
    return frame;
  }

  /** Types the three facts into the tool that one is in. */
  async function tellFacts() {
    await browser.typeInto("Montant TTC", "1 850,00");
    await browser.typeInto("Échéance", "16/05/2026");
    await browser.choose("Votre client est", "une entreprise (société)");
    await browser.waitForText(OWED);
  }

  /** Fails on a message of the console. */
  const assertSilent = async () => assert.deepEqual(await browser.consoleMessages(), []);

  test("a link becomes the tool, with the attributes of the contract", async () => {
    await open("article.html");
    const frame = await fits();
    const attributes = await run(
      "return Object.fromEntries(arguments[0].getAttributeNames().filter((name) => !/^(style|cd_frame_id_)$/.test(name)).map((name) => [name, arguments[0].getAttribute(name)]))",
      frame,
    );
    assert.deepEqual(attributes, {
      title: "Calculer mes pénalités de retard",
      loading: "lazy",
      allow: "clipboard-write",
      referrerpolicy: "no-referrer",
      src: `${site.url}embed/v1/penalites/#couleur=1d4ed8&le=2026-06-30`,
    });
    assert.equal(await browser.find("a.dument"), undefined, "the link gives way");
    await into();
    assert.equal(await browser.find(".masthead"), undefined);
    assert.match(await run("return document.documentElement.style.getPropertyValue('--accent')"), /^light-dark\(#1d4ed8, #[0-9a-f]{6}\)$/);
    await outside();
    await assertSilent();
  });

  test("a reader computes and takes a letter", async () => {
    await open("article.html");
    const entries = await run("return history.length");
    await into();
    await tellFacts();
    await fits();
    await into();
    assert.deepEqual(await run("return [localStorage.length, sessionStorage.length]"), [0, 0]);
    assert.deepEqual(await run("return indexedDB.databases().then((all) => all.map(({ name }) => name))"), []);
    await outside();
    // To another tool and back, in the same frame, with the same facts.
    await into();
    await browser.press("Mon dossier");
    await browser.waitForText("rien n’est gardé", "#case");
    await browser.press("Fermer le dossier");
    await outside();
    assert.equal(await run("return history.length"), entries, "the history of the page around is left alone");
  });

  test("columns from 245 pixels to the full width hold every tool, and nothing sticks out", async () => {
    await open("columns.html");
    for (const id of ["w245", "w320", "w640", "w960", "w100"]) {
      const frame = await fits(`#${id} iframe`);
      const [width, column] = await run("return [arguments[0].offsetWidth, arguments[0].closest('div').clientWidth]", frame);
      assert.equal(width, Math.min(column, 1216), id);
      await into(`#${id} iframe`);
      assert.equal(await run("return document.documentElement.scrollWidth > innerWidth"), false, `${id} scrolls sideways`);
    }
    await outside();
    await assertSilent();
  });

  test("a theme that styles everything leaves the frame alone", async () => {
    await open("important.html");
    const frame = await fits();
    const seen = await run(
      "const s = getComputedStyle(arguments[0]), r = arguments[0].getBoundingClientRect(); return [s.display, s.opacity, s.transform, s.borderTopWidth, s.maxWidth, arguments[0].offsetWidth - arguments[0].closest('span').parentElement.clientWidth + 18]",
      frame,
    );
    assert.deepEqual(seen, ["block", "1", "none", "0px", "none", 0]);
  });

  test("the lines that the documentation gives are enough for a strict policy", async () => {
    await open("strict.html");
    await fits();
    await assertSilent();
  });

  test("where the policy lets no frame in, the link stays", async () => {
    await open("closed.html");
    await browser.waitFor(() => browser.find("span[data-dument]"), "the loader has run");
    await sleep(500);
    assert(await browser.find("a.dument"));
    await browser.consoleMessages();
  });

  test("a page that isolates itself lets the tool in", async () => {
    await open("isolated.html");
    assert.equal(await run("return crossOriginIsolated"), true);
    await fits();
  });

  test("several tools on a page are apart, and what is no tool stays", async () => {
    await open("several.html");
    await into("p:nth-of-type(1) iframe");
    await browser.waitForText(OWED);
    assert.equal(await run("return document.title"), "Calculer les pénalités de retard · Dûment");
    await into("p:nth-of-type(2) iframe");
    assert.equal(await run("return document.documentElement.dataset.theme"), "dark");
    assert.doesNotMatch(await browser.textOf("main"), /1 917,71/);
    const one = await fits("p:nth-of-type(1) iframe");
    const two = await fits("p:nth-of-type(2) iframe");
    const [high, low] = await run("return [arguments[0].offsetHeight, arguments[1].offsetHeight]", one, two);
    assert.notEqual(high, low);
    assert.equal((await two.getAttribute("sandbox")).includes("allow-downloads"), true);
    assert.equal((await browser.driver.findElements(By.css("iframe"))).length, 2);
    assert.doesNotMatch(await one.getAttribute("src"), /wpel/i);
  });

  for (const page of ["cached.html", "late.html"]) {
    test(`${page}: the link becomes the tool all the same`, async () => {
      await open(page);
      await fits();
    });
  }

  test("messages from elsewhere, or of another form, change nothing", async () => {
    await open("forged.html");
    const frame = await fits();
    const height = () => run("return arguments[0].offsetHeight", frame);
    const before = await height();
    // From a stranger, and from the page itself.
    await run(`
      const message = { source: "dument", v: 1, type: "hauteur", valeur: 4321 };
      const code = "parent.postMessage(" + JSON.stringify(message) + ", '*')";
      document.getElementById("stranger").contentWindow.eval(code);
      postMessage(message, "*");
    `);
    // From the frame, but of another form.
    await into();
    await run(`
      for (const message of [null, 1, "dument", {}, { source: "dument", v: 2, type: "hauteur", valeur: 4321 }, { source: "autre", v: 1, type: "hauteur", valeur: 4321 },
        { source: "dument", v: 1, type: "hauteur", valeur: "4321px" }, { source: "dument", v: 1, type: "hauteur", valeur: NaN }, { source: "dument", v: 1, type: "largeur", valeur: 4321 }])
        parent.postMessage(message, "*");
    `);
    await outside();
    await sleep(300);
    assert.equal(await height(), before);
    // And one that is right is heard: the test can fail.
    await into();
    await run(`parent.postMessage({ source: "dument", v: 1, type: "hauteur", valeur: 4321 }, "*")`);
    await outside();
    await browser.waitFor(async () => (await height()) === 4321);
  });

  test("only heights and places leave the frame, whatever is typed in it", async () => {
    await open("article.html");
    await run("window.heard = []; addEventListener('message', ({ data }) => heard.push(data))");
    await into();
    await browser.typeInto("Montant TTC", "98765,43");
    await browser.press("Mon dossier");
    await browser.waitForText("Votre client", "#case");
    await outside();
    await browser.waitFor(() => run("return heard.length > 0"));
    for (const message of await run("return heard")) {
      assert.deepEqual(Object.keys(message).sort(), ["source", "type", "v", "valeur"]);
      assert.match(message.type, /^(pret|hauteur|haut)$/);
      assert(Number.isInteger(message.valeur) && message.valeur < 50_000, JSON.stringify(message));
    }
  });

  test("what lies over a long tool opens where the reader is", async () => {
    await browser.resize(1280, 800);
    await open("article.html");
    const frame = await into();
    await tellFacts();
    await fits();
    await run("scrollTo(0, arguments[0].getBoundingClientRect().top + scrollY + 900)", frame);
    await browser.driver.switchTo().frame(frame);
    // As a pointer on its way there is seen, without one.
    await run("dispatchEvent(new Event('pointermove'))");
    await sleep(300);
    await run("document.querySelector('.case-button').click()");
    await browser.waitForText("Votre client", "#case");
    const top = await browser.waitFor(async () => {
      const { top, height } = await run("return document.getElementById('case').getBoundingClientRect().toJSON()");
      return top > 800 && height < 810 && top;
    }, "the case isn't where the reader is");
    assert(Math.abs(top - 900) < 40, `at ${top}`);
  });

  test("a new step brings its beginning into sight", async () => {
    await open("columns.html");
    const frame = await into("#w640 iframe");
    await outside();
    await run("scrollTo(0, arguments[0].getBoundingClientRect().top + scrollY + 300)", frame);
    await browser.driver.switchTo().frame(frame);
    await run("const heading = document.querySelector('#content h1, #content h2'); heading.tabIndex = -1; heading.focus({ preventScroll: true })");
    await outside();
    await browser.waitFor(async () => (await run("return arguments[0].getBoundingClientRect().top", frame)) > -60, "the beginning is out of sight");
  });

  for (const [where, page] of [["in sight, its place kept", "top.html"], ["further down", "below.html"]]) {
    test(`the page around doesn't jump, nor wait: ${where}`, async () => {
      await browser.resize(1280, 800);
      await open(page);
      const load = await run("return performance.getEntriesByType('navigation')[0].loadEventStart");
      assert(load > 0, "the page has loaded");
      // As a reader goes down the page.
      for (let y = 0; y < 1200; y += 200) {
        await run("scrollTo(0, arguments[0])", y);
        await sleep(100);
      }
      await fits();
      await sleep(300);
      const shift = await run(`
        return new Promise((done) => {
          const entries = [];
          new PerformanceObserver((list) => entries.push(...list.getEntries())).observe({ type: "layout-shift", buffered: true });
          setTimeout(() => done(entries.reduce((sum, { value, hadRecentInput }) => sum + (hadRecentInput ? 0 : value), 0)), 300);
        })`);
      assert(shift < 0.02, `shifts by ${shift}`);
      const [frame] = await run("return performance.getEntriesByType('resource').filter(({ initiatorType }) => initiatorType === 'iframe').map(({ responseEnd }) => responseEnd)");
      assert(frame > load, "the load event waited for the frame");
    });
  }

  test("followed as a link, an address leads to the page in full, its facts kept", async () => {
    await outside();
    for (const address of [`embed/v1/penalites/#${FACTS}`, `embed/v1/penalites#${FACTS}`]) {
      await browser.driver.get("about:blank");
      await browser.driver.get(new URL(address, site.url).href);
      await browser.waitFor(async () => (await browser.driver.getCurrentUrl()).startsWith(`${site.url}penalites/`), "still in the tool");
      await browser.ready();
      await browser.waitForText(OWED);
      assert(await browser.find(".masthead"));
      await run("localStorage.clear(); return new Promise((done) => { indexedDB.deleteDatabase('dument').onsuccess = done; setTimeout(done, 1000) })");
    }
  });
});

describe("what a tool asks for", () => {
  let site;
  let host;
  let browser;

  before(async () => {
    site = await serveSite();
    host = await serveBlog(site);
    // In one process, whose requests and messages are all seen.
    browser = await openBrowser(host, { switches: ["--disable-site-isolation-trials", "--disable-features=IsolateOrigins,site-per-process"] });
  });

  after(async () => {
    await browser?.quit();
    await host?.stop();
    await site?.stop();
  });

  test("comes from its own site alone, from the first word to the letter", async () => {
    await browser.driver.get(new URL("snippets/v1-frame.html", host.url).href);
    await browser.driver.switchTo().frame(await browser.driver.findElement(By.css("iframe")));
    await browser.ready();
    await browser.waitForText(OWED);
    await browser.press("PDF");
    assert.equal((await browser.download(".pdf")).bytes.subarray(0, 5).toString(), "%PDF-");
    const asked = (await browser.requests()).filter((url) => /^(https?|wss?):/.test(url));
    assert(asked.some((url) => /dument_pdf-\w+\.wasm$/.test(url)), "the requests of the frame are seen");
    const ours = new URL(site.url).origin;
    assert.deepEqual(asked.filter((url) => new URL(url).origin !== ours && !url.startsWith(host.url)), []);
    assert.deepEqual(await browser.consoleMessages(), []);
  });
});

describe("everyone's tools", () => {
  const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  let site;
  let host;
  let browser;

  before(async () => {
    site = await serveSite();
    host = await serveBlog(site);
    browser = await openBrowser(host);
  });

  after(async () => {
    await browser?.quit();
    await host?.stop();
    await site?.stop();
  });

  const run = (script, ...values) => browser.driver.executeScript(script, ...values);

  for (const tool of ["procedure", "penalites", "prescription", "lettres", "complet"]) {
    test(`axe-core finds nothing wrong with ${tool} in a colour that can't be read, by day and by night`, async () => {
      const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
      for (const scheme of ["light", "dark"]) {
        await browser.emulate({ "prefers-color-scheme": scheme });
        await browser.driver.switchTo().defaultContent();
        await browser.driver.get("about:blank");
        await browser.driver.get(new URL("empty.html", host.url).href);
        await run(
          "document.body.append(Object.assign(document.createElement('iframe'), { title: 'Outil', width: 700, height: 1400, src: arguments[0] }))",
          `${site.url}embed/v1/${tool}/#couleur=ffdd00&${FACTS}`,
        );
        await browser.waitFor(async () => {
          await browser.driver.switchTo().defaultContent();
          await browser.driver.switchTo().frame(await browser.driver.findElement(By.css("iframe")));
          return run("return document.documentElement.style.getPropertyValue('--accent') !== ''");
        }, "no tool in the colour asked");
        await browser.ready();
        await run(axe);
        const found = await browser.driver.executeAsyncScript(
          "const [rules, done] = arguments; axe.run(document, { runOnly: rules }).then(({ violations, passes }) => done([passes.length > 10, ...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html))]))",
          RULES,
        );
        assert.deepEqual(found, [true], `${tool}, ${scheme}`);
      }
    });
  }
});

describe("an element of the npm package", () => {
  let site;
  let host;
  let browser;

  before(async () => {
    site = await serveSite();
    host = await serveBlog(site);
    browser = await openBrowser(host);
  });

  after(async () => {
    await browser?.quit();
    await host?.stop();
    await site?.stop();
  });

  const run = (script, ...values) => browser.driver.executeScript(script, ...values);
  const frame = () => browser.waitFor(() => run(FIND_FRAME), "no frame");
  const LINK_SHOWS = "return document.querySelector('dument-outil a').getClientRects().length > 0";
  const accent = () => run("return document.documentElement.style.getPropertyValue('--accent')");

  test("shows the tool, as high as it is, and what stands within until then", async () => {
    await browser.driver.get(new URL("snippets/v1-element.html", host.url).href);
    const shown = await frame();
    assert.equal(await shown.getAttribute("title"), "Calculer mes pénalités de retard");
    await browser.waitFor(() => run("return getComputedStyle(arguments[0]).visibility === 'visible'", shown));
    assert.equal(await run(LINK_SHOWS), false);
    await browser.driver.switchTo().frame(shown);
    await browser.ready();
    await browser.waitFor(async () => (await run("return Math.abs(innerHeight - document.body.offsetHeight)")) < 2, "isn't as high as what it holds");
    await browser.driver.switchTo().defaultContent();
  });

  test("follows its attributes: a look is put on, facts begin anew, another tool takes the place", async () => {
    const first = await frame();
    await run("document.querySelector('dument-outil').setAttribute('couleur', '#4c1d95')");
    await browser.driver.switchTo().frame(first);
    await browser.waitFor(async () => (await accent()).startsWith("light-dark(#4c1d95"), "the colour stays");
    await browser.driver.switchTo().defaultContent();
    assert.equal(await run("return history.length"), 2, "the history of the page around is left alone");
    await run(`const tool = document.querySelector("dument-outil"); tool.setAttribute("montant", "1850"); tool.setAttribute("echeance", "2026-05-16"); tool.setAttribute("client", "societe"); tool.setAttribute("le", "2026-06-30")`);
    await browser.driver.switchTo().frame(await frame());
    await browser.ready();
    await browser.waitForText(OWED);
    await browser.driver.switchTo().defaultContent();
    await run("document.querySelector('dument-outil').setAttribute('outil', 'prescription')");
    await browser.driver.switchTo().frame(await frame());
    await browser.ready();
    await browser.waitForText("Jusqu’à quand pouvez-vous agir");
    await browser.driver.switchTo().defaultContent();
  });

  test("shows nothing but what stands within where its attributes name no tool", async () => {
    for (const [name, value] of [["outil", "autre"], ["site", "javascript:alert(1)"], ["site", ""]]) {
      await browser.driver.get(new URL("snippets/v1-element.html", host.url).href);
      await frame();
      await run("document.querySelector('dument-outil').setAttribute(arguments[0], arguments[1])", name, value);
      await browser.waitFor(async () => !(await run(FIND_FRAME)), `${name}="${value}" shows a frame`);
      assert.equal(await run(LINK_SHOWS), true);
    }
  });
});

describe("a sandbox without an origin, as WordPress frames what it doesn't know", () => {
  let site;
  let host;
  let browser;

  before(async () => {
    site = await serveSite();
    host = await serveBlog(site);
    browser = await openBrowser(host);
  });

  after(async () => {
    await browser?.quit();
    await host?.stop();
    await site?.stop();
  });

  const run = (script, ...values) => browser.driver.executeScript(script, ...values);

  test("holds the whole job: the letter is written, and its text is handed over where no file may be", async () => {
    await browser.driver.get(new URL("sandbox.html", host.url).href);
    const dossier = deflateRawSync(JSON.stringify({ format: "dument", version: 1, case: COMPANY })).toString("base64url");
    await run("document.querySelector('iframe').src = arguments[0]", `${site.url}embed/v1/lettres/?avec-dossier#le=2026-06-30&dossier=${dossier}`);
    await browser.waitFor(async () => {
      await browser.driver.switchTo().defaultContent();
      await browser.driver.switchTo().frame(await browser.driver.findElement(By.css("iframe")));
      return run("return location.search !== '' && document.documentElement.dataset.dument === 'started'");
    });
    await browser.ready();
    assert.equal(await run("return self.origin"), "null");
    await browser.press("Première relance");
    await browser.waitForText("1 850,00 €", ".sheet");
    assert(await run("return document.querySelector('.icon').getBBox().width > 0"), "icons are drawn");
    await browser.press("Télécharger en PDF");
    await browser.waitForText("Le fichier n’est pas arrivé", "dialog[open]");
    const [address, text] = await run("return [...document.querySelectorAll('#dument-not-saved :is(input, textarea)')].map(({ value }) => value)");
    assert.match(text, /1[\s\u202f]850,00/);
    assert(address.startsWith(`${site.url}lettres/#le=2026-06-30&dossier=`), address);
    const act = async (name) => browser.click(await browser.find(`#dument-not-saved [data-do=${name}]`));
    await act("copy");
    await browser.waitForText("Le texte est copié", "dialog[open]");
    await act("print");
    await browser.waitForText("interdit aussi d’imprimer", "dialog[open]");
    await act("close");
    await browser.waitFor(async () => !(await browser.find("#dument-not-saved")));

    // The way out holds what was typed.
    await browser.driver.switchTo().defaultContent();
    await browser.driver.get(address);
    await browser.ready();
    await browser.press("Première relance");
    await browser.waitForText("1 850,00 €", ".sheet");
  });

  test("forms work where none may be submitted", async () => {
    await browser.driver.get("about:blank");
    await browser.driver.get(new URL("sandboxed-guide.html", host.url).href);
    await browser.driver.switchTo().frame(await browser.driver.findElement(By.css("iframe")));
    await browser.ready();
    await browser.waitForText("procédure collective");
    await browser.press("Non");
    await browser.press("Continuer");
    await browser.waitForText("D’où vient");
    await browser.driver.switchTo().defaultContent();
  });
});

describe("snippets published once", async () => {
  // A host that lets no other site read its files keeps the loader from being checked: its link then stays one.
  const hostsOfTools = [
    ["cargo xtask serve", () => serveSite(), await readdir(join(blog, "snippets"))],
    ["a plain host, in a sub-folder", () => servePlainly("/outils/dument/"), ["v1-frame.html", "v1-element.html"]],
  ];
  for (const [name, serve, snippets] of hostsOfTools) {
    describe(name, () => {
      let site;
      let host;
      let browser;

      before(async () => {
        site = await serve();
        host = await serveBlog(site);
        browser = await openBrowser(host);
      });

      after(async () => {
        await browser?.quit();
        await host?.stop();
        await site?.stop();
      });

      for (const snippet of snippets) {
        test(`${snippet} still works`, async () => {
          await browser.driver.switchTo().defaultContent();
          await browser.driver.get(new URL(`snippets/${snippet}`, host.url).href);
          const frame = await browser.waitFor(() => browser.driver.executeScript(FIND_FRAME), "no frame");
          await browser.driver.switchTo().frame(frame);
          await browser.ready();
          await browser.waitForText("Combien vous est dû");
          const accent = await browser.driver.executeScript("return document.documentElement.style.getPropertyValue('--accent')");
          assert.match(accent, /^light-dark\(#1d4ed8, #[0-9a-f]{6}\)$/);
        });
      }
    });
  }
});
