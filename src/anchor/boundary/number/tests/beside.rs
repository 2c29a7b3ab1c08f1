//! Numbers beside what is no part of them: words of another language, other cells of a row.

use super::{assert_cut, assert_whole};

#[test]
fn numbers_in_another_language_are_whole_where_that_is_spoken_or_plain() {
    assert_cut(&[
        ("zh", "报道说 five hundred |thousand soldiers 越过了边境。"),
        ("fr", "Le rapport dit : « five hundred |thousand soldiers crossed the border »."),
        ("fr", "Le rapport dit : « fifty |six of the soldiers were killed at the border »."),
        ("da", "deux cent |cinquante"),
        ("en", "The paper wrote « deux mille |cinq cents morts »."),
        ("en", "The report said « vingt |six des soldats ont été tués à la frontière »."),
        ("de", "In dem Bericht steht: „trois cents |mille soldats ont franchi la frontière“."),
        ("ar", "وكتبت الصحيفة thirty five |thousand people were there"),
    ]);
    assert_whole(&[
        ("en", "It was a six |cent stamp, and the cent |mille was his."),
        ("fr", "Il y en avait six |million dollar babies."),
        ("en", "He went from two |to three, and on |six days to |million-dollar prizes."),
        ("fr", "Une pièce à fifty |cents américains."),
        ("de", "Die Band Five Hundred |spielt."),
    ]);
}

#[test]
fn cells_of_a_row_are_numbers_of_their_own() {
    assert_whole(&[
        ("de", "2022 203.600| 151.300 987"),
        ("de", "2022 203.600 |151.300 987"),
        ("de", "2022 203.600 151.300| 987"),
        ("en", "2022 203,600 |151,300 987"),
        ("en", "2022| 203,600"),
        ("fr", "Il mesure 12,5 |200 fois par jour"),
        ("de", "Am 12.05 |200 Menschen"),
    ]);
    assert_cut(&[
        ("fr", "198 600| 151"),
        ("fr", "3 |500,25 hommes"),
        ("fr", "1 234 |567"),
        ("en", "known as 0.577 |215 664"),
        ("de", "1.234|.567"),
        ("en", "call 020 |7946 0958"),
        ("fr", "au 01 02| 03 04 05"),
    ]);
}

#[test]
fn the_number_of_a_note_is_no_part_of_what_it_stands_behind() {
    assert_whole(&[
        ("en", "The paper was “published”.|3 I reject that."),
        ("en", "The paper was \"published\".|14 I reject that."),
        ("fr", "Il parle d’une « erreur ».|3 Je le nie."),
        ("en", "It was settled before 2027|¹ by all sides."),
        ("en", "They counted 3,411|² people there."),
        ("fr", "Ils étaient 12 500|³ en tout."),
        ("en", "A mix of 5% CO2|/95% O2 was used."),
    ]);
    assert_cut(&[
        ("en", "with \".|5 percent\" of it"),
        ("en", "The area is 12|² in all."),
        ("en", "The area is 1,12|² in all."),
        ("en", "about 1000|² of them"),
        ("en", "about 2027|⁻¹ of them"),
        ("en", "a ratio of 2|/95 was seen"),
    ]);
}

#[test]
fn letters_that_multiply_and_exponents_on_the_line_are_of_their_number() {
    assert_cut(&[
        ("en", "so far £2.3|m were paid"),
        ("en", "so far £2.3|bn were paid"),
        ("fr", "il vaut 5|M€ au moins"),
        ("de", "es waren 3,2|Mio Euro"),
        ("en", "he paid 4.5|K for it"),
        ("en", "The rate is 3.2 × 10|−9 M here."),
        ("en", "The rate is 3.2| × 10-9 M here."),
    ]);
    assert_whole(&[("en", "5 |m wide"), ("en", "It is 3 × 10| in all"), ("en", "room 5 |bn 12")]);
}
