//! Which precompressed form a browser takes.

/// A form that lies beside a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Brotli,
    Gzip,
}

impl Encoding {
    /// Those that `Accept-Encoding` allows, the smallest first.
    pub(super) fn accepted(header: &str) -> impl Iterator<Item = Self> {
        [Self::Brotli, Self::Gzip].into_iter().filter(move |encoding| header.split(',').any(|item| encoding.is_allowed_by(item)))
    }

    /// Its name in `Content-Encoding`.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    /// What is added to the name of the file.
    pub(super) fn suffix(self) -> &'static str {
        match self {
            Self::Brotli => ".br",
            Self::Gzip => ".gz",
        }
    }

    fn is_allowed_by(self, item: &str) -> bool {
        let mut parts = item.split(';').map(str::trim);
        let named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(self.name()));
        let refused = parts.any(|part| part.strip_prefix("q=").is_some_and(|weight| weight.trim_matches(['0', '.']).is_empty()));
        named && !refused
    }
}

#[cfg(test)]
mod tests {
    use super::Encoding::{self, Brotli, Gzip};

    #[track_caller]
    fn check(header: &str, expected: &[Encoding]) {
        assert_eq!(Encoding::accepted(header).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn the_smallest_form_comes_first() {
        check("gzip, deflate, br, zstd", &[Brotli, Gzip]);
        check("gzip", &[Gzip]);
        check("BR;q=0.5", &[Brotli]);
    }

    #[test]
    fn what_is_refused_is_not_sent() {
        check("", &[]);
        check("identity", &[]);
        check("br;q=0, gzip; q=0.0", &[]);
        check("brotli", &[]);
    }
}
