//! The program: hands its arguments to the library and its result to the system.
#![forbid(unsafe_code)]

use std::process::ExitCode;

fn main() -> ExitCode {
    astana::cli::run(std::env::args_os())
}
