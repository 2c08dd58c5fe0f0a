/**
 * `<dument-outil outil="penalites" site="https://…/">`: a tool of Dûment in a page made of components.
 *
 * The tool stands in a frame of the site that `site` names, as it does with the loader of that site: so neither can reach
 * the other's styles, scripts or facts, and the page's policy needs no more than `frame-src`. What stands within the element,
 * a link as a rule, is shown until the tool is there, and where it never comes.
 */

/** About how high a tool is before anything is typed. */
const HEIGHTS = { procedure: 1050, penalites: 1600, prescription: 1550, lettres: 1600, complet: 1250 };

/** What can be asked of a tool: how it looks, and what it begins with. */
const LOOK = ["couleur", "theme", "fond"];
const FACTS = ["montant", "echeance", "client", "le"];

const STYLE = `
  :host { display: grid; grid-template-columns: minmax(0, 1fr); width: 100%; max-width: 76rem; margin-inline: auto }
  :host([hidden]) { display: none }
  iframe, slot { grid-area: 1 / 1 }
  iframe { display: block; width: 100%; border: 0; visibility: hidden }
  .here iframe { visibility: visible }
  slot { display: block }
  .here slot { display: none }
  div { display: contents }
`;

/** Where there is no page (Node, a server), the class stands for itself and nothing is defined. */
const Base = globalThis.HTMLElement ?? class {};

export class DumentOutil extends Base {
  static observedAttributes = ["outil", "site", "titre", ...LOOK, ...FACTS];

  #place;
  #frame;
  #asked = "";

  #hear = ({ source, origin, data }) => {
    if (!this.#frame || source !== this.#frame.contentWindow || origin !== new URL(this.#frame.src).origin) return;
    if (data?.source !== "dument" || data.v !== 1 || !Number.isFinite(data.valeur)) return;
    if (data.type === "pret") this.#place.classList.add("here");
    if (data.type === "hauteur") this.#frame.style.height = `${Math.min(Math.max(data.valeur, 200), 50_000)}px`;
    if (data.type === "haut") {
      const top = this.#frame.getBoundingClientRect().top + data.valeur;
      if (top < 0 || top > innerHeight - 100) scrollBy(0, top - 64);
    }
  };

  connectedCallback() {
    if (!this.shadowRoot) {
      const root = this.attachShadow({ mode: "open" });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      root.adoptedStyleSheets = [sheet];
      this.#place = root.appendChild(document.createElement("div"));
      this.#place.append(document.createElement("slot"));
    }
    addEventListener("message", this.#hear);
    this.#show();
  }

  disconnectedCallback() {
    removeEventListener("message", this.#hear);
    this.#take();
  }

  attributeChangedCallback() {
    if (this.isConnected && this.#place) this.#show();
  }

  /** Where the tool is, and with what; nothing where the attributes name none. */
  #address() {
    const tool = this.getAttribute("outil");
    const site = parsed(this.getAttribute("site"));
    if (!Object.hasOwn(HEIGHTS, tool) || !/^https?:$/.test(site?.protocol)) return undefined;
    const address = new URL(`embed/v1/${tool}/`, site.href.endsWith("/") ? site : `${site.href}/`);
    const asked = new URLSearchParams();
    for (const name of [...LOOK, ...FACTS]) if (this.hasAttribute(name)) asked.set(name, this.getAttribute(name).replace(/^#/, ""));
    address.hash = asked;
    return address;
  }

  #show() {
    const address = this.#address();
    if (!address) {
      this.#take();
      return;
    }
    // Another look is put on; other facts begin anew, as another tool does.
    const asked = address.pathname + address.origin + FACTS.map((name) => this.getAttribute(name));
    if (this.#frame && asked === this.#asked) {
      this.#frame.contentWindow.location.replace(address);
      return;
    }
    this.#take();
    this.#asked = asked;
    const tool = this.getAttribute("outil");
    this.#frame = Object.assign(document.createElement("iframe"), {
      title: this.getAttribute("titre") ?? (this.textContent.trim() || "Dûment"),
      loading: "lazy",
      allow: "clipboard-write",
      referrerPolicy: "no-referrer",
      src: address.href,
    });
    this.#frame.style.height = `${HEIGHTS[tool]}px`;
    this.#place.append(this.#frame);
  }

  #take() {
    this.#frame?.remove();
    this.#frame = undefined;
    this.#place?.classList.remove("here");
  }
}

/** An address, from where the page is; nothing where it is none. */
function parsed(address) {
  try {
    return address ? new URL(address, document.baseURI) : undefined;
  } catch {
    return undefined;
  }
}

if (globalThis.customElements && !customElements.get("dument-outil")) customElements.define("dument-outil", DumentOutil);
