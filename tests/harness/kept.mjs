// What the application keeps in the browser: seen, put there and forgotten, from outside the application.

/** The texts of the database, by their ids; nothing where there is no database. */
export function keptTexts(browser) {
  return browser.driver.executeAsyncScript(`
    const done = arguments[0];
    const request = indexedDB.open("dument");
    request.onupgradeneeded = () => request.transaction.abort();
    request.onerror = () => done({});
    request.onsuccess = () => {
      const database = request.result;
      const texts = {};
      database.transaction("cases").objectStore("cases").openCursor().onsuccess = ({ target }) => {
        if (target.result) {
          texts[target.result.key] = target.result.value;
          return target.result.continue();
        }
        database.close();
        done(texts);
      };
    };
  `);
}

/** Puts a text in the database, as something other than this application would. */
export function putText(browser, id, text) {
  return browser.driver.executeAsyncScript(
    `const [id, text, done] = arguments;
    const request = indexedDB.open("dument");
    request.onsuccess = () => {
      const transaction = request.result.transaction("cases", "readwrite");
      transaction.objectStore("cases").put(text, id);
      transaction.oncomplete = () => {
        request.result.close();
        done();
      };
    };`,
    id,
    text,
  );
}

/** The kept records, each with the cases in its file. */
export async function keptRecords(browser) {
  const texts = Object.values(await keptTexts(browser));
  return texts.map((text) => {
    const record = JSON.parse(text);
    const file = JSON.parse(record.file ?? text);
    return { ...record, case: file.case ?? file.cases[0].case };
  });
}

/** Waits until something is true of the kept records. */
export function waitForKept(browser, check, otherwise) {
  return browser.waitFor(async () => check(await keptRecords(browser)), otherwise);
}

/** Leaves nothing in the browser, as a new visitor has it. */
export async function forget(browser) {
  await browser.driver.executeAsyncScript(`
    const done = arguments[0];
    localStorage.clear();
    sessionStorage.clear();
    const forget = (name, then) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = request.onerror = then;
    };
    forget("dument-suivi", () =>
      forget("dument", () => {
        localStorage.clear();
        sessionStorage.clear();
        done();
      }),
    );
  `);
}
