// The plug-in in a real WordPress: an editor who may not write HTML puts the tools in a post, a reader computes there and leaves
// with a letter, and nothing comes from anywhere but the blog.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { By, Key } from "selenium-webdriver";

import { openBrowser } from "../harness/index.mjs";
import { EDITOR, openBlog } from "./blog.mjs";

/** Every value of every option that reads well, and how it stands in the address. */
const OPTIONS = [
  ["couleur", "#1D4ED8", "1d4ed8"],
  ["couleur", "14d", "1144dd"],
  ["theme", "sombre", "sombre"],
  ["fond", "transparent", "transparent"],
  ["montant", "1 850,00", "1%20850%2C00"],
  // As the page Intégrer writes it.
  ["montant", "1\u00a0850,00 €", "1%C2%A0850%2C00%20%E2%82%AC"],
  ["echeance", "2026-05-16", "2026-05-16"],
  ["echeance", "16/5/2026", "2026-05-16"],
  ["client", "societe-civile", "societe-civile"],
  ["le", "2026-06-30", "2026-06-30"],
];

/** What may be typed by mistake or on purpose, and must not reach the page. */
const REFUSED = [
  ["couleur", "red"],
  ["couleur", "#12345"],
  ["theme", "\"><script>alert(1)</script>"],
  ["fond", "rouge"],
  ["montant", "javascript:alert(1)"],
  ["echeance", "2026-02-30"],
  ["client", "societe&le=2020-01-01"],
  ["le", "hier"],
  ["dossier", "abc"],
  ["onload", "alert(1)"],
];

const TOOLS = ["penalites", "prescription", "procedure", "lettres", "complet"];

const ACTIVATE = "require_once ABSPATH . 'wp-admin/includes/plugin.php'; return activate_plugin( 'dument/dument.php' );";

let blog;

before(async () => {
  blog = await openBlog();
  assert.equal(await blog.php(ACTIVATE), null);
});

after(() => blog?.stop());

describe("what is shown", () => {
  const shown = (attributes) => blog.php("return Dument\\frame( $told[0] );", attributes);
  const href = (html) => /href="([^"]*)"/u.exec(html)[1].replaceAll("&#038;", "&");

  test("a tool is a link to the blog itself, that works without the rest", async () => {
    const tools = `${blog.url}wp-content/plugins/dument/site/embed/v1/`;
    for (const outil of TOOLS) {
      const url = href(await shown({ outil }));
      assert.equal(url, `${tools}${outil}/`);
      assert.match(await (await fetch(url)).text(), /<html lang="fr"/u);
    }
    assert((await fetch(`${tools}embed.js`)).ok);
  });

  test("each option goes after the #, well read", async () => {
    for (const [name, typed, read] of OPTIONS) assert.equal(href(await shown({ [name]: typed })).split("#")[1], `${name}=${read}`, typed);
  });

  test("what isn't an option, or doesn't read well, goes nowhere", async () => {
    for (const [name, typed] of REFUSED) assert.doesNotMatch(href(await shown({ [name]: typed })), /#/u, `${name}=${typed}`);
  });

  test("a tool that doesn't exist shows nothing to readers, and says so to who writes", async () => {
    const outil = "<script>alert(1)</script>";
    assert.equal(await shown({ outil }), "");
    const told = await blog.php(`wp_set_current_user( get_user_by( 'login', '${EDITOR.name}' )->ID ); return Dument\\frame( $told[0] );`, { outil });
    assert.match(told, /Dûment n’a pas d’outil «\s&lt;script&gt;/u);
  });

  test("the block has the options of PHP, and no others", async () => {
    const attributes = await blog.php("return array_keys( WP_Block_Type_Registry::get_instance()->get_registered( 'dument/outil' )->attributes );");
    const options = new Set(OPTIONS.map(([name]) => name));
    assert.deepEqual(attributes.filter((name) => !["lock", "align", "className", "style"].includes(name)), ["outil", ...options]);
  });
});

