//! E-invoices in XML as a small tree: elements by their namespace, lines and attachments left out.

use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::{NsReader, XmlVersion};

use crate::limits;
use crate::refusal::{Refusal, RefusalCode};

/// An element with what is in it.
#[derive(Debug, Default)]
pub(crate) struct Element {
    /// Its name, without a prefix.
    pub(crate) name: String,
    /// Its attributes, without prefixes.
    attributes: Vec<(String, String)>,
    /// Its own text.
    text: String,
    children: Vec<Element>,
}

/// Which of the languages of e-invoices a document speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Vocabulary {
    /// UN/CEFACT Cross Industry Invoice: Factur-X, ZUGFeRD 2, and ZUGFeRD 1 under an older name.
    Cii,
    /// OASIS UBL 2.
    Ubl,
    /// UN/CEFACT orders and other messages that ask for no money.
    Other,
}

/// Elements that can weigh much and say nothing wanted here.
const LEFT_OUT: [&str; 8] = [
    "InvoiceLine",
    "CreditNoteLine",
    "IncludedSupplyChainTradeLineItem",
    "EmbeddedDocumentBinaryObject",
    "AttachmentBinaryObject",
    "UBLExtensions",
    "Signature",
    "AdditionalDocumentReference",
];

impl Element {
    /// What stands for an element that isn't there.
    pub(crate) const NOTHING: Self =
        Self { name: String::new(), attributes: Vec::new(), text: String::new(), children: Vec::new() };

    /// The first child of that name.
    pub(crate) fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// Every child of that name.
    pub(crate) fn children<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The element at the end of a path of first children.
    pub(crate) fn at(&self, path: &[&str]) -> Option<&Self> {
        path.iter().try_fold(self, |element, name| element.child(name))
    }

    /// The text at the end of a path, if there is any.
    pub(crate) fn text_at(&self, path: &[&str]) -> Option<&str> {
        self.at(path)?.text()
    }

    /// Its own text without spaces around, if there is any.
    pub(crate) fn text(&self) -> Option<&str> {
        Some(self.text.trim()).filter(|text| !text.is_empty())
    }

    /// An attribute.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.trim())
    }
}

/// Reads a document; its declared encoding has been seen to.
pub(crate) fn read(text: &str) -> Result<(Vocabulary, Element), Refusal> {
    if text.len() > limits::XML_BYTES {
        return Err(too_large());
    }
    let mut reader = NsReader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut open: Vec<Element> = Vec::new();
    let mut root = None;
    let mut elements = 0;
    // How deep within what is left out.
    let mut left_out = 0_usize;
    loop {
        let (namespace, event) = reader.read_resolved_event().map_err(|_| damaged())?;
        match event {
            Event::Start(_) if left_out > 0 => {
                left_out += 1;
                // Each start has its end in the text: depth needs no limit where nothing is kept.
            }
            Event::Start(start) => {
                let vocabulary = vocabulary(&namespace);
                let name = start.local_name().into_inner().to_owned();
                let known = vocabulary.is_some();
                if open.is_empty() {
                    match vocabulary {
                        Some(found) if root.is_none() => root = Some((found, Element::default())),
                        _ => return Err(not_an_invoice()),
                    }
                } else if !known || LEFT_OUT.contains(&name.as_str()) {
                    left_out = 1;
                    continue;
                }
                elements += 1;
                if open.len() >= limits::XML_DEPTH || elements > limits::XML_ELEMENTS {
                    return Err(too_large());
                }
                open.push(Element { name, attributes: attributes(&start)?, ..Element::default() });
            }
            Event::End(_) if left_out > 0 => left_out -= 1,
            Event::End(_) => {
                let closed = open.pop().ok_or_else(damaged)?;
                match open.last_mut() {
                    Some(parent) => parent.children.push(closed),
                    None => {
                        if let Some((_, top)) = &mut root {
                            *top = closed;
                        }
                    }
                }
            }
            Event::Text(_) | Event::CData(_) if left_out > 0 => {}
            Event::Text(text) => add(&mut open, &text.xml10_content())?,
            Event::CData(text) => add(&mut open, &text.xml10_content())?,
            Event::GeneralRef(reference) => {
                let resolved = reference.resolve_char_ref().map_err(|_| damaged())?;
                let character = match resolved {
                    Some(character) => character,
                    None => predefined(&reference.into_inner()).ok_or_else(unsafe_xml)?,
                };
                if left_out == 0 {
                    add(&mut open, character.encode_utf8(&mut [0; 4]))?;
                }
            }
            Event::DocType(_) => return Err(unsafe_xml()),
            Event::Eof => break,
            Event::Comment(_) | Event::PI(_) | Event::Decl(_) | Event::Empty(_) => {}
        }
    }
    if !open.is_empty() || left_out > 0 {
        return Err(damaged());
    }
    root.ok_or_else(not_an_invoice)
}

