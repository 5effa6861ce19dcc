//! What the page says in drawn runs and in the stories is true.

use super::*;

#[test]
fn nothing_that_the_page_says_is_false() {
    let mut report = Report::default();
    for seed in 0..40 {
        let trial = Trial { seed, faults: Default::default(), by_hand: seed % 2 == 0 };
        report.merge(fuzz(trial));
    }
    assert!(report.wrong.is_empty(), "{report}");
}
