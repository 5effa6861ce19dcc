//! The content security policy of the built page, which its server may send.
//!
//! The page contains scripts and style sheets, so that its first picture waits for no other file.
//! The policy permits them by their digests, which change with each build; so it is a file beside
//! the page.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::digest::digest;
use super::{collect, name, readable_tour};

/// The file with the value of the header.
pub(super) const NAME: &str = "content-security-policy.txt";

/// Writes the policy of the pages in this folder. The page as one file is not among them: it is
/// meant for a disk, where no server sends a policy.
pub(super) fn write(folder: &Path) -> Result<()> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    let (mut scripts, mut styles) = (BTreeSet::new(), BTreeSet::new());
    let has_parts = |path: &&std::path::PathBuf| {
        path.parent() == Some(folder)
            && (name(path) == "index.html" || name(path).starts_with(readable_tour::NAME))
    };
    for page in files.iter().filter(has_parts) {
        let text = fs::read_to_string(page).with_context(|| name(page))?;
        scripts.extend(inline(&text, "script").map(|script| digest(script.as_bytes())));
        styles.extend(inline(&text, "style").map(|style| digest(style.as_bytes())));
        ensure!(!text.contains(" style="), "{} has a style that no policy permits", name(page));
    }
    let policy = policy(&scripts, &styles)?;
    fs::write(folder.join(NAME), policy + "\n").context("writing the policy")
}

/// The contents of the elements with this tag that refer to no file.
fn inline<'a>(page: &'a str, tag: &'a str) -> impl Iterator<Item = &'a str> {
    let elements = page.split(&format!("<{tag}")).skip(1).collect::<Vec<_>>().into_iter();
    elements.filter_map(move |element| {
        let (attributes, rest) = element.split_once('>')?;
        let (content, _) = rest.split_once(&format!("</{tag}"))?;
        (!attributes.contains("src=")).then_some(content)
    })
}

fn policy(scripts: &BTreeSet<String>, styles: &BTreeSet<String>) -> Result<String> {
    let mut policy = String::from("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'");
    for script in scripts {
        write!(policy, " '{script}'")?;
    }
    policy.push_str("; style-src 'self'");
    for style in styles {
        write!(policy, " '{style}'")?;
    }
    // The icon and a picture that is being saved are in data addresses.
    policy.push_str("; img-src 'self' data:; connect-src 'self'; worker-src 'self'");
    policy.push_str("; frame-src 'self'; base-uri 'none'; form-action 'none'");
    Ok(policy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_in_the_page_needs_a_digest() {
        let page = "<style>a{}</style><script defer src=./a.js></script><script>b()</script>\
            <script type=module>c()</script>";
        assert_eq!(inline(page, "script").collect::<Vec<_>>(), ["b()", "c()"]);
        assert_eq!(inline(page, "style").collect::<Vec<_>>(), ["a{}"]);
    }

    #[test]
    fn a_policy_permits_nothing_unsafe_but_the_program() {
        let one = |digest: &str| BTreeSet::from([digest.to_owned()]);
        let policy = policy(&one("sha256-a="), &one("sha256-b=")).unwrap();
        assert!(policy.contains("script-src 'self' 'wasm-unsafe-eval' 'sha256-a=';"), "{policy}");
        assert!(policy.contains("style-src 'self' 'sha256-b=';"), "{policy}");
        assert_eq!(policy.matches("unsafe").count(), 1, "{policy}");
    }
}
