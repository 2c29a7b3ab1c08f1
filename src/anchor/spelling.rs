//! How far the letters of two words lie apart. Knows letters, not what they are letters of.

/// The least number of letters to change, drop, add or swap with the next to make `b` of `a`, which has
/// at most 64, a whole column at a time in the bits of one word (Hyyrö, 2003).
pub fn distance<T: PartialEq>(a: &[T], b: &[T]) -> u32 {
    let last = 1_u64 << (a.len() - 1);
    let mut distance = a.len() as u32;
    let (mut falls, mut rises) = (0_u64, u64::MAX);
    let (mut diagonal, mut met) = (0_u64, 0_u64);
    for letter in b {
        let meets = a.iter().enumerate().fold(0, |bits, (at, own)| bits | u64::from(*own == *letter) << at);
        let swapped = ((!diagonal & meets) << 1) & met;
        diagonal = ((meets & rises).wrapping_add(rises) ^ rises) | meets | falls | swapped;
        let (up, down) = (falls | !(diagonal | rises), diagonal & rises);
        distance = distance + u32::from(up & last != 0) - u32::from(down & last != 0);
        let (up, down) = (up << 1 | 1, down << 1);
        (rises, falls) = (down | !(diagonal | up), up & diagonal);
        met = meets;
    }
    distance
}
