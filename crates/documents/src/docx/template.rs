//! A part of the package whose places, such as `{title}`, are to be filled in.

/// The part with its values, which are XML already. What a value holds is never taken for a place.
pub(super) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = template;
    while let Some((before, (name, after))) =
        rest.split_once('{').and_then(|(before, after)| Some((before, after.split_once('}')?)))
    {
        filled.push_str(before);
        if let Some((_, value)) = values.iter().find(|(place, _)| *place == name) {
            filled.push_str(value);
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fills_every_place_once() {
        assert_eq!(fill("<a>{x}{y}</a>{x}{", &[("x", "{y}"), ("y", "2")]), "<a>{y}2</a>{y}{");
        assert_eq!(fill("{z}", &[]), "");
    }
}
