// Made from the Rust types by `UPDATE_DECLARATIONS=1 cargo test -p dument-js --test declarations`.

/** Who acknowledges the debt, and until when it is to be paid. */
export type Acknowledgment = {
  /** The day by which the debtor undertakes to pay; by default at once what is due, the rest when it falls due. */
  dueOn?: Day;
  /** What else tells who a natural person is, such as « née le 3 mai 1980 à Angers ». */
  identity?: string;
  /** Who signs for the debtor; needed where the debtor isn't a natural person. */
  signatory?: Signatory;
};

/** Where a party is written to: for a company its seat, for a consumer their home. */
export type Address = {
  /** Street, building, delivery box: one to three lines. */
  lines: Array<string>;
  /** The postcode: five digits in France. */
  postcode: string;
  /** The town. */
  town: string;
  /** The country, where it isn't France. */
  country?: string;
};

/** When the parties agreed that the invoice be paid. */
export type AgreedTerm =
  | {
    /** Which of them it is. */
    kind: "date";
    /** The due date agreed, as the invoice bears it. */
    on: Day;
  }
  | {
    /** Which of them it is. */
    kind: "days";
    /** How many days. */
    days: number;
  }
  | {
    /** Which of them it is. */
    kind: "endOfMonth";
    /** How many days. */
    days: number;
    /** How the contract counts them; left out where it doesn't say. */
    reading?: EndOfMonthReading;
  }
  | {
    /** Which of them it is. */
    kind: "none";
  }
  | {
    /** Which of them it is. */
    kind: "unknown";
  };

/** What lowers a debt. */
export type AppliedKind = "payment" | "credit";

/** What a payment or a credit went to. What these parts leave of its amount was more than was owed. */
export type AppliedPayment = {
  /** Its day. */
  on: Day;
  /** What it is. */
  what: AppliedKind;
  /** How much. */
  amount: Money;
  /** What of it paid interest. */
  interest: Money;
  /** What of it lowered the principal. */
  principal: Money;
  /** What of it paid the fixed indemnity. */
  indemnity: Money;
};

/** What becomes of a rate agreed under three times the legal rate. The law forbids it without saying what follows. */
export type BelowFloor = "raise" | "keep";

/** The identifier of a bank (ISO 9362), of eight or eleven characters. */
export type Bic = string;

/** A part of a document, in reading order. */
export type Block =
  | {
    /** Which of them it is. */
    kind: "sender";
    /** One line each; the first is the name. */
    lines: Array<string>;
  }
  | {
    /** Which of them it is. */
    kind: "recipient";
    /** One line each, six at most (postal norm); the first is the name. */
    lines: Array<string>;
  }
  | {
    /** Which of them it is. */
    kind: "placeAndDate";
    /** The whole line. */
    text: string;
  }
  | {
    /** Which of them it is. */
    kind: "delivery";
    /** The whole line. */
    text: string;
  }
  | {
    /** Which of them it is. */
    kind: "subject";
    /** Without the word « Objet ». */
    text: string;
  }
  | {
    /** Which of them it is. */
    kind: "references";
    /** One a line. */
    items: Array<LabelledItem>;
  }
  | {
    /** Which of them it is. */
    kind: "heading";
    /** The heading. */
    text: string;
    /** 1 for a part, 2 for a section of it. */
    level: number;
  }
  | {
    /** Which of them it is. */
    kind: "paragraph";
    /** Stable within a kind of letter, such as `demand`: edits are kept by it. Unique in a document. */
    id: string;
    /** The text; a line break is `\n`. */
    text: string;
  }
  | {
    /** Which of them it is. */
    kind: "table";
    /** What the table is, read before it. */
    caption: string;
    /** Its columns. */
    columns: Array<TableColumn>;
    /** Its rows. */
    rows: Array<TableRow>;
  }
  | {
    /** Which of them it is. */
    kind: "bars";
    /** What they are, for those who can't see them. */
    caption: string;
    /** One a bar: what it is, and the sum in words. */
    items: Array<LabelledItem>;
    /** The length of each bar, in thousandths of the longest. */
    lengths: Array<number>;
  }
  | {
    /** Which of them it is. */
    kind: "facts";
    /** What they are. */
    title: string;
    /** One a line. */
    items: Array<LabelledItem>;
  }
  | {
    /** Which of them it is. */
    kind: "signature";
    /** One line each. */
    lines: Array<string>;
  }
  | {
    /** Which of them it is. */
    kind: "signatures";
    /** In order, two as a rule. */
    parties: Array<SigningParty>;
  }
  | {
    /** Which of them it is. */
    kind: "handwritten";
    /** What is to be written there, and by whom. */
    instruction: string;
    /** The lines of room. */
    lines: number;
  }
  | {
    /** Which of them it is. */
    kind: "paymentCode";
    /** What the code holds, line by line, as the standard has it. */
    payload: string;
    /** What paying with it does, beside the code and for those who can't see it. */
    caption: string;
  }
  | {
    /** Which of them it is. */
    kind: "enclosures";
    /** One line each. */
    items: Array<string>;
  }
  | {
    /** Which of them it is. */
    kind: "pageBreak";
  };

/** What a declaration of a claim says besides the claim; the day of the judgment is `penalties.insolvencyOpenedOn`. */
export type ClaimDeclaration = {
  /** To whom claims are declared: the mandataire judiciaire, in a liquidation the liquidator. The judgment names them. */
  practitioner?: Correspondent;
  /** Which proceedings were opened. */
  proceedings?: Proceedings;
  /** The court that opened them, such as « Tribunal de commerce d’Angers ». */
  court?: string;
  /** The number of the proceedings at that court. */
  registerNumber?: string;
  /** The day the judgment was published in the BODACC: the term to declare runs from it. */
  publishedOn?: Day;
  /**
   * Whether interest goes on after the judgment: under a loan of a year or more, or a payment deferred by a year or more (C. com.
   * L622-28).
   */
  interestGoesOn?: boolean;
  /**
   * The privilege or security of the claim, with its day and what it bears on, such as « nantissement du fonds de commerce de Lyon, inscrit
   * le 3 mars 2025 ».
   */
  security?: string;
  /** The enforceable title of the claim, such as « jugement du 12 mars 2026 ». */
  title?: string;
  /** The court before which the claim is disputed, where it is. */
  pendingBefore?: string;
  /** Whether the goods were sold under retention of title, which is claimed apart. */
  retentionOfTitle?: boolean;
};

/** Something that happened to a claim. */
export type ClaimEvent = {
  /** What happened. */
  kind: EventKind;
  /** When. */
  on: Day;
  /** When it ended, for proceedings and suspensions; for a payment plan, the term of the sum claimed. */
  until?: Day;
  /** How it ended, for proceedings. */
  outcome?: Outcome;
};

