//! What the page's program needs at once, and what only its second file does.
//!
//! The linker says of every function and every constant what it refers to (`web/build.rs` asks it
//! to). That is more than the finished program tells: there, an address is a number like any other.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use anyhow::{Context, Result, bail, ensure};
use wasmparser::{
    ConstExpr, Data, DataKind, ElementItems, ElementKind, ExternalKind, KnownCustom, Linking,
    LinkingSectionReader, Operator, Parser, Payload, RelocSectionReader, RelocationType,
    SymbolInfo, TypeRef,
};

/// What is needed at once of what can be reached by a number.
#[derive(Debug)]
pub(super) struct Needs {
    /// The places in the table of functions that only the second file uses.
    pub(super) later_slots: BTreeSet<u32>,
    /// The addresses of constants that only the second file uses, in order.
    pub(super) later_constants: Vec<Range<u32>>,
}

/// What refers to others, and is referred to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Thing {
    Function(u32),
    /// A segment of constants.
    Constants(u32),
}

impl Needs {
    /// Reads a program as the linker wrote it. What these exports need is needed at once.
    pub(super) fn of(program: &[u8], at_once: impl Fn(&str) -> bool) -> Result<Self> {
        let linked = Linked::read(program)?;
        let exported = linked.exports.iter().filter(|(name, _)| at_once(name));
        let mut left: Vec<Thing> = exported.map(|(_, function)| *function).collect();
        let mut reached = BTreeSet::new();
        while let Some(thing) = left.pop() {
            if reached.insert(thing) {
                left.extend(linked.references.get(&thing).into_iter().flatten());
            }
        }
        let is_later = |thing| !reached.contains(&thing);
        let slots = linked.slots.iter();
        let slots = slots.filter(|(_, function)| is_later(Thing::Function(**function)));
        let constants = (0..).zip(linked.constants).filter(|(n, _)| is_later(Thing::Constants(*n)));
        Ok(Self {
            later_slots: slots.map(|(slot, _)| *slot).collect(),
            later_constants: constants.map(|(_, range)| range).collect(),
        })
    }
}

/// A program as the linker wrote it.
#[derive(Default)]
struct Linked<'a> {
    exports: Vec<(&'a str, Thing)>,
    /// The functions in the table, by their places.
    slots: BTreeMap<u32, u32>,
    /// The addresses of each segment.
    constants: Vec<Range<u32>>,
    references: BTreeMap<Thing, Vec<Thing>>,
}

impl<'a> Linked<'a> {
    fn read(program: &'a [u8]) -> Result<Self> {
        let mut linked = Self::default();
        let mut functions = 0;
        // What stands where in the file, in order, and where the sections that hold it begin.
        let mut places: Vec<(Range<usize>, Thing)> = Vec::new();
        let (mut code, mut data) = (0, 0);
        let mut symbols = Vec::new();
        let mut relocations = Vec::new();
        for payload in Parser::new(0).parse_all(program) {
            match payload.context("reading the linked program")? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        functions += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::ExportSection(exports) => {
                    for export in exports {
                        let export = export?;
                        if export.kind == ExternalKind::Func {
                            linked.exports.push((export.name, Thing::Function(export.index)));
                        }
                    }
                }
                Payload::ElementSection(elements) => {
                    for element in elements {
                        let element = element?;
                        let (
                            ElementKind::Active { offset_expr, .. },
                            ElementItems::Functions(items),
                        ) = (element.kind, element.items)
                        else {
                            bail!("there are elements that the linker does not write");
                        };
                        let first = number(&offset_expr)?;
                        for (slot, function) in (first..).zip(items) {
                            linked.slots.insert(slot, function?);
                        }
                    }
                }
                Payload::CodeSectionStart { range, .. } => code = range.start,
                Payload::CodeSectionEntry(body) => {
                    places.push((body.range(), Thing::Function(functions)));
                    functions += 1;
                }
                Payload::DataSection(segments) => {
                    data = segments.range().start;
                    for (place, segment) in (0..).zip(segments) {
                        let segment = segment?;
                        linked.constants.push(addresses(&segment)?);
                        places.push((segment.range, Thing::Constants(place)));
                    }
                }
                Payload::CustomSection(section) => match section.as_known() {
                    KnownCustom::Linking(linking) => symbols = read_symbols(&linking)?,
                    KnownCustom::Reloc(relocation) => {
                        relocations.push((section.name(), relocation));
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        ensure!(!symbols.is_empty(), "the linker was not asked to say what refers to what");
        for (section, relocation) in relocations {
            match section {
                "reloc.CODE" => linked.relate(&relocation, code, &places, &symbols)?,
                "reloc.DATA" => linked.relate(&relocation, data, &places, &symbols)?,
                _ => {}
            }
        }
        Ok(linked)
    }

    /// Notes what refers to what in a section that begins there.
    fn relate(
        &mut self,
        relocation: &RelocSectionReader,
        section: usize,
        places: &[(Range<usize>, Thing)],
        symbols: &[Option<Thing>],
    ) -> Result<()> {
        for entry in relocation.entries() {
            let entry = entry?;
            if entry.ty == RelocationType::TypeIndexLeb {
                continue;
            }
            let at = section + entry.offset as usize;
            let place = places.partition_point(|(range, _)| range.end <= at);
            let from = places.get(place).filter(|(range, _)| range.start <= at);
            let (_, from) = from.context("something outside of everything refers to something")?;
            let to = symbols.get(entry.index as usize).context("there is no such symbol")?;
            self.references.entry(*from).or_default().extend(to);
        }
        Ok(())
    }
}

/// The program without what the linker says of it, which other tools do not expect.
pub(super) fn without(program: &[u8]) -> Result<Vec<u8>> {
    let mut rest = Vec::new();
    let mut done = 0;
    for payload in Parser::new(0).parse_all(program) {
        let payload = payload.context("reading the program")?;
        let Some((_, section)) = payload.as_section() else { continue };
        let is_said = matches!(&payload, Payload::CustomSection(said)
            if matches!(said.as_known(), KnownCustom::Linking(_) | KnownCustom::Reloc(_)));
        if !is_said {
            rest.extend(&program[done..section.end]);
        }
        done = section.end;
    }
    Ok(rest)
}

/// What each symbol stands for, if that can refer to anything or was defined.
fn read_symbols(linking: &LinkingSectionReader) -> Result<Vec<Option<Thing>>> {
    for subsection in linking.subsections() {
        if let Linking::SymbolTable(symbols) = subsection? {
            let things = symbols.into_iter().map(|symbol| {
                Ok(match symbol? {
                    SymbolInfo::Func { index, .. } => Some(Thing::Function(index)),
                    SymbolInfo::Data { symbol: Some(symbol), .. } => {
                        Some(Thing::Constants(symbol.index))
                    }
                    _ => None,
                })
            });
            return things.collect();
        }
    }
    bail!("the linker named no symbols")
}

fn addresses(segment: &Data) -> Result<Range<u32>> {
    let DataKind::Active { offset_expr, .. } = &segment.kind else {
        bail!("there is a segment without an address");
    };
    let start = number(offset_expr)?;
    Ok(start..start + u32::try_from(segment.data.len())?)
}

/// The number that an expression is.
fn number(expression: &ConstExpr) -> Result<u32> {
    match expression.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value.cast_unsigned()),
        other => bail!("{other:?} is no number"),
    }
}
