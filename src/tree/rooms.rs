//! Room for large files that are read one after the other: what one no longer needs is given to the next, so that memory
//! does not grow with their number, whatever the allocator does with what is handed back to it.

use std::sync::{Mutex, PoisonError};

/// Smaller files have room of their own.
const LARGE: usize = 1 << 20;

/// Room that was given back, for so many files as were held at a time.
#[derive(Debug, Default)]
pub(super) struct Rooms(Mutex<Vec<Vec<u8>>>);

impl Rooms {
    /// Empty room for so many bytes; for a large file in whole mebibytes, so that the room of one fits the next.
    pub(super) fn take(&self, size: u64) -> Vec<u8> {
        let size = usize::try_from(size).unwrap_or(0);
        if size <= LARGE {
            return Vec::with_capacity(size);
        }
        let mut free = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let fits = |room: &Vec<u8>| room.capacity() >= size;
        let least = (0..free.len()).filter(|&at| fits(&free[at])).min_by_key(|&at| free[at].capacity());
        // Of rooms that are all too small one makes way for the new one.
        let taken = least.or(free.len().checked_sub(1)).map(|at| free.swap_remove(at));
        drop(free);
        taken.filter(fits).unwrap_or_else(|| Vec::with_capacity(size.next_multiple_of(LARGE)))
    }

    /// Takes back the room of a large file.
    pub(super) fn give_back(&self, mut room: Vec<u8>) {
        if room.capacity() > LARGE {
            room.clear();
            self.0.lock().unwrap_or_else(PoisonError::into_inner).push(room);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIB: usize = 1 << 20;

    #[test]
    fn the_smallest_room_that_fits_is_used_again() {
        let rooms = Rooms::default();
        let (large, mut small) = (rooms.take(9 * MIB as u64), rooms.take(3 * MIB as u64 - 7));
        small.push(b'x');
        let place = small.as_ptr();
        rooms.give_back(large);
        rooms.give_back(small);
        let again = rooms.take(2 * MIB as u64);
        assert!(again.is_empty() && again.as_ptr() == place && again.capacity() == 3 * MIB);
        assert_eq!(rooms.take(2 * MIB as u64).capacity(), 9 * MIB);
    }

    #[test]
    fn a_room_that_is_too_small_makes_way() {
        let rooms = Rooms::default();
        rooms.give_back(rooms.take(2 * MIB as u64));
        assert_eq!(rooms.take(2 * MIB as u64 + 1).capacity(), 3 * MIB);
        assert!(rooms.0.lock().unwrap().is_empty());
    }

    #[test]
    fn small_files_have_room_of_their_own() {
        let rooms = Rooms::default();
        rooms.give_back(rooms.take(10));
        assert!(rooms.0.lock().unwrap().is_empty());
        assert_eq!(rooms.take(0).capacity(), 0);
    }
}