/** What is claimed, and of whom: decides the period and its start. */
export type ClaimKind =
  | "business"
  | "civil"
  | "consumer"
  | "public"
  | "carriage"
  | "carriageInternational"
  | "removal"
  | "telecom"
  | "residentialRent"
  | "commercialRent"
  | "insurancePremium"
  | "acceptedBill"
  | "endorsedBill"
  | "cheque"
  | "enforceableTitle"
  | "unknown";

/** How the cells of a column stand. */
export type ColumnAlign = "start" | "end";

/** The formal complaint that the general clauses of public contracts want before any court. */
export type Complaint = {
  /** The grounds of the disagreement, one a text: facts, clauses, how each sum is found. */
  grounds: Array<string>;
  /** The clause that wants the complaint, such as « l’article 46 du CCAG de fournitures courantes et de services ». */
  clause?: string;
  /** The day the disagreement appeared: a refusal in writing, or the end of the time a demand had left. */
  arisenOn?: Day;
};

/** Interest on interest (C. civ. 1343-2). */
export type Compounding = {
  /**
   * The day it starts from, such as the day it was asked of the court: unpaid interest joins the base on each
   * anniversary.
   */
  from: Day;
};

/** What a request to a conciliator says besides the claim. */
export type ConciliationRequest = {
  /** The conciliator, where an address is known; else the letter goes through the online form or the town hall. */
  conciliator?: Correspondent;
  /** What happened, in a few sentences. */
  account?: string;
  /** What the debtor answers, where they do. */
  debtorPosition?: string;
  /** What the creditor would accept, such as « six mensualités égales ». */
  proposal?: string;
};

/** What a route may ask of the facts. */
export type Condition =
  | "due"
  | "notTimeBarred"
  | "noInsolvency"
  | "debtorRepresented"
  | "debtorInFrance"
  | "debtorInUnion"
  | "debtorAbroad"
  | "competentCourt"
  | "privateDebtor"
  | "publicDebtor"
  | "professionalDebtor"
  | "determinedSum"
  | "underCeiling"
  | "betweenMerchants"
  | "notBetweenMerchants"
  | "inForce"
  | "uncontested"
  | "notSeriouslyContestable"
  | "priorAttempt"
  | "enforceableTitle"
  | "noTitle"
  | "proven"
  | "seizable"
  | "authorisation"
  | "threatenedClaim"
  | "ongoingContract"
  | "suspensionAllowed"
  | "goodsHeld"
  | "goodsSold"
  | "retentionAgreed"
  | "directActionGranted"
  | "guaranteed"
  | "guarantorReachable"
  | "liablePartners"
  | "pursuedInVain"
  | "chequeUnpaid"
  | "insolvencyOpened"
  | "bornBeforeOpening"
  | "declarationOpen"
  | "claimBackOpen"
  | "struckOff"
  | "irrecoverable";

/** Who can be reached, and how. */
export type Contact = {
  /** The name of the person or of the service. */
  name?: string;
  /** The telephone number. */
  phone?: string;
  /** The e-mail address. */
  email?: string;
};

/** Whether the debtor contests the debt. */
export type Contested = "no" | "partly" | "yes" | "unknown";

/** A name and an address. */
export type Correspondent = {
  /** The name, such as « Tribunal de commerce d’Angers » or « Maître Anne Le Goff ». */
  name: string;
  /** In which capacity, such as « Mandataire judiciaire », or for whose attention. */
  attention?: string;
  /** Where the letter is sent. */
  address: Address;
};

/** What a route costs for this claim. */
export type Cost = {
  /** The least: the sum of the least of each item. */
  min: Money;
  /** The most: the sum of the most of each item. */
  max: Money;
  /** Whether it comes back from the debtor: as its items do. */
  recoverable: Recoverable;
  /** What it is made of. */
  items: Array<CostItem>;
};

/** One item of a cost. */
export type CostItem = {
  /** What is paid for, in French. */
  label: string;
  /** The least. */
  min: Money;
  /** The most. */
  max: Money;
  /** Whether it comes back from the debtor. */
  recoverable: Recoverable;
  /** Why it does or doesn't, in French. */
  why: string;
  /** The id of the source of the figure. */
  source: string;
};

/** A credit note: it lowers the price, and never pays interest. */
export type Credit = {
  /** Its day: principal is lower from the day after. */
  on: Day;
  /** How much, in euros, VAT included. */
  amount: Money;
  /** Whether it corrects what was never owed, and so lowers principal from the start. */
  retroactive?: boolean;
};

/** Who is owed: decides which of the two legal rates applies (CMF D313-1-A). */
export type CreditorKind = "business" | "individual";

/**
 * A calendar day of the Gregorian calendar, from 1900 to 2200.
 *
 * Reads and prints as `"2026-11-22"`. Months and years are counted as French law counts them: the same day of the
 * month, or its last day where there is no such day (CPC, article 641, second paragraph).
 */
export type Day = string;

/** How days become a fraction of a year: no text says. */
export type DayCount = "actual365" | "actualActual";

/** A procedural term. */
export type Deadline = {
  /** Which term. */
  id: DeadlineId;
  /** Whether one must act by it, or may act only from it. */
  bound: DeadlineBound;
  /** The day that makes it run; that day itself doesn't count. */
  from: Day;
  /**
   * `latest`: the last day, still usable, after the rule of weekends and holidays (CPC 642).
   * `earliest`: the first day on which one may act.
   */
  lastDay: Day;
  /** The same before the rule of weekends and holidays. */
  unmoved: Day;
  /** What must or may be done, in French. */
  message: string;
  /** The id of the source of the term. */
  source: string;
};

/** Which side of a day one may act on. */
export type DeadlineBound = "latest" | "earliest";

/** Which procedural term. */
export type DeadlineId =
  | "paymentOrderService"
  | "paymentOrderOpposition"
  | "paymentOrderEnforcement"
  | "claimDeclaration"
  | "foreclosureRelief"
  | "retentionOfTitleClaim"
  | "nonContestationReport"
  | "chequeCertificate"
  | "publicComplaint";

/** What the debtor answered. */
export type DebtorAnswer = "none" | "promises" | "asksTime" | "disputes" | "paidPart";

/** One objection and its answer. */
export type DisputedPoint = {
  /** What the debtor says, in a few words of the creditor's own. */
  objection: string;
  /** What the creditor answers, with the document that proves it. */
  reply: string;
};

/** Something that was done already. */
export type DoneStep = {
  /** What. */
  kind: EventKind;
  /** When. */
  on: Day;
};

/** One due date that can be argued. */
export type DueDateReading = {
  /** What it follows from. */
  name: DueDateReadingName;
  /** The due date it gives. */
  dueOn: Day;
};

/** What a due date follows from. */
export type DueDateReadingName = "thenEnd" | "endThen" | "agreed" | "lawful";

/** How long a route usually takes. */
export type Duration = {
  /** At best, in days. */
  minDays: number;
  /** At worst, in days. */
  maxDays: number;
};