describe("from the editor to the reader", () => {
  let editor;
  let reader;
  let post;

  after(async () => {
    await editor?.quit();
    await reader?.quit();
  });

  const see = async (browser, selector) => browser.waitFor(() => browser.find(selector), `${selector} is not on the page`);

  test("an editor who may not write HTML logs in", async () => {
    assert.equal(await blog.php(`return user_can( get_user_by( 'login', '${EDITOR.name}' ), 'unfiltered_html' );`), false);
    editor = await openBrowser(blog, { width: 1400 });
    await editor.driver.get(`${blog.url}wp-login.php`);
    await (await see(editor, "#user_login")).sendKeys(EDITOR.name);
    await (await see(editor, "#user_pass")).sendKeys(EDITOR.password, Key.ENTER);
    await editor.waitForText("Dashboard");
  });

  test("the block is found, chosen, set, and shows the tool", async () => {
    await editor.driver.get(`${blog.url}wp-admin/post-new.php`);
    await editor.waitForText("Welcome to the block editor");
    await editor.press("Close dialog");
    await (await see(editor, ".editor-post-title__input")).sendKeys("Mon client ne paie pas");
    await editor.press("Toggle block inserter");
    await (await see(editor, ".block-editor-inserter__search input")).sendKeys("impayé");
    await editor.press("Dûment : facture impayée");
    await editor.press("Toggle block inserter");
    await editor.press("Settings");
    await editor.choose("Outil", "Pénalités de retard");
    await editor.press("Apparence");
    await editor.choose("Thème", "Sombre");
    const frame = await see(editor, "iframe[title='Pénalités de retard']");
    assert.equal(await frame.getAttribute("src"), `${blog.url}wp-content/plugins/dument/site/embed/v1/penalites/#theme=sombre`);
    await editor.driver.switchTo().frame(frame);
    await editor.waitForText("Montant");
    await editor.driver.switchTo().defaultContent();
  });

  test("an address that is pasted becomes the block, without asking the network", async () => {
    await blog.asked();
    await editor.press("Mon client ne paie pas").catch(() => undefined);
    const title = await see(editor, ".editor-post-title__input");
    await title.click();
    await title.sendKeys(Key.END, Key.ENTER);
    const address = `${blog.url}wp-content/plugins/dument/site/embed/v1/prescription/#couleur=1d4ed8`;
    await editor.driver.executeScript(PASTE, address);
    await see(editor, "iframe[title='Prescription']");
    assert.deepEqual(await blog.asked(), []);
  });

  test("the post is published, with a shortcode too", async () => {
    await editor.driver.executeScript(
      "wp.data.dispatch('core/block-editor').insertBlock(wp.blocks.createBlock('core/shortcode', { text: arguments[0] }))",
      '[dument outil="lettres" couleur="#1d4ed8" montant="1 850,00" echeance="16/05/2026" client="societe" le="2026-06-30"]',
    );
    await editor.press("Publish");
    await editor.click(await see(editor, ".editor-post-publish-button"));
    await see(editor, ".post-publish-panel__postpublish");
    post = await blog.php("return array( get_permalink( get_posts( array( 'numberposts' => 1 ) )[0] ), get_posts( array( 'numberposts' => 1 ) )[0]->post_content );");
    assert.match(post[1], /<!-- wp:dument\/outil \{"outil":"penalites","theme":"sombre"\} \/-->/u);
    assert.doesNotMatch(post[1], /<iframe|<script/u);
  });

  test("a reader finds every tool in the post", async () => {
    reader = await openBrowser(blog);
    await blog.asked();
    await reader.driver.get(post[0]);
    const frames = await reader.waitFor(async () => {
      const found = await reader.driver.findElements(By.css(".wp-block-dument-outil iframe"));
      return found.length === 3 && found;
    }, "three tools were put in the post");
    for (const [frame, heading] of [
      [frames[0], "jusqu’à quand"],
      [frames[1], "combien vous est dû"],
    ]) {
      await inFrame(frame, async () => assert.match((await reader.textOf("h1")).toLowerCase(), new RegExp(heading, "u")));
    }
  });

  /** Does something in a frame, as a reader who has scrolled there. */
  async function inFrame(frame, act) {
    await reader.driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", frame);
    await reader.driver.switchTo().frame(frame);
    try {
      await reader.ready();
      await act();
    } finally {
      await reader.driver.switchTo().defaultContent();
    }
  }

  test("the reader computes what is owed", async () => {
    const [, penalties] = await reader.driver.findElements(By.css(".wp-block-dument-outil iframe"));
    await inFrame(penalties, async () => {
      await reader.choose("Votre client est", "une entreprise (société)");
      await reader.typeInto("Montant", "1 850,00");
      await reader.typeInto("Échéance", "16/05/2026");
      // Whatever the day: the sum, and the indemnity of forty euros.
      await reader.waitForText("1 850,00 €");
      await reader.waitForText("40,00 €");
    });
  });

  test("the reader leaves with a letter", async () => {
    const [, , letters] = await reader.driver.findElements(By.css(".wp-block-dument-outil iframe"));
    await inFrame(letters, async () => {
      await reader.press("Mise en demeure");
      for (const [id, text] of [
        // What is asked folds once all is told: the last comes last.
        ["invoices-0-number", "F-2026-014"],
        ["creditor-siren", "732 829 320"],
        ["debtor-name", "Brun & Fils"],
        ["debtor-address-lines", "4 quai Rambaud"],
        ["debtor-address-postcode", "69002"],
        ["debtor-address-town", "Lyon"],
        ["creditor-name", "Atelier Nord"],
        ["creditor-address-lines", "12 rue des Lices"],
        ["creditor-address-postcode", "49000"],
        ["creditor-address-town", "Angers"],
      ]) {
        await steadily(async () => {
          const field = await see(reader, `#${id}`);
          await field.clear();
          await field.sendKeys(text);
        });
      }
      // 1 850,00 x 12.15 % x 45 / 365 = 27.712... = 27,71; and 40,00.
      await reader.waitForText("1 917,71 €", ".sheet");
      await steadily(() => reader.press("Télécharger en PDF"));
      const { bytes } = await reader.download(".pdf");
      assert.equal(bytes.subarray(0, 5).toString(), "%PDF-");
    });
  });

  test("all of it came from the blog, which asked no one", async () => {
    await reader.assertQuiet();
    assert.deepEqual(await blog.asked(), []);
    assert.deepEqual(await blog.complaints(), []);
  });

  test("without JavaScript, and in the feed, the links remain", async () => {
    const link = /<a class="dument" href="[^"]*\/embed\/v1\/penalites\/#theme=sombre">Calculer mes pénalités de retard<\/a>/u;
    assert.match(await (await fetch(post[0])).text(), link);
    const feed = await (await fetch(`${blog.url}?feed=rss2`)).text();
    assert.match(feed, link);
    assert.doesNotMatch(feed, /embed\.js/u);
  });
});

