//! The HTTP interface as devices meet it: the real router over a real store in a temporary directory.

mod answers;
mod archives;
mod attachments;
mod authors;
mod calendars;
mod descriptions;
mod doors;
mod endings;
mod exports;
mod house;
mod imports;
mod kinds;
mod notices;
mod origins;
mod pages;
mod people;
mod reminders;
mod rights;
mod sink;
mod structures;
mod texts;
mod trash;
mod twins;
mod votes;
mod watching;
mod weekly;