/** How days « fin de mois » are counted: the administration accepts both ways. */
export type EndOfMonthReading = "thenEnd" | "endThen";

/** The kind of an event. What each did to limitation is told by the timeline of a result. */
export type EventKind =
  | "acknowledgment"
  | "partPayment"
  | "paymentPlanSigned"
  | "enforcementAct"
  | "courtClaim"
  | "paymentOrderServed"
  | "protectiveMeasure"
  | "claimDeclared"
  | "mediation"
  | "participatoryProcedure"
  | "smallClaimsAccepted"
  | "courtExpert"
  | "writtenDemand"
  | "registeredNotice"
  | "reminder"
  | "formalNotice"
  | "summonsToPay"
  | "paymentOrderRequested"
  | "invoiceReissued"
  | "collectionAgency"
  | "paymentOrderMade"
  | "oppositionFormed"
  | "nonContestationServed"
  | "chequePresented"
  | "titleObtained";

/** What proves a claim. */
export type Evidence =
  | "signedQuote"
  | "order"
  | "contract"
  | "deliveryNote"
  | "acceptance"
  | "termsAccepted"
  | "writtenAcknowledgment"
  | "correspondence"
  | "platformStatus";

/** A proven cost of recovery above the indemnity. */
export type ExtraCost = {
  /** What it was spent on. */
  label: string;
  /** How much, in euros. */
  amount: Money;
};

/** A figure of the law and its history. */
export type Figure = {
  /** Stable id, such as `refinancingRate`. */
  id: string;
  /** Its French name. */
  label: string;
  /** What it counts. */
  unit: FigureUnit;
  /** The last day for which it is known; absent for a figure that holds until a text changes it. */
  knownUntil?: Day;
  /** Its values, oldest first, without overlap. */
  rows: Array<FigureRow>;
};

/** One figure over a time. */
export type FigureRow = {
  /** First day of validity. */
  from: Day;
  /** Last day of validity; absent where the next row's start says it, and while nothing newer is known. */
  until?: Day;
  /** The figure, a decimal with a point. */
  value: string;
  /** The text that sets it. */
  reference: string;
  /** The id of the source where it was read. */
  source: string;
  /** Whether the primary text was not seen, or its date is not sure. */
  uncertain: boolean;
  /** What is uncertain or worth knowing, in French. */
  note?: string;
};

/** What a figure counts. */
export type FigureUnit = "percent" | "points" | "multiple" | "euro" | "days" | "months" | "years" | "employees";

/** Whom a fine hits. */
export type FinedPerson = "naturalPerson" | "legalPerson";

/** Who stands surety, and for what. */
export type GuarantorNotice = {
  /** The surety. */
  guarantor: Correspondent;
  /** Whether the surety is a natural person, such as the manager of the company that owes. */
  naturalPerson: boolean;
  /** The day the surety signed. */
  signedOn: Day;
  /** The most the surety owes, all included, in euros. */
  limit?: Money;
  /** Whether the surety is joint with the debtor; until it is said, the letter doesn't speak of it. */
  joint?: YesNo;
  /**
   * Whether a natural person was told in time, each year before 31 March of what was owed and of the first default once it had
   * lasted a month (C. civ. 2302, 2303); until it is said, only the principal is asked for.
   */
  informedInTime?: YesNo;
  /**
   * Where insolvency proceedings are open against the debtor: whether they are a liquidation; until it is said, no natural person is
   * asked for anything.
   */
  debtorInLiquidation?: YesNo;
};

/** What to do about a claim, and why. */
export type Guidance = {
  /** What to do next, in order. */
  plan: Array<PlanStep>;
  /** Every route, each exactly once, in the order of the law’s usual steps. */
  options: Array<RouteOption>;
  /** How well the claim is proven. */
  proof: Proof;
  /** The procedural terms that run for these facts. */
  deadlines: Array<Deadline>;
  /** Who can do it, each exactly once, whether they suit or not. */
  helpers: Array<HelperOption>;
  /** Assumptions, open questions, and what a missing fact would change. */
  notes: Array<Note>;
  /** The texts and pages that reasons, costs and deadlines cite by `id`. */
  sources: Array<Source>;
};

/** Who can recover the claim. */
export type HelperId =
  | "self"
  | "onlineService"
  | "collectionAgency"
  | "judicialOfficer"
  | "lawyer"
  | "creditInsurer"
  | "factoring"
  | "assistant";

/** Someone who can help. */
export type HelperOption = {
  /** Who. */
  id: HelperId;
  /** Whether they suit these facts. */
  suits: boolean;
  /** When they do, in French. */
  when: string;
  /** The usual price, in French. */
  price: string;
  /** What the law asks of them, in French. */
  duties: string;
};

/** An international account number whose check digits and national structure are right. */
export type Iban = string;

/** What a part payment pays first. */
export type Imputation = "interestFirst" | "principalFirst";

/** Insolvency proceedings. */
export type Insolvency = {
  /** Which proceedings. */
  kind: InsolvencyKind;
  /** The day of the judgment that opened them. */
  openedOn: Day;
  /** The day they were published in the BODACC: the terms of creditors run from it. */
  publishedOn: Day;
};

/** The kind of insolvency proceedings. */
export type InsolvencyKind = "safeguard" | "reorganisation" | "liquidation" | "unknown";

/** One payment of a plan. */
export type Instalment = {
  /** The day by which the money is there. */
  on: Day;
  /** How much, in euros; by default an equal share of what the others leave. */
  amount?: Money;
};

/** An invoice, with what was paid and credited of it. */
export type Invoice = {
  /** Its number, as printed on it. */
  number: string;
  /** The day it was issued. */
  issuedOn?: Day;
  /** The day by which it had to be paid; for a judgment, the eve of the first day that bears interest. */
  dueOn: Day;
  /** What it asks for, in euros, VAT included. */
  amount: Money;
  /** What was paid of it. */
  payments?: Array<Payment>;
  /** What was credited on it. */
  credits?: Array<Credit>;
};

/** What is owed of one invoice. */
export type InvoiceStatement = {
  /** Its number. */
  number: string;
  /** The day by which it had to be paid. */
  dueOn: Day;
  /** Days from the due date to the last day that could bear interest. */
  daysLate: number;
  /** The lines of interest, oldest first, without gap or overlap. */
  lines: Array<StatementLine>;
  /** What each payment and credit up to the day of computation went to, in the order in which they count. */
  applied?: Array<AppliedPayment>;
  /** All interest, paid or not: the sum of the lines. */
  interest: Money;
  /** What payments paid of the interest. */
  interestPaid: Money;
  /** The interest still owed. */
  interestDue: Money;
  /** The principal still owed; nothing while the invoice isn't due yet. */
  principalDue: Money;
  /** The fixed indemnity for recovery costs. */
  indemnity: Money;
  /** What of the indemnity is still owed. */
  indemnityDue: Money;
  /** The penalty the contract sets. */
  clause: Money;
  /** Principal, interest and indemnity still owed, and the contract's penalty. */
  total: Money;
  /** What each further day adds. */
  perDay: Money;
  /** The yearly rate of the day after, at which that is computed; absent where that day bears no interest. */
  perDayPercent?: Percent;
};

