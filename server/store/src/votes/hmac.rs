//! HMAC-SHA256 as in RFC 2104, for keys of 32 bytes.

use sha2::{Digest, Sha256};

const BLOCK_BYTES: usize = 64;

/// The authentication code of a message.
pub(super) fn hmac_sha256(key: &[u8; 32], message: &[u8]) -> [u8; 32] {
    let inner = Sha256::new()
        .chain_update(padded(key, 0x36))
        .chain_update(message)
        .finalize();
    let outer = Sha256::new()
        .chain_update(padded(key, 0x5c))
        .chain_update(inner);
    outer.finalize().into()
}

/// The key filled up with zeros to a block, each byte crossed with the pad.
fn padded(key: &[u8; 32], pad: u8) -> [u8; BLOCK_BYTES] {
    let mut block = [pad; BLOCK_BYTES];
    for (byte, of_key) in block.iter_mut().zip(key) {
        *byte ^= of_key;
    }
    block
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// RFC 4231, cases 1 and 2: shorter keys are filled up with zeros as well.
    #[test]
    fn it_agrees_with_the_published_cases() {
        let mut key = [0; 32];
        key[..20].fill(0x0b);
        assert_eq!(
            hex(&hmac_sha256(&key, b"Hi There")),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        );
        let mut key = [0; 32];
        key[..4].copy_from_slice(b"Jefe");
        assert_eq!(
            hex(&hmac_sha256(&key, b"what do ya want for nothing?")),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
    }
}
