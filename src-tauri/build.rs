//! Lets Tauri read its configuration and write down which commands the page may call.

fn main() {
    tauri_build::build();
}