/** A label and what stands beside it, such as « IBAN » and the account. */
export type LabelledItem = {
  /** What it is. */
  label: string;
  /** Its value. */
  value: string;
};

/** The language of a document, for its reader and its screen reader. */
export type Language = "fr" | "en";

/** Whether a lawyer is required. */
export type LawyerNeed = "notRequired" | "required" | "unsure";

/** A letter ready to be read, edited and rendered. */
export type Letter = {
  /** What it is. */
  kind: LetterKind;
  /** Its subject, without the word « Objet »: the subject of an e-mail too. */
  subject: string;
  /** Its language. */
  language: Language;
  /** The title of the document. */
  title: string;
  /** Who wrote it: the creditor's name. */
  author: string;
  /** The day it is dated. */
  writtenOn: Day;
  /** Its parts, in reading order. */
  blocks: Array<Block>;
  /** The whole letter as plain text. */
  text: string;
  /** What is owed: the figures of the letter come from here. */
  statement: Statement;
  /** What its writer should know, check or complete. */
  notes: Array<Note>;
  /** The texts and pages it rests on. */
  sources: Array<Source>;
};

/** What happened before, and what else a letter should say. */
export type LetterFacts = {
  /** Whether an association owes the claim for a professional activity; until it is said, the lower claim is made. */
  associationActsAsProfessional?: YesNo;
  /** The days of the letters sent before for these invoices. */
  earlierLetters?: Array<Day>;
  /** The consumer ombudsman the creditor has named, with the address or site where a consumer reaches them. */
  consumerMediator?: string;
  /** For a debit note. */
  penaltyClaim?: PenaltyClaim;
  /** For an agreement to pay by instalments. */
  paymentPlan?: PaymentPlan;
  /** For an acknowledgment of the debt. */
  acknowledgment?: Acknowledgment;
  /** For the answer to a debtor who contests. */
  replyToDispute?: ReplyToDispute;
  /** For the notice to who stands surety. */
  guarantorNotice?: GuarantorNotice;
  /** What is enclosed besides copies of the invoices, such as « Bon de livraison signé le 14 avril 2026 ». */
  enclosures?: Array<string>;
  /** For the declaration of a claim. */
  claimDeclaration?: ClaimDeclaration;
  /** For a request for a payment order. */
  paymentOrderRequest?: PaymentOrderRequest;
  /** For a demand to a public body. */
  publicDemand?: PublicDemand;
  /** For a request to a conciliator. */
  conciliationRequest?: ConciliationRequest;
  /** For the notice that work or deliveries are suspended. */
  suspensionNotice?: SuspensionNotice;
  /** For the notice that goods are kept, or claimed back. */
  retentionNotice?: RetentionNotice;
};

/** Everything a letter says comes from here. */
export type LetterInput = {
  /** What the letter is. */
  kind: LetterKind;
  /** Its language; French by default. */
  language?: Language;
  /** The day it is dated, to which interest is counted. */
  writtenOn: Day;
  /** The town it is dated from; by default the creditor's. */
  place?: string;
  /** Who writes. */
  creditor: Party;
  /** Who is written to. */
  debtor: Party;
  /** The unpaid invoices, at least one, all of them late. */
  invoices: Array<LetterInvoice>;
  /** How interest is counted. */
  penalties?: PenaltyOptions;
  /** The days the debtor is given to pay or to answer; by default those customary for the letter. */
  payWithinDays?: number;
  /** The voice of a reminder; a formal notice is always firm. */
  tone?: Tone;
  /** Whether the letter carries a code that a banking application reads to prepare the payment (EPC069-12); no by default. */
  paymentCode?: boolean;
  /** What happened before, and what else the letter should say. */
  facts?: LetterFacts;
};

/** An invoice as a letter names it: the facts of its statement, and what helps the debtor to find it. */
export type LetterInvoice = {
  /** Its number, as printed on it. */
  number: string;
  /** The day it was issued. */
  issuedOn?: Day;
  /** The day by which it had to be paid. */
  dueOn: Day;
  /** What it asks for, in euros, VAT included. */
  amount: Money;
  /** What was paid of it. */
  payments?: Array<Payment>;
  /** What was credited on it. */
  credits?: Array<Credit>;
  /** What was delivered or done, such as « Rénovation de la vitrine ». */
  description?: string;
  /** The debtor's own reference: an order, a contract, a commitment number on Chorus Pro. */
  orderReference?: string;
};

/** What a letter is. */
export type LetterKind =
  | "phoneScript"
  | "textMessage"
  | "emailReminder"
  | "reminder"
  | "secondReminder"
  | "formalNotice"
  | "penaltyClaim"
  | "paymentPlan"
  | "acknowledgment"
  | "replyToDispute"
  | "suspensionNotice"
  | "retentionNotice"
  | "guarantorNotice"
  | "claimDeclaration"
  | "paymentOrderRequest"
  | "publicDemand"
  | "conciliationRequest";

/** Until when one can act, why, and how sure that is. */
export type Limitation = {
  /** The date to act by: every open question read against the creditor. */
  cautious: LimitationTerm;
  /** The date that could be pleaded, only where it is a later one: never a reason to wait. */
  arguable?: LimitationTerm;
  /** The last working day on or before the cautious last day: limitation isn't put off by a weekend or a holiday. */
  actBefore?: Day;
  /** The day beyond which no suspension and no acknowledgment carries the period, where C. civ. 2232 applies. */
  longStop?: Day;
  /** Whether proceedings or a suspension are under way, so that there is no last day yet. */
  pending: boolean;
  /** The start and each event, oldest first, with what each did. */
  timeline: Array<Moment>;
  /** Remarks: traps, assumptions, facts left out. */
  notes: Array<Note>;
  /** The texts behind the period, cited by the timeline or by a remark. */
  sources: Array<Source>;
};

/** What a route does to limitation. */
export type LimitationEffect = "none" | "interrupts" | "interruptsOnService" | "suspends" | "waives" | "unclear";

/** The facts of a limitation. */
export type LimitationInput = {
  /** The day of computation: "today". */
  asOf: Day;
  /** Whose public holidays count for the last working day. */
  place?: Territory;
  /** What is claimed, and of whom. */
  claim: ClaimKind;
  /** When payment was due; for an enforceable title, the day of the title. */
  dueOn?: Day;
  /** When the service was completed or the goods were delivered. */
  performedOn?: Day;
  /** When the contract was concluded: international carriage. */
  concludedOn?: Day;
  /** When the cheque was issued. */
  issuedOn?: Day;
  /** Where the cheque is payable; France where nothing is said, which gives the earliest date. */
  payableIn?: PayableIn;
  /** The period agreed between businesses, in years, from 1 to 10 (C. civ. 2254). */
  agreedYears?: number;
  /** What happened, in any order. */
  events?: Array<ClaimEvent>;
};

