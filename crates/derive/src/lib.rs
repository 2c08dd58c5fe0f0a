//! `#[derive(Read)]`: how a type is read from an input.
//!
//! What it writes for a type is a few calls into `dument_law::reading`, which holds all the rest once: the engine is
//! downloaded, and a reader written out for every type was a fifth of it.
//!
//! It follows serde's own attributes, so that a type is described once: `rename_all` (and `rename_all_fields`), `default`
//! on a container or a field, `tag`. Fields are named in camelCase, and unknown ones are always refused.

mod attributes;
mod enumeration;
mod fields;

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput, Fields, parse_macro_input};

use attributes::Attributes;

/// Reads a struct with named fields, an enum of plain names, or an enum of structs told apart by a tag.
///
/// `#[read(check = function)]` on a struct calls `fn(&Self, &mut Reading)` on what was read, to refuse what it means.
#[proc_macro_derive(Read, attributes(serde, read))]
pub fn read(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    implementation(&input).unwrap_or_else(syn::Error::into_compile_error).into()
}

fn implementation(input: &DeriveInput) -> syn::Result<TokenStream> {
    let attributes = Attributes::of(&input.attrs)?;
    let body = match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(named) => structure(&attributes, named)?,
            other => return Err(syn::Error::new_spanned(other, "only structs with named fields can be read")),
        },
        Data::Enum(data) => match &attributes.tag {
            Some(tag) => enumeration::tagged(tag, data)?,
            None => enumeration::plain(data)?,
        },
        Data::Union(data) => return Err(syn::Error::new_spanned(data.union_token, "a union can't be read")),
    };
    let name = &input.ident;
    Ok(quote! {
        #[automatically_derived]
        impl ::dument_law::reading::Read for #name {
            #body
        }
    })
}

fn structure(attributes: &Attributes, named: &syn::FieldsNamed) -> syn::Result<TokenStream> {
    let fields::Reads { names, value } = fields::read(named, attributes.default, &quote!(Self))?;
    let check = attributes.check.as_ref().map(|check| quote!(#check(&read, reading);));
    Ok(quote! {
        fn read(given: &::dument_law::reading::Given<'_>, reading: &mut ::dument_law::reading::Reading) -> Option<Self> {
            let fields = reading.fields(given, &[#(#names),*])?;
            let read = #value;
            #check
            Some(read)
        }
    })
}
