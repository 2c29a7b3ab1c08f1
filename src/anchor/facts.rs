//! Passages that a negation before them does not deny, by the words between: *not surprising that*, *does not know who*.
//! Knows texts.

use super::negations::BESIDE;
use super::tokens::{Class, Token, tokens};
use crate::fold::{characters as ch, denials, factives, middle_field, reach};
use crate::text::{Span, Text, head, tail};

/// So many words before a negation that stands behind its verb are read for that.
const BEFORE: usize = 3;

/// Whether a passage says what is so whatever the negation before it denies: a fact that is not surprising, a possibility
/// that is not ruled out, a question that is only told; or the negation is a noun before it.
pub fn is_spared(text: &Text<'_>, negation: Span, span: Span) -> bool {
    if negation.end > span.start {
        return false;
    }
    let language = text.spoken();
    let between = &text.as_str()[negation.end..span.start];
    let between = words(between, tokens(between).iter());
    let quoted = tail(text.as_str(), span.start, BESIDE);
    let opening = words(quoted, tokens(quoted).iter().skip_while(|token| !is_word(token)));
    let head = head(text.as_str(), negation.start, BESIDE);
    let before: Vec<&str> = tokens(head)
        .iter()
        .rev()
        .take_while(|token| is_word(token))
        .map(|token| &head[token.span.range()])
        .collect();
    match &between[..] {
        _ if is_done(text, negation, &between, &before, &opening) => true,
        [] => {
            let next = opening.first().copied().unwrap_or_default();
            let verb = before.first().copied().unwrap_or_default();
            factives::is_noun(verb, next, language)
                || reach::is_second_half(text.slice(negation))
                    && (factives::leaves_possibility(&[verb], &opening, language)
                        || factives::begins_asked(verb, &opening, language))
        }
        [.., last] if denials::opens_clause(last) => {
            let verb = verb_before(text, negation, &before);
            factives::is_of_fact(&between, if between.len() == 1 { verb } else { &before }, language)
        }
        [.., last] => {
            factives::begins_asked(last, &opening, language)
                || factives::leaves_possibility(&between, &opening, language)
        }
    }
}

/// Whether a negation denies a verb of not doing what a passage says: `n’a pas manqué de`, `ne manque pas de`.
fn is_done(text: &Text<'_>, negation: Span, between: &[&str], before: &[&str], opening: &[&str]) -> bool {
    let is_behind = || reach::is_second_half(text.slice(negation));
    let verb = || before.first().copied().filter(|_| is_behind()).unwrap_or_default();
    let next = opening.first().copied().unwrap_or_default();
    let (verb, joint) = match between {
        [] => (verb(), next),
        [one] if factives::is_not_failing(one, next, before, text.spoken()) => return true,
        [joint] => (verb(), *joint),
        [verb, joint] => (*verb, *joint),
        _ => return false,
    };
    factives::is_not_failing(verb, joint, before, text.spoken())
}

