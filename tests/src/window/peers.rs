//! Other whiteboards in the same web view, for the bench: how their frames are while as many shapes are panned.

use super::{Desk, Driver, Frames};
use serde_json::json;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// WebKitGTK's own small browser, which comes with the web view.
const BROWSER: &str = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

/// Serves a folder to this computer while it lives.
struct Server(Child);

impl Server {
    fn start(folder: &Path, port: u16) -> Self {
        let port = port.to_string();
        let child = Command::new("python3")
            .args(["-m", "http.server", &port, "--bind", "127.0.0.1", "--directory"])
            .arg(folder)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("python3 serves the peers' page");
        Self(child)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Frame times while `peer` (`tldraw` or `excalidraw`) pans over this many shapes, `frames` of them. `page` is the
/// folder of the built page of `tests/peers`.
///
/// # Panics
/// Where the browser or python3 is missing, or the page does not get ready within ten seconds of being asked.
pub fn peer_frames(desk: &Desk, page: &Path, peer: &str, shapes: usize, frames: u32) -> Frames {
    let free = std::net::TcpListener::bind(("127.0.0.1", 0)).and_then(|free| free.local_addr());
    let port = free.expect("a free port").port();
    let _server = Server::start(page, port);
    let driver = Driver::start(desk, Path::new(BROWSER), &["--automation".into()]);
    std::thread::sleep(Duration::from_millis(500));
    driver.go(&format!("http://127.0.0.1:{port}/?peer={peer}&shapes={shapes}"));
    for _ in 0..6 {
        if driver.try_run("return window.ready === true", &[]).is_ok_and(|ready| ready == true) {
            break;
        }
        std::thread::sleep(Duration::from_secs(5));
    }
    driver.wait_until("the peer's board", "return window.ready === true", &[]);
    Frames::of(&driver.run(
        "const times = [];
         let last = await new Promise(requestAnimationFrame);
         for (let at = 0; at < args[0]; at++) {
             const along = at < args[0] / 2 ? at : args[0] - at;
             window.pan(along * 24, along * 24);
             const now = await new Promise(requestAnimationFrame);
             times.push(now - last);
             last = now;
         }
         return times;",
        &[json!(frames)],
    ))
}
