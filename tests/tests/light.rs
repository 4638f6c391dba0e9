//! Light participants, made to be thousands in one process, work in a pad beside full replicas.

use end_to_end::client::frame::Heard;
use end_to_end::client::light::{Checksum, LightWriter, checksums};
use end_to_end::person::Person;
use end_to_end::server::Server;
use end_to_end::workshop::{Role, Workshop};

#[tokio::test(flavor = "multi_thread")]
async fn what_light_writers_type_comes_back_to_them_and_reaches_everyone() {
    let server = Server::start().await;
    let mut workshop = Workshop::opens(&server).await;
    let pad = workshop.opens_pad().await;
    let mut reader = Person::opens(&server, &workshop, &pad, "reader", Role::Reader).await;
    let snapshot = reader.replica.snapshot();
    for nth in 0..3 {
        let name = format!("light-{nth}");
        let mut person = Person::opens(&server, &workshop, &pad, &name, Role::Participant).await;
        let mut writer = LightWriter::new(&snapshot);
        for turn in 0..5 {
            let (message, checksum) = writer.types(&format!("{name}-{turn} "));
            person
                .syncs(&message)
                .await
                .expect("the connection is open");
            comes_back(&mut person, checksum).await;
        }
        reader
            .reads(&format!("{name}-4 "))
            .await
            .expect("the reader's connection stays");
    }
}

/// The server's frame that carries the change is its word that the change is saved.
async fn comes_back(person: &mut Person, checksum: Checksum) {
    loop {
        if let Heard::Sync { data, .. } = person.socket.hear().await.expect("the connection stays")
            && checksums(&data).contains(&checksum)
        {
            return;
        }
    }
}