/// The words before a negation up to the verb behind which it stands, the nearest first; none where it stands before one.
fn verb_before<'w, 't>(text: &Text<'_>, negation: Span, before: &'w [&'t str]) -> &'w [&'t str] {
    let most = if reach::is_second_half(text.slice(negation)) {
        1
    } else if middle_field::may_be_verb_second(text.language()) {
        let language = text.spoken();
        1 + before.iter().take_while(|word| middle_field::stands_in_middle_field(word, language)).count()
    } else {
        0
    };
    &before[..most.min(before.len()).min(BEFORE)]
}

/// The words of some tokens of a text up to the first that is none.
fn words<'t, 'a>(text: &'t str, tokens: impl Iterator<Item = &'a Token>) -> Vec<&'t str> {
    let near = tokens.take_while(|token| is_word(token) || is_comma(text, token));
    near.filter(|token| is_word(token)).map(|token| &text[token.span.range()]).collect()
}

/// Whether a token is the comma that some languages spell before *that*.
fn is_comma(text: &str, token: &Token) -> bool {
    let rest = &text[token.span.end..];
    let next = rest.trim_start_matches(ch::is_space);
    let word = next.split(|c| !ch::is_word(c)).next().unwrap_or_default();
    &text[token.span.range()] == "," && reach::may_follow_comma(word)
}

const fn is_word(token: &Token) -> bool {
    matches!(token.class, Class::Word)
}

#[cfg(test)]
mod tests {
    use super::super::marked::marked;
    use super::super::negations::negation_near;
    use super::*;

    /// Whether a negation near the words between `|` and `|` is seen, and whether it leaves them as they are.
    fn spares(language: &str, words: &str) -> (bool, bool) {
        let (content, span) = marked(words);
        let text = Text::new(&content).in_language(Some(language));
        let found = negation_near(&text, span);
        (found.is_some(), found.is_some_and(|found| is_spared(&text, found.span, span)))
    }

    #[test]
    fn a_fact_stays_one_whatever_is_denied_of_it() {
        for (language, words) in [
            ("en", "It is not surprising that |the park was a success|."),
            ("en", "We must not forget that |the ferry sank in that year|."),
            ("en", "He did not hide that |the merger had been agreed upon|."),
            ("en", "She does not regret that |the store was closed in May|."),
            ("en", "He was not aware that |the house was on fire|."),
            ("fr", "Il n’est pas surprenant que |le maire soit parti|."),
            ("fr", "Ils n’ont pas oublié que |le maire est parti|."),
            ("fr", "Il ne cache pas que |les fonds venaient de loin|."),
            ("de", "Da wundert es nicht, dass |die Preise stiegen|."),
            ("de", "Man darf nicht vergessen, dass |die Preise stiegen|."),
            ("de", "Er verschwieg nicht, dass |die Kasse leer war|."),
            ("es", "No olvidemos que |el ferry se hundió en aquel año|."),
            ("it", "Non sorprende che |i prezzi siano saliti|."),
            ("pt", "Não surpreende que |os trens estejam lotados|."),
            ("ru", "Не удивительно, что |паром затонул|."),
            ("ru", "Он не скрывает, что |деньги пришли из-за границы|."),
            ("ar", "لا ننسى أن |العبارة غرقت في ذلك العام|."),
            ("en", "He did not rule out |the possibility that others took part|."),
            ("fr", "Il n’a pas exclu |la possibilité d’un attentat|."),
            ("es", "No descartó |la posibilidad de un atentado|."),
            ("ru", "Он не исключил |возможность теракта|."),
            ("es", "No sabe |quién firmó el contrato|."),
            ("pt", "Ainda não sei |qual foi o motivo disso|."),
            ("it", "Non si capisce |in che modo sia entrato|."),
            ("ar", "لا يعرف |من وقع الاتفاق|."),
            ("en", "He doesn’t know |in which way it ended|."),
            ("fr", "Nous ne savons pas |à quel stade en est le projet|."),
            ("fr", "Le non |l’a emporté dans la ville|."),
            ("fr", "Il n’est pas douteux que |le maire a signé l’arrêté|."),
            ("fr", "Ce n’est pas à tort que |le maire a signé l’arrêté|."),
            ("fr", "Ce n’est pas pour rien que |le maire a signé l’arrêté|."),
            ("fr", "Le préfet n’a pas manqué de |féliciter le maire|."),
            ("fr", "Le préfet n’a pas manqué |de féliciter le maire|."),
            ("fr", "Le préfet ne manque pas de |féliciter le maire|."),
            ("fr", "Le préfet n’hésite pas à |révoquer le maire|."),
            ("fr", "Le préfet ne cesse de |féliciter le maire|."),
        ] {
            assert_eq!(spares(language, words), (true, true), "{words}");
        }
    }

    #[test]
    fn what_is_not_said_or_thought_is_no_fact() {
        for (language, words) in [
            ("en", "He did not say that |the park was a success|."),
            ("en", "It is not certain that |the park was a success|."),
            ("en", "He does not believe that |the park was a success|."),
            ("en", "He would not regret that |the park was closed|."),
            ("en", "He did not forget |the park that was a success|."),
            ("en", "He did not rule out |a return to the park|."),
            ("fr", "Il ne dit pas que |le maire soit parti|."),
            ("fr", "Il ne serait pas étonnant que |le maire parte|."),
            ("fr", "Il n’est pas sûr que |le maire soit parti|."),
            ("de", "Er sagte nicht, dass |die Preise stiegen|."),
            ("de", "Er vergaß und sagte nicht, dass |die Preise stiegen|."),
            ("es", "No cree que |el ferry se hundiera en aquel año|."),
            ("it", "Non credo che |i prezzi siano saliti|."),
            ("ru", "Он не думает, что |паром затонул|."),
            ("ar", "لا يعتقد أن |العبارة غرقت في ذلك العام|."),
            ("es", "No tiene |quién lo cuide en la casa|."),
            ("ar", "لا يعرف |من المدينة سوى القليل|."),
            ("fr", "Le non |respect des règles est puni|."),
            ("fr", "Il n’aurait pas manqué de |féliciter le maire|."),
            ("fr", "Il n’est pas à craindre que |le maire parte|."),
            ("fr", "Il n’a pas accepté de |féliciter le maire|."),
            ("fr", "Il n’a pas cherché à |révoquer le maire|."),
            ("en", "He does not know |the man in question|."),
        ] {
            assert_eq!(spares(language, words), (true, false), "{words}");
        }
    }
}