/// Adds text to the innermost element that is open.
fn add(open: &mut [Element], text: &str) -> Result<(), Refusal> {
    let Some(element) = open.last_mut() else { return Ok(()) };
    if element.text.len() + text.len() > limits::XML_TEXT_BYTES {
        return Err(too_large());
    }
    element.text.push_str(text);
    Ok(())
}

fn attributes(start: &BytesStart<'_>) -> Result<Vec<(String, String)>, Refusal> {
    let mut attributes = Vec::new();
    // Without looking for doubles, which takes as long as all attributes times themselves.
    for attribute in start.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| damaged())?;
        let name = attribute.key.local_name().into_inner().to_owned();
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| unsafe_xml())?;
        attributes.push((name, value.into_owned()));
    }
    Ok(attributes)
}

/// The five characters that XML itself names.
pub(crate) fn predefined(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}

/// Namespaces of CII, but for their versions.
const CII: [&str; 5] = [
    "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:",
    "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:",
    "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:",
    "urn:un:unece:uncefact:data:standard:QualifiedDataType:",
    "urn:ferd:CrossIndustryDocument:invoice:",
];
/// Namespaces of UBL.
const UBL: [&str; 4] = [
    "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2",
    "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2",
    "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
    "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
];

/// The vocabulary of a namespace, by its URI; its version, at the end, doesn't matter.
fn vocabulary(namespace: &ResolveResult<'_>) -> Option<Vocabulary> {
    let ResolveResult::Bound(Namespace(uri)) = namespace else { return None };
    if CII.iter().any(|known| uri.starts_with(known)) {
        Some(Vocabulary::Cii)
    } else if UBL.contains(uri) {
        Some(Vocabulary::Ubl)
    } else if uri.starts_with("urn:un:unece:uncefact:data:") {
        Some(Vocabulary::Other)
    } else {
        None
    }
}

fn damaged() -> Refusal {
    Refusal::new(
        RefusalCode::DamagedFile,
        "Ce fichier XML est abîmé ou incomplet. Téléchargez-le de nouveau depuis votre logiciel, puis redéposez-le.",
    )
}

fn unsafe_xml() -> Refusal {
    Refusal::new(
        RefusalCode::UnsafeXml,
        "Ce fichier XML contient des déclarations qu’aucune facture électronique n’emploie\u{a0}: par prudence, il n’est pas lu. Demandez \
         une facture au format Factur-X, UBL ou CII.",
    )
}

fn too_large() -> Refusal {
    Refusal::new(
        RefusalCode::TooLarge,
        "Ce fichier XML est bien plus grand ou plus imbriqué qu’une facture\u{a0}: il n’est pas lu. Vérifiez que c’est le bon fichier.",
    )
}

pub(crate) fn not_an_invoice() -> Refusal {
    Refusal::new(
        RefusalCode::NotAnInvoice,
        "Ce fichier XML n’est pas une facture électronique. Déposez une facture au format Factur-X, UBL ou CII.",
    )
}