/** The period now running, seen from the day of computation. */
export type LimitationTerm = {
  /** The day from which it is counted, itself not counted (C. civ. 2228); against a public body, the first day counted. */
  startsOn: Day;
  /** The last day on which one can still act, to its end (C. civ. 2229); absent while proceedings or a suspension last. */
  lastDay?: Day;
  /** Whether the day of computation is after the last day. */
  expired: boolean;
  /** Days from the day of computation to the last day: 0 on that day and after it. */
  daysLeft?: number;
};

/** Evidence to look for. */
export type MissingEvidence = {
  /** What. */
  evidence: Evidence;
  /** Why it helps, in French. */
  message: string;
};

/** A day on which something happened that bears on limitation, or that one could believe does. */
export type Moment = {
  /** The day. */
  on: Day;
  /** What happened: `start`, or the kind of the event that begins or ends. */
  kind: MomentKind;
  /** What it did to the cautious date. */
  effect: MomentEffect;
  /** The last day as it stands after this moment (for a waiver, the last day it would give); absent while it isn't known. */
  lastDay?: Day;
  /** Why, in French. */
  message: string;
  /** The id of the text that says so. */
  source: string;
};

/** What a moment of the timeline does to the cautious date. */
export type MomentEffect = "starts" | "interrupts" | "suspends" | "resumes" | "undone" | "none" | "tooLate" | "waived";

/** What a moment is: the start of the period, or an event. */
export type MomentKind = "start" | EventKind;

/**
 * An amount in euros, VAT included, always a whole number of cents.
 *
 * Reads and prints as a decimal string with a point (`"1850.00"`); a float never carries money.
 */
export type Money = string;

/** A remark on a result: a trap of the law that the input meets, an assumption, a fact left out. */
export type Note = {
  /** Stable code, such as `rateIgnored`. */
  code: string;
  /** One or more French sentences. */
  message: string;
  /** How much it matters. */
  severity: Severity;
};

/** A way to settle what stays contested. */
export type Offer =
  | {
    /** Which of them it is. */
    kind: "meeting";
    /** The day proposed. */
    on: Day;
  }
  | {
    /** Which of them it is. */
    kind: "conciliation";
  }
  | {
    /** Which of them it is. */
    kind: "mediation";
  };

/** A route: an amicable step, a procedure or a special remedy. */
export type OptionId =
  | "checkDebtor"
  | "call"
  | "reminder"
  | "formalNotice"
  | "summonsToPay"
  | "paymentPlan"
  | "acknowledgment"
  | "conciliator"
  | "mediation"
  | "businessOmbudsman"
  | "smallClaims"
  | "uncontestedCommercial"
  | "paymentOrder"
  | "summaryProceedings"
  | "ordinaryProceedings"
  | "europeanPaymentOrder"
  | "europeanSmallClaims"
  | "protectiveAttachment"
  | "enforcement"
  | "suspendPerformance"
  | "retention"
  | "retentionOfTitle"
  | "directAction"
  | "guarantor"
  | "companyPartners"
  | "unpaidCheque"
  | "claimDeclaration"
  | "adHocRepresentative"
  | "publicDemand"
  | "administrativeSummary"
  | "vatRelief"
  | "foreignLawyer";

/** How proceedings ended. */
export type Outcome = "granted" | "settled" | "withdrawn" | "lapsed" | "dismissed";

/** A creditor or a debtor, as a letter names them. */
export type Party = {
  /** What the party is in law. */
  kind: PartyKind;
  /** The name: of a company without its form, of a person with the first name. */
  name: string;
  /** The form of a company, such as `SARL`. */
  legalForm?: string;
  /** The share capital, in euros. */
  capital?: Money;
  /** The company's number: nine digits, checked. */
  siren?: Siren;
  /** The establishment's number: fourteen digits, checked. */
  siret?: Siret;
  /** The town of the registry the party is entered in. */
  rcsTown?: string;
  /** The VAT number; the key of a French one is checked. */
  vatNumber?: VatNumber;
  /** The seat or the home. */
  address: Address;
  /** Who in the debtor's house should read the letter, such as « Service comptable ». */
  attention?: string;
  /** Who answers for the creditor. */
  contact?: Contact;
  /** Who signs for the creditor. */
  signatory?: Signatory;
  /** The creditor's account, checked. */
  iban?: Iban;
  /** The creditor's bank. */
  bic?: Bic;
};

/** What a party is in law: decides the court, the regime of interest and the limitation period. */
export type PartyKind =
  | "company"
  | "soleTrader"
  | "craftsman"
  | "liberal"
  | "farmer"
  | "civilCompany"
  | "association"
  | "consumer"
  | "publicBody";

/** Where a cheque is payable, seen from where it was issued (C. mon. fin. L131-32). */
export type PayableIn = "france" | "europe" | "elsewhere";

/** A sum received. */
export type Payment = {
  /** The day the money was there: that day still bears interest on the old balance. */
  on: Day;
  /** How much, in euros. */
  amount: Money;
};

/** What a request for a payment order says besides the claim. */
export type PaymentOrderRequest = {
  /** The court of the debtor’s place, with the address of its registry. */
  court?: Correspondent;
  /** The contract the claim comes from, such as « Devis no 112 accepté le 3 mars 2026 ». */
  contract?: string;
  /** The court that should judge if the debtor opposes; by default the one asked. */
  courtUponOpposition?: string;
  /** Of a creditor who is a natural person: the profession (CPC 54). */
  profession?: string;
  /** Of a creditor who is a natural person: the nationality (CPC 54). */
  nationality?: string;
  /** Of a creditor who is a natural person: the day of birth (CPC 54). */
  bornOn?: Day;
  /** Of a creditor who is a natural person: the place of birth (CPC 54). */
  bornIn?: string;
};

/** The instalments agreed, and what becomes of interest meanwhile. */
export type PaymentPlan = {
  /** The instalments, in the order of their days. */
  instalments: Array<Instalment>;
  /** What becomes of interest and of what the law adds to it. */
  interest?: PlanInterest;
  /**
   * The days in which a missed instalment may be caught up, after a formal notice, before all falls due; by default 15, and 30 for a
   * consumer.
   */
  cureDays?: number;
  /** Who signs for the debtor; needed where the debtor isn't a natural person. */
  signatory?: Signatory;
};

/** What is sold or done, where the law sets a term of its own for it (C. com. L441-11 and L441-12). */
export type PaymentSector =
  | "general"
  | "perishable"
  | "meat"
  | "spirits"
  | "wine"
  | "carriage"
  | "export"
  | "gardenMachinery"
  | "agriculturalMachinery"
  | "snowSports"
  | "leather"
  | "jewellery"
  | "toys"
  | "unknown";

