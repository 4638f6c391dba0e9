//! What the doctor makes of what it knows: each rule beside its sentence. Pure.

use store::limits::{CLOCK_GAP_MS_MAX, CLOCK_SLACK_MS};

use super::finding::Finding;
use super::gather::{Directory, Facts, Unknown};
use super::report::{Database, ServerFacts};
use crate::day::DAY_MS;
use crate::language::Sentence;
use crate::limits::{CONNECTIONS_MAX, DESCRIPTORS_RESERVED};

const MIB: u64 = 1024 * 1024;
/// Less than this on a disk is soon nothing.
const FREE_BYTES_MIN: u64 = 256 * MIB;
/// Less is worth knowing.
const FREE_BYTES_GOOD: u64 = 1024 * MIB;
/// A daily backup that failed once is not older.
const BACKUP_AGE_MS_MAX: u64 = 2 * DAY_MS;
/// What every system gives; a server with less serves a small room.
const DESCRIPTORS_MIN: u64 = 1_024;

/// A sentence in both languages.
const fn both(fr: &'static str, en: &'static str) -> Sentence {
    Sentence { fr, en }
}

/// Everything there is to say, in the order in which one would look.
pub fn judge(facts: &Facts) -> Vec<Finding> {
    let mut findings = Vec::new();
    match &facts.directory {
        None => findings.push(Finding::wrong(NO_DIRECTORY, &[])),
        Some(directory) => findings.extend([modes(directory), disk(directory)]),
    }
    findings.extend(facts.directory.as_ref().and_then(set_aside));
    match &facts.database {
        Ok(database) => {
            findings.extend([integrity(database, facts.is_running), schema(database)]);
            findings.extend([clock(database, facts.is_running), backup(database)]);
        }
        Err(unknown) if facts.directory.is_some() => findings.push(unseen(unknown)),
        Err(_) => {}
    }
    let server = &facts.server;
    findings.extend([address(server), mail(server), descriptors(server)]);
    findings
}

const NO_DIRECTORY: Sentence = both(
    "Le répertoire de données n’existe pas : vérifiez --data.",
    "The data directory does not exist: check --data.",
);

fn modes(directory: &Directory) -> Finding {
    let open: Vec<_> = directory
        .open_to_others
        .iter()
        .map(|found| format!("{} ({:04o})", found.path.display(), found.mode))
        .collect();
    match open.is_empty() {
        true => Finding::well(both(
            "Seul le compte d’Atelier peut lire les données.",
            "Only Atelier’s account can read the data.",
        )),
        false => Finding::wrong(OPEN_TO_OTHERS, &[&open.join(", ")]),
    }
}

const OPEN_TO_OTHERS: Sentence = both(
    "D’autres comptes de cette machine peuvent lire les données : {}. Redémarrez le serveur, qui les ferme, ou faites « chmod go= ».",
    "Other accounts of this machine can read the data: {}. Restart the server, which closes them, or use “chmod go=”.",
);

fn disk(directory: &Directory) -> Finding {
    let Some(free) = directory.free_bytes else {
        return Finding::note(
            both(
                "Le système ne dit pas la place qui reste sur le disque.",
                "The system does not tell how much room is left on the disk.",
            ),
            &[],
        );
    };
    let left = (free / MIB).to_string();
    if free < FREE_BYTES_MIN || free < directory.database_bytes {
        Finding::wrong(NO_ROOM, &[&left])
    } else if free < FREE_BYTES_GOOD {
        Finding::note(
            both(
                "Il reste {} Mio sur le disque : c’est peu.",
                "{} MiB are left on the disk: that is little.",
            ),
            &[&left],
        )
    } else {
        Finding::well(both(
            "Il y a assez de place sur le disque.",
            "There is enough room on the disk.",
        ))
    }
}

const NO_ROOM: Sentence = both(
    "Il ne reste que {} Mio sur le disque : bientôt plus rien ne s’enregistre, et ce qu’on efface ne peut pas l’être tout à fait. Faites de la place.",
    "Only {} MiB are left on the disk: soon nothing is saved, and what is erased cannot be removed altogether. Make room.",
);

fn set_aside(directory: &Directory) -> Option<Finding> {
    let says = both(
        "{} base(s) abîmée(s) ont été mises de côté (« damaged-… ») : surveillez ce disque, et supprimez-les quand elles ne servent plus.",
        "{} damaged database(s) were set aside (“damaged-…”): look after this disk, and delete them when they are not needed any more.",
    );
    (directory.damaged > 0).then(|| Finding::note(says, &[&directory.damaged.to_string()]))
}

