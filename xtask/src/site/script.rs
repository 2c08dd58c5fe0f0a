//! The scripts that every visitor waits for, without what only people read.

/// A script without its lines of comment and its indentation. The scripts it is given have no text over several lines.
pub(super) fn without_comments(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    let kept =
        lines.filter(|line| !(["", "*"].contains(line) || ["//", "/**", "* ", "*/"].iter().any(|start| line.starts_with(start))));
    kept.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_stay_out_of_the_page() {
        let script = "// One.\n/** Two. */\nconst a = 1;\n\n/**\n * Three.\n *\n * Four.\n */\n  call(a); // five\n";
        assert_eq!(without_comments(script), "const a = 1;\ncall(a); // five\n");
    }
}
