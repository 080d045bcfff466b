//! A small HTTP server for this machine alone: enough to show the page and to hear back from the wasm tests.

use std::io::{ErrorKind, Read};
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::thread;

use tiny_http::{Header, Server, StatusCode};

use crate::failure::{Failure, OrSay, Outcome};
use crate::page::site::Files;

/// The largest request body that is read: the report of the wasm tests.
const LARGEST_BODY: u64 = 16 * 1024 * 1024;

/// What a browser asked for.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Request {
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
    status: u16,
    media_type: &'static str,
    body: Vec<u8>,
}

impl Response {
    /// A file; its name tells its media type.
    pub fn file(name: &str, body: Vec<u8>) -> Self {
        Self { status: 200, media_type: media_type(name), body }
    }

    /// Plain text.
    pub fn text(text: String) -> Self {
        Self::file("text.txt", text.into_bytes())
    }

    /// There is nothing under that path.
    pub fn not_found() -> Self {
        Self { status: 404, media_type: "text/plain; charset=utf-8", body: b"There is nothing here.\n".to_vec() }
    }
}

/// A server on this machine, not yet asked anything.
pub struct Listening {
    server: Server,
    /// The port that it listens on.
    pub port: u16,
}

/// A server on the first free port from `first` on.
pub fn listen(first: u16) -> Outcome<Listening> {
    // A page that a person keeps open ten times over is a mistake; more ports would hide it.
    for port in first..=first.saturating_add(9) {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(listener) => return listening(listener),
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

/// A server on whichever port the system gives.
pub fn listen_anywhere() -> Outcome<Listening> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).or_say(|| "listen on a port of this machine".to_owned());
    listening(listener?)
}

fn listening(listener: TcpListener) -> Outcome<Listening> {
    let what = || "listen on a port of this machine".to_owned();
    let port = listener.local_addr().or_say(what)?.port();
    Ok(Listening { server: Server::from_listener(listener, None).or_say(what)?, port })
}

impl Listening {
    /// Answers requests for ever, each on a thread of its own: one of them may be waiting for the next build.
    pub fn serve(&self, answer: impl Fn(&Request) -> Response + Send + Sync + 'static) {
        let answer = Arc::new(answer);
        for request in self.server.incoming_requests() {
            let answer = Arc::clone(&answer);
            thread::spawn(move || {
                // A browser that goes away in the middle is of no concern to the others.
                let _ = exchange(request, answer.as_ref());
            });
        }
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

fn exchange(mut asked: tiny_http::Request, answer: &dyn Fn(&Request) -> Response) -> std::io::Result<()> {
    let (path, query) = asked.url().split_once('?').unwrap_or((asked.url(), ""));
    let mut request = Request { path: path.to_owned(), query: query.to_owned(), body: Vec::new() };
    asked.as_reader().take(LARGEST_BODY).read_to_end(&mut request.body)?;
    let given = answer(&request);
    let mut response = tiny_http::Response::from_data(given.body).with_status_code(StatusCode(given.status));
    let headers =
        [("Content-Type", given.media_type), ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff")];
    for (name, value) in headers {
        // Only letters that a header may not hold are refused, and these are ours.
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    asked.respond(response)
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
    use std::io::Write;
    use std::net::TcpStream;
    use std::sync::{Mutex, mpsc};
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_taken_port_gives_way_to_the_next_free_one() {
        let taken = listen_anywhere().unwrap_or_else(|failure| panic!("{failure}"));
        let next = listen(taken.port).unwrap_or_else(|failure| panic!("{failure}"));
        assert!(next.port > taken.port && next.port <= taken.port.saturating_add(9));
    }

    /// Sends a request as it stands and returns the whole answer.
    fn asked(port: u16, request: &str) -> String {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap_or_else(|error| panic!("{error}"));
        let _ = stream.set_read_timeout(Some(Duration::from_secs(10)));
        let mut answer = String::new();
        let sent = stream.write_all(request.as_bytes()).and_then(|()| stream.read_to_string(&mut answer));
        sent.unwrap_or_else(|error| panic!("{error}"));
        answer
    }

    /// A server that says what it was asked, and has one file.
    fn start() -> u16 {
        let server = listen_anywhere().unwrap_or_else(|failure| panic!("{failure}"));
        let port = server.port;
        let files = Files::from([("index.html".to_owned(), b"the page".to_vec())]);
        thread::spawn(move || {
            server.serve(move |request| {
                if request.path == "/echo" {
                    let body = String::from_utf8_lossy(&request.body);
                    return Response::text(format!("{} and {body}", request.query));
                }
                from_files(&files, &request.path).unwrap_or_else(Response::not_found)
            });
        });
        port
    }

    #[test]
    fn a_request_is_read_with_its_query_and_its_body() {
        let answer =
            asked(start(), "POST /echo?2 HTTP/1.1\r\nHost: x\r\nConnection: close\r\ncontent-length: 4\r\n\r\ndone");
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
        assert!(answer.ends_with("\r\n\r\n2 and done"), "{answer}");
    }

    #[test]
    fn an_answer_says_its_type_and_is_never_kept() {
        let port = start();
        let answer = asked(port, "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        for header in
            ["Content-Type: text/html; charset=utf-8", "Cache-Control: no-store", "X-Content-Type-Options: nosniff"]
        {
            assert_eq!(answer.matches(&format!("{header}\r\n")).count(), 1, "{answer}");
        }
        assert_eq!(answer.matches("\nContent-Type:").count(), 1, "{answer}");
        assert!(answer.ends_with("\r\n\r\nthe page"), "{answer}");
        let head = asked(port, "HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assert!(head.starts_with("HTTP/1.1 200 OK\r\n") && head.ends_with("\r\n\r\n"), "{head}");
    }

    #[test]
    fn what_is_not_a_file_of_the_page_is_not_found() {
        let port = start();
        for path in ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "//etc/passwd", "/nothing"] {
            let answer = asked(port, &format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
            assert!(answer.starts_with("HTTP/1.1 404 Not Found\r\n"), "{path}: {answer}");
        }
    }

    #[test]
    fn only_this_machine_is_listened_to() {
        let server = listen_anywhere().unwrap_or_else(|failure| panic!("{failure}"));
        let address = server.server.server_addr().to_ip().map(|address| address.ip());
        assert!(address.is_some_and(|address| address.is_loopback()), "{address:?}");
    }

    #[test]
    fn one_request_that_waits_holds_up_no_other() {
        let server = listen_anywhere().unwrap_or_else(|failure| panic!("{failure}"));
        let port = server.port;
        let (go, waits) = mpsc::channel::<()>();
        let waits = Mutex::new(waits);
        thread::spawn(move || {
            server.serve(move |request| {
                if request.path == "/waits" {
                    let _ = waits.lock().map(|waits| waits.recv_timeout(Duration::from_secs(10)));
                }
                Response::text(request.path.clone())
            });
        });
        let get = |path: &str| format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        let waiting = thread::spawn({
            let request = get("/waits");
            move || asked(port, &request)
        });
        assert!(asked(port, &get("/other")).ends_with("/other"));
        assert!(!waiting.is_finished());
        let _ = go.send(());
        assert!(waiting.join().unwrap_or_default().ends_with("/waits"));
    }

    #[test]
    fn only_files_of_the_page_are_served() {
        let files = Files::from([("index.html".to_owned(), b"page".to_vec())]);
        assert_eq!(from_files(&files, "/"), Some(Response::file("index.html", b"page".to_vec())));
        assert_eq!(from_files(&files, "/../Cargo.toml"), None);
    }
}
