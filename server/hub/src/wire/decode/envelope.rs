//! The fields of all kinds of messages, as far as this server reads them, borrowed from the frame.

use super::DecodeError;
use crate::reader::Unreadable;
use crate::wire::PROTOCOL_VERSION;
use crate::wire::cbor::Cbor;
use crate::wire::speaker::SPEAKER;

/// A message before its kind is looked at.
#[derive(Debug, Default)]
pub(super) struct Envelope<'a> {
    pub(super) kind: &'a str,
    pub(super) sender_id: Option<&'a str>,
    pub(super) document_id: Option<&'a str>,
    pub(super) data: Option<&'a [u8]>,
    pub(super) names_speaker: bool,
    pub(super) understands_control: bool,
    pub(super) reads_bundles: bool,
    pub(super) speaks_version_1: bool,
}

impl<'a> Envelope<'a> {
    pub(super) fn read(frame: &'a [u8]) -> Result<Self, DecodeError> {
        let mut cbor = Cbor::new(frame);
        let mut envelope = Self::default();
        let read = cbor.map(|cbor, key| envelope.field(cbor, key));
        read.map_err(|_| DecodeError::Malformed("not the expected CBOR map"))?;
        // The others would stumble over what is relayed with something behind it.
        match cbor.is_at_end() {
            true if envelope.kind.is_empty() => Err(DecodeError::Malformed("no type")),
            true => Ok(envelope),
            false => Err(DecodeError::Malformed("something follows the message")),
        }
    }

    /// Where a key comes twice, the last one counts, as it does in JavaScript.
    fn field(&mut self, cbor: &mut Cbor<'a>, key: &str) -> Result<(), Unreadable> {
        match key {
            "type" => self.kind = cbor.text()?.ok_or(Unreadable)?,
            "senderId" => self.sender_id = cbor.text()?,
            "documentId" => self.document_id = cbor.text()?,
            "data" => self.data = cbor.bytes()?,
            "peerMetadata" => cbor.map(|cbor, key| self.metadata(cbor, key))?,
            "supportedProtocolVersions" => cbor.array(|cbor| self.version(cbor))?,
            SPEAKER => {
                self.names_speaker = true;
                cbor.skip()?;
            }
            _ => cbor.skip()?,
        }
        Ok(())
    }

    fn metadata(&mut self, cbor: &mut Cbor<'a>, key: &str) -> Result<(), Unreadable> {
        match key {
            "atelier" => self.understands_control = cbor.number()? == Some(1),
            "bundles" => self.reads_bundles = cbor.number()? == Some(1),
            _ => cbor.skip()?,
        }
        Ok(())
    }

    fn version(&mut self, cbor: &mut Cbor<'a>) -> Result<(), Unreadable> {
        self.speaks_version_1 |= cbor.text()? == Some(PROTOCOL_VERSION);
        Ok(())
    }
}
