//! Serves `dist/` at `http://127.0.0.1:<port>`, as a good static host would.

mod connection;
mod encoding;
mod files;
mod live;
mod media;

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result};

use files::Folder;
pub(crate) use live::Live;

/// A server that listens already; [`Server::run`] answers.
pub(crate) struct Server {
    listener: TcpListener,
    site: Arc<Site>,
}

/// What is served.
struct Site {
    folder: Folder,
    /// Where the pages reload by themselves.
    live: Option<Arc<Live>>,
}

impl Server {
    /// Starts to listen; port 0 is any free one.
    pub(crate) fn listen(port: u16, live: Option<Arc<Live>>) -> Result<Self> {
        let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))
            .with_context(|| format!("port {port} can't be listened on: try another with --port"))?;
        Ok(Self { listener, site: Arc::new(Site { folder: Folder::of_the_site(), live }) })
    }

    /// Where a browser finds the site.
    pub(crate) fn address(&self) -> Result<String> {
        Ok(format!("http://{}/", self.listener.local_addr()?))
    }

    /// Answers, until the program is stopped. A thread for each connection: browsers open some that they never use,
    /// and nothing may wait behind those.
    pub(crate) fn run(&self) {
        for stream in self.listener.incoming().flatten() {
            let site = Arc::clone(&self.site);
            // A browser that goes away in the middle is no fault of ours.
            thread::spawn(move || drop(connection::serve(&stream, |asked| site.answer(asked))));
        }
    }
}

impl Site {
    fn answer(&self, asked: &Asked<'_>) -> Answer {
        match &self.live {
            Some(live) => live.answer(asked, &self.folder),
            None => self.folder.answer(asked),
        }
    }
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
