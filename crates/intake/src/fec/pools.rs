//! Which lines settle each other: those of one lettering, and what an entry moved from one account to another.

use hashbrown::{DefaultHashBuilder, HashTable};
use std::hash::BuildHasher;

use super::journal::Journal;
use super::role::Role;

/// For each line, its pool: lines of one pool settle each other.
pub(super) struct Pools {
    parents: Vec<u32>,
}

impl Pools {
    /// The pools of all lines.
    pub(super) fn of(bytes: &[u8], journal: &Journal, roles: &[Role]) -> Self {
        let count = u32::try_from(journal.items.len()).unwrap_or(u32::MAX);
        let mut pools = Self { parents: (0..count).collect() };
        pools.join_lettered(bytes, journal);
        pools.join_entries(bytes, journal, roles);
        pools
    }

    /// The pool of a line, by the number of its first line found.
    pub(super) fn find(&mut self, item: u32) -> u32 {
        let mut root = item;
        while self.parents[root as usize] != root {
            root = self.parents[root as usize];
        }
        let mut at = item;
        while self.parents[at as usize] != root {
            at = std::mem::replace(&mut self.parents[at as usize], root);
        }
        root
    }

    fn join(&mut self, one: u32, other: u32) {
        let (one, other) = (self.find(one), self.find(other));
        self.parents[one.max(other) as usize] = one.min(other);
    }

    /// Lines of one account with the same lettering.
    fn join_lettered(&mut self, bytes: &[u8], journal: &Journal) {
        let hasher = DefaultHashBuilder::default();
        let key = |item: u32| {
            let item = &journal.items[item as usize];
            (item.account, item.lettering.of(bytes))
        };
        let mut table: HashTable<u32> = HashTable::new();
        for item in (0..).take(journal.items.len()).filter(|item| !journal.items[*item as usize].lettering.is_empty()) {
            let hash = hasher.hash_one(key(item));
            match table.find(hash, |other| key(*other) == key(item)).copied() {
                Some(other) => self.join(item, other),
                None => {
                    table.insert_unique(hash, item, |other| hasher.hash_one(key(*other)));
                }
            }
        }
    }

    /// Lines of one entry that moves a debt between accounts, and the parts of one invoice that falls due in several times.
    fn join_entries(&mut self, bytes: &[u8], journal: &Journal, roles: &[Role]) {
        let mut last: Vec<u32> = vec![u32::MAX; journal.entries.len()];
        for (item, role) in (0..).zip(roles) {
            let line = &journal.items[item as usize];
            let before = std::mem::replace(&mut last[line.entry as usize], item);
            let Some(earlier) = journal.items.get(before as usize) else { continue };
            let same_invoice = *role == Role::Invoice
                && roles[before as usize] == Role::Invoice
                && earlier.account == line.account
                && earlier.piece.of(bytes) == line.piece.of(bytes);
            if *role == Role::Transfer || same_invoice {
                self.join(before, item);
            }
        }
    }
}
