//! The two shapes of Chinese signs, so that what is known in one is known in the other. Knows single words.

/// Signs of the tables of negations in the simplified shape, each with its traditional one behind it.
const SHAPES: &str = "没沒无無应應别別让讓请請会會个個权權义義务務办辦机機计計划劃许許备備够夠愿願过過于於应應须須 \
    该該况況尝嘗见見怎怎么麼论論认認为為实實权權给給与與时時间間当當运運动動执執务務统統计計 ";

/// `word` with every sign of it in the other shape, `None` where that is the same.
pub(super) fn in_other_shape(word: &str) -> Option<String> {
    let pairs: Vec<char> = SHAPES.chars().filter(|c| *c != ' ').collect();
    let other = |to_traditional: bool| {
        let sign = |c: char| {
            let (from, to) = if to_traditional { (0, 1) } else { (1, 0) };
            pairs.chunks_exact(2).find(|pair| pair[from] == c).map_or(c, |pair| pair[to])
        };
        Some(word.chars().map(sign).collect::<String>()).filter(|shaped| shaped != word)
    };
    other(true).or_else(|| other(false))
}