describe("an address alone on its line", () => {
  const address = () => `${blog.url}wp-content/plugins/dument/site/embed/v1/penalites/#couleur=1d4ed8&theme=sombre`;

  test("becomes the tool in a post without blocks, and leaves nothing in the tables", async () => {
    const url = await blog.php("return get_permalink( wp_insert_post( array( 'post_title' => 'a', 'post_status' => 'publish', 'post_content' => $told[0] ) ) );", `Avant.\n\n${address()}\n\nAprès.`);
    await blog.asked();
    assert.match(await (await fetch(url)).text(), /<a class="dument" href="[^"]*penalites\/#couleur=1d4ed8&#038;theme=sombre">/u);
    assert.deepEqual(await blog.asked(), []);
    assert.equal(await blog.php("global $wpdb; return (int) $wpdb->get_var( \"SELECT count(*) FROM $wpdb->postmeta WHERE meta_key LIKE '_oembed%'\" );"), 0);
  });

  test("is answered to the editor's own block for addresses, without asking the network", async () => {
    const answer = (user, url) =>
      blog.php("wp_set_current_user( $told[0] ); $request = new WP_REST_Request( 'GET', '/oembed/1.0/proxy' ); $request->set_query_params( array( 'url' => $told[1] ) ); return rest_do_request( $request )->get_data();", user, url);
    await blog.asked();
    assert.match((await answer(1, address())).html, /class="dument"/u);
    assert.deepEqual(await blog.asked(), []);
    // One who may not write is refused by WordPress, and other addresses are none of ours.
    assert.equal((await answer(0, address())).html, undefined);
    assert.equal((await answer(1, "https://example.org/embed/v1/penalites/")).html, undefined);
  });
});

describe("who takes it away", () => {
  test("finds nothing left of it", async () => {
    const STATE = `global $wpdb;
      $rows = array();
      foreach ( $wpdb->get_col( 'SHOW TABLES' ) as $table ) {
        $rows[ $table ] = (int) $wpdb->get_var( "SELECT count(*) FROM $table" );
      }
      // What WordPress itself notes of any plug-in.
      $own = array( 'recently_activated', 'uninstall_plugins' );
      $options = array_diff( $wpdb->get_col( "SELECT option_name FROM $wpdb->options WHERE option_name NOT LIKE '%transient%' ORDER BY 1" ), $own );
      unset( $rows[ $wpdb->options ] );
      return array( $rows, array_values( $options ), $wpdb->get_var( "SELECT count(*) FROM $wpdb->options WHERE option_value LIKE '%dument%' AND option_name NOT IN ( 'recently_activated' )" ) );`;
    const REMOVE = `require_once ABSPATH . 'wp-admin/includes/plugin.php'; require_once ABSPATH . 'wp-admin/includes/file.php';
      define( 'FS_METHOD', 'direct' );
      deactivate_plugins( 'dument/dument.php' );
      return delete_plugins( array( 'dument/dument.php' ) );`;
    const [rows, options] = await blog.php(STATE);
    assert.equal(await blog.php(REMOVE), true);
    const [left, leftOptions, mentions] = await blog.php(STATE);
    assert.deepEqual(left, rows);
    assert.deepEqual(leftOptions, options);
    assert.equal(Number(mentions), 0);
    assert.equal(await blog.php("return file_exists( WP_PLUGIN_DIR . '/dument' );"), false);
  });
});

/** Does something again where the page moved under the hand: a frame grows with what it holds. */
async function steadily(act) {
  for (let left = 20; ; left -= 1) {
    try {
      return await act();
    } catch (error) {
      if (left === 0 || !["StaleElementReferenceError", "ElementClickInterceptedError", "ElementNotInteractableError"].includes(error.name)) throw error;
      await sleep(100);
    }
  }
}

/** Pastes a text where the caret is. */
const PASTE = `
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", arguments[0]);
  document.activeElement.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData }));
`;
