//! Pages that stand where an article should: asking for a login, a subscription, cookies, a script.
//!
//! The rule is plain. Every news site says "log in" somewhere, so only the text that was taken for the
//! article counts, and only where there is little of it: one such phrase in less than [`SHORT`] characters,
//! or two of them in less than [`LONGER`]. A text without any is never held to be a wall, however short.

use crate::text::{nonspace_count, single_spaced};

/// One phrase makes a wall of a text with fewer characters than this, white space left out.
const SHORT: usize = 500;
/// Two phrases make one of a text with fewer than this.
const LONGER: usize = 1500;

/// What walls say, in small letters; each line means one thing, so that its forms count once.
const PHRASES: &[&[&str]] = &[
    &[
        "subscribe to",
        "subscribe now",
        "to continue reading",
        "keep reading",
        "already a subscriber",
        "subscribers only",
        "become a member",
        "abonnez-vous",
        "déjà abonné",
        "réservé aux abonnés",
        "pour lire la suite",
        "jetzt abonnieren",
        "weiterlesen",
        "abonnenten",
        "suscríbete",
        "para suscriptores",
        "seguir leyendo",
        "abbonati",
        "abonneer",
        "подпишитесь",
        "по подписке",
        "اشترك الآن",
        "للمشتركين",
        "订阅后",
        "訂閱",
        "会员专享",
        "購読",
        "有料会員",
    ],
    &[
        "log in",
        "login to",
        "sign in",
        "connectez-vous",
        "se connecter",
        "identifiez-vous",
        "anmelden",
        "einloggen",
        "iniciar sesión",
        "inicia sesión",
        "accedi",
        "inloggen",
        "войти",
        "войдите",
        "تسجيل الدخول",
        "سجل الدخول",
        "请登录",
        "請登入",
        "登录后",
        "登入後",
        "ログイン",
    ],
    &[
        "create an account",
        "create a free account",
        "register to",
        "créez un compte",
        "créer un compte",
        "inscrivez-vous",
        "konto erstellen",
        "registrieren",
        "crear una cuenta",
        "regístrate",
        "зарегистрируйтесь",
        "إنشاء حساب",
        "注册",
        "註冊",
        "会員登録",
    ],
    &[
        "enable javascript",
        "javascript is disabled",
        "javascript is required",
        "requires javascript",
        "turn on javascript",
        "activer javascript",
        "activez javascript",
        "javascript aktivieren",
        "habilita javascript",
        "включите javascript",
        "启用javascript",
        "啟用javascript",
    ],
    &[
        "enable cookies",
        "accept cookies",
        "accept all cookies",
        "accepter les cookies",
        "cookies aktivieren",
        "cookies akzeptieren",
        "aceptar las cookies",
        "файлы cookie",
        "ملفات تعريف الارتباط",
    ],
    &[
        "are you a robot",
        "not a robot",
        "verify you are human",
        "verify that you are",
        "checking your browser",
        "checking if the site connection is secure",
        "unusual traffic",
        "access denied",
        "captcha",
        "êtes pas un robot",
        "kein roboter",
        "no eres un robot",
        "не робот",
        "لست روبوت",
        "人机验证",
        "安全验证",
    ],
];

/// The phrase by which a text looks like a wall and not like an article.
pub(super) fn wall(text: &str) -> Option<&'static str> {
    let letters = nonspace_count(text);
    if letters >= LONGER {
        return None;
    }
    let small = single_spaced(&text.to_lowercase());
    let mut said =
        PHRASES.iter().filter_map(|forms| forms.iter().find(|form| small.contains(**form)).copied());
    let first = said.next()?;
    (letters < SHORT || said.next().is_some()).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn walls_are_told_from_short_notices() {
        let walls = [
            "Subscribe to continue\n\nYou have read your last free article. Log in or subscribe to keep reading.",
            "Cet article est réservé aux abonnés.\n\nDéjà abonné ? Connectez-vous.",
            "لقراءة المقال كاملا يرجى تسجيل الدخول",
            "请登录后阅读全文",
            "Please enable JavaScript and reload the page.",
        ];
        for text in walls {
            assert!(wall(text).is_some(), "{text}");
        }
        let teaser = "Kaboul, lundi. ".repeat(70) + "Cet article est réservé aux abonnés. Connectez-vous.";
        assert!(wall(&teaser).is_some(), "two phrases below a teaser");
        let notices = [
            "Le musée sera fermé lundi 8 décembre en raison d’un mouvement social. Il rouvrira mardi à 10 heures.",
            "The bridge is closed until further notice.",
            "本馆周一闭馆，周二上午十时恢复开放。",
            "يغلق المتحف أبوابه يوم الاثنين.",
        ];
        for text in notices {
            assert_eq!(wall(text), None, "{text}");
        }
        let article = "Les abonnés du gaz sont inquiets. ".repeat(30) + "Inscrivez-vous à notre lettre.";
        assert_eq!(wall(&article), None, "one phrase below an article");
        let long = "Log in. Subscribe now. ".to_owned() + &"Words of an article. ".repeat(100);
        assert_eq!(wall(&long), None, "an article with all of it around");
    }
}
