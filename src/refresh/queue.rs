//! Requests to many hosts at once, one at a time for each, with a pause between two.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Mutex;
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::Duration;

/// How politely hosts are asked.
#[derive(Clone, Copy, Debug)]
pub struct Manners {
    /// How many hosts are asked at once, at least one.
    pub at_once: usize,
    /// The pause between the end of one request to a host and the next.
    pub delay: Duration,
}

/// Runs `request` for every item, those of one host one after the other, and hands each result to `done` on
/// this thread as it comes.
pub fn ask<I: Send, T: Send>(
    items: Vec<(String, I)>,
    manners: Manners,
    request: impl Fn(I) -> T + Sync,
    mut done: impl FnMut(T),
) {
    let hosts: Mutex<VecDeque<Vec<I>>> = Mutex::new(by_host(items));
    let (sender, results) = channel();
    thread::scope(|scope| {
        for _ in 0..manners.at_once.max(1) {
            let (sender, hosts, request) = (sender.clone(), &hosts, &request);
            scope.spawn(move || ask_hosts(hosts, manners.delay, request, &sender));
        }
        drop(sender);
        results.iter().for_each(&mut done);
    });
}

/// Asks host after host, until none is left.
fn ask_hosts<I, T>(
    hosts: &Mutex<VecDeque<Vec<I>>>,
    delay: Duration,
    request: &impl Fn(I) -> T,
    sender: &Sender<T>,
) {
    while let Some(items) = next(hosts) {
        for (number, item) in items.into_iter().enumerate() {
            if number > 0 {
                thread::sleep(delay);
            }
            // Whoever waits for results is gone only where it panicked.
            if sender.send(request(item)).is_err() {
                return;
            }
        }
    }
}

fn next<I>(hosts: &Mutex<VecDeque<Vec<I>>>) -> Option<Vec<I>> {
    // A thread that panicked left the list as it was.
    hosts.lock().unwrap_or_else(std::sync::PoisonError::into_inner).pop_front()
}

/// The items of each host in their order, the host with the most first, for it takes the longest.
fn by_host<I>(items: Vec<(String, I)>) -> VecDeque<Vec<I>> {
    let mut hosts: BTreeMap<String, Vec<I>> = BTreeMap::new();
    for (host, item) in items {
        hosts.entry(host).or_default().push(item);
    }
    let mut lists: Vec<Vec<I>> = hosts.into_values().collect();
    lists.sort_by_key(|list| std::cmp::Reverse(list.len()));
    lists.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_host_is_asked_once_at_a_time_and_all_are_asked() {
        let items: Vec<(String, usize)> =
            (0..60).map(|number| (format!("host-{}", number % 7), number)).collect();
        let busy = Mutex::new(BTreeSet::new());
        let manners = Manners { at_once: 5, delay: Duration::ZERO };
        let mut seen = Vec::new();
        ask(
            items,
            manners,
            |number: usize| {
                assert!(busy.lock().unwrap().insert(number % 7), "another request to this host is under way");
                thread::yield_now();
                assert!(busy.lock().unwrap().remove(&(number % 7)));
                number
            },
            |number| seen.push(number),
        );
        for host in 0..7 {
            let own: Vec<usize> = seen.iter().copied().filter(|number| number % 7 == host).collect();
            assert!(own.is_sorted(), "in their order");
        }
        seen.sort_unstable();
        assert_eq!(seen, (0..60).collect::<Vec<_>>());
    }
}
