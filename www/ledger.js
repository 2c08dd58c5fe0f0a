// Keeps the ledger beside the page, which asks for what it shows. Loaded by the page, it gives `open`; loaded by itself, it is
// what works. In the one file, where nothing works beside the page, both are the page.
//
// The page asks `{ id, call, text, files }`; it is answered `{ id, answer, keeping }` or `{ id, refused }`, and hears of what goes
// on meanwhile: `{ id, progress }` of a reading, `{ news }` of other tabs and of the store. `keeping` says how it stands with what
// is kept, in the words of `src/ledger/desk.rs`.

/** Nothing to start: the page asks it of every module. */
export default () => {};

/** In the browser: every record of the ledger by its key, a text and the revision that wrote it; which changes were kept last. */
const DATABASE = "dument-suivi";
const RECORDS = "records";
const LAST = "revision";
const MARKS = "marks";

/** How many changes are remembered as kept: more than can be under way in all pages together. */
const REMEMBERED = 200;

/** In `localStorage`: changes that were under way as a page went, for the next one to make again. */
const LEFT = "dument.suivi-en-attente";

/** How long one works on a file before looking who asks for what, in milliseconds. */
const STRETCH = 40;

/**
 * The ledger, for the page: `ask` gives a promise of the answer. `hear` takes what is said meanwhile, as JSON. `rescue` gives what is
 * kept as a file, whatever works or not.
 *
 * Where the worker stops (no memory left, a fault of ours) all that was asked is refused with `stopped`, and the next question
 * starts it again with what is kept. A page that goes leaves no transaction under way, which would lock later pages in WebKit; what
 * no answer had come for is made again by the next page, which the same one is, loaded anew, where it is come back to.
 */
export function open(hear) {
  const waiting = new Map();
  let last = 0;
  let send;
  let away = false;
  let reference;
  const receive = ({ id, answer, keeping, refused, stopped, ...meanwhile }) => {
    // What worked for a page that went is not what works when it is come back to.
    if (away) return undefined;
    if (stopped) return giveUp("stopped");
    const one = waiting.get(id);
    if (answer === undefined && refused === undefined) return hear(JSON.stringify({ id, ...meanwhile }));
    waiting.delete(id);
    if (keeping !== undefined) hear(JSON.stringify({ keeping }));
    // Asked by a page that went.
    if (id === undefined && refused !== undefined) return hear(JSON.stringify({ news: "interrupted" }));
    if (refused === undefined) one?.resolve(answer);
    else one?.reject(refused);
  };
  const giveUp = (why) => {
    send.end();
    send = undefined;
    for (const { reject } of waiting.values()) reject(why);
    waiting.clear();
    hear(JSON.stringify({ news: "stopped" }));
  };
  const start = () => {
    away = false;
    send = begin(receive, giveUp);
    if (reference) send({ call: "countBy", text: reference });
    for (const { text, mark } of takeLeft()) send({ call: "again", text, mark });
  };
  const changes = () => [...waiting.values()].filter(({ call }) => call === "change").map(({ text, mark }) => ({ text, mark }));
  addEventListener("pagehide", () => {
    if (!send) return;
    away = true;
    leave(changes());
    send.leave();
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted || !send) return;
    // What waits for an answer can't be told whether it was kept.
    if (changes().length > 0) return location.reload();
    send.end();
    start();
    for (const { id, call, text, files } of waiting.values()) send({ id, call, text, files });
    hear(JSON.stringify({ news: "changed" }));
  });
  return {
    ask(call, text, files) {
      last += 1;
      const asked = { id: last, call, text, files, mark: Math.random().toString(36).slice(2) };
      return new Promise((resolve, reject) => {
        waiting.set(asked.id, { ...asked, resolve, reject });
        if (!send) start();
        if (call === "countBy") reference = text;
        send(asked);
      });
    },
    dropped,
    rescue,
  };
}

/** The files in what was dropped, those of folders too. What is dropped can be asked for at once alone: it is gone with the event. */
function dropped(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (entries.length === 0) return Promise.resolve([...transfer.files]);
  const filesOf = async (entry) => {
    if (entry.isFile) return [await new Promise((resolve, reject) => entry.file(resolve, reject))];
    const reader = entry.createReader();
    const all = [];
    // A folder is handed out a hundred entries at a time.
    for (;;) {
      const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
      if (some.length === 0) break;
      for (const one of some) all.push(...(await filesOf(one)));
    }
    return all;
  };
  return Promise.all(entries.map(filesOf)).then((files) => files.flat());
}

/** What was left by a page that went; it is there no more. */
function takeLeft() {
  try {
    const left = JSON.parse(localStorage.getItem(LEFT) ?? "[]");
    localStorage.removeItem(LEFT);
    return left;
  } catch {
    // A browser that keeps nothing has nothing.
    return [];
  }
}

function leave(changes) {
  try {
    if (changes.length > 0) localStorage.setItem(LEFT, JSON.stringify([...takeLeft(), ...changes]));
  } catch {
    // A browser that keeps nothing has said so.
  }
}

