//! The number words of languages whose tables begin with nothing.

use super::tables::{ALONE, Company, Grammar, Habit, Inverted, Joining, NONE, Numerals, PLAIN};

pub(super) const CS: Numerals = Numerals {
    language: "cs",
    one: "jeden jedna jedno jednoho jedné jednu",
    counting_one: "jeden jedna jedno jednoho jedné jednu",
    values: "\
        0 nula 2 dva dvě dvou dvěma 3 tři tří třech třem třemi 4 čtyři čtyř čtyřech čtyřem čtyřmi 5 pět pěti \
        6 šest šesti 7 sedm sedmi 8 osm osmi 9 devět devíti 10 deset deseti 11 jedenáct jedenácti \
        12 dvanáct dvanácti 13 třináct třinácti 14 čtrnáct čtrnácti 15 patnáct patnácti 16 šestnáct šestnácti \
        17 sedmnáct sedmnácti 18 osmnáct osmnácti 19 devatenáct devatenácti 20 dvacet dvaceti 30 třicet třiceti \
        40 čtyřicet čtyřiceti 50 padesát padesáti 60 šedesát šedesáti 70 sedmdesát sedmdesáti \
        80 osmdesát osmdesáti 90 devadesát devadesáti 100 sto sta stě set 1000 tisíc tisíce tisíci tisíců \
        1000000 milion milionu miliony milionů milión milióny miliónů 1000000000 miliarda miliardy miliard",
    others: "tucet desítky stovky tisíce půl polovina třetina čtvrtina",
    joints: "a",
    grammar: Grammar { inverted: Inverted::Either, most_hundreds: 19, habits: &[Habit::AddsOne], ..PLAIN },
    company: Company {
        decimals: "celá celé celých",
        fractions: "třetiny čtvrtiny pětiny šestiny sedminy osminy devítiny desetiny setiny",
        halves: &["a půl"],
        between: "mezi",
        ..ALONE
    },
    ..NONE
};

pub(super) const RO: Numerals = Numerals {
    language: "ro",
    one: "unu una",
    counting_one: "unu una",
    values: "\
        0 zero 2 doi două 3 trei 4 patru 5 cinci 6 șase şase 7 șapte şapte 8 opt 9 nouă 10 zece \
        11 unsprezece 12 doisprezece douăsprezece 13 treisprezece 14 paisprezece 15 cincisprezece \
        16 șaisprezece şaisprezece 17 șaptesprezece şaptesprezece 18 optsprezece 19 nouăsprezece \
        20 douăzeci 30 treizeci 40 patruzeci 50 cincizeci 60 șaizeci şaizeci 70 șaptezeci şaptezeci \
        80 optzeci 90 nouăzeci 100 sută sute 1000 mie mii 1000000 milion milioane \
        1000000000 miliard miliarde",
    others: "zeci duzină jumătate sfert treime",
    joints: "și şi de",
    grammar: Grammar {
        joining: Joining::UnitsAfterTens,
        habits: &[Habit::JoinsUnits, Habit::LinksPowers],
        ..PLAIN
    },
    company: Company {
        decimals: "virgulă",
        fractions: "treimi cincimi șesimi şesimi optimi zecimi",
        quarters: "sferturi",
        sure_halves: &["și jumătate", "şi jumătate"],
        between: "între",
        per: "la",
        ..ALONE
    },
    ..NONE
};

pub(super) const HU: Numerals = Numerals {
    language: "hu",
    one: "egy",
    values: "\
        0 nulla 2 két kettő 3 három 4 négy 5 öt 6 hat 7 hét 8 nyolc 9 kilenc 10 tíz tizen 20 húsz huszon \
        30 harminc 40 negyven 50 ötven 60 hatvan 70 hetven 80 nyolcvan 90 kilencven 100 száz 1000 ezer \
        1000000 millió 1000000000 milliárd",
    others: "tucat fél harmad negyed",
    grammar: Grammar { habits: &[Habit::AddsToTen, Habit::OneWord], ..PLAIN },
    company: Company { decimals: "egész", halves: &["és fél"], ..ALONE },
    ..NONE
};

