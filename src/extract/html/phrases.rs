//! Words that pages in many languages put above what is no part of an article.

/// How paragraphs begin that only send the reader elsewhere.
const SENDS_ELSEWHERE: &[&str] = &[
    "lire aussi",
    "à lire aussi",
    "a lire aussi",
    "lire également",
    "à lire également",
    "lire l’",
    "lire l'",
    "lire notre",
    "voir aussi",
    "sur le même",
    "articles similaires",
    "read more",
    "read also",
    "read next",
    "see also",
    "also read",
    "more on this",
    "related:",
    "related articles",
    "related stories",
    "recommended",
    "lesen sie auch",
    "mehr zum thema",
    "auch interessant",
    "lea también",
    "lee también",
    "leer más",
    "más información",
    "te puede interesar",
    "leggi anche",
    "leia também",
    "читайте также",
    "читать также",
    "по теме",
    "اقرأ أيضا",
    "اقرأ أيضاً",
    "إقرأ أيضا",
    "相关阅读",
    "相关新闻",
    "相關新聞",
    "延伸阅读",
    "推荐阅读",
];

/// What stands above what readers wrote, with or without their number.
const COMMENTS: &[&str] = &[
    "comment",
    "comments",
    "reader comments",
    "discussion",
    "commentaire",
    "commentaires",
    "réactions",
    "kommentar",
    "kommentare",
    "leserkommentare",
    "comentario",
    "comentarios",
    "comentários",
    "commenti",
    "комментарий",
    "комментарии",
    "комментариев",
    "التعليقات",
    "تعليقات",
    "评论",
    "网友评论",
    "評論",
    "留言",
];

/// Lines that are no article wherever they stand alone.
const LABELS: &[&str] = &[
    "ad",
    "advertisement",
    "advertising",
    "advertisement - continue reading below",
    "advertisement. scroll to continue reading",
    "article continues after advertisement",
    "article continues below advertisement",
    "story continues below advertisement",
    "sponsored",
    "publicité",
    "la suite après la publicité",
    "la suite après cette publicité",
    "anzeige",
    "werbung",
    "publicidad",
    "publicidade",
    "pubblicità",
    "реклама",
    "إعلان",
    "广告",
    "[广告]",
    "廣告",
    "広告",
    "share",
    "partager",
    "teilen",
    "compartir",
    "condividi",
    "شارك",
    "分享",
    "skip to main content",
    "skip to content",
];

/// How lines begin that offer to send the article to others.
const SHARES: &[&str] = &[
    "share on ",
    "share via ",
    "partager sur ",
    "compartir en ",
    "condividi su ",
    "compartilhar no ",
    "auf facebook teilen",
    "auf whatsapp teilen",
    "поделиться",
    "分享到",
];

/// What a page says where the rest of its article is for subscribers.
const FOR_PAYERS: &[&str] = &[
    "réservé aux abonnés",
    "réservée aux abonnés",
    "réservé à nos abonnés",
    "subscribe to read",
    "subscribe to continue",
    "for subscribers only",
    "subscriber-only",
    "already a subscriber",
    "weiterlesen mit",
    "nur für abonnenten",
    "exclusivo para suscriptores",
    "solo para suscriptores",
    "riservato agli abbonati",
    "только для подписчиков",
    "للمشتركين فقط",
];

/// The characters looked at.
const LOOKED_AT: usize = 64;

/// Whether a text begins as one that sends the reader elsewhere.
pub(super) fn sends_elsewhere(text: &str) -> bool {
    let text = start(text);
    SENDS_ELSEWHERE.iter().any(|start| text.starts_with(start))
}

/// Whether a line is what stands above what readers wrote: `Comments`, `3 comments`, `评论 3018条`.
pub(super) fn heads_comments(line: &str) -> bool {
    let line = start(line);
    let is_number = |c: char| {
        c.is_numeric() || c.is_whitespace() || matches!(c, '(' | ')' | '.' | ',' | ':' | '：' | '条' | '條')
    };
    COMMENTS.contains(&line.trim_matches(is_number))
}

/// Whether a line is no article wherever it stands alone.
pub(super) fn is_label(line: &str) -> bool {
    let line = line.trim();
    line.len() <= LOOKED_AT && {
        let line = line.to_lowercase();
        LABELS.contains(&line.as_str()) || SHARES.iter().any(|start| line.starts_with(start))
    }
}

/// Whether a line says that the rest of the article is for subscribers.
pub(super) fn is_for_payers(line: &str) -> bool {
    const LONGEST: usize = 400;
    line.len() <= LONGEST && {
        let line = line.to_lowercase();
        FOR_PAYERS.iter().any(|one| line.contains(one))
    }
}

fn start(text: &str) -> String {
    text.trim_start()
        .chars()
        .take(LOOKED_AT)
        .flat_map(char::to_lowercase)
        .collect::<String>()
        .trim_end()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_of_comments_are_told_from_sentences() {
        for line in ["Comments", "3 comments", "Commentaires (12)", "评论 3018条", "КОММЕНТАРИИ (2)"]
        {
            assert!(heads_comments(line), "{line}");
        }
        for line in ["Comments were closed.", "No comment", "3", ""] {
            assert!(!heads_comments(line), "{line}");
        }
    }
}