fn unseen(unknown: &Unknown) -> Finding {
    match unknown {
        Unknown::Missing => Finding::note(
            both(
                "Il n’y a pas encore de données dans ce répertoire.",
                "There is no data in this directory yet.",
            ),
            &[],
        ),
        Unknown::InUse => Finding::wrong(
            both(
                "Un autre processus tient les données et ne répond pas : arrêtez-le, ou redémarrez le serveur.",
                "Another process holds the data and does not answer: stop it, or restart the server.",
            ),
            &[],
        ),
        Unknown::Newer => Finding::wrong(
            both(
                "Un Atelier plus récent a écrit ces données : utilisez cette version-là.",
                "A newer Atelier wrote this data: use that version.",
            ),
            &[],
        ),
        Unknown::Unreadable(why) => Finding::wrong(DAMAGED, &[why]),
    }
}

const DAMAGED: Sentence = both(
    "La base de données est abîmée : {}. Le serveur sauve ce qui peut l’être à son démarrage ; gardez une copie du répertoire et préparez la dernière sauvegarde.",
    "The database is damaged: {}. The server rescues what it can at its start; keep a copy of the directory and have the last backup ready.",
);

fn integrity(database: &Database, is_running: bool) -> Finding {
    match (database.findings.first(), is_running) {
        (Some(what), _) => Finding::wrong(DAMAGED, &[what]),
        (None, true) => Finding::well(both(
            "Le serveur tourne ; il a vérifié la base à son démarrage.",
            "The server runs; it verified the database at its start.",
        )),
        (None, false) => Finding::well(both(
            "La base de données est saine ; le serveur ne tourne pas.",
            "The database is sound; the server does not run.",
        )),
    }
}

fn schema(database: &Database) -> Finding {
    let (found, known) = database.schema;
    if found == known {
        return Finding::well(both(
            "Les données sont à la version de ce programme.",
            "The data is of this program’s version.",
        ));
    }
    Finding::note(OLDER_SCHEMA, &[&found.to_string(), &known.to_string()])
}

const OLDER_SCHEMA: Sentence = both(
    "Les données sont à la version {} et passeront à la {} au prochain démarrage : faites d’abord une sauvegarde, il n’y a pas de retour.",
    "The data is of version {} and will move to {} at the next start: make a backup first, there is no way back.",
);

/// A server that was off for long and a clock that is ahead look alike: only a running one knows.
fn clock(database: &Database, is_running: bool) -> Finding {
    let wall_ms = database.wall_ms;
    let Some(trusted_ms) = database.trusted_ms else {
        return Finding::note(
            both(
                "L’heure n’a pas encore été notée dans les données.",
                "The time has not been noted in the data yet.",
            ),
            &[],
        );
    };
    let days = (trusted_ms.abs_diff(wall_ms) / DAY_MS).to_string();
    if wall_ms.saturating_add(CLOCK_SLACK_MS) < trusted_ms {
        Finding::wrong(CLOCK_BEHIND, &[&days])
    } else if wall_ms <= trusted_ms.saturating_add(CLOCK_GAP_MS_MAX) {
        Finding::well(both(
            "L’horloge n’a pas sauté.",
            "The clock has not jumped.",
        ))
    } else if is_running {
        Finding::wrong(CLOCK_AHEAD, &[&days])
    } else {
        Finding::note(OFF_FOR_LONG, &[&days])
    }
}

const CLOCK_BEHIND: Sentence = both(
    "L’horloge de la machine retarde de {} jour(s) sur le temps déjà passé : remettez-la à l’heure (timedatectl).",
    "The machine’s clock is {} day(s) behind the time that has passed: set it right (timedatectl).",
);

const CLOCK_AHEAD: Sentence = both(
    "L’horloge de la machine avance de {} jours sur le temps écoulé : remettez-la à l’heure (timedatectl). Rien n’est oublié ni effacé d’après elle d’ici là.",
    "The machine’s clock is {} days ahead of the time that has passed: set it right (timedatectl). Nothing is forgotten or erased by it until then.",
);

const OFF_FOR_LONG: Sentence = both(
    "D’après l’horloge, le serveur est arrêté depuis {} jours. Si c’est moins, remettez-la à l’heure avant de le démarrer.",
    "By the clock, the server has been off for {} days. If it was less, set the clock right before you start it.",
);