/** When an invoice must be paid, and whether what was agreed is lawful. */
export type PaymentTerms = {
  /**
   * The due date to count penalties from: the one agreed, else that of the law. Where the one agreed is later than the
   * law allows, still the one agreed between businesses, by caution; the law's for a public debtor, whose contract
   * can't lengthen its term.
   */
  dueOn: Day;
  /** The latest due date the law allows; for a consumer, whom no maximum binds, the due date itself. */
  lawfulDueOn: Day;
  /** Whether the agreed due date is no later; true where none was agreed. */
  lawful: boolean;
  /** The due dates between which the law or the contract leaves a doubt; empty where there is none. */
  readings: Array<DueDateReading>;
  /** What an unlawful term may cost, between businesses. */
  fine?: PaymentTermsFine;
  /** Remarks: assumptions, what a missing fact would change, open questions. */
  notes: Array<Note>;
  /** The texts behind the terms, the fine and the remarks. */
  sources: Array<Source>;
};

/** Who is owed. */
export type PaymentTermsCreditor = {
  /** What the creditor is in law: neither a consumer nor a public body. */
  kind: PartyKind;
};

/** Who owes. */
export type PaymentTermsDebtor = {
  /** What the debtor is in law, for this contract. */
  kind: PartyKind;
  /** Which public body, where the debtor is one: it decides its term. */
  publicKind?: PublicKind;
  /** Where the debtor has its seat or home. */
  place?: Place;
};

/** The administrative fine for terms that aren't respected (C. com. L441-16). */
export type PaymentTermsFine = {
  /** What the debtor is: the maximum differs. */
  who: FinedPerson;
  /** The highest fine. */
  maximum: Money;
  /** The highest fine for doing it again. */
  repeatedMaximum: Money;
  /** How many years after the first fine became final « again » means. */
  repeatedWithinYears: number;
  /** The id of the source that sets it. */
  source: string;
};

/** The facts of one invoice that decide when it must be paid. */
export type PaymentTermsInput = {
  /** The day the invoice was issued: the date it bears. */
  issuedOn: Day;
  /**
   * The day a public debtor received the invoice, or its notice on the invoicing portal; without it, what the law
   * presumes. Between businesses no term runs from it.
   */
  receivedOn?: Day;
  /**
   * The day the goods were received or the service completed; for goods imported overseas, the day they cleared
   * customs at their final port.
   */
  deliveredOn?: Day;
  /** What the parties agreed; left out where it isn't known. */
  agreed?: AgreedTerm;
  /** What is sold or done, where the law sets a term of its own for it. */
  sector?: PaymentSector;
  /** Whether the invoice gathers the deliveries of a period (CGI 289, I, 3); left out, it doesn't. */
  periodic?: YesNo;
  /** Who is owed. */
  creditor: PaymentTermsCreditor;
  /** Who owes. */
  debtor: PaymentTermsDebtor;
};

/** What is owed, by when, at which rate, and what was paid of it. */
export type PenaltiesInput = {
  /** The day of computation: interest runs to it, that day included. */
  asOf: Day;
  /** Which law of late payment applies. */
  regime: Regime;
  /** The agreed yearly rate; by default none, so that the law sets it. */
  rate?: Rate;
  /** What becomes of a rate agreed under three times the legal rate (business only). */
  belowFloor?: BelowFloor;
  /** How days become a fraction of a year. */
  dayCount?: DayCount;
  /** What a part payment pays first. */
  imputation?: Imputation;
  /** Who is owed: decides which legal rate applies (consumer and judgment only). */
  creditor?: CreditorKind;
  /** The day the debtor received the formal notice (consumer only): interest runs from the day after. */
  noticeReceivedOn?: Day;
  /** The day the decision was served on the debtor (judgment only): two months later the legal rate rises. */
  servedOn?: Day;
  /**
   * The day of the judgment that opened insolvency proceedings against the debtor: its eve is the last day that
   * bears interest, but for an invoice that is due and was issued on that day or later.
   */
  insolvencyOpenedOn?: Day;
  /** Interest on interest, where a contract or a decision grants it. */
  compounding?: Compounding;
  /** A penalty the contract sets for each invoice paid late, beside interest (business only). */
  penaltyClause?: PenaltyClause;
  /** Proven costs of recovery above the indemnity (business and public only). */
  extraCosts?: Array<ExtraCost>;
  /** The unpaid or late-paid invoices, at least one. */
  invoices: Array<Invoice>;
};

/** What a debit note says beside the invoices. */
export type PenaltyClaim = {
  /** The number of the note, in a series of its own, such as `ND-2026-03`. */
  number?: string;
};

/** A penalty agreed in the contract, due once for each invoice paid late: the higher of the two figures. */
export type PenaltyClause = {
  /** Percent of what was unpaid when the invoice fell due. */
  percent?: Percent;
  /** The least the penalty comes to. */
  minimum?: Money;
};

/**
 * How interest is counted in a letter: the choices of a statement, without its invoices, its regime (the debtor
 * decides it) and its day (the letter's own).
 */
export type PenaltyOptions = {
  /** The agreed yearly rate; by default none, so that the law sets it. */
  rate?: Rate;
  /** What becomes of a rate agreed under three times the legal rate (business only). */
  belowFloor?: BelowFloor;
  /** How days become a fraction of a year. */
  dayCount?: DayCount;
  /** What a part payment pays first. */
  imputation?: Imputation;
  /** Who is owed: decides which legal rate applies (consumer only). */
  creditor?: CreditorKind;
  /** The day the debtor received an earlier formal notice (consumer only): interest runs from the day after. */
  noticeReceivedOn?: Day;
  /** The day a decision was served: no letter uses it. */
  servedOn?: Day;
  /** The day of the judgment that opened insolvency proceedings against the debtor. */
  insolvencyOpenedOn?: Day;
  /** Interest on interest, where a contract or a decision grants it. */
  compounding?: Compounding;
  /** A penalty the contract sets for each invoice paid late (business only). */
  penaltyClause?: PenaltyClause;
  /** Proven costs of recovery above the indemnity (business and public only). */
  extraCosts?: Array<ExtraCost>;
};

/**
 * A percentage a year, a number of points or a multiple: an exact decimal that prints with at least two decimals
 * (`"12.40"`) and as many as are exact (`"4.125"`).
 */
export type Percent = string;

/** Where a debtor is established. */
export type Place = "france" | "alsaceMoselle" | "overseas" | "eu" | "denmark" | "abroad";

/** What becomes of interest, and of what the law adds to it, during a plan: no text says, the agreement must. */
export type PlanInterest = "runsOn" | "suspended" | "waivedIfKept";

/** One step of the plan. */
export type PlanStep = {
  /** The route it belongs to. */
  option: OptionId;
  /** The day from which to do it. */
  on?: Day;
  /** Its French name. */
  title: string;
  /** Why now, in French. */
  why: string;
};

