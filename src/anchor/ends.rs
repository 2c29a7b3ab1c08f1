//! What an end of a quote is taken for that is like nothing beside its passage. Knows tokens.
//!
//! Up to two words are taken for words that others stand for, or that were there in other company: the passage reaches
//! over as many words of the text, or as far as the same words are, whichever leaves less that differs.
//! Three or more are taken for words that the text lacks. Where the quote and the text both begin or end a sentence
//! there, at about as many words, what lies between is one for the other, and the passage is whole.

use super::likeness::{Step, is_mark, similarity};
use super::runs::Table;
use super::tokens::{Class, Initial, Term};

/// So many words at an end of the quote are taken for words that were replaced by others.
const REPLACED: usize = 2;

/// So many tokens beside a passage are looked at for words in place of others.
const MOST_BESIDE: usize = 3 * REPLACED;

/// Where a sentence begins or ends in the quote and in the text, the one may have so many words more than the other.
const MORE: usize = 3;

/// The same where a capital letter says that the quote begins a sentence; it may begin a name.
const MORE_OF_CAPITAL: usize = 1;

/// A token of the quote that lies upon one like it.
#[derive(Clone, Copy)]
pub struct Alike {
    /// Which step of the path it is.
    pub step: usize,
    /// Which token of the quote.
    pub quote: usize,
    /// Which of the text.
    pub text: usize,
}

/// The outermost of these pairs, given from the outside in, that is of the passage. A word or two beyond the end of a
/// sentence that the quote does not end merely occur there too, unless they begin or end a sentence themselves.
pub fn outermost(
    (quote, stretch): (&[Term], &[Term]),
    mut pairs: impl Iterator<Item = Alike>,
) -> Option<Alike> {
    let mut first = pairs.next()?;
    let mut last = first;
    for pair in pairs {
        let outside: Vec<usize> = (first.quote.min(last.quote)..=first.quote.max(last.quote)).collect();
        if words(quote, &outside) > REPLACED {
            break;
        }
        if crosses_end((quote, stretch), last, pair) && !is_at_border(stretch, first, pair) {
            first = pair;
        }
        last = pair;
    }
    Some(first)
}

/// Whether words lie between two pairs in the text, and the end of a sentence or paragraph that the quote does not have.
fn crosses_end((quote, stretch): (&[Term], &[Term]), a: Alike, b: Alike) -> bool {
    let (first, last) = if a.text < b.text { (a, b) } else { (b, a) };
    let inner = &stretch[first.text + 1..last.text];
    let is_parted = |terms: &[Term]| terms.iter().any(|term| term.follows_break);
    let stops = |terms: &[Term]| terms.iter().any(|term| term.ends_sentence);
    let ends = stops(inner) || is_parted(&stretch[first.text + 1..=last.text]);
    let has_own =
        || stops(&quote[first.quote..=last.quote]) || is_parted(&quote[first.quote + 1..=last.quote]);
    ends && inner.iter().any(|term| !is_mark(term)) && !has_own()
}

/// Whether a sentence of the text begins with `outer`, or ends with it where `inner` lies before it.
fn is_at_border(stretch: &[Term], outer: Alike, inner: Alike) -> bool {
    if outer.text < inner.text {
        let before = stretch[..outer.text].iter().rev().find(|term| term.ends_sentence || !is_mark(term));
        return stretch[outer.text].follows_break || before.is_some_and(|term| term.ends_sentence);
    }
    let after = stretch[outer.text..].iter().skip(1).find(|term| term.ends_sentence || !is_mark(term));
    stretch[outer.text].ends_sentence || after.is_some_and(|term| term.ends_sentence || term.follows_break)
}

