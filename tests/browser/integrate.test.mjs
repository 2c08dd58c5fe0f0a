// « Intégrer »: what is chosen is seen in a real frame, and the code that is copied does the same elsewhere.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { By } from "selenium-webdriver";

import { openBrowser, plain, serveSite } from "../harness/index.mjs";
import { serveBlog } from "../harness/blog.mjs";

describe("the page Intégrer", () => {
  let site;
  let host;
  let browser;

  before(async () => {
    site = await serveSite();
    host = await serveBlog(site);
    browser = await openBrowser(site);
  });

  after(async () => {
    await browser?.quit();
    await host?.stop();
    await site?.stop();
  });

  const run = (script, ...values) => browser.driver.executeScript(script, ...values);
  const code = (title) =>
    run("return [...document.querySelectorAll('.snippet')].find((one) => one.querySelector('h3').textContent === arguments[0]).querySelector('code').textContent", title);

  /** Does something in the frame of the page, once the tool in it shows this. */
  async function inFrame(words, look = async () => {}) {
    await browser.waitFor(async () => {
      await browser.driver.switchTo().defaultContent();
      const [frame] = await browser.driver.findElements(By.css("iframe"));
      if (!frame) return false;
      await browser.driver.switchTo().frame(frame);
      return run("return document.documentElement.dataset.dument === 'started' && (document.querySelector('main')?.innerText ?? '').replace(/\\s/gu, ' ').includes(arguments[0])", words);
    }, `the frame doesn't show « ${words} »`);
    await look();
    await browser.driver.switchTo().defaultContent();
  }

  test("is a link of the foot, and shows the tool in a real frame", async () => {
    await browser.visit("sources/");
    await browser.press("Intégrer");
    await browser.waitForText("Ces outils dans votre site", "h1");
    await browser.ready();
    await inFrame("Combien vous est dû");
    await browser.assertQuiet();
  });

  test("shows what is chosen, and says what becomes of a colour", async () => {
    await browser.visit("integrer/");
    await browser.typeInto("La couleur de vos liens et boutons", "jaune");
    await browser.waitForText("Écrivez une couleur en hexadécimal");
    await browser.typeInto("La couleur de vos liens et boutons", "#ffdd00");
    await browser.waitForText("De jour, elle devient #");
    await browser.choose("Clair ou sombre", "Toujours sombre");
    await browser.waitFor(() => run("return document.querySelector('iframe').src.includes('theme=sombre')"));
    await inFrame("Combien vous est dû", async () => {
      assert.equal(await run("return document.documentElement.dataset.theme"), "dark");
      assert.match(await run("return document.documentElement.style.getPropertyValue('--accent')"), /, #ffdd00\)$/);
    });
    await browser.choose("L’outil", "La prescription");
    await inFrame("Jusqu’à quand pouvez-vous agir");
    assert.equal(plain(await code("WordPress")), '[dument outil="prescription" couleur="#ffdd00" theme="sombre"]');
    await browser.assertQuiet();
  });

  test("fills fields in advance, and gives code that does the same in another site's page", async () => {
    await browser.visit("integrer/");
    await browser.press("Remplir des champs d’avance");
    await browser.typeInto("Montant TTC", "1 850,00");
    await browser.typeInto("Échéance", "16/05/2026");
    await browser.choose("Le client", "une entreprise (société)");
    await inFrame("1 850,00");
    const snippets = [await code("Un lien et un script"), await code("Un cadre seul")];
    for (const snippet of snippets) {
      await browser.driver.get(new URL("empty.html", host.url).href);
      await run("document.write(arguments[0]); document.close()", snippet);
      await inFrame("principal", async () => {
        assert.match(await run("return document.querySelector('main').innerText"), /1[\s\u202f]850,00/);
        assert.equal(await run("return document.getElementById('invoices-0-dueOn').value"), "16/05/2026");
      });
    }
  });

  test("gives its own address, and lines for a policy", async () => {
    await browser.visit("integrer/");
    const { origin } = new URL(site.url);
    assert.equal(await code("À ajouter à votre politique"), `script-src ${origin};\nframe-src ${origin};`);
    assert((await code("Un lien et un script")).includes(`src="${site.url}embed/v1/embed.js" integrity="sha384-`));
    assert.match(await code("Une phrase à reprendre"), /aucun cookie/);
  });

  test("alone may show a frame", async () => {
    for (const [page, may] of [["integrer/", true], ["", false], ["penalites/", false], ["embed/v1/penalites/", false]]) {
      const html = await (await fetch(new URL(page, site.url))).text();
      assert.equal(/frame-src 'self'/.test(html), may, page);
    }
  });
});
