//! Starts the application; everything else is in the library, so that tests reach it.

fn main() {
    dument::start();
}
