//! Knowing debtors again, by what files tell of them.

use std::collections::{BTreeMap, BTreeSet};

use dument_intake::Party;
use dument_law::Day;

use crate::debtor::{Address, Debtor, DebtorFieldName, bare};
use crate::edit::{Put, new_invoice};
use crate::{DebtorId, Invoice, InvoiceFieldName, InvoiceId, Ledger, Record, words};

/// The name of who owes, where no file gives one.
const NAMELESS: &str = "Client à préciser";

/// The debtors of a ledger while files are merged.
pub(super) struct Debtors<'a> {
    ledger: &'a Ledger,
    touched: BTreeMap<DebtorId, Touched>,
    /// Whose a number, an account or a name is.
    keys: BTreeMap<String, DebtorId>,
    /// Whose the invoices of a number and an amount are, with their day of issue.
    invoices: BTreeMap<(String, i64), Vec<Issued>>,
    twins: BTreeSet<(DebtorId, DebtorId)>,
    /// Those that a line is about, though it may be refused.
    new: BTreeSet<DebtorId>,
}

/// Whose an invoice is, and its day of issue.
type Issued = (DebtorId, Option<Day>);

/// A debtor as it will be.
pub(super) struct Touched {
    id: DebtorId,
    pub(super) record: Record,
    /// Its invoices by number, letters and digits alone.
    numbers: BTreeMap<String, Vec<InvoiceId>>,
}

impl Touched {
    fn new(id: DebtorId, record: Record) -> Self {
        let mut numbers: BTreeMap<String, Vec<InvoiceId>> = BTreeMap::new();
        for (id, invoice) in &record.invoices {
            numbers.entry(words::number(&invoice.number)).or_default().push(*id);
        }
        Self { id, record, numbers }
    }

    /// The invoice of that number, if there is one: of the same year of issue where both have one. Else the one that had it until the
    /// user gave it another, by its name, which never changes.
    pub(super) fn find(&self, number: &str, issued_on: Option<Day>) -> Option<InvoiceId> {
        let same_year = |id: &&InvoiceId| {
            let ours = self.record.invoices.get(id).and_then(|invoice| invoice.issued_on);
            ours.zip(issued_on).is_none_or(|(ours, theirs)| ours.year() == theirs.year())
        };
        let plain = words::number(number);
        if let Some(id) = self.numbers.get(&plain).and_then(|ids| ids.iter().find(same_year)) {
            return Some(*id);
        }
        let first = InvoiceId::of(&[&self.id.to_string(), &plain], |_| false);
        let renamed = self.record.invoices.get(&first)?.corrected.contains(&InvoiceFieldName::Number);
        Some(first).filter(|id| renamed && same_year(&id))
    }

    /// Adds an invoice that it doesn't have.
    pub(super) fn insert(&mut self, invoice: Invoice) -> InvoiceId {
        let id = new_invoice(&self.record, self.id, &invoice);
        self.numbers.entry(words::number(&invoice.number)).or_default().push(id);
        self.record.invoices.insert(id, invoice);
        id
    }
}

/// The lines of one file that are about one debtor.
#[derive(Default)]
struct Group<'f> {
    parties: Vec<&'f Party>,
    invoices: Vec<&'f dument_intake::Invoice>,
}

/// A company's number, from that of an establishment where need be.
fn siren(party: &Party) -> Option<String> {
    let given = party.siren.clone().or_else(|| Some(party.siret.as_deref()?.get(..9)?.to_owned()))?;
    Some(bare(given)).filter(|number| !number.is_empty())
}

/// What a party can be known by, the surest first.
fn keys(party: &Party) -> Vec<String> {
    let siren = siren(party).map(|number| format!("siren {number}"));
    let vat = party.vat_number.clone().map(|number| format!("tva {}", bare(number).to_uppercase()));
    let account = party.account.as_ref().map(|account| format!("compte {}", words::plain(account)));
    let mut keys: Vec<String> = [siren, vat, account].into_iter().flatten().collect();
    let name = words::plain(&party.name);
    if !name.is_empty() || keys.is_empty() {
        keys.push(format!("nom {name}"));
    }
    keys
}

/// The same of a debtor that is known.
fn known_keys(debtor: &Debtor) -> Vec<String> {
    let siren = debtor.siren.as_ref().map(|number| format!("siren {number}"));
    let vat = debtor.vat_number.as_ref().map(|number| format!("tva {}", number.to_uppercase()));
    let accounts = debtor.accounts.iter().map(|account| format!("compte {}", words::plain(account)));
    let name = format!("nom {}", words::plain(&debtor.name));
    siren.into_iter().chain(vat).chain(accounts).chain([name]).collect()
}