pub(super) const EL: Numerals = Numerals {
    language: "el",
    one: "ένας ένα μία μια ενός μιας",
    values: "\
        0 μηδέν 2 δύο δυο 3 τρεις τρία τριών 4 τέσσερις τέσσερα τεσσάρων 5 πέντε 6 έξι 7 επτά εφτά 8 οκτώ οχτώ \
        9 εννέα εννιά 10 δέκα 11 έντεκα ένδεκα 12 δώδεκα 13 δεκατρείς δεκατρία 14 δεκατέσσερις δεκατέσσερα \
        15 δεκαπέντε 16 δεκαέξι δεκάξι 17 δεκαεπτά δεκαεφτά 18 δεκαοκτώ δεκαοχτώ 19 δεκαεννέα δεκαεννιά \
        20 είκοσι 30 τριάντα 40 σαράντα 50 πενήντα 60 εξήντα 70 εβδομήντα 80 ογδόντα 90 ενενήντα \
        100 εκατό εκατόν 200 διακόσια διακόσιοι διακόσιες διακοσίων διακόσιους \
        300 τριακόσια τριακόσιοι τριακόσιες τριακοσίων τριακόσιους \
        400 τετρακόσια τετρακόσιοι τετρακόσιες τετρακοσίων τετρακόσιους \
        500 πεντακόσια πεντακόσιοι πεντακόσιες πεντακοσίων πεντακόσιους \
        600 εξακόσια εξακόσιοι εξακόσιες εξακοσίων εξακόσιους \
        700 επτακόσια επτακόσιοι επτακόσιες επτακοσίων επτακόσιους εφτακόσια εφτακόσιοι εφτακόσιες \
        800 οκτακόσια οκτακόσιοι οκτακόσιες οκτακοσίων οκτακόσιους οχτακόσια οχτακόσιοι οχτακόσιες \
        900 εννιακόσια εννιακόσιοι εννιακόσιες εννιακοσίων εννιακόσιους εννεακόσια εννεακόσιοι εννεακόσιες \
        1000 χίλια χίλιοι χίλιες χιλίων χίλιους χιλιάδες χιλιάδων \
        1000000 εκατομμύριο εκατομμύρια εκατομμυρίων 1000000000 δισεκατομμύριο δισεκατομμύρια δισεκατομμυρίων",
    others: "δεκάδες εκατοντάδες ντουζίνα μισό μισή τρίτο τέταρτο",
    grammar: Grammar { habits: &[Habit::AddsOne], ..PLAIN },
    company: Company {
        decimals: "κόμμα",
        fractions: "τρίτα πέμπτα έκτα έβδομα όγδοα ένατα δέκατα",
        quarters: "τέταρτα",
        halves: &["και μισό", "και μισή", "και μισός", "και μισού", "και μισής"],
        between: "μεταξύ",
        per: "τοις",
        ..ALONE
    },
    ..NONE
};

pub(super) const ID: Numerals = Numerals {
    language: "id",
    one: "satu",
    counting_one: "satu",
    values: "\
        0 nol 2 dua 3 tiga 4 empat 5 lima 6 enam 7 tujuh 8 delapan lapan 9 sembilan 10 puluh sepuluh belas \
        11 sebelas 100 ratus seratus 1000 ribu seribu 1000000 juta sejuta \
        1000000000 miliar milyar semiliar bilion 1000000000000 triliun trilyun trilion",
    others: "setengah separuh sepertiga seperempat seperlima sepersepuluh puluhan ratusan ribuan jutaan lusin",
    tens: "puluh",
    teens: "belas",
    grammar: Grammar { habits: &[Habit::AddsOne], ..PLAIN },
    company: Company {
        decimals: "koma",
        fractions: "pertiga perlima perenam pertujuh perdelapan persembilan persepuluh perseratus",
        quarters: "perempat",
        halves: &["setengah"],
        between: "antara",
        ..ALONE
    },
    ..NONE
};

pub(super) const MS: Numerals = Numerals { language: "ms", ..ID };

pub(super) const VI: Numerals = Numerals {
    language: "vi",
    one: "một",
    values: "\
        1 mốt 2 hai 3 ba 4 bốn tư 5 năm lăm nhăm 6 sáu 7 bảy bẩy 8 tám 9 chín 10 mười mươi chục 100 trăm \
        1000 nghìn ngàn 1000000 triệu 1000000000 tỷ tỉ",
    others: "nửa",
    joints: "linh lẻ",
    tens: "mươi chục",
    leading: "năm",
    grammar: Grammar { joining: Joining::AfterHundreds, habits: &[Habit::AddsToTen], ..PLAIN },
    company: Company {
        decimals: "phẩy phần", sure_halves: &["rưỡi", "rưởi"], per: "phần", ..ALONE
    },
    ..NONE
};

pub(super) const KO: Numerals = Numerals {
    language: "ko",
    values: "\
        1 일 하나 한 2 이 둘 두 3 삼 셋 세 4 사 넷 네 5 오 다섯 6 육 여섯 7 칠 일곱 8 팔 여덟 9 구 아홉 \
        10 십 열 20 스물 스무 30 서른 40 마흔 50 쉰 60 예순 70 일흔 80 여든 90 아흔 100 백 1000 천 10000 만 \
        100000000 억 1000000000000 조",
    inner: "일 이 삼 사 오 육 칠 팔 구 십 만 억 조 한 두 세 네",
    counters: "명 원 개 대 년 톤 분 마리 건 표 가구 세 살 주 권 배 달러 유로 위안 여 퍼센트 미터 킬로",
    grammar: Grammar { habits: &[Habit::AddsToTen, Habit::CountsTens], ..PLAIN },
    ..NONE
};