/// What becomes of the quote's first `count` tokens, which are like nothing before the text's token `text`.
/// `language` is that of the text.
pub fn before(
    quote: &[Term],
    count: usize,
    (stretch, text): (&[Term], usize),
    language: Option<&str>,
) -> Vec<Step> {
    let outward: Vec<usize> = (0..count).rev().collect();
    let goes_on = |&at: &usize| !stretch[at + 1].follows_break && !stretch[at].ends_sentence;
    let sentence: Vec<usize> = (0..text).rev().take_while(goes_on).take(MOST_BESIDE + MORE).collect();
    let begins = text.checked_sub(sentence.len() + 1).is_some_and(|at| !goes_on(&at));
    let more = quote.iter().find(|term| !is_mark(term)).and_then(|first| match first {
        term if term.token.class == Class::Ideograph => Some(MORE),
        term => (term.initial == Initial::Capital && ends_with_stop(quote)).then_some(MORE_OF_CAPITAL),
    });
    let mut steps = if outward.iter().all(|&at| is_mark(&quote[at])) {
        marks((quote, &outward), stretch, (0..text).rev())
    } else {
        edge((quote, &outward), (stretch, &sentence), more.filter(|_| begins), language)
    };
    steps.reverse();
    steps
}

/// What becomes of the quote's tokens from `from` on, which are like nothing from the text's token `text` on.
/// `language` is that of the text.
pub fn after(
    quote: &[Term],
    from: usize,
    (stretch, text): (&[Term], usize),
    language: Option<&str>,
) -> Vec<Step> {
    let outward: Vec<usize> = (from..quote.len()).collect();
    if outward.iter().all(|&at| is_mark(&quote[at])) {
        return marks((quote, &outward), stretch, text..stretch.len());
    }
    let goes_on = |&at: &usize| !stretch[at].follows_break && !stretch[at].ends_sentence;
    let mut sentence: Vec<usize> =
        (text..stretch.len()).take_while(goes_on).take(MOST_BESIDE + MORE).collect();
    let stop = text + sentence.len();
    let both_end = stretch.get(stop).is_some_and(|term| term.ends_sentence && !term.follows_break)
        && ends_with_stop(quote)
        && !quote[from..].iter().skip_while(|term| !term.ends_sentence).any(|term| !is_mark(term));
    if both_end {
        sentence.push(stop);
    }
    edge((quote, &outward), (stretch, &sentence), both_end.then_some(MORE), language)
}

/// Whether its last word is followed by a mark that ends a sentence.
fn ends_with_stop(quote: &[Term]) -> bool {
    quote.iter().rev().take_while(|term| is_mark(term)).any(|term| term.ends_sentence)
}

/// The steps for an end of the quote, its tokens given from the inside out, as are those of the text up to the border of its
/// `sentence`. That is one for the other where it may be `more` words longer or shorter.
fn edge(
    (quote, outward): (&[Term], &[usize]),
    (stretch, sentence): (&[Term], &[usize]),
    more: Option<usize>,
    language: Option<&str>,
) -> Vec<Step> {
    let count = words(quote, outward);
    let is_whole = |more| count <= MOST_BESIDE && words(stretch, sentence).abs_diff(count) <= more;
    if more.is_some_and(is_whole) {
        return Table::new((quote, outward), (stretch, sentence), language).steps(sentence.len());
    }
    if count > REPLACED {
        return outward.iter().map(|&at| Step::Missing(at)).collect();
    }
    let beyond = &sentence[..sentence.len().min(MOST_BESIDE)];
    let table = Table::new((quote, outward), (stretch, beyond), language);
    let reach = |words: usize| first_words(stretch, beyond, words);
    // Farther than as many words only for one that the quote has there, too.
    let is_met = |&end: &usize| {
        let outermost = table.steps(end).last().copied();
        matches!(outermost, Some(Step::Pair(a, b)) if similarity(&quote[a], &stretch[b]) > 0)
    };
    // A negation that begins the next clause is no other word for the quote’s.
    let is_of_clause = |&end: &usize| match table.steps(end)[..] {
        [.., Step::Added(mark), Step::Pair(a, b)] => !is_mark(&stretch[mark]) || !table.turns(a, b),
        _ => true,
    };
    let farther = (count + 1..=beyond.len()).map(reach).filter(is_met);
    let ends = (0..=count).rev().map(reach).filter(is_of_clause).chain(farther);
    table.steps(ends.min_by_key(|&end| table.cost(end)).unwrap_or(0))
}

