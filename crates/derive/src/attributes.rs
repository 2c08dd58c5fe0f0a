//! What the attributes of a type, of a variant or of a field say.

use syn::meta::ParseNestedMeta;
use syn::{Attribute, ExprPath, LitStr, Token};

/// The attributes that bear on reading.
#[derive(Default)]
pub(crate) struct Attributes {
    /// What is left out takes its default.
    pub(crate) default: bool,
    /// The field that tells the variants of an enum apart.
    pub(crate) tag: Option<String>,
    /// What refuses a struct for what it means.
    pub(crate) check: Option<ExprPath>,
}

impl Attributes {
    pub(crate) fn of(attributes: &[Attribute]) -> syn::Result<Self> {
        let mut all = Self::default();
        for attribute in attributes {
            if attribute.path().is_ident("serde") {
                attribute.parse_nested_meta(|meta| all.serde(&meta))?;
            } else if attribute.path().is_ident("read") {
                attribute.parse_nested_meta(|meta| all.read(&meta))?;
            }
        }
        Ok(all)
    }

    fn serde(&mut self, meta: &ParseNestedMeta<'_>) -> syn::Result<()> {
        let name = meta.path.get_ident().map(ToString::to_string).unwrap_or_default();
        match name.as_str() {
            "default" => self.default = true,
            "tag" => self.tag = Some(text(meta)?),
            "rename_all" | "rename_all_fields" if text(meta)? != "camelCase" => return Err(meta.error("only camelCase is read")),
            "rename_all" | "rename_all_fields" | "deny_unknown_fields" => {}
            // It bears on writing alone.
            "skip_serializing_if" => drop(text(meta)?),
            other => return Err(meta.error(format!("`{other}` isn't read"))),
        }
        Ok(())
    }

    fn read(&mut self, meta: &ParseNestedMeta<'_>) -> syn::Result<()> {
        if !meta.path.is_ident("check") {
            return Err(meta.error("only `check` is known"));
        }
        meta.input.parse::<Token![=]>()?;
        self.check = Some(meta.input.parse()?);
        Ok(())
    }
}

fn text(meta: &ParseNestedMeta<'_>) -> syn::Result<String> {
    Ok(meta.value()?.parse::<LitStr>()?.value())
}

/// `PaymentOrder` and `payment_order` as `paymentOrder`.
pub(crate) fn camel_case(name: &str) -> String {
    let mut camel = String::new();
    let mut upper = false;
    for (index, letter) in name.chars().enumerate() {
        match letter {
            '_' => upper = true,
            _ if upper => {
                camel.push(letter.to_ascii_uppercase());
                upper = false;
            }
            _ if index == 0 => camel.push(letter.to_ascii_lowercase()),
            _ => camel.push(letter),
        }
    }
    camel
}
