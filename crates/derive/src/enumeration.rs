//! Enums: of plain names, or of structs told apart by a tag.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DataEnum, Fields};

use crate::attributes::camel_case;
use crate::fields;

/// `"paymentOrder"`.
pub(crate) fn plain(data: &DataEnum) -> syn::Result<TokenStream> {
    let mut names = Vec::new();
    let mut arms = Vec::new();
    for (index, variant) in data.variants.iter().enumerate() {
        if !matches!(variant.fields, Fields::Unit) {
            return Err(syn::Error::new_spanned(variant, "a variant with fields needs a tag: #[serde(tag = \"kind\")]"));
        }
        let ident = &variant.ident;
        names.push(camel_case(&ident.to_string()));
        arms.push(quote!(#index => Self::#ident));
    }
    let first = data.variants.first().map(|variant| &variant.ident);
    Ok(quote! {
        fn read(given: &::dument_law::reading::Given<'_>, reading: &mut ::dument_law::reading::Reading) -> Option<Self> {
            Some(match reading.choice(given, &[#(#names),*])? {
                #(#arms,)*
                _ => return None,
            })
        }

        fn stand_in() -> Option<Self> {
            Some(Self::#first)
        }
    })
}

/// `{ kind: "date", on: "2026-01-01" }`.
pub(crate) fn tagged(tag: &str, data: &DataEnum) -> syn::Result<TokenStream> {
    let mut kinds = Vec::new();
    let mut arms = Vec::new();
    for (index, variant) in data.variants.iter().enumerate() {
        let ident = &variant.ident;
        kinds.push(camel_case(&ident.to_string()));
        arms.push(match &variant.fields {
            Fields::Unit => quote! {
                #index => {
                    reading.fields(given, &[#tag])?;
                    Self::#ident
                }
            },
            Fields::Named(named) => {
                let fields::Reads { names, value } = fields::read(named, false, &quote!(Self::#ident))?;
                quote! {
                    #index => {
                        let fields = reading.fields(given, &[#tag, #(#names),*])?;
                        #value
                    }
                }
            }
            Fields::Unnamed(_) => return Err(syn::Error::new_spanned(variant, "a variant needs named fields")),
        });
    }
    Ok(quote! {
        fn read(given: &::dument_law::reading::Given<'_>, reading: &mut ::dument_law::reading::Reading) -> Option<Self> {
            Some(match reading.tag(given, #tag, &[#(#kinds),*])? {
                #(#arms,)*
                _ => return None,
            })
        }
    })
}
