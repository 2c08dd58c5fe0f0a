//! One connection of a browser: requests in, answers out, in HTTP/1.1, until either side has had enough.

use std::fmt::Write as _;
use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use super::{Answer, Asked};
use crate::site::policy;

/// A request longer than this is none of a browser's.
const LONGEST_HEAD: usize = 64 * 1024;

/// After so long without a request, the connection is closed.
const PATIENCE: Duration = Duration::from_mins(1);

/// Answers what is asked on a connection.
pub(super) fn serve(mut stream: &TcpStream, answer: impl Fn(&Asked<'_>) -> Answer) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_nodelay(true)?;
    let mut received = Vec::new();
    loop {
        match respond(&received, &answer) {
            Request::Whole { length, response, last } => {
                stream.write_all(&response)?;
                if last {
                    return Ok(());
                }
                received.drain(..length);
            }
            Request::Partial if received.len() < LONGEST_HEAD => {
                let mut buffer = [0; 8 * 1024];
                let read = stream.read(&mut buffer)?;
                if read == 0 {
                    return Ok(());
                }
                received.extend_from_slice(&buffer[..read]);
            }
            Request::Partial | Request::Nonsense => {
                return stream.write_all(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            }
        }
    }
}

/// What was received so far.
enum Request {
    /// A request, its length, and what is sent back.
    Whole { length: usize, response: Vec<u8>, last: bool },
    /// The beginning of one.
    Partial,
    /// Something else.
    Nonsense,
}

fn respond(received: &[u8], answer: &impl Fn(&Asked<'_>) -> Answer) -> Request {
    let mut headers = [httparse::EMPTY_HEADER; 64];
    let mut request = httparse::Request::new(&mut headers);
    let length = match request.parse(received) {
        Ok(httparse::Status::Complete(length)) => length,
        Ok(httparse::Status::Partial) => return Request::Partial,
        Err(_) => return Request::Nonsense,
    };
    let (Some(method), Some(path)) = (request.method, request.path) else {
        return Request::Nonsense;
    };
    let header = |name: &str| {
        let found = request.headers.iter().find(|header| header.name.eq_ignore_ascii_case(name));
        found.and_then(|header| str::from_utf8(header.value).ok()).unwrap_or_default()
    };
    // A body is never read, so nothing can follow it.
    let has_body = !matches!(header("Content-Length"), "" | "0") || !header("Transfer-Encoding").is_empty();
    let last = has_body || request.version == Some(0) || header("Connection").eq_ignore_ascii_case("close");
    let asked = Asked { method, path, accept_encoding: header("Accept-Encoding"), if_none_match: header("If-None-Match") };
    let response = written(&answer(&asked), path, method == "HEAD", last);
    Request::Whole { length, response, last }
}

fn written(answer: &Answer, path: &str, head_only: bool, last: bool) -> Vec<u8> {
    let mut head = format!("HTTP/1.1 {} {}\r\n", answer.status, reason(answer.status));
    let connection = [("Connection", (if last { "close" } else { "keep-alive" }).to_owned())];
    let length = [("Content-Length", answer.body.len().to_string())];
    let length = length.iter().filter(|_| answer.status != 304);
    let of_the_site = policy::headers(path).into_iter().map(|(name, value)| (name, value.to_owned()));
    for (name, value) in of_the_site.chain(answer.headers.iter().cloned()).chain(connection).chain(length.cloned()) {
        // Writing to a string never fails.
        let _ = write!(head, "{name}: {value}\r\n");
    }
    head.push_str("\r\n");
    let mut response = head.into_bytes();
    if !head_only {
        response.extend_from_slice(&answer.body);
    }
    response
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        304 => "Not Modified",
        308 => "Permanent Redirect",
        404 => "Not Found",
        405 => "Method Not Allowed",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The answer to `received`, whose body tells what was understood; and what is left to read.
    fn exchange(received: &str) -> Option<(String, usize, bool)> {
        let tell = |asked: &Asked<'_>| Answer {
            status: 200,
            headers: Vec::new(),
            body: format!("{} {} {}", asked.method, asked.path, asked.accept_encoding).into_bytes(),
        };
        match respond(received.as_bytes(), &tell) {
            Request::Whole { length, response, last } => {
                Some((String::from_utf8(response).unwrap(), received.len() - length, last))
            }
            Request::Partial => None,
            Request::Nonsense => Some(("nonsense".to_owned(), 0, true)),
        }
    }

    #[test]
    fn a_request_is_answered_and_the_next_one_is_left() {
        let (response, left, last) = exchange("GET /guide/ HTTP/1.1\r\naccept-encoding: br\r\n\r\nGET / HTTP").unwrap();
        assert!(response.starts_with("HTTP/1.1 200 OK\r\n"));
        assert!(response.contains("\r\nContent-Length: 14\r\n"));
        assert!(response.contains("\r\nContent-Security-Policy: frame-ancestors 'self'\r\n"));
        assert!(response.ends_with("\r\n\r\nGET /guide/ br"));
        assert_eq!((left, last), (10, false));
    }

    #[test]
    fn what_is_asked_by_head_has_no_body() {
        let (response, ..) = exchange("HEAD / HTTP/1.1\r\n\r\n").unwrap();
        assert!(response.contains("Content-Length: 7\r\n") && response.ends_with("\r\n\r\n"));
    }

    #[test]
    fn a_connection_ends_when_asked_or_when_a_body_would_follow() {
        for request in [
            "GET / HTTP/1.0\r\n\r\n",
            "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
            "POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\n",
        ] {
            assert!(exchange(request).unwrap().2, "{request}");
        }
    }

    #[test]
    fn half_a_request_waits_and_nonsense_is_refused() {
        assert_eq!(exchange("GET / HT"), None);
        assert_eq!(exchange("\x01\r\n\r\n").unwrap().0, "nonsense");
    }
}
