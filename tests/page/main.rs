//! End-to-end tests of a user's actions on the built page.
//!
//! Each test opens the page in its own browser, acts with real pointer and key events, and reads
//! only the page's automation contract. Afterwards it checks what every test expects: the browser
//! logged no error or warning, every file was found, every property of Raft holds, and the page is
//! not wider than its window.

mod accessibility;
mod address;
mod appearance;
mod authoring;
mod badge;
mod beats;
mod book;
mod courses;
mod drawing;
mod electing;
mod embedding;
mod faults;
mod first_paint;
mod glossary;
mod history;
mod inspector;
mod kept;
mod keyboard;
mod languages;
mod links;
mod long_runs;
mod menu;
mod messages;
mod offline;
mod partition;
mod phone;
mod pictures;
mod policy;
mod presenting;
mod reading;
mod records;
mod room;
mod sending;
mod settings;
mod share;
mod shortcuts;
mod single_file;
mod stopping;
mod stories;
mod time;
mod timer_dragging;
mod violating;
mod visibility;
mod why;
