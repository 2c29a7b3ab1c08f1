//! Work on one text shared among threads of its own. Knows nothing of the work.
//!
//! The threads are not those that go from capture to capture: one of these that waited here would take up the next
//! capture meanwhile, and the memory for captures in flight would no longer be bounded.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// What `work` makes of each item, in the items' order, whatever the number of threads. Fewer than `least` items for
/// each thread are not worth its start.
pub fn map<T: Send, R: Send>(items: Vec<T>, least: usize, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    let threads = rayon::current_num_threads().min(items.len() / least.max(1));
    if threads < 2 {
        return items.into_iter().map(work).collect();
    }
    let items: Vec<Mutex<Option<T>>> = items.into_iter().map(|item| Mutex::new(Some(item))).collect();
    let next = AtomicUsize::new(0);
    let take = || {
        let mut done = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(index) else { return done };
            let item = item.lock().ok().and_then(|mut item| item.take());
            done.extend(item.map(|item| (index, work(item))));
        }
    };
    let mut done: Vec<(usize, R)> = thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(take)).collect();
        let mut done = take();
        for other in others {
            match other.join() {
                Ok(more) => done.extend(more),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        done
    });
    done.sort_unstable_by_key(|&(index, _)| index);
    done.into_iter().map(|(_, made)| made).collect()
}

/// The same for large items: what is made of each is handed on in the items' order, and no more of it is held than
/// there are threads.
pub fn in_turn<T: Send, R: Send>(
    mut items: impl Iterator<Item = T>,
    work: impl Fn(T) -> R + Sync,
    mut then: impl FnMut(R),
) {
    loop {
        let next: Vec<T> = items.by_ref().take(rayon::current_num_threads()).collect();
        if next.is_empty() {
            return;
        }
        map(next, 1, &work).into_iter().for_each(&mut then);
    }
}

#[cfg(test)]
mod tests {
    use super::{in_turn, map};

    #[test]
    fn what_is_made_in_turn_comes_in_order() {
        let mut doubled = Vec::new();
        in_turn(0..1000, |number| number * 2, |made| doubled.push(made));
        assert_eq!(doubled, (0..1000).map(|number| number * 2).collect::<Vec<_>>());
    }

    #[test]
    fn each_item_is_worked_on_once_and_the_order_is_kept() {
        for count in [0, 1, 2, 7, 1000] {
            let doubled: Vec<usize> = (0..count).map(|number| number * 2).collect();
            assert_eq!(map((0..count).collect(), 1, |number| number * 2), doubled);
            assert_eq!(map((0..count).collect(), 100, |number| number * 2), doubled);
        }
    }
}
