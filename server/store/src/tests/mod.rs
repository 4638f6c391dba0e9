//! Stories about the whole store, on a real disk.

mod backups;
mod belongings;
mod commits;
mod corruption;
mod damage;
mod documents;
mod doors;
mod endings;
mod erasure;
mod full_disk;
mod histories;
mod imports;
mod mail;
mod opening;
mod people;
mod portable;
mod salvaging;
mod snapshots;
mod spaces;
mod structures;
mod votes;
mod world;
