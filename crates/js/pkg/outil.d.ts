/** The tools that `<dument-outil outil="…">` shows. */
export type Outil = "procedure" | "penalites" | "prescription" | "lettres" | "complet";

/**
 * A tool of Dûment in a frame: `<dument-outil outil="penalites" site="https://…/">`. Importing this file defines it.
 *
 * | attribute | says |
 * |---|---|
 * | `outil` | which tool |
 * | `site` | where a site of Dûment is served |
 * | `titre` | the name of the frame for screen readers; the text within the element, else |
 * | `couleur` | the colour of links and buttons, such as `#1d4ed8`, made readable |
 * | `theme` | `clair`, `sombre`, or as the reader's system has it |
 * | `fond` | `transparent` |
 * | `montant`, `echeance`, `client`, `le` | what it begins with |
 */
export class DumentOutil extends HTMLElement {}

declare global {
  interface HTMLElementTagNameMap {
    "dument-outil": DumentOutil;
  }
}
