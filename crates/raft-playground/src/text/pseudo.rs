//! Languages for tests, made from English: `web/placeholder/text.js` makes the same ones in
//! the page.

use std::borrow::Cow;

/// Letters, and the ones with accents that stand for them.
const PLAIN: &str = "aceilnorsuyACEILNORSUY";
const ACCENTED: &str = "áçéíļñóŕšúýÁÇÉÍĻÑÓŔŠÚÝ";

/// Text with accents, and longer by about a third: some vowels come twice.
pub(super) fn long(text: &str) -> Cow<'_, str> {
    let mut longer = String::new();
    for letter in text.chars() {
        let place = PLAIN.chars().position(|plain| plain == letter);
        let accented = place.and_then(|place| ACCENTED.chars().nth(place)).unwrap_or(letter);
        longer.push(accented);
        if "aeiou".contains(letter) {
            longer.push(accented);
        }
    }
    longer.into()
}

/// Text of which each word runs from right to left.
pub(super) fn right_to_left(text: &str) -> Cow<'_, str> {
    let mut turned = String::new();
    let mut inside = false;
    for letter in text.chars() {
        if letter.is_alphabetic() != inside {
            turned.push(if inside { '\u{202c}' } else { '\u{202e}' });
            inside = !inside;
        }
        turned.push(letter);
    }
    if inside {
        turned.push('\u{202c}');
    }
    turned.into()
}