/** One fault of an input. */
export type Problem = {
  /** The kind of fault. */
  code: ProblemCode;
  /** Where: a path such as `invoices[2].dueOn`; empty for the whole input. */
  field: string;
  /** A French sentence that says what to do. */
  message: string;
};

/** What kind of fault: stable, for programs. */
export type ProblemCode =
  | "amountTooLarge"
  | "dateOutOfRange"
  | "documentFailed"
  | "endBeforeStart"
  | "forbiddenContent"
  | "indemnityFromConsumer"
  | "insolvencyOpened"
  | "invalidBic"
  | "invalidDate"
  | "invalidIban"
  | "invalidMoney"
  | "invalidPercent"
  | "invalidPostcode"
  | "invalidSiren"
  | "invalidSiret"
  | "invalidVatNumber"
  | "missingField"
  | "negativeAmount"
  | "negativePercent"
  | "notApplicable"
  | "nothingDue"
  | "notYetDue"
  | "outOfRange"
  | "percentOutOfRange"
  | "rateUnknown"
  | "sumMismatch"
  | "tooManyDecimals"
  | "tooManyLines"
  | "unknownField"
  | "unknownValue"
  | "unsupportedLanguage"
  | "emptyList"
  | "wrongType"
  | "zeroAmount";

/** What the claim rests on. */
export type ProcedureBasis = "contract" | "carriage" | "subcontract" | "lease" | "cheque" | "acceptedBill";

/** Who is owed. */
export type ProceduresCreditor = {
  /** What the creditor is in law: neither a consumer nor a public body. */
  kind: PartyKind;
  /** How many people the creditor employs: decides the contribution to economic justice. */
  employees?: number;
  /** Yearly turnover, mean of the last three years. */
  turnover?: Money;
  /** Yearly profit, mean of the last three years; below zero for a loss. */
  averageProfit?: Profit;
};

/** Who owes. */
export type ProceduresDebtor = {
  /** What the debtor is in law, for this contract. */
  kind: PartyKind;
  /** Which public body, where the debtor is one. */
  publicKind?: PublicKind;
  /** Where the debtor has its seat or home. */
  place: Place;
  /** Whether the debtor was struck off the register of companies. */
  struckOff?: YesNo;
  /** Whether the debtor looks for a solution with the creditor. */
  cooperates?: YesNo;
  /** Whether someone stands surety for the debt. */
  guarantor?: YesNo;
  /** What the debtor answered so far. */
  answer?: DebtorAnswer;
  /** The insolvency proceedings opened against the debtor. */
  insolvency?: Insolvency;
};

/** The facts of a case. */
export type ProceduresInput = {
  /** The day for which the guidance is given: nothing reads the clock. */
  asOf: Day;
  /** Principal still due, VAT included. */
  amount: Money;
  /** Interest and indemnity accrued so far; each rule counts what its text counts, and says so. */
  accrued?: Money;
  /** When the goods were delivered or the service completed: the claim was born then. */
  performedOn?: Day;
  /** When payment was due. */
  dueOn?: Day;
  /** Who is owed. */
  creditor: ProceduresCreditor;
  /** Who owes. */
  debtor: ProceduresDebtor;
  /** Whether the debtor contests the debt. */
  contested: Contested;
  /** What the claim rests on. */
  basis: ProcedureBasis;
  /** What proves the claim; empty where it isn't known yet. */
  evidence?: Array<Evidence>;
  /** The seat of the competent court, such as `"Lyon"`: tells a tribunal des activités économiques. */
  court?: string;
  /** What was done already. */
  done?: Array<DoneStep>;
  /** The facts of its limitation, where more is known than what stands above. */
  limitation?: LimitationInput;
};

/** Insolvency proceedings. */
export type Proceedings = "safeguard" | "reorganisation" | "liquidation";

/** An amount in euros that may be below zero: `"4000000.00"`, or `"-12000.00"` for a loss. */
export type Profit = string;

/** How well the claim is proven. */
export type Proof = {
  /** How strong the evidence is. */
  strength: ProofStrength;
  /** What would make it stronger. */
  missing: Array<MissingEvidence>;
};

/** How strong the evidence is. */
export type ProofStrength = "strong" | "fair" | "weak" | "unknown";

/** What a demand to a public body says besides the claim. */
export type PublicDemand = {
  /** The day the invoice was deposited on Chorus Pro, where there is but one. */
  depositedOn?: Day;
  /** The commitment number of the order. */
  commitmentNumber?: string;
  /** The public contract, such as « Marché no 2026-04, lot 2 ». */
  contract?: string;
  /** What makes of the letter a formal complaint too, where the contract refers to general clauses. */
  complaint?: Complaint;
};

/** Which public body a debtor is: decides its payment term (CCP R2192-10, R2192-11). */
export type PublicKind = "state" | "local" | "hospital" | "publicUndertaking";

/** The rate of interest agreed between the parties. */
export type Rate =
  | {
    /** Which of them it is. */
    kind: "statutory";
  }
  | {
    /** Which of them it is. */
    kind: "fixed";
    /** Percent a year, such as `"12.00"`. */
    percent: Percent;
  }
  | {
    /** Which of them it is. */
    kind: "monthly";
    /** Percent a month. */
    percent: Percent;
  }
  | {
    /** Which of them it is. */
    kind: "legalMultiple";
    /** How many times. */
    multiple: Percent;
  }
  | {
    /** Which of them it is. */
    kind: "legalPlus";
    /** Points added. */
    points: Percent;
  }
  | {
    /** Which of them it is. */
    kind: "refinancingPlus";
    /** Points added. */
    points: Percent;
  };

/** What a rate is made of: prints as `refinancing+10`, `legal`, `legal+5`, `legalx3`, `fixed` or `floor`. */
export type RateBasis = `refinancing+${number}` | "legal" | `legal+${number}` | `legalx${number}` | "fixed" | "floor";

/** A condition of a route, and whether the facts meet it. */
export type Reason = {
  /** Which condition. */
  condition: Condition;
  /** False only where a known fact fails it: a fact that isn't known leaves it true, and the message asks to check it. */
  met: boolean;
  /** The fact that met or failed it, in French. */
  message: string;
  /** The id of the source of the condition. */
  source: string;
};

/** Whether a cost comes back from the debtor. */
export type Recoverable = "yes" | "partly" | "no";

/**
 * Every dated figure the engine knows, and the sources they cite.
 *
 * The published figures come with the program; newer ones can be given instead.
 */
export type Reference = {
  /** The day on which figures were last read in their sources: of two editions, the later is the newer one. */
  readOn: Day;
  /** The day up to which every half-yearly rate is published. */
  knownUntil: Day;
  /** The figures, each with its history. */
  figures: Array<Figure>;
  /** The texts and pages the figures, lines, options and notes cite by `id`. */
  sources: Array<Source>;
};