impl<'a> Debtors<'a> {
    pub(super) fn new(ledger: &'a Ledger) -> Self {
        let mut debtors = Self {
            ledger,
            touched: BTreeMap::new(),
            keys: BTreeMap::new(),
            invoices: BTreeMap::new(),
            twins: BTreeSet::new(),
            new: BTreeSet::new(),
        };
        for (id, record) in &ledger.debtors {
            for key in known_keys(&record.debtor) {
                debtors.keys.entry(key).or_insert(*id);
            }
            for invoice in record.invoices.values() {
                let places = debtors.invoices.entry((words::number(&invoice.number), invoice.amount.cents())).or_default();
                places.push((*id, invoice.issued_on));
            }
        }
        debtors
    }

    /// Whose each line of a file is.
    pub(super) fn groups<'f>(
        &mut self,
        lines: impl Iterator<Item = (&'f Party, Option<&'f dument_intake::Invoice>)>,
    ) -> Vec<DebtorId> {
        let mut groups: Vec<Group<'f>> = Vec::new();
        let mut by_key: BTreeMap<String, usize> = BTreeMap::new();
        let mut places = Vec::new();
        for (party, invoice) in lines {
            let mut surest = keys(party);
            // In one file a name tells nothing where there is an account or a number.
            if surest.iter().any(|key| !key.starts_with("nom ")) {
                surest.retain(|key| !key.starts_with("nom "));
            }
            let at = surest.iter().find_map(|key| by_key.get(key).copied()).unwrap_or_else(|| {
                groups.push(Group::default());
                groups.len() - 1
            });
            for key in surest {
                by_key.entry(key).or_insert(at);
            }
            let group = &mut groups[at];
            if group.parties.iter().all(|known| *known != party) {
                group.parties.push(party);
            }
            group.invoices.extend(invoice);
            places.push(at);
        }
        let ids: Vec<DebtorId> = groups.iter().map(|group| self.whose(group)).collect();
        places.into_iter().filter_map(|at| ids.get(at).copied()).collect()
    }

    /// The debtor of a group, a new one where none is known.
    fn whose(&mut self, group: &Group<'_>) -> DebtorId {
        let id = self.known(group).unwrap_or_else(|| {
            let (ledger, new) = (self.ledger, &self.new);
            let taken = |id| ledger.debtors.contains_key(&id) || new.contains(&id);
            let first = group.parties.first().map(|party| keys(party)).unwrap_or_default();
            let surest = first.first().map(String::as_str).unwrap_or_default();
            DebtorId::of(&["debtor", surest], taken)
        });
        self.new.insert(id);
        let others: Vec<DebtorId> = self.by_invoice(group).filter(|other| *other != id).collect();
        let alike = others.into_iter().filter(|other| group.parties.iter().all(|party| !self.contradicts(*other, party)));
        let pairs: Vec<_> = alike.map(|other| (other.min(id), other.max(id))).collect();
        self.twins.extend(pairs);
        for party in &group.parties {
            for key in keys(party) {
                let whose = *self.keys.entry(key.clone()).or_insert(id);
                if whose != id && !key.starts_with("nom ") && !self.contradicts(whose, party) {
                    self.twins.insert((whose.min(id), whose.max(id)));
                }
            }
        }
        id
    }

    fn debtor(&self, id: DebtorId) -> Option<&Debtor> {
        let touched = self.touched.get(&id).map(|touched| &touched.record);
        Some(&touched.or_else(|| self.ledger.debtors.get(&id))?.debtor)
    }

    /// Whether a party can't be that debtor: it has another company's number.
    fn contradicts(&self, id: DebtorId, party: &Party) -> bool {
        let ours = self.debtor(id).and_then(|debtor| debtor.siren.as_ref());
        ours.zip(siren(party)).is_some_and(|(ours, theirs)| *ours != theirs)
    }

    fn known(&self, group: &Group<'_>) -> Option<DebtorId> {
        let fits = |id: &DebtorId| group.parties.iter().all(|party| !self.contradicts(*id, party));
        let all: Vec<String> = group.parties.iter().flat_map(|party| keys(party)).collect();
        for start in ["siren ", "tva ", "compte "] {
            let found = all.iter().filter(|key| key.starts_with(start)).find_map(|key| self.keys.get(key)).filter(|id| fits(id));
            if let Some(id) = found {
                return Some(*id);
            }
        }
        let by_invoice =
            self.by_invoice(group).find(|id| fits(id) && !(self.accounts_differ(*id, group) && self.names_differ(*id, group)));
        let by_name = || {
            let mut names = all.iter().filter(|key| key.starts_with("nom ")).filter_map(|key| self.keys.get(key));
            // Two accounts of one name are two debtors, as long as nothing else says that they are one.
            names.find(|id| fits(id) && !self.accounts_differ(**id, group)).copied()
        };
        by_invoice.or_else(by_name)
    }

    /// Those who have an invoice of the group already: of the same number and amount, and of the same day where both have one.
    fn by_invoice(&self, group: &Group<'_>) -> impl Iterator<Item = DebtorId> {
        group.invoices.iter().flat_map(|invoice| {
            let places = self.invoices.get(&(words::number(&invoice.number), invoice.amount.cents()));
            let same_day = |issued_on: &Option<Day>| issued_on.zip(invoice.issued_on).is_none_or(|(ours, theirs)| ours == theirs);
            places.into_iter().flatten().filter(move |(_, issued_on)| same_day(issued_on)).map(|(id, _)| *id)
        })
    }

    fn accounts_differ(&self, id: DebtorId, group: &Group<'_>) -> bool {
        let ours = self.debtor(id).map(|debtor| debtor.accounts.as_slice()).unwrap_or_default();
        let mut theirs = group.parties.iter().filter_map(|party| party.account.as_ref()).peekable();
        !ours.is_empty() && theirs.peek().is_some() && !theirs.any(|account| ours.contains(account))
    }

    fn names_differ(&self, id: DebtorId, group: &Group<'_>) -> bool {
        let ours = self.debtor(id).map(|debtor| words::plain(&debtor.name)).unwrap_or_default();
        group.parties.iter().all(|party| words::plain(&party.name) != ours)
    }

    /// A debtor's record as it will be, with what the party adds to it.
    pub(super) fn record(&mut self, id: DebtorId, party: &Party) -> &mut Touched {
        let ledger = self.ledger;
        let known = || Touched::new(id, ledger.debtors.get(&id).cloned().unwrap_or_default());
        let touched = self.touched.entry(id).or_insert_with(known);
        fill(&mut touched.record.debtor, party);
        touched
    }

    pub(super) fn twins(&self) -> Vec<(DebtorId, DebtorId)> {
        self.twins.iter().copied().collect()
    }

    /// What differs from the ledger.
    pub(super) fn end(self, ledger: &Ledger) -> Vec<Put> {
        let none = Record::default();
        let mut puts = Vec::new();
        for (id, Touched { mut record, .. }) in self.touched {
            if record.debtor.name.is_empty() {
                NAMELESS.clone_into(&mut record.debtor.name);
            }
            let known = ledger.debtors.get(&id);
            let was = known.unwrap_or(&none);
            if known.is_none() || was.debtor != record.debtor {
                puts.push(Put::Debtor { id, debtor: Some(Box::new(record.debtor)) });
            }
            for (invoice, value) in record.invoices {
                if was.invoices.get(&invoice) != Some(&value) {
                    puts.push(Put::Invoice { debtor: id, id: invoice, invoice: Some(Box::new(value)) });
                }
            }
            for (deposit, value) in record.deposits {
                if was.deposits.get(&deposit) != Some(&value) {
                    puts.push(Put::Deposit { debtor: id, id: deposit, deposit: Some(Box::new(value)) });
                }
            }
        }
        puts
    }
}

