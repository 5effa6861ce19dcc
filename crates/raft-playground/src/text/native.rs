//! A catalogue for tests and for programs outside a browser.

use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

use super::catalog::{Catalog, Value};
use super::language::Language;
use super::message::Message;
use super::pseudo;

/// The English catalogue.
pub(super) const ENGLISH: [&str; 4] = [
    include_str!("../../locales/en/stage.ftl"),
    include_str!("../../locales/en/panels.ftl"),
    include_str!("../../locales/en/why.ftl"),
    include_str!("../../locales/en/shell.ftl"),
];

// `TRANSLATIONS`: the tag of each other language, with its files.
include!(concat!(env!("OUT_DIR"), "/translations.rs"));

/// A catalogue that needs no browser.
pub struct NativeCatalog {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl NativeCatalog {
    /// The catalogue of a language.
    pub fn new(language: Language) -> Self {
        let mut bundle = FluentBundle::new(vec![language.tag().parse().unwrap_or_default()]);
        // What is to stand apart does already: see `catalog`.
        bundle.set_use_isolating(false);
        bundle.set_transform(match language {
            Language::English | Language::Chinese | Language::Spanish | Language::Persian => None,
            Language::Long => Some(pseudo::long),
            Language::RightToLeft => Some(pseudo::right_to_left),
        });
        let own = TRANSLATIONS.iter().filter(|(tag, _)| *tag == language.tag());
        // English first: it has what a translation lacks.
        for text in ENGLISH.iter().chain(own.flat_map(|(_, files)| files)) {
            // Of a file with a mistake, what is right is used; a test says which it is.
            let resource = FluentResource::try_new((*text).to_owned());
            let resource = resource.unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Self { language, bundle }
    }

    /// The words of a message by its name; none if there is no such message, or if it needs other
    /// arguments.
    pub(super) fn find(&self, id: &str, named: &FluentArgs) -> Option<String> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(named), &mut errors).into_owned();
        errors.is_empty().then_some(text)
    }
}

impl Catalog for NativeCatalog {
    fn language(&self) -> Language {
        self.language
    }

    fn message(&self, message: Message, arguments: &[Value]) -> String {
        let mut named = FluentArgs::with_capacity(arguments.len());
        for (name, value) in message.argument_names().zip(arguments) {
            let value = match value {
                Value::Text(text) => FluentValue::String(Cow::Borrowed(text)),
                Value::Number(number) => number.into(),
            };
            named.set(name, value);
        }
        self.find(message.id(), &named).unwrap_or_else(|| message.id().to_owned())
    }
}