/** Which law of late payment applies: it follows the debtor, or the judgment. */
export type Regime = "business" | "public" | "consumer" | "judgment";

/** What the debtor contests, and what is answered. */
export type ReplyToDispute = {
  /** The day of the debtor's letter or message. */
  disputedOn: Day;
  /** What the debtor objects, and the answer to it: at least one point. */
  points: Array<DisputedPoint>;
  /** What of the invoices the debtor doesn't contest, in euros: asked for at once. */
  undisputedAmount?: Money;
  /** What is offered to settle the rest. */
  offer?: Offer;
};

/** Which goods, and by which right they are kept or asked back. */
export type RetentionNotice = {
  /** The right that is used. */
  right?: RetentionRight;
  /** The goods, with what makes them known again: marks, serial numbers, quantities. */
  goods?: string;
  /** Where goods that are kept are, such as « notre atelier d’Angers ». */
  keptAt?: string;
  /** The day the goods were handed over: to the creditor for goods that are kept, to the debtor for goods sold. */
  handedOverOn?: Day;
  /** For goods sold: where title was reserved in writing, such as « article 8 de nos conditions générales, acceptées le 3 mars 2026 ». */
  clause?: string;
  /** In insolvency proceedings: the administrator, or the liquidator; by default the debtor is written to. */
  practitioner?: Correspondent;
  /** In insolvency proceedings: the day the judgment was published in the BODACC. */
  publishedOn?: Day;
};

/** The right to goods. */
export type RetentionRight = "possession" | "title";

/** A route, with everything that decides whether to take it. */
export type RouteOption = {
  /** Which route. */
  id: OptionId;
  /** Whether it is open. */
  status: RouteStatus;
  /** The conditions, each with the fact that meets or fails it. */
  reasons: Array<Reason>;
  /** The competent court, in French, where there is one. */
  court?: string;
  /** Whether a lawyer is required. */
  lawyer: LawyerNeed;
  /** What must be tried before, in French, where something must. */
  prior?: string;
  /** What it costs for this claim. */
  cost: Cost;
  /** How long it usually takes. */
  duration: Duration;
  /** What it does to limitation. */
  limitationEffect: LimitationEffect;
  /** How it goes, step by step, in French. */
  steps: Array<string>;
  /** What to gather, in French. */
  documents: Array<string>;
  /** The official forms. */
  forms: Array<string>;
};

/** Whether a route is open for these facts. */
export type RouteStatus = "recommended" | "possible" | "blocked" | "notConcerned";

/** How much a note matters. */
export type Severity = "info" | "warning";

/** Who signs a letter. */
export type Signatory = {
  /** First and last name. */
  name: string;
  /** In which capacity, such as « Gérante ». */
  capacity?: string;
};

/** One of those who sign an agreement. */
export type SigningParty = {
  /** As whom, such as « Le créancier ». */
  title: string;
  /** Name and capacity, one line each. */
  lines: Array<string>;
};

/** The number of a company: nine digits, the last one a check digit. */
export type Siren = string;

/** The number of an establishment: its company's SIREN and five digits more. */
export type Siret = string;

/** Where a rule or a figure can be read. */
export type Source = {
  /** Stable id, such as `ccom-l441-10`: lines, options and notes cite it. */
  id: string;
  /** The French name of the text, as one would cite it. */
  title: string;
  /** Its address. */
  url: string;
};

/** What is owed on a day, line by line, each line with its reason. */
export type Statement = {
  /** The day of computation. */
  asOf: Day;
  /** The law of late payment that was applied. */
  regime: Regime;
  /** Whether a line rests on a rate that isn't published yet. */
  provisional: boolean;
  /** One statement for each invoice, in the order given. */
  invoices: Array<InvoiceStatement>;
  /** The costs above the indemnity that are counted. */
  extraCosts: Array<ExtraCost>;
  /** The sums over all invoices. */
  totals: Totals;
  /** What to know or to check about this statement. */
  notes: Array<Note>;
  /** The texts and pages that lines, figures and notes rest on. */
  sources: Array<Source>;
};

/** Interest over consecutive days at one rate on one sum. */
export type StatementLine = {
  /** The first day that bears interest. */
  from: Day;
  /** The last day that bears interest. */
  to: Day;
  /** How many days, both included. */
  days: number;
  /** The sum that bears interest: the unpaid principal, and the interest that has joined it. */
  principal: Money;
  /** Percent a year. */
  percent: Percent;
  /** What the rate is made of. */
  basis: RateBasis;
  /** Whether the rate isn't published yet for some of these days. */
  provisional: boolean;
  /** The interest, rounded once to the cent. */
  interest: Money;
  /** The id of the text this line rests on. */
  source: string;
};

/** What a creditor still had to do. */
export type Suspended = "work" | "deliveries" | "services";

/** What is suspended, and from when. */
export type SuspensionNotice = {
  /** What is suspended. */
  what?: Suspended;
  /** What exactly, such as « pose des menuiseries du second étage ». */
  description?: string;
  /** The contract from which both the unpaid invoices and what is suspended come, such as « devis no 112 accepté le 3 mars 2026 ». */
  contract?: string;
  /** The first day of the suspension, where it is announced; by default the receipt of the letter. */
  from?: Day;
};

/** A column of a table. */
export type TableColumn = {
  /** The header cell. */
  title: string;
  /** How its cells stand. */
  align: ColumnAlign;
};

/** A row of a table: one cell for each column. */
export type TableRow = {
  /** The texts of the cells, as many as there are columns. */
  cells: Array<string>;
  /** A sum of rows above: set apart and in bold. */
  total: boolean;
  /**
   * The sums of the rows so far, a cell for each column (empty where nothing is summed): what a page shows at its foot, and
   * the next one at its head, where the table breaks below this row. Empty where nothing is carried over.
   */
  carried?: Array<string>;
};

/** Which public holidays count. */
export type Territory = "france" | "alsaceMoselle" | "overseas";

/** The voice of a letter. */
export type Tone = "courteous" | "firm";

/** The sums over all invoices. */
export type Totals = {
  /** All interest, paid or not. */
  interest: Money;
  /** What payments paid of the interest. */
  interestPaid: Money;
  /** The interest still owed. */
  interestDue: Money;
  /** The principal still owed. */
  principalDue: Money;
  /** The fixed indemnities. */
  indemnity: Money;
  /** What of the indemnities is still owed. */
  indemnityDue: Money;
  /** The penalties the contract sets. */
  clause: Money;
  /** The costs above the indemnity. */
  extraCosts: Money;
  /** All that is still owed, the costs above the indemnity included. */
  total: Money;
  /** What each further day adds. */
  perDay: Money;
};

/** A VAT number, such as `FR44732829320`. */
export type VatNumber = string;

/** Yes, no, or not known: `true`, `false` or `"unknown"`. */
export type YesNo = boolean | "unknown";
