//! The named fields of a struct, or of one variant.

use proc_macro2::TokenStream;
use quote::quote;
use syn::FieldsNamed;

use crate::attributes::{Attributes, camel_case};

/// How the fields are read.
pub(crate) struct Reads {
    /// Their names in an input.
    pub(crate) names: Vec<String>,
    /// What makes the value out of `fields`.
    pub(crate) value: TokenStream,
}

pub(crate) fn read(named: &FieldsNamed, all_default: bool, constructor: &TokenStream) -> syn::Result<Reads> {
    let mut keys = Vec::new();
    let mut variables = Vec::new();
    let mut calls = Vec::new();
    for field in &named.named {
        let Some(ident) = &field.ident else { continue };
        let name = camel_case(&ident.to_string());
        let default = all_default || Attributes::of(&field.attrs)?.default;
        calls.push(if default { quote!(reading.optional(fields, #name)) } else { quote!(reading.required(fields, #name)) });
        keys.push(name);
        variables.push(ident);
    }
    // All are read before the first that is missing ends it: every fault is told.
    let value = quote! {{
        let (#(#variables,)*) = (#(#calls,)*);
        #constructor { #(#variables: #variables?,)* }
    }};
    Ok(Reads { names: keys, value })
}
