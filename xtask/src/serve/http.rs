//! A small HTTP server for this machine alone: enough to show the page and to hear back from the wasm tests.

use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use crate::failure::{Failure, OrSay, Outcome};
use crate::page::site::Files;

/// The largest request body that is read: the report of the wasm tests.
const LARGEST_BODY: u64 = 16 * 1024 * 1024;

/// What a browser asked for.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// `GET` or `POST`.
    pub method: String,
    /// The path, with its leading slash, without the query.
    pub path: String,
    /// What follows the question mark.
    pub query: String,
    /// What was sent along.
    pub body: Vec<u8>,
}

/// What the browser is given.
#[derive(Debug, PartialEq, Eq)]
pub struct Response {
    status: &'static str,
    media_type: &'static str,
    body: Vec<u8>,
}

impl Response {
    /// A file; its name tells its media type.
    pub fn file(name: &str, body: Vec<u8>) -> Self {
        Self { status: "200 OK", media_type: media_type(name), body }
    }

    /// Plain text.
    pub fn text(text: String) -> Self {
        Self::file("text.txt", text.into_bytes())
    }

    /// There is nothing under that path.
    pub fn not_found() -> Self {
        Self {
            status: "404 Not Found",
            media_type: "text/plain; charset=utf-8",
            body: b"There is nothing here.\n".to_vec(),
        }
    }
}

/// The first free port from `first` on, and a listener on it.
pub fn listen(first: u16) -> Outcome<(TcpListener, u16)> {
    // A page that a person keeps open ten times over is a mistake; more ports would hide it.
    for port in first..=first.saturating_add(9) {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(listener) => return Ok((listener, port)),
            Err(error) if error.kind() == ErrorKind::AddrInUse => {
                println!("- port {port} is taken, trying the next");
            }
            Err(error) => {
                return Err(Failure::new(format!("Could not listen on port {port}: {error}."))
                    .advise("choose another with `cargo xtask serve --port N`; those below 1024 need root."));
            }
        }
    }
    Err(Failure::new(format!("All ports from {first} to {} are taken.", first.saturating_add(9)))
        .advise("stop what listens there, or choose another with `cargo xtask serve --port N`."))
}

/// A listener on whichever port the system gives.
pub fn listen_anywhere() -> Outcome<(TcpListener, u16)> {
    let what = || "listen on a port of this machine".to_owned();
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).or_say(what)?;
    let port = listener.local_addr().or_say(what)?.port();
    Ok((listener, port))
}

/// Answers requests for ever, each on a thread of its own: one of them may be waiting for the next build.
pub fn serve(listener: &TcpListener, answer: impl Fn(&Request) -> Response + Send + Sync + 'static) {
    let answer = Arc::new(answer);
    for stream in listener.incoming().flatten() {
        let answer = Arc::clone(&answer);
        thread::spawn(move || {
            // A browser that goes away in the middle is of no concern to the others.
            let _ = exchange(stream, answer.as_ref());
        });
    }
}

/// The file under a path, `index.html` for a folder.
pub fn from_files(files: &Files, path: &str) -> Option<Response> {
    let name = match path.trim_start_matches('/') {
        "" => "index.html",
        name => name,
    };
    let body = files.get(name)?;
    Some(Response::file(name, body.clone()))
}

fn exchange(stream: TcpStream, answer: &dyn Fn(&Request) -> Response) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    let mut reader = BufReader::new(stream);
    let Some(request) = read_request(&mut reader)? else {
        return Ok(());
    };
    let response = answer(&request);
    let mut stream = reader.into_inner();
    write!(
        stream,
        "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: no-store\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        response.status,
        response.media_type,
        response.body.len()
    )?;
    if request.method != "HEAD" {
        stream.write_all(&response.body)?;
    }
    stream.flush()
}

fn read_request(reader: &mut impl BufRead) -> std::io::Result<Option<Request>> {
    let mut line = String::new();
    reader.take(16 * 1024).read_line(&mut line)?;
    let mut words = line.split_whitespace();
    let (Some(method), Some(target)) = (words.next(), words.next()) else {
        return Ok(None);
    };
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let mut request =
        Request { method: method.to_owned(), path: path.to_owned(), query: query.to_owned(), body: Vec::new() };
    let mut length = 0;
    loop {
        let mut header = String::new();
        reader.take(16 * 1024).read_line(&mut header)?;
        let header = header.trim();
        if header.is_empty() {
            break;
        }
        if let Some((name, value)) = header.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().unwrap_or(0);
        }
    }
    reader.take(length.min(LARGEST_BODY)).read_to_end(&mut request.body)?;
    Ok(Some(request))
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        _ => "text/plain; charset=utf-8",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_gives_way_to_the_next_free_one() {
        let (_taken, port) = listen_anywhere().unwrap_or_else(|failure| panic!("{failure}"));
        let (_listener, next) = listen(port).unwrap_or_else(|failure| panic!("{failure}"));
        assert!(next > port && next <= port.saturating_add(9));
    }

    #[test]
    fn a_request_is_read_with_its_query_and_its_body() {
        let text = b"POST /report?2 HTTP/1.1\r\nHost: x\r\ncontent-length: 4\r\n\r\ndone and more";
        let request = read_request(&mut &text[..]).ok().flatten().unwrap_or_default();
        assert_eq!(request.method, "POST");
        assert_eq!(request.path, "/report");
        assert_eq!(request.query, "2");
        assert_eq!(request.body, b"done");
    }

    #[test]
    fn only_files_of_the_page_are_served() {
        let files = Files::from([("index.html".to_owned(), b"page".to_vec())]);
        assert_eq!(from_files(&files, "/"), Some(Response::file("index.html", b"page".to_vec())));
        assert_eq!(from_files(&files, "/../Cargo.toml"), None);
    }
}
