//! The program `desire-path`: `desire-path [FILE…]` opens the window.

// Without this a console opens beside the window on Windows.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() -> std::process::ExitCode {
    match desire_path::run(std::env::args_os().skip(1).collect()) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("desire-path: {error}");
            std::process::ExitCode::FAILURE
        }
    }
}