/** Every record as one file, which can be taken over elsewhere (`crates/desk/src/backup.rs`). */
async function rescue() {
  const request = indexedDB.open(DATABASE);
  // Where there is nothing, nothing is made.
  request.onupgradeneeded = () => request.transaction.abort();
  const database = await answered(request);
  const values = await answered(database.transaction(RECORDS).objectStore(RECORDS).index(LAST).getAll());
  database.close();
  return JSON.stringify({ format: "dument-secours", records: values.map(({ text }) => text) });
}

/** Starts what works: beside the page, or on it. */
function begin(receive, giveUp) {
  const named = (name) => document.querySelector(`meta[name=${name}]`).content;
  if (globalThis.dumentFile) {
    const take = work(receive, () => globalThis.dumentModule("dument_ledger"));
    const send = (asked) => setTimeout(() => take(asked));
    send.end = () => take({ call: "leave" });
    send.leave = send.end;
    return send;
  }
  const worker = new Worker(named("dument_desk"), { type: "module" });
  worker.onmessage = ({ data }) => receive(data);
  worker.onerror = (event) => {
    event.preventDefault();
    giveUp("notLoaded");
  };
  worker.postMessage({ address: named("dument_ledger") });
  const send = (asked) => worker.postMessage(asked);
  // What it writes is given up with it.
  send.end = () => worker.terminate();
  send.leave = send.end;
  return send;
}

/** What works: takes one question after another. Those that only look are answered while a file is read. */
function work(post, load) {
  const store = new Store((news) => hear(news));
  let cancelled = false;
  let ledger;
  let turn;
  /** A newer edition of the figures of the law, where the site has one; a ledger that is yet to come counts by it from the first. */
  let reference;
  /** What is changed and not kept yet, in its order, each with its answer. */
  let unkept = [];

  /** A ledger that holds nothing. */
  const begin = (Ledger) => {
    ledger = new Ledger();
    unkept = [];
    if (reference) ledger.countBy(reference);
  };

  const opened = (async () => {
    const { Ledger } = await load();
    begin(Ledger);
    await store.open();
    await catchUp();
  })();

  /** Takes over what other tabs, or an earlier visit, have kept; what isn't kept here is made again on top of it. */
  async function catchUp() {
    const news = await store.news();
    if (unkept.length > 0) ledger.forgetUnsaved();
    for (const { key, text } of news) ledger.load(key, text);
    unkept = unkept.filter((one) => {
      try {
        one.answer = one.change();
      } catch (refused) {
        if (typeof refused !== "string") throw refused;
        one.refused = refused;
      }
      return !one.refused;
    });
  }

  async function hear(news) {
    if (news === "changed") {
      turn = turn.then(catchUp).then(() => post({ news })).catch(stop);
      return;
    }
    if (news === "erased") begin(ledger.constructor);
    post({ news });
  }

  /** Makes a change, and keeps it with all that could not be kept before. */
  async function keep(change, mark) {
    const one = { change, mark, answer: change() };
    unkept.push(one);
    for (;;) {
      const became = await store.put(() => ledger.unsaved(), unkept.map(({ mark }) => mark));
      if (became === KEPT) {
        ledger.saved();
        unkept = [];
      }
      if (became !== BEHIND) return one.answer;
      await catchUp();
      if (one.refused) throw one.refused;
    }
  }

  /** Makes again what a page that went had asked, unless it is kept; what builds on more than its words can't be. */
  async function again(text, mark) {
    if (await store.has(mark)) return "";
    if (["apply", "undo", "redo"].includes(JSON.parse(text).change)) throw "interrupted";
    await keep(() => ledger.change(text), mark);
    post({ news: "changed" });
    return "";
  }

  /** Reads files one after the other, a stretch at a time. */
  async function read(id, text, files) {
    cancelled = false;
    ledger.beginReading(text);
    for (const [rank, file] of files.entries()) {
      ledger.beginFile(file.name, new Uint8Array(await file.arrayBuffer()));
      for (let done = false; !done; ) {
        const until = performance.now() + STRETCH;
        while (!done && performance.now() < until) done = ledger.step();
        post({ id, progress: { file: rank, files: files.length, name: file.name, permille: ledger.permille() } });
        await pause();
        if (cancelled) {
          ledger.endReading();
          throw "cancelled";
        }
      }
    }
    return ledger.compare();
  }

  const calls = {
    look: (_, text) => ledger.look(text),
    change: (_, text, files, mark) => keep(() => ledger.change(text), mark),
    again: (_, text, files, mark) => again(text, mark),
    keep: () => keep(() => ""),
    read,
    export: (_, text) => ledger.export(text),
    erase: async () => {
      await store.erase();
      begin(ledger.constructor);
      return "";
    },
    countBy: (_, text) => {
      reference = text;
      ledger?.countBy(text);
      return "";
    },
  };

  function stop(error) {
    console.error(error);
    post({ stopped: true });
  }

  async function answer({ id, call, text, files, mark }) {
    try {
      const answer = await calls[call](id, text, files, mark);
      post({ id, answer, keeping: store.keeping });
    } catch (error) {
      if (typeof error === "string") post({ id, refused: error, keeping: store.keeping });
      else stop(error);
    }
  }

  turn = opened.catch(stop);
  return (asked) => {
    if (asked.call === "leave") store.leave();
    else if (asked.call === "cancel") {
      cancelled = true;
      post({ id: asked.id, answer: "" });
    } else if (asked.call === "countBy") {
      // At once: nothing asked after it is counted by the older edition.
      answer(asked);
    } else if (asked.call === "look") opened.then(() => answer(asked), () => {});
    else turn = turn.then(() => ledger && answer(asked));
  };
}