/// The steps for marks at an end of the quote, with the marks of the text `beyond` in their place. A mark of a pair
/// stands for no other kind of mark: quotation marks that are the quote's own are no full stop of the text.
fn marks(
    (quote, outward): (&[Term], &[usize]),
    stretch: &[Term],
    beyond: impl Iterator<Item = usize>,
) -> Vec<Step> {
    let mut beyond = beyond.take_while(|&at| is_mark(&stretch[at])).peekable();
    let step = |&at: &usize| {
        let is_like = |place: &usize| encloses(&quote[at]) == encloses(&stretch[*place]);
        beyond.next_if(is_like).map_or(Step::Missing(at), |place| Step::Pair(at, place))
    };
    outward.iter().map(step).collect()
}

/// Whether a mark is half of a pair: a quotation mark or bracket.
fn encloses(mark: &Term) -> bool {
    matches!(*mark.words, [b'"' | b'\'' | b'(' | b')' | b'[' | b']' | b'{' | b'}'])
}

/// Whether the quote has so few words in these steps that they are taken for replaced ones.
pub fn are_few(quote: &[Term], steps: &[Step]) -> bool {
    let of_quote = |step: &Step| match *step {
        Step::Pair(at, _) | Step::Missing(at) => Some(at),
        Step::Added(_) => None,
    };
    words(quote, &steps.iter().filter_map(of_quote).collect::<Vec<_>>()) <= REPLACED
}

/// The number of words in some tokens; an elided word and the parts of a compound are one with the next.
pub fn words(terms: &[Term], which: &[usize]) -> usize {
    let is_word = |&&at: &&usize| !is_mark(&terms[at]);
    let begins = which.iter().filter(is_word).filter(|&&at| !terms[at].joins).count();
    begins.max(usize::from(which.iter().any(|at| is_word(&at))))
}

/// How many tokens that lead away from a passage are its first `count` words, without the marks after them.
fn first_words(stretch: &[Term], beyond: &[usize], count: usize) -> usize {
    let fits = |end: &usize| words(stretch, &beyond[..*end]) <= count;
    let end = (0..=beyond.len()).rev().find(fits).unwrap_or(0);
    beyond[..end].iter().rposition(|&at| !is_mark(&stretch[at])).map_or(0, |last| last + 1)
}

#[cfg(test)]
mod tests {
    use super::super::align::align;
    use super::super::tokens::terms;

