//! Serves `dist/` at `http://127.0.0.1:<port>`, as a good static host would.

mod encoding;
mod files;
mod live;
mod media;

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::thread;

use anyhow::{Result, anyhow};
use tiny_http::{Header, Request, Response};

use crate::site::policy;
use files::Folder;
pub(crate) use live::Live;

/// As many answers at once: browsers open six connections.
const WORKERS: usize = 8;

/// A server that listens already; [`Server::run`] answers.
pub(crate) struct Server {
    http: tiny_http::Server,
    folder: Folder,
    /// Where the pages reload by themselves.
    live: Option<Arc<Live>>,
}

impl Server {
    /// Starts to listen; port 0 is any free one.
    pub(crate) fn listen(port: u16, live: Option<Arc<Live>>) -> Result<Self> {
        let http = tiny_http::Server::http(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))
            .map_err(|error| anyhow!("port {port} can't be listened on ({error}): try another with --port"))?;
        Ok(Self { http, folder: Folder::of_the_site(), live })
    }

    /// Where a browser finds the site.
    pub(crate) fn address(&self) -> String {
        format!("http://{}/", self.http.server_addr())
    }

    /// Answers, until the program is stopped.
    pub(crate) fn run(&self) {
        thread::scope(|scope| {
            for _ in 0..WORKERS {
                scope.spawn(|| {
                    for request in self.http.incoming_requests() {
                        self.answer(request);
                    }
                });
            }
        });
    }

    fn answer(&self, request: Request) {
        let asked = Asked {
            method: request.method().as_str(),
            path: request.url(),
            accept_encoding: header(&request, "Accept-Encoding"),
            if_none_match: header(&request, "If-None-Match"),
        };
        let answer = match &self.live {
            Some(live) => live.answer(&asked, &self.folder),
            None => self.folder.answer(&asked),
        };
        let mut response = Response::from_data(answer.body).with_status_code(answer.status).with_chunked_threshold(usize::MAX);
        for (name, value) in policy::headers().into_iter().chain(answer.headers) {
            if let Ok(header) = Header::from_bytes(name, value) {
                response.add_header(header);
            }
        }
        // The browser may have gone meanwhile: nobody is left to tell.
        let _ = request.respond(response);
    }
}

fn header<'a>(request: &'a Request, name: &'static str) -> &'a str {
    request.headers().iter().find(|header| header.field.equiv(name)).map_or("", |header| header.value.as_str())
}

/// What of a request matters here.
struct Asked<'a> {
    method: &'a str,
    path: &'a str,
    accept_encoding: &'a str,
    if_none_match: &'a str,
}

/// What is sent back, besides the headers of every answer.
struct Answer {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}
