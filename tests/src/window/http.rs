//! As much of HTTP/1.1 as a WebDriver on this computer speaks: one request a connection, bodies of a told length.

use serde_json::Value;
use std::io::{Error, ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// Asks the server at `127.0.0.1:port` and reads its JSON answer.
///
/// # Errors
/// Where the connection fails, the answer takes longer than a minute or is not JSON.
pub fn ask(port: u16, method: &str, path: &str, body: Option<&Value>) -> Result<Value, Error> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    stream.set_nodelay(true)?;
    let body = body.map(Value::to_string).unwrap_or_default();
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json; charset=utf-8\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(body.as_bytes())?;
    let mut answer = Vec::new();
    let end = loop {
        let mut part = [0; 65536];
        let read = stream.read(&mut part)?;
        answer.extend_from_slice(&part[..read]);
        if let Some(end) = end_of_body(&answer).filter(|end| answer.len() >= *end) {
            break end;
        }
        if read == 0 {
            break answer.len();
        }
    };
    let start = end_of_head(&answer).ok_or_else(|| Error::new(ErrorKind::InvalidData, "no head"))?;
    serde_json::from_slice(&answer[start..end]).map_err(|error| Error::new(ErrorKind::InvalidData, error))
}

fn end_of_head(answer: &[u8]) -> Option<usize> {
    answer.windows(4).position(|four| four == b"\r\n\r\n").map(|at| at + 4)
}

fn end_of_body(answer: &[u8]) -> Option<usize> {
    let start = end_of_head(answer)?;
    let head = String::from_utf8_lossy(&answer[..start]).to_ascii_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length:"))?;
    Some(start + length.trim().parse::<usize>().ok()?)
}
