//! Writes the page as a single file, which works from a disk and can be sent by mail.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::gzipped;

/// The name of the file.
pub(super) const NAME: &str = "raft-playground.html";

/// The parts of the page.
pub(super) struct Parts<'a> {
    /// The HTML that refers to the other parts.
    pub(super) index: &'a str,
    /// The name and the content of the WebAssembly program.
    pub(super) program: (&'a str, &'a [u8]),
    /// The name and the content of the program's script.
    pub(super) module: (&'a str, &'a str),
    /// The paths and the contents of the modules that the page imports.
    pub(super) imported: &'a [(&'a str, String)],
    /// The tags of the page's own scripts, and the scripts that they load.
    pub(super) scripts: &'a [(String, String)],
    /// The addresses and the texts of the style sheets that the page loads later.
    pub(super) styles: &'a [(String, String)],
    /// The addresses and the contents of the dialogs.
    pub(super) dialogs: &'a [(String, String)],
    /// The addresses and the texts of the stories and the catalogues.
    pub(super) texts: &'a [(String, String)],
}

/// Writes the page with all its parts inline.
pub(super) fn write(folder: &Path, parts: &Parts) -> Result<()> {
    fs::write(folder.join(NAME), assemble(parts)?).context("writing the page as one file")
}

fn assemble(parts: &Parts) -> Result<String> {
    let Parts { index, program, module, imported, scripts, styles, dialogs, texts } = parts;
    // Inline parts need no preloading.
    let (page, _) = without_preloads(index);
    let mut page = without_catalog(&page);
    let mut replace = |what: String, by: &str| {
        ensure!(page.matches(&what).count() == 1, "the page must contain {what} exactly once");
        page = page.replace(&what, by);
        Ok(())
    };
    let imported = imported.iter().map(|(path, script)| (*path, script.as_str()));
    for (path, script) in imported.chain([*module]) {
        let url = format!("data:text/javascript;base64,{}", BASE64.encode(script));
        replace(format!("./{path}"), &url)?;
    }
    let unpacked = format!(
        "await new Response((await fetch('data:application/gzip;base64,{}')).body\
         .pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()",
        BASE64.encode(gzipped(program.1)?)
    );
    replace(format!("'./{}'", program.0), &unpacked)?;
    for (tag, script) in *scripts {
        ensure!(!script.contains("</script"), "the script of {tag} contains a tag that ends it");
        // A module, so that the script still waits until the page is parsed.
        replace(format!("{tag}</script>"), &format!("<script type=module>{script}</script>"))?;
    }
    for (address, style) in *styles {
        let link = format!("<link data-later href={address}>");
        replace(link, &format!("<style>{style}</style>"))?;
    }
    for (address, dialog) in *dialogs {
        // The tour as text is another file, which need not be beside this one.
        let dialog = dialog.replace("href=\"tour.html\"", "hidden");
        replace(format!("<link data-dialogs href={address}>"), &dialog)?;
    }
    for (address, text) in *texts {
        ensure!(!text.contains("</script"), "{address} contains a tag that ends a script");
        let kind = if address.starts_with("locales/") { "catalog" } else { "story" };
        write!(page, "<script type=text/plain data-{kind}=\"{address}\">{text}</script>")?;
    }
    Ok(page)
}

/// Removes the link that `early.js` makes a preload of the first catalogue.
fn without_catalog(page: &str) -> String {
    let Some(address) = page.find("href=locales/") else { return page.to_owned() };
    let (before, after) = page.split_at(address);
    let start = before.rfind("<link").unwrap_or(address);
    let rest = after.split_once('>').map_or("", |(_, rest)| rest);
    format!("{}{rest}", &page[..start])
}

/// Separates the page from its tags for preloading.
pub(super) fn without_preloads(page: &str) -> (String, String) {
    const LEAD: &str = "<link";
    let mut rest = page.split(LEAD);
    let mut kept = rest.next().unwrap_or_default().to_owned();
    let mut preloads = String::new();
    for part in rest {
        let (tag, after) = part.split_once('>').unwrap_or((part, ""));
        if tag.contains("rel=modulepreload") || tag.contains("rel=preload") {
            preloads.extend([LEAD, tag, ">"]);
            kept.push_str(after);
        } else {
            kept.extend([LEAD, part]);
        }
    }
    (kept, preloads)
}

#[cfg(test)]
mod tests {
    use super::*;

    const INDEX: &str = "<link as=fetch crossorigin href=locales/en/a.ftl>\
        <link href=icon rel=icon><link data-later href=style/a.css>\
        <script defer src=./s.js></script>\
        <script>import('./share.js');import('./gallery.js')</script>\
        <link data-dialogs href=dialogs/a.html>\
        <script type=module>import init from './w.js'; init({ module_or_path: './w_bg.wasm' })\
        </script><link href=./w.js rel=modulepreload><link href=./w_bg.wasm rel=preload>";

    fn parts<'a>(
        index: &'a str,
        imported: &'a [(&'a str, String)],
        scripts: &'a [(String, String)],
        styles: &'a [(String, String)],
        dialogs: &'a [(String, String)],
        texts: &'a [(String, String)],
    ) -> Parts<'a> {
        Parts {
            index,
            program: ("w_bg.wasm", b"program"),
            module: ("w.js", "export default 1"),
            imported,
            scripts,
            styles,
            dialogs,
            texts,
        }
    }

    fn imported() -> [(&'static str, String); 2] {
        [("share.js", "open()".to_owned()), ("gallery.js", "show()".to_owned())]
    }

    fn script() -> [(String, String); 1] {
        [("<script defer src=./s.js>".to_owned(), "share()".to_owned())]
    }

    fn style() -> [(String, String); 1] {
        [("style/a.css".to_owned(), "b{color:red}".to_owned())]
    }

    fn dialog() -> [(String, String); 1] {
        let dialog = "<div id=help><a href=\"tour.html\">Tour</a></div>";
        [("dialogs/a.html".to_owned(), dialog.to_owned())]
    }

    #[test]
    fn the_single_file_loads_nothing_else() {
        let texts = [
            ("locales/en/a.ftl".to_owned(), "a = b".to_owned()),
            ("stories/a.raft".to_owned(), "nodes 3 # a<b".to_owned()),
        ];
        let page =
            assemble(&parts(INDEX, &imported(), &script(), &style(), &dialog(), &texts)).unwrap();
        assert!(page.contains("data-catalog=\"locales/en/a.ftl\">a = b</script>"), "{page}");
        assert!(!page.contains("./") && !page.contains("preload"), "{page}");
        assert!(page.contains("<div id=help><a hidden>Tour</a></div>"), "{page}");
        assert!(
            page.starts_with("<link href=icon rel=icon><style>b{color:red}</style>")
                && page.contains("share()"),
            "{page}"
        );
        assert!(page.ends_with("data-story=\"stories/a.raft\">nodes 3 # a<b</script>"), "{page}");
    }

    #[test]
    fn an_unexpected_page_or_script_end_tag_is_refused() {
        let error = assemble(&parts(
            &INDEX.replace("./s.js", "./t.js"),
            &imported(),
            &script(),
            &style(),
            &dialog(),
            &[],
        ))
        .unwrap_err();
        assert!(error.to_string().contains("./s.js"), "{error}");
        let texts = [("stories/a.raft".to_owned(), "# </script>".to_owned())];
        let script = script();
        assert!(
            assemble(&parts(INDEX, &imported(), &script, &style(), &dialog(), &texts)).is_err()
        );
    }
}
