// Ledgers to start a test from: drawn from a seed, so that each run meets the same; as files that accounting software would export,
// or as the application itself keeps them.

const TOWNS = ["Lyon", "Angers", "Lille", "Nantes", "Grenoble", "Metz", "Pau", "Tours"];
const WORDS = ["Atelier", "Garage", "Menuiserie", "Imprimerie", "Transports", "Boulangerie", "Électricité", "Jardins", "Librairie", "Clinique"];
const NAMES = ["Brun", "Lefèvre", "Morel", "Garnier", "Faure", "Rousseau", "Blanc", "Guérin", "Muller", "Henry", "Perrin", "Mathieu"];

/** Numbers from 0 to below 1, always the same for a seed (mulberry32). */
export function draw(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A day so many days after another: `2026-11-22`. */
export function dayAfter(day, days) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

const cents = (amount) => `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, "0")}`;

/**
 * Clients with their invoices over the two years before a day: half of them paid, some in part, most of the rest late.
 *
 * @param {{seed?: number, clients?: number, invoices?: number, asOf?: string}} [options]
 */
export function drawLedger({ seed = 1, clients = 40, invoices = 200, asOf = "2026-11-22" } = {}) {
  const next = draw(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const drawn = Array.from({ length: clients }, (_, i) => ({
    account: `411${String(i + 1).padStart(5, "0")}`,
    name: `${pick(WORDS)} ${pick(NAMES)} ${i + 1}`,
    town: pick(TOWNS),
    invoices: [],
  }));
  for (let i = 0; i < invoices; i++) {
    const client = i < clients ? drawn[i] : pick(drawn);
    const issuedOn = dayAfter(asOf, -Math.floor(next() * 700));
    const dueOn = dayAfter(issuedOn, pick([15, 30, 45, 60]));
    const amount = 5000 + Math.floor(next() * 500_000);
    const invoice = { number: `F-${issuedOn.slice(0, 4)}-${String(i + 1).padStart(6, "0")}`, issuedOn, dueOn, amount, paid: [] };
    const fate = next();
    const paidOn = dayAfter(dueOn, Math.floor(next() * 60) - 15);
    if (paidOn <= asOf && fate < 0.5) invoice.paid.push({ on: paidOn, amount });
    else if (paidOn <= asOf && fate < 0.6) invoice.paid.push({ on: paidOn, amount: Math.floor(amount / 3) });
    client.invoices.push(invoice);
  }
  return drawn;
}

/** The records of a ledger by their keys, as the application keeps them. */
export function recordsOf(clients) {
  const id = (number) => number.toString(16).padStart(16, "0");
  let rank = 0;
  const record = ({ name, account, town, invoices }) => ({
    ledger: 1,
    debtor: {
      debtor: { name, kind: "company", accounts: [account], address: { lines: ["1 rue de la Gare"], postcode: "69002", town }, contact: {} },
      invoices: Object.fromEntries(
        invoices.map(({ number, issuedOn, dueOn, amount, paid }) => [
          id((rank += 1)),
          { number, issuedOn, dueOn, amount: cents(amount), settlements: paid.map((one) => ({ on: one.on, kind: "payment", amount: cents(one.amount) })) },
        ]),
      ),
    },
  });
  return clients.map((client, i) => [id(i + 1), JSON.stringify(record(client))]);
}

/** Puts records where the application keeps the ledger, as an earlier visit left them. */
export function putLedger(browser, records) {
  return browser.driver.executeAsyncScript(
    `const [records, done] = arguments;
    const request = indexedDB.open("dument-suivi", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("records").createIndex("revision", "revision");
    request.onsuccess = () => {
      const transaction = request.result.transaction("records", "readwrite");
      for (const [key, text] of records) transaction.objectStore("records").put({ revision: 1, text }, key);
      transaction.oncomplete = () => {
        request.result.close();
        done();
      };
    };`,
    records,
  );
}

/** The texts of the ledger that the application keeps, by their keys. */
export function keptLedger(browser) {
  return browser.driver.executeAsyncScript(`
    const done = arguments[0];
    const request = indexedDB.open("dument-suivi");
    request.onupgradeneeded = () => request.transaction.abort();
    request.onerror = () => done({});
    request.onsuccess = () => {
      const texts = {};
      request.result.transaction("records").objectStore("records").openCursor().onsuccess = ({ target }) => {
        if (target.result) {
          // Beside the texts stands which changes were kept last.
          if ("text" in target.result.value) texts[target.result.key] = target.result.value.text;
          return target.result.continue();
        }
        request.result.close();
        done(texts);
      };
    };
  `);
}

/**
 * The same clients as the accounting entries (FEC) that a French business must be able to hand over: tabs, UTF-8.
 *
 * @param {ReturnType<typeof drawLedger>} clients
 * @param {{lines?: number}} [options] how many lines at least: purchases fill what sales and payments leave
 */
export function fecOf(clients, { lines: least = 0 } = {}) {
  const head = [
    "JournalCode", "JournalLib", "EcritureNum", "EcritureDate", "CompteNum", "CompteLib", "CompAuxNum", "CompAuxLib", "PieceRef", "PieceDate",
    "EcritureLib", "Debit", "Credit", "EcritureLet", "DateLet", "ValidDate", "Montantdevise", "Idevise",
  ];
  const lines = [head.join("\t")];
  const day = (text) => text.replaceAll("-", "");
  const sum = (amount) => cents(amount).replace(".", ",");
  let entry = 0;
  let letter = 0;
  const line = (journal, on, account, aux, piece, label, debit, credit, lettered) => {
    const [code, name] = journal;
    lines.push(
      [code, name, entry, day(on), ...account, ...aux, piece, day(on), label, sum(debit), sum(credit), lettered, lettered ? day(on) : "", day(on), "", ""].join("\t"),
    );
  };
  const sales = ["VE", "Ventes"];
  const bank = ["BQ", "Banque"];
  for (const { account, name, invoices } of clients) {
    const customer = ["411000", "Clients"];
    const aux = [account, name];
    for (const { number, issuedOn, amount, paid } of invoices) {
      const settled = paid.reduce((total, one) => total + one.amount, 0) === amount;
      const lettered = settled ? `A${(letter += 1)}` : "";
      const vat = Math.floor(amount / 6);
      entry += 1;
      line(sales, issuedOn, customer, aux, number, `Facture ${number}`, amount, 0, lettered);
      line(sales, issuedOn, ["706000", "Prestations"], ["", ""], number, `Facture ${number}`, 0, amount - vat, "");
      line(sales, issuedOn, ["445710", "TVA collectée"], ["", ""], number, `Facture ${number}`, 0, vat, "");
      for (const one of paid) {
        entry += 1;
        line(bank, one.on, customer, aux, number, `Règlement ${number}`, 0, one.amount, lettered);
        line(bank, one.on, ["512000", "Banque"], ["", ""], number, `Règlement ${number}`, one.amount, 0, "");
      }
    }
  }
  for (let i = 1; lines.length <= least; i++) {
    entry += 1;
    const [supplier, amount, on] = [i % 300, 1000 + ((i * 7919) % 90_000), dayAfter("2025-01-01", i % 690)];
    const said = [`A-${i}`, `Achat ${i}`];
    line(["AC", "Achats"], on, ["401000", "Fournisseurs"], [`401${supplier}`, `Fournisseur ${supplier}`], ...said, 0, amount, "");
    line(["AC", "Achats"], on, ["606000", "Achats"], ["", ""], ...said, amount, 0, "");
  }
  return `${lines.join("\r\n")}\r\n`;
}

/** The same clients as a table of invoices, as most invoicing software exports one: semicolons, decimal commas, French dates. */
export function csvOf(clients) {
  const day = (text) => text.split("-").reverse().join("/");
  const sum = (amount) => cents(amount).replace(".", ",");
  const rows = [["Numéro de facture", "Client", "Date de facture", "Échéance", "Montant TTC", "Reste dû", "Ville"].join(";")];
  for (const { name, town, invoices } of clients) {
    for (const { number, issuedOn, dueOn, amount, paid } of invoices) {
      const rest = amount - paid.reduce((total, one) => total + one.amount, 0);
      rows.push([number, name, day(issuedOn), day(dueOn), sum(amount), sum(rest), town].join(";"));
    }
  }
  return `\ufeff${rows.join("\r\n")}\r\n`;
}

/** An e-invoice in UBL. */
export function ublOf({ name, town }, { number, issuedOn, dueOn, amount }) {
  const vat = Math.floor(amount / 6);
  const money = (tag, sum) => `<cbc:${tag} currencyID="EUR">${cents(sum)}</cbc:${tag}>`;
  const party = (role, who, siren) =>
    `<cac:${role}><cac:Party><cac:PartyName><cbc:Name>${who}</cbc:Name></cac:PartyName><cac:PostalAddress><cbc:StreetName>1 rue de la Gare</cbc:StreetName>` +
    `<cbc:CityName>${town}</cbc:CityName><cbc:PostalZone>69002</cbc:PostalZone><cac:Country><cbc:IdentificationCode>FR</cbc:IdentificationCode></cac:Country>` +
    `</cac:PostalAddress><cac:PartyLegalEntity><cbc:RegistrationName>${who}</cbc:RegistrationName><cbc:CompanyID schemeID="0002">${siren}</cbc:CompanyID>` +
    `</cac:PartyLegalEntity></cac:Party></cac:${role}>`;
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" ' +
    'xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" ' +
    'xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">' +
    `<cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID><cbc:ID>${number}</cbc:ID><cbc:IssueDate>${issuedOn}</cbc:IssueDate>` +
    `<cbc:DueDate>${dueOn}</cbc:DueDate><cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>` +
    party("AccountingSupplierParty", "Atelier Nord", "732829320") +
    party("AccountingCustomerParty", name, "404833048") +
    `<cac:TaxTotal>${money("TaxAmount", vat)}</cac:TaxTotal><cac:LegalMonetaryTotal>${money("LineExtensionAmount", amount - vat)}` +
    `${money("TaxExclusiveAmount", amount - vat)}${money("TaxInclusiveAmount", amount)}${money("PayableAmount", amount)}</cac:LegalMonetaryTotal></Invoice>\n`
  );
}
