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
    /// The path and the content of the module that the page imports.
    pub(super) imported: (&'a str, &'a str),
    /// The tags of the page's own scripts, and the scripts that they load.
    pub(super) scripts: &'a [(String, String)],
    /// The addresses and the texts of the stories and the catalogues.
    pub(super) texts: &'a [(String, String)],
}

/// Writes the page with all its parts inline.
pub(super) fn write(folder: &Path, parts: &Parts) -> Result<()> {
    fs::write(folder.join(NAME), assemble(parts)?).context("writing the page as one file")
}

fn assemble(parts: &Parts) -> Result<String> {
    let Parts { index, program, module, imported, scripts, texts } = parts;
    // Inline parts need no preloading.
    let (mut page, _) = without_preloads(index);
    let mut replace = |what: String, by: &str| {
        ensure!(page.matches(&what).count() == 1, "the page must contain {what} exactly once");
        page = page.replace(&what, by);
        Ok(())
    };
    for (path, script) in [module, imported] {
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
    for (address, text) in *texts {
        ensure!(!text.contains("</script"), "{address} contains a tag that ends a script");
        let kind = if address.starts_with("locales/") { "catalog" } else { "story" };
        write!(page, "<script type=text/plain data-{kind}=\"{address}\">{text}</script>")?;
    }
    Ok(page)
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

    const INDEX: &str = "<link href=icon rel=icon><script defer src=./s.js></script>\
        <script>import('./share.js')</script>\
        <script type=module>import init from './w.js'; init({ module_or_path: './w_bg.wasm' })\
        </script><link href=./w.js rel=modulepreload><link href=./w_bg.wasm rel=preload>";

    fn parts<'a>(
        index: &'a str,
        scripts: &'a [(String, String)],
        texts: &'a [(String, String)],
    ) -> Parts<'a> {
        Parts {
            index,
            program: ("w_bg.wasm", b"program"),
            module: ("w.js", "export default 1"),
            imported: ("share.js", "open()"),
            scripts,
            texts,
        }
    }

    fn script() -> [(String, String); 1] {
        [("<script defer src=./s.js>".to_owned(), "share()".to_owned())]
    }

    #[test]
    fn the_single_file_loads_nothing_else() {
        let texts = [
            ("locales/en/a.ftl".to_owned(), "a = b".to_owned()),
            ("stories/a.raft".to_owned(), "nodes 3 # a<b".to_owned()),
        ];
        let page = assemble(&parts(INDEX, &script(), &texts)).unwrap();
        assert!(page.contains("data-catalog=\"locales/en/a.ftl\">a = b</script>"), "{page}");
        assert!(!page.contains("./") && !page.contains("preload"), "{page}");
        assert!(page.contains("<link href=icon rel=icon>") && page.contains("share()"), "{page}");
        assert!(page.ends_with("data-story=\"stories/a.raft\">nodes 3 # a<b</script>"), "{page}");
    }

    #[test]
    fn an_unexpected_page_or_script_end_tag_is_refused() {
        let error =
            assemble(&parts(&INDEX.replace("./s.js", "./t.js"), &script(), &[])).unwrap_err();
        assert!(error.to_string().contains("./s.js"), "{error}");
        let texts = [("stories/a.raft".to_owned(), "# </script>".to_owned())];
        assert!(assemble(&parts(INDEX, &script(), &texts)).is_err());
    }
}