/** What became of records that were to be kept. */
const KEPT = "kept";
const BEHIND = "behind";
const NOT_KEPT = "not kept";

/** What is kept in the browser, and in which revision. */
class Store {
  /** How it stands: `kept`, or why nothing is. */
  keeping = "kept";
  #tell;
  #database;
  #revision = 0;
  #tabs;
  #transaction;
  #left = false;

  constructor(tell) {
    this.#tell = tell;
  }

  async open() {
    try {
      const request = indexedDB.open(DATABASE, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(RECORDS).createIndex(LAST, LAST);
      request.onblocked = () => this.#tell("waiting");
      this.#database = await answered(request);
      if (this.#left) return this.leave();
      this.#database.onversionchange = ({ newVersion }) => this.#lose(newVersion === null ? "erased" : "outdated");
      this.#database.onclose = () => this.#lose("blocked");
      this.#tabs ??= new BroadcastChannel(DATABASE);
      this.#tabs.onmessage = () => this.#tell("changed");
      this.keeping = "kept";
    } catch (error) {
      this.keeping = reason(error);
    }
  }

  #lose(why) {
    this.#database.close();
    this.#database = undefined;
    this.#revision = 0;
    // What was erased is kept again with the next change.
    this.keeping = why === "erased" ? "kept" : why;
    this.#tell(why);
  }

  /** Gives up what is being read or written, and lets the database go. */
  leave() {
    this.#left = true;
    try {
      this.#transaction?.abort();
    } catch {
      // One that is over needs no end.
    }
    this.#database?.close();
    this.#database = undefined;
  }

  #begin(mode) {
    this.#transaction = this.#database.transaction(RECORDS, mode);
    return this.#transaction.objectStore(RECORDS);
  }

  /** Whether a change is kept. */
  async has(mark) {
    if (!this.#database) return false;
    const known = await answered(this.#begin("readonly").get(MARKS));
    return known?.marks.includes(mark) ?? false;
  }

  /** The records of revisions that aren't known yet. */
  async news() {
    if (!this.#database) return [];
    const records = this.#begin("readonly");
    const newer = IDBKeyRange.lowerBound(this.#revision, true);
    const [keys, values] = await Promise.all([answered(records.index(LAST).getAllKeys(newer)), answered(records.index(LAST).getAll(newer))]);
    this.#revision = values.reduce((last, { revision }) => Math.max(last, revision), this.#revision);
    return values.map(({ text }, i) => ({ key: keys[i], text }));
  }

  /** Keeps records as the next revision, all or none, and which changes made them. */
  async put(unsaved, marks) {
    if (!this.#database && this.keeping !== "outdated" && !this.#left) await this.open();
    if (!this.#database) return NOT_KEPT;
    const records = unsaved();
    if (records.length === 0) return KEPT;
    try {
      const store = this.#begin("readwrite");
      const transaction = this.#transaction;
      const done = new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
      });
      // It is looked at by whoever awaits it: a request that fails is told first.
      done.catch(() => {});
      const [cursor, known] = await Promise.all([answered(store.index(LAST).openKeyCursor(null, "prev")), answered(store.get(MARKS))]);
      if ((cursor?.key ?? 0) !== this.#revision) {
        // Nothing was asked of it: it ends by itself.
        return BEHIND;
      }
      const revision = this.#revision + 1;
      for (const { key, text } of records) store.put({ revision, text }, key);
      store.put({ marks: [...(known?.marks ?? []), ...marks].slice(-REMEMBERED) }, MARKS);
      await done;
      this.#revision = revision;
      this.keeping = "kept";
      this.#tabs?.postMessage(revision);
      return KEPT;
    } catch (error) {
      // It stays in memory, and is written with the next change, where that can be.
      this.keeping = reason(error);
      return NOT_KEPT;
    }
  }

  async erase() {
    this.#database?.close();
    this.#database = undefined;
    this.#revision = 0;
    try {
      await answered(indexedDB.deleteDatabase(DATABASE));
    } catch (error) {
      this.keeping = reason(error);
    }
  }
}

/** Why the browser keeps nothing, by its exception. */
const reason = (error) => ({ QuotaExceededError: "full", VersionError: "newer" })[error?.name] ?? "blocked";

const answered = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Lets everything that waits have its turn. */
const pause = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });

if (typeof document === "undefined") {
  let take;
  onmessage = ({ data }) => {
    if (take) return take(data);
    take = work(postMessage, async () => {
      const module = await import(data.address);
      await module.default();
      return module;
    });
  };
}