fn backup(database: &Database) -> Finding {
    let Some(at_ms) = database.backed_up_ms else {
        return match database.has_spaces {
            true => Finding::wrong(NO_BACKUP, &[]),
            false => Finding::well(both(
                "Il n’y a encore rien à sauvegarder.",
                "There is nothing to back up yet.",
            )),
        };
    };
    let age_ms = database.wall_ms.saturating_sub(at_ms);
    if age_ms > BACKUP_AGE_MS_MAX {
        Finding::wrong(OLD_BACKUP, &[&(age_ms / DAY_MS).to_string()])
    } else {
        Finding::well(both(
            "La dernière sauvegarde a moins de deux jours.",
            "The last backup is less than two days old.",
        ))
    }
}

const NO_BACKUP: Sentence = both(
    "Aucune sauvegarde n’a été faite : « atelier backup FICHIER », chaque jour.",
    "No backup was ever made: “atelier backup FILE”, every day.",
);

const OLD_BACKUP: Sentence = both(
    "La dernière sauvegarde a {} jours : regardez pourquoi il n’y en a pas chaque jour.",
    "The last backup is {} days old: look why there is none every day.",
);

fn address(server: &ServerFacts) -> Finding {
    match &server.public_url {
        Some(url) if url.starts_with("https://") => Finding::well(both(
            "L’adresse publique est donnée, en https.",
            "The public address is set, with https.",
        )),
        Some(url) => Finding::note(PLAIN_HTTP, &[url]),
        None if server.has_proxies => Finding::wrong(PROXY_WITHOUT_ADDRESS, &[]),
        None if server.is_open => Finding::note(ROOM_ONLY, &[]),
        None => Finding::note(
            both(
                "Sans adresse publique, le serveur n’est fait que pour cette machine.",
                "Without a public address, the server is for this machine only.",
            ),
            &[],
        ),
    }
}

const PLAIN_HTTP: Sentence = both(
    "L’adresse publique {} est sans https : ce qu’on écrit peut être lu en chemin. C’est bien dans une salle, pas sur internet.",
    "The public address {} is without https: what people write can be read on the way. That is fine in a room, not on the internet.",
);

const PROXY_WITHOUT_ADDRESS: Sentence = both(
    "Le serveur est derrière un mandataire et ne connaît pas son adresse : donnez-la par --public-url, sinon on ne peut ni entrer ni créer.",
    "The server is behind a proxy and does not know its address: give it by --public-url, or nobody can come in or make anything.",
);

const ROOM_ONLY: Sentence = both(
    "Sans adresse publique, le serveur n’accepte que les adresses d’un réseau local : c’est bien dans une salle ; sur internet, donnez --public-url.",
    "Without a public address, the server takes only the addresses of a local network: that is fine in a room; on the internet, give --public-url.",
);

fn mail(server: &ServerFacts) -> Finding {
    match &server.mail {
        None => Finding::note(
            both(
                "Aucun courriel n’est envoyé : pas de --smtp-url.",
                "No mail is sent: there is no --smtp-url.",
            ),
            &[],
        ),
        Some(Ok(())) => Finding::well(both(
            "Le serveur de courriel répond.",
            "The mail server answers.",
        )),
        Some(Err(why)) => Finding::wrong(MAIL_SILENT, &[why]),
    }
}

const MAIL_SILENT: Sentence = both(
    "Le serveur de courriel ne répond pas comme il faut ({}) : vérifiez --smtp-url, le nom et le mot de passe.",
    "The mail server does not answer as it should ({}): check --smtp-url, the name and the password.",
);

fn descriptors(server: &ServerFacts) -> Finding {
    let wanted = u64::try_from(CONNECTIONS_MAX + DESCRIPTORS_RESERVED).unwrap_or(u64::MAX);
    let allowed = server.descriptors.to_string();
    if server.descriptors >= wanted {
        Finding::well(both(
            "Assez de fichiers peuvent être ouverts à la fois.",
            "Enough files may be open at once.",
        ))
    } else if server.descriptors >= DESCRIPTORS_MIN {
        Finding::note(FEW_DESCRIPTORS, &[&allowed])
    } else {
        Finding::wrong(FEW_DESCRIPTORS, &[&allowed])
    }
}

const FEW_DESCRIPTORS: Sentence = both(
    "Seuls {} fichiers peuvent être ouverts à la fois : pour une grande salle, augmentez LimitNOFILE (systemd) ou « ulimit -n ».",
    "Only {} files may be open at once: for a large event, raise LimitNOFILE (systemd) or “ulimit -n”.",
);

#[cfg(test)]
#[path = "judge_tests.rs"]
mod tests;
