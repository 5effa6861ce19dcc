//! Parses the declarations in `types.d.ts`, as far as that file needs: interfaces and unions of
//! objects.

use std::collections::BTreeSet;

const TYPES: &str = include_str!("../../src/types.d.ts");

/// The paths of all keys that an interface declares inline.
pub(super) fn interface(name: &str) -> BTreeSet<String> {
    members(&body(name)).into_iter().map(|member| member.path).collect()
}

/// The optional keys of an interface.
pub(super) fn optional(name: &str) -> BTreeSet<String> {
    let members = members(&body(name)).into_iter();
    members.filter(|member| member.is_optional).map(|member| member.path).collect()
}

/// The string values that a key of an interface can have.
pub(super) fn texts(name: &str, key: &str) -> BTreeSet<String> {
    let body = body(name);
    let (_, after) = body.split_once(&format!(" {key}:")).expect(key);
    let (union, _) = after.split_once(';').expect(key);
    union.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The alternatives of a union: each is a string, or an object with one key; with the keys of its
/// value.
pub(super) fn alternatives(name: &str) -> Vec<(String, BTreeSet<String>)> {
    let union = after(&format!("export type {name} ="));
    let end = union.find(";\n\n").expect(name);
    let alternatives = union[..end].split("\n  | ").skip(1);
    alternatives.map(|alternative| read_alternative(alternative.trim())).collect()
}

fn read_alternative(alternative: &str) -> (String, BTreeSet<String>) {
    let mut members = members(alternative.trim_start_matches('{')).into_iter();
    let Some(outer) = members.next() else {
        return (alternative.trim_matches('"').to_owned(), BTreeSet::new());
    };
    let below = format!("{}.", outer.path);
    let inside = members.filter_map(|member| Some(member.path.strip_prefix(&below)?.to_owned()));
    // `{ network: Partial<LinkConfig> }` has the keys of that interface.
    let named = alternative.split_once(": Partial<").filter(|(key, _)| !key.contains(':'));
    let named = named.and_then(|(_, named)| Some(interface(named.split_once('>')?.0)));
    (outer.path, named.unwrap_or_default().into_iter().chain(inside).collect())
}

struct Member {
    path: String,
    is_optional: bool,
}

/// The keys of an object type, given the text between its braces, with those of nested objects.
fn members(body: &str) -> Vec<Member> {
    let mut members = Vec::new();
    let (mut above, mut last) = (Vec::new(), String::new());
    let (mut word, mut is_key) = (String::new(), true);
    for character in body.chars() {
        match character {
            ':' if is_key => {
                let key = word.trim();
                key.trim_end_matches('?').trim_matches('"').clone_into(&mut last);
                let path = above.iter().chain([&last]).cloned().collect::<Vec<_>>().join(".");
                members.push(Member { path, is_optional: key.ends_with('?') });
                is_key = false;
            }
            '{' => {
                above.push(std::mem::take(&mut last));
                is_key = true;
                word.clear();
            }
            '}' => {
                last = above.pop().unwrap_or_default();
                is_key = false;
            }
            ';' => {
                is_key = true;
                word.clear();
            }
            other if is_key => word.push(other),
            _ => {}
        }
    }
    members
}

/// The text between the braces of an interface.
fn body(name: &str) -> String {
    let interface = after(&format!("export interface {name} "));
    let (_, body) = interface.split_once('{').expect(name);
    body.split("\n}").next().unwrap_or_default().to_owned()
}

/// The declarations after a text, without comments.
fn after(text: &str) -> String {
    let (_, after) = TYPES.split_once(text).expect(text);
    let mut parts = after.split("/**");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| kept + part.split_once("*/").map_or("", |(_, rest)| rest))
}