/// Fills in what a debtor lacks; what the user set by hand, even to nothing, stays.
fn fill(debtor: &mut Debtor, party: &Party) {
    use DebtorFieldName as F;
    let open = |debtor: &Debtor, field| !debtor.corrected.contains(&field);
    if debtor.name.is_empty() && open(debtor, F::Name) {
        party.name.trim().clone_into(&mut debtor.name);
    }
    if debtor.kind.is_none() && open(debtor, F::Kind) {
        debtor.kind = party.kind;
    }
    if debtor.siren.is_none() && open(debtor, F::Siren) {
        debtor.siren = siren(party);
    }
    if debtor.siret.is_none() && open(debtor, F::Siret) {
        debtor.siret = party.siret.clone().map(bare);
    }
    if debtor.vat_number.is_none() && open(debtor, F::VatNumber) {
        debtor.vat_number = party.vat_number.clone().map(bare);
    }
    if let Some(account) = party.account.as_ref().filter(|account| !debtor.accounts.contains(account))
        && open(debtor, F::Accounts)
    {
        debtor.accounts.push(account.clone());
        debtor.accounts.sort();
    }
    if let Some(address) = party.address.as_ref().filter(|_| debtor.address.is_empty())
        && open(debtor, F::Address)
    {
        debtor.address = Address {
            lines: address.lines.clone(),
            postcode: address.postcode.clone().unwrap_or_default(),
            town: address.city.clone().unwrap_or_default(),
            country: address.country.clone().filter(|country| !matches!(country.as_str(), "FR" | "France")).unwrap_or_default(),
        };
    }
    if open(debtor, F::Contact) {
        for (ours, theirs) in [
            (&mut debtor.contact.name, &party.contact),
            (&mut debtor.contact.email, &party.email),
            (&mut debtor.contact.phone, &party.phone),
        ] {
            if let Some(told) = theirs.as_ref().filter(|_| ours.is_empty()) {
                ours.clone_from(told);
            }
        }
    }
}
