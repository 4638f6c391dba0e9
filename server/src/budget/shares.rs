//! Something scarce, shared so that nobody takes all of it: an address never holds more than half of what others leave.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::Waker;

use crate::network::Network;

/// Who takes a share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Owner {
    /// A visitor.
    Visitor(Network),
    /// Many visitors behind a proxy of ours: who they are is known only when they ask for something.
    Proxy,
}

impl Owner {
    /// A visitor at an address.
    pub(crate) fn at(address: IpAddr) -> Self {
        Self::Visitor(Network::of(address))
    }
}

/// So much of something; clones share it.
#[derive(Clone)]
pub(crate) struct Shares(Arc<Shared>);

struct Shared {
    most: usize,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    taken: usize,
    by_owner: HashMap<Owner, usize>,
    waiting: Vec<Waker>,
}

/// What somebody holds until it is dropped.
pub(crate) struct Share {
    of: Shares,
    owner: Owner,
    amount: usize,
}

impl Shares {
    /// All of it is free.
    pub(crate) fn new(most: usize) -> Self {
        Self(Arc::new(Shared {
            most,
            state: Mutex::default(),
        }))
    }

    /// A share of nothing, which may grow.
    pub(crate) fn none(&self, owner: Owner) -> Share {
        Share {
            of: self.clone(),
            owner,
            amount: 0,
        }
    }

    /// So much for somebody; none when there is not enough at the moment.
    pub(crate) fn take(&self, owner: Owner, amount: usize) -> Option<Share> {
        let mut share = self.none(owner);
        share.grow(amount).then_some(share)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Consistent between any two statements, so a poisoned lock is still good.
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn allows(&self, most: usize, owner: Owner, more: usize) -> bool {
        let held = self.by_owner.get(&owner).copied().unwrap_or(0);
        let free_for_owner = most - (self.taken - held);
        match owner {
            Owner::Visitor(_) => held + more <= free_for_owner.div_ceil(2),
            Owner::Proxy => held + more <= free_for_owner,
        }
    }
}

impl Share {
    /// Takes so much more. False when there is not enough at the moment: nothing changes then.
    pub(crate) fn grow(&mut self, more: usize) -> bool {
        let mut state = self.of.state();
        let is_allowed = state.allows(self.of.0.most, self.owner, more);
        if is_allowed {
            state.taken += more;
            *state.by_owner.entry(self.owner).or_default() += more;
            self.amount += more;
        }
        is_allowed
    }

    /// Takes so much more, or has somebody woken who asks again when anything is given back.
    pub(crate) fn grow_or_wake(&mut self, more: usize, waker: &Waker) -> bool {
        if self.grow(more) {
            return true;
        }
        self.of.state().waiting.push(waker.clone());
        // It may have been given back in between.
        self.grow(more)
    }

    /// So much of it, or all there is, as a share of its own.
    pub(crate) fn part(&mut self, amount: usize) -> Self {
        let mut part = self.none_of_it();
        part.amount = amount.min(self.amount);
        self.amount -= part.amount;
        part
    }

    /// Another share of the same, for the same: nothing yet.
    pub(crate) fn none_of_it(&self) -> Self {
        self.of.none(self.owner)
    }

    /// How much it is.
    pub(crate) fn amount(&self) -> usize {
        self.amount
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        if self.amount == 0 {
            return;
        }
        let mut state = self.of.state();
        state.taken -= self.amount;
        let held = state.by_owner.entry(self.owner).or_default();
        *held -= self.amount;
        if *held == 0 {
            state.by_owner.remove(&self.owner);
        }
        let waiting = std::mem::take(&mut state.waiting);
        drop(state);
        waiting.into_iter().for_each(Waker::wake);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(last: u8) -> Owner {
        Owner::at(IpAddr::from([192, 0, 2, last]))
    }

    #[test]
    fn one_address_leaves_half_to_others() {
        let shares = Shares::new(100);
        let mut greedy = shares.take(at(1), 50).expect("half is free");
        assert!(!greedy.grow(1) && shares.take(at(1), 1).is_none());
        let second = shares.take(at(2), 25).expect("half of the rest");
        assert!(shares.take(at(2), 1).is_none());
        let newcomer = shares.take(at(3), 13);
        assert!(newcomer.is_some(), "somebody who comes last finds room");
        drop((greedy, second, newcomer));
        assert!(shares.take(at(3), 50).is_some(), "all of it was given back");
        assert!(shares.state().by_owner.is_empty());
    }

    #[test]
    fn behind_a_proxy_of_ours_there_are_many() {
        let shares = Shares::new(100);
        let all = shares.take(Owner::Proxy, 100);
        assert!(all.is_some() && shares.take(Owner::Proxy, 1).is_none());
    }

    #[test]
    fn a_network_of_version_6_is_one_visitor() {
        let owner = |text: &str| Owner::at(text.parse().expect("an address"));
        assert_eq!(owner("2001:db8::1"), owner("2001:db8::ffff:0:2"));
        assert_ne!(owner("2001:db8::1"), owner("2001:db8:0:1::1"));
        assert_eq!(owner("::ffff:192.0.2.1"), at(1));
    }

    #[test]
    fn who_waits_is_woken_when_something_is_given_back() {
        use std::sync::atomic::{AtomicBool, Ordering};
        struct Flag(AtomicBool);
        impl std::task::Wake for Flag {
            fn wake(self: Arc<Self>) {
                self.0.store(true, Ordering::Relaxed);
            }
        }
        let shares = Shares::new(10);
        let held = shares.take(at(1), 5);
        let flag = Arc::new(Flag(AtomicBool::new(false)));
        let mut waiting = shares.none(at(1));
        assert!(!waiting.grow_or_wake(1, &Waker::from(flag.clone())));
        drop(held);
        assert!(flag.0.load(Ordering::Relaxed) && waiting.grow(1));
    }
}