    /// The passage of `text` that `quote` is laid upon.
    fn passage<'t>(quote: &str, text: &'t str) -> &'t str {
        let stretch = terms(text);
        let alignment = align(&terms(quote), &stretch, None).expect("something is there");
        &text[alignment.span(&stretch).range()]
    }

    #[test]
    fn a_word_of_the_next_sentence_is_no_part_of_the_passage() {
        let text = "Elle dirige la région. Le 3 mai, la mairie a fermé. En 2011, tout a rouvert.";
        assert_eq!(passage("La Le 3 mai, la mairie a fermé", text), "Le 3 mai, la mairie a fermé");
        assert_eq!(passage("Le 3 mai, la mairie a fermé 2012", text), "Le 3 mai, la mairie a fermé");
        let titled = "Fin de l’enquête\n\nLe juge a classé l’affaire hier";
        assert_eq!(
            passage("enquête Le juge a classé l’affaire", titled),
            "enquête\n\nLe juge a classé l’affaire"
        );
        assert_eq!(passage("Fin Le juge a classé l’affaire", titled), "Le juge a classé l’affaire");
    }

    #[test]
    fn a_sentence_that_was_cut_out_is_inside_the_passage() {
        let text = "Elle rit. Jamais. Cela ne fut pas dit. Nous avons agi pour eux. Puis elle partit.";
        assert_eq!(
            passage("Jamais nous avons agi pour eux", text),
            "Jamais. Cela ne fut pas dit. Nous avons agi pour eux"
        );
        let own = "Il ment. Elle rit. Nous avons agi pour eux.";
        assert_eq!(passage("Il ment. Nous avons agi pour eux.", own), own);
    }

    #[test]
    fn the_end_of_a_sentence_stands_for_the_end_of_another() {
        let text = "Il pleut. Le maire de la ville a été arrêté hier soir. Puis rien.";
        let whole = "Le maire de la ville a été arrêté hier soir.";
        assert_eq!(passage("Le maire de la ville a été libéré.", text), whole);
        assert_eq!(passage("Le maire de la ville a été libéré sans condition.", text), whole);
        assert_eq!(passage("Le maire de la ville a été libéré", text), "Le maire de la ville a été arrêté");
        let more = "Le maire de la ville a été arrêté hier soir à Lyon devant chez lui. Puis rien.";
        assert_eq!(passage("Le maire de la ville a été libéré.", more), "Le maire de la ville a été arrêté");
        assert_eq!(
            passage("该乡是下辖的一个行政年。", "他说。该乡是下辖的一个行政单位。好。"),
            "该乡是下辖的一个行政单位。"
        );
    }

    #[test]
    fn the_beginning_of_a_sentence_stands_for_the_beginning_of_another() {
        let text = "Il pleut. Hier la maire a parlé devant tout le monde. Puis rien.";
        assert_eq!(
            passage("Demain le maire a parlé devant tout le monde.", text),
            "Hier la maire a parlé devant tout le monde."
        );
        assert_eq!(
            passage("Elle a parlé devant tout le monde.", text),
            "maire a parlé devant tout le monde."
        );
        assert_eq!(passage("在他的钱币很多。", "他说。尽管他的钱币很多。好。"), "尽管他的钱币很多。");
    }

    #[test]
    fn a_long_clause_left_out_is_inside_the_passage() {
        for whole in [
            "Mr Abara, who was for many years the deputy of the chief executive, said the quay was safe",
            "M. Abara, qui fut longtemps l’adjoint du directeur général de la ville, dit que le quai est sûr",
            "Господин Абара, который много лет был заместителем генерального директора, сказал, что причал открыт",
            "阿巴拉先生曾经多年担任这家大公司首席执行官的副手和最亲密的助理他说码头是安全的",
        ] {
            let (head, tail) = (whole.find(',').unwrap_or(15), whole.rfind(", с").or(whole.rfind(", ")));
            let quote = format!("{}{}", &whole[..head], &whole[tail.map_or(whole.len() - 30, |at| at + 1)..]);
            assert_eq!(passage(&quote, &format!("Il pleut. {whole}. 好。")), whole, "{quote}");
        }
        // What merely occurs in another sentence, or is a small word, is not looked for so far away.
        let text = "Mr Abara left. The deputy of the chief executive, who saw it all for years, said the quay was safe.";
        assert_eq!(passage("Mr Abara said the quay was safe", text), "for years, said the quay was safe");
        let text = "It was the deputy of the chief executive who in many long years, said the quay was safe.";
        assert_eq!(passage("It said the quay was safe", text), "years, said the quay was safe");
    }

    #[test]
    fn a_negation_behind_the_first_word_takes_nothing_for_it() {
        for (quote, whole) in [
            ("Je regrette ce vote", "Je ne regrette pas ce vote"),
            ("Ce sera un vote facile", "Ce ne sera pas un vote facile"),
            ("Yo lamento este voto", "Yo no lamento este voto"),
            ("Я сожалею об этом голосе", "Я не сожалею об этом голосе"),
        ] {
            assert_eq!(passage(quote, &format!("Oui. {whole}. Non.")), whole);
        }
    }

    #[test]
    fn a_negation_of_the_next_clause_stands_for_no_word() {
        for (quote, text, own) in [
            ("It was worth 450 euros", "It was worth €450, not less.", "It was worth €450"),
            ("La perte fut de 450 euros", "La perte fut de 450 €, jamais plus.", "La perte fut de 450"),
            // In the same clause it does.
            ("We shall pay it always", "We shall pay it never, he said.", "We shall pay it never"),
            ("We shall pay, always", "We shall pay, never.", "We shall pay, never"),
        ] {
            assert_eq!(passage(quote, text), own);
        }
    }

    #[test]
    fn the_stop_of_a_title_ends_no_sentence() {
        let text = "Il pleut. M. Ping a parlé devant tout le monde.";
        assert_eq!(
            passage("Mme Ping a parlé devant tout le monde.", text),
            "M. Ping a parlé devant tout le monde."
        );
        let text = "قال ذلك. د. محمد أكد أن الوضع خطير جداً.";
        assert_eq!(passage("السيد محمد أكد أن الوضع خطير جداً.", text), "د. محمد أكد أن الوضع خطير جداً.");
    }
}
