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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The same by the table of the definition (optimal string alignment).
    fn plainly(a: &[u8], b: &[u8]) -> u32 {
        let mut table = vec![vec![0_u32; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                table[i][j] = match (i, j) {
                    (i, 0) => i as u32,
                    (0, j) => j as u32,
                    _ => {
                        let changed = table[i - 1][j - 1] + u32::from(a[i - 1] != b[j - 1]);
                        let least = changed.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                        let is_swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                        if is_swapped { least.min(table[i - 2][j - 2] + 1) } else { least }
                    }
                };
            }
        }
        table[a.len()][b.len()]
    }

    proptest! {
        #[test]
        fn the_distance_is_that_of_the_table(a in "[abc]{1,32}", b in "[abc]{1,32}") {
            prop_assert_eq!(distance(a.as_bytes(), b.as_bytes()), plainly(a.as_bytes(), b.as_bytes()));
        }
    }
}
