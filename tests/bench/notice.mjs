// The document of the contest between makers of files: a formal notice of two pages with a statement of twelve lines.

const money = (cents) => `${String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, "\u202f")},${String(cents % 100).padStart(2, "0")}\u202f€`;

/** Nine invoices of 10 000,00 €, ten days late each at 12,15 %: 33,29 € of interest, 40,00 € of indemnity. */
const INVOICES = 9;
const [INTEREST, INDEMNITY, PRINCIPAL] = [33_29, 40_00, 10_000_00];

const row = (...cells) => ({ cells, total: false });
const total = (label, cents) => ({ cells: [label, "", "", "", money(cents)], total: true });

const rows = Array.from({ length: INVOICES }, (_, index) => ({
  ...row(`Facture F-2026-${index + 101}, du 21 au 30\u00a0juin 2026`, "10", "12,15\u00a0%", money(PRINCIPAL), money(INTEREST)),
  carried: ["", "", "", "", money(INTEREST * (index + 1))],
}));

const sum = INVOICES * (PRINCIPAL + INTEREST + INDEMNITY);

const paragraph = (id, text) => ({ kind: "paragraph", id, text });

/** A document as `letter()` gives it. */
export const notice = {
  language: "fr",
  title: "Mise en demeure de payer neuf factures",
  author: "Atelier Nord SARL",
  writtenOn: "2026-07-10",
  blocks: [
    {
      kind: "sender",
      lines: [
        "Atelier Nord SARL", "12 rue des Lices, 49000 Angers", "SARL au capital de 8\u202f000\u202f€",
        "SIREN 732\u00a0829\u00a0320, RCS Angers", "02\u00a041\u00a000\u00a000\u00a000, compta@atelier-nord.example",
      ],
    },
    { kind: "recipient", lines: ["Brun & Fils SAS", "Service comptable", "4 quai Rambaud", "69002 LYON"] },
    { kind: "placeAndDate", text: "Angers, le 10\u00a0juillet 2026" },
    { kind: "delivery", text: "Lettre recommandée avec avis de réception" },
    { kind: "subject", text: `Mise en demeure de payer la somme de ${money(sum)}` },
    { kind: "references", items: [{ label: "Factures", value: "F-2026-101 à F-2026-109" }, { label: "Votre commande", value: "BC-8812 du 2\u00a0mai 2026" }] },
    paragraph("salutation", "Madame, Monsieur,"),
    paragraph(
      "facts",
      `Les factures rappelées en référence, d’un montant de ${money(PRINCIPAL)} TTC chacune, étaient payables le 20\u00a0juin 2026. Malgré nos relances du 25\u00a0juin et du 2\u00a0juillet 2026, elles restent impayées à ce jour, et vous ne nous avez fait part d’aucune contestation.`,
    ),
    paragraph(
      "demand",
      `Nous vous mettons en demeure de nous payer la somme de ${money(sum)}, selon le décompte annexé, dans un délai de quinze jours à compter de la première présentation de cette lettre.`,
    ),
    paragraph(
      "interest",
      "Les pénalités de retard courent depuis le lendemain de l’échéance, sans qu’un rappel soit nécessaire, au taux de la Banque centrale européenne majoré de dix points (Code de commerce, article L441-10, II)\u202f; elles augmentent chaque jour jusqu’au paiement.",
    ),
    {
      kind: "facts",
      title: "Pour payer",
      items: [
        { label: "IBAN", value: "FR76\u00a03000\u00a06000\u00a00112\u00a03456\u00a07890\u00a0189" },
        { label: "BIC", value: "AGRIFRPP" },
        { label: "Référence à rappeler", value: "F-2026-101" },
      ],
    },
    paragraph(
      "consequence",
      "Sans paiement à cette date, nous saisirons la juridiction compétente pour obtenir votre condamnation au paiement de cette somme, des pénalités et des frais.",
    ),
    paragraph("closing", "Veuillez agréer, Madame, Monsieur, nos salutations distinguées."),
    { kind: "signature", lines: ["Claire Lemoine", "Gérante"] },
    { kind: "enclosures", items: ["Copie des factures", "Bon de livraison signé du 20\u00a0mai 2026"] },
    { kind: "pageBreak" },
    { kind: "heading", text: "Annexe\u00a0: décompte des sommes dues", level: 1 },
    {
      kind: "table",
      caption: "Décompte au 10\u00a0juillet 2026",
      columns: [
        { title: "Période", align: "start" },
        { title: "Jours", align: "end" },
        { title: "Taux annuel", align: "end" },
        { title: "Base", align: "end" },
        { title: "Montant", align: "end" },
      ],
      rows: [
        ...rows,
        total("Intérêts", INVOICES * INTEREST),
        total("Indemnités forfaitaires", INVOICES * INDEMNITY),
        total("Total dû, principal compris", sum),
      ],
    },
  ],
};
