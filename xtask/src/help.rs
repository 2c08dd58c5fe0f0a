//! `cargo xtask help`.

const HELP: &str = "\
Usage: cargo xtask <command>

  serve   Set up what is missing, build, and serve the site at http://127.0.0.1:8080
            --port N    listen elsewhere (0: any free port)
            --open      open the page in the default browser
            --dev       development build, rebuilt and reloaded on every change
            --no-build  serve dist/ as it is
  build   Leave the site in dist/ and the npm package in pkg/
            --dev       quick to build, large, not compressed
            --site-url https://example.org/  where it will be, for the picture of shared links
  test    Format, lints, documentation, native tests; then the npm package and the browser tests
            --fast      the native part alone
            --full      with what is slow, before each release: real servers, a real WordPress, the release made twice
  release Leave in release/ what is published: the site, the npm package, the WordPress plug-in, what they are made of
            --site-url https://example.org/  as for build
  bench   Measure what is built: its weight, loading, edits, Lighthouse; the engine beside JavaScript
  law     Every figure of the law with its validity, source and age, and what is due
            --on DAY    as of another day than today, such as 2026-12-24
            --check     only what is due; fails where something is missing
  pictures  Draw the icons and the picture of shared links again, from www/icons/mark.svg and tests/pictures/
  help    This text
";

/// Prints every command with its options.
pub(crate) fn print() {
    print!("{HELP}");
}
