//! The page in the two test languages: one with long words, one from right to left.

use anyhow::Result;
use tests::browser::{Page, on_page};

/// The texts that a user reads: the narration, the menu of a node, the tabs, the help.
const TEXTS: &str = "return [...document.querySelectorAll(
    '.sentence p, .menu h2, .menu button, [role=tab], [role=tablist] button, #help h2')]
    .map((element) => element.textContent.trim()).filter((text) => /\\p{L}{2}/u.test(text))";

#[test]
fn long_words_fit_the_page_and_every_text_is_translated() {
    on_page("lang=en-XA&seed=7&speed=1", async |page| {
        let texts = texts_of_a_menu(page).await?;
        // The language for tests puts an accent on every vowel of its own words.
        let plain = texts.iter().filter(|text| text.contains(['a', 'e', 'i', 'o', 'u']));
        let plain: Vec<&String> = plain.collect();
        assert!(plain.is_empty(), "without a translation: {plain:?}");
        Ok(())
    });
}

#[test]
fn a_page_from_right_to_left_keeps_its_stage() {
    on_page("lang=en-XB&seed=7&speed=1", async |page| {
        let texts = texts_of_a_menu(page).await?;
        let is_turned = |text: &&String| text.contains('\u{202e}');
        assert_eq!(texts.iter().filter(is_turned).count(), texts.len(), "{texts:?}");
        page.until_reads("a direction", "return document.documentElement.dir", "rtl".to_owned())
            .await?;
        // Links, messages and nodes are a picture, which no language turns round.
        let seen = page.seen().await?;
        let left_of = |first: &str, second: &str| {
            let place = |name: &str| seen.nodes.iter().find(|node| node.name == name);
            place(first).map(|node| node.at.0) < place(second).map(|node| node.at.0)
        };
        assert!(left_of("A", "C"), "{:?}", seen.nodes);
        Ok(())
    });
}

/// Opens the menu of the leader and gives the texts of the page.
async fn texts_of_a_menu(page: &Page) -> Result<Vec<String>> {
    let leader = page.leader().await?;
    page.click_node(&leader).await?;
    page.until_reads("a menu", "return document.querySelectorAll('.menu button').length > 5", true)
        .await?;
    let texts: Vec<String> = page.read(TEXTS, vec![]).await?;
    assert!(texts.len() > 12, "{texts:?}");
    Ok(texts)
}
