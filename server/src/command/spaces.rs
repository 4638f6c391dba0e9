//! `atelier spaces`: what the host sees of the spaces of a server, and does with them; through the server that runs on the
//! data directory, or without one in the directory itself.

mod orders;
mod shown;

use std::io::{IsTerminal, Write};
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use store::{SpaceId, Store};

use super::cli::{OneSpace, Spaces, SpacesCommand};
use super::host_socket::{Answer, Request, connect, converse};
use super::speech::{self, say};
use crate::language::Sentence;
pub use orders::{Carried, Order, SpaceLine, carry_out};

/// Does what is asked.
///
/// # Errors
/// When there is no such space or data, or it cannot be done.
pub fn run(options: &Spaces) -> Result<()> {
    let data = &options.directory.data;
    match &options.command {
        SpacesCommand::List { json } => {
            let spaces = ask(data, Order::List)?.spaces;
            say(&shown::list(&spaces, *json)?);
        }
        SpacesCommand::Show { space, json } => {
            let space = one(data, Order::Show(id(space)?))?;
            say(&shown::whole(&space, *json)?);
        }
        SpacesCommand::Close(OneSpace { space }) => {
            let space = one(data, Order::Close(id(space)?))?;
            say(&speech::with(CLOSED, &[&space.title]));
        }
        SpacesCommand::Open(OneSpace { space }) => {
            let space = one(data, Order::Open(id(space)?))?;
            say(&speech::with(OPENED, &[&space.title]));
        }
        SpacesCommand::Erase { space, yes } => erase(data, id(space)?, *yes)?,
    }
    Ok(())
}

const CLOSED: Sentence = Sentence {
    fr: "« {} » est fermé : personne n’y entre, rien n’y est effacé. Pour le rouvrir : atelier spaces open.",
    en: "“{}” is closed: nobody gets in, nothing in it is erased. To open it again: atelier spaces open.",
};

const OPENED: Sentence = Sentence {
    fr: "« {} » est ouvert : chacun y est ce qu’il était.",
    en: "“{}” is open: everybody is there what they were.",
};

const ERASED: Sentence = Sentence {
    fr: "« {} » est effacé. Il reste dans vos sauvegardes tant que vous les gardez.",
    en: "“{}” is erased. It is still in your backups, as long as you keep those.",
};

const TRACES_WAIT: Sentence = Sentence {
    fr: "Des traces restent dans les parties inutilisées du fichier jusqu’au prochain entretien quotidien : il a manqué de la place pour réécrire la base.",
    en: "Traces stay in unused parts of the file until the next daily upkeep: there was no room to write the database anew.",
};

const TYPE_THE_TITLE: Sentence = Sentence {
    fr: "Rien ne pourra le ramener, sauf une sauvegarde. Pour l’effacer, tapez son titre : ",
    en: "Nothing but a backup can bring it back. To erase it, type its title: ",
};

fn erase(data: &Path, space: SpaceId, is_sure: bool) -> Result<()> {
    let found = one(data, Order::Show(space))?;
    if !is_sure {
        say(&shown::whole(&found, false)?);
        ensure!(
            types_again(&found.title)?,
            "{}",
            speech::r#in(Sentence {
                fr: "ce n’est pas son titre : rien n’est effacé",
                en: "this is not its title: nothing is erased",
            })
        );
    }
    let done = ask(data, Order::Erase(space))?;
    say(&speech::with(ERASED, &[&found.title]));
    if done.traces_wait {
        say(speech::r#in(TRACES_WAIT));
    }
    Ok(())
}

/// Whether the title is typed, exactly as it is shown.
fn types_again(title: &str) -> Result<bool> {
    if std::io::stdin().is_terminal() {
        let mut terminal = std::io::stderr();
        terminal.write_all(speech::r#in(TYPE_THE_TITLE).as_bytes())?;
        terminal.flush()?;
    }
    let mut typed = String::new();
    std::io::stdin()
        .read_line(&mut typed)
        .context("reading the title")?;
    Ok(typed.trim() == title.trim())
}

fn id(space: &str) -> Result<SpaceId> {
    let not_an_id = speech::r#in(Sentence {
        fr: "ce n’est pas l’identifiant d’un espace : il est dans la première colonne d’« atelier spaces list »",
        en: "this is not the id of a space: it is in the first column of “atelier spaces list”",
    });
    space.parse().map_err(|_| anyhow::anyhow!(not_an_id))
}

fn one(data: &Path, order: Order) -> Result<SpaceLine> {
    let mut carried = ask(data, order)?;
    carried.spaces.pop().context("the server did not answer")
}

/// Has it done by the running server, or does it here.
fn ask(data: &Path, order: Order) -> Result<Carried> {
    let Some(server) = connect(data) else {
        return here(data, &order);
    };
    let mut carried = Carried::default();
    converse(server, &Request::Spaces(order), |answer| match answer {
        Answer::Space(space) => carried.spaces.push(space),
        Answer::TracesWait => carried.traces_wait = true,
        _ => {}
    })?;
    Ok(carried)
}

fn here(data: &Path, order: &Order) -> Result<Carried> {
    if !data.is_dir() {
        bail!("{} does not exist: there are no spaces", data.display());
    }
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let store = Store::open(data).with_context(|| format!("opening {}", data.display()))?;
    let carried = runtime.block_on(carry_out(order, &store, None));
    runtime.block_on(store.close());
    carried
}
