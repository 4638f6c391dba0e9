// How a new picture is called: 16 random bytes in base 58, as the server calls its files.

const DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/** A name that nobody else comes up with. */
export function newImageId(): string {
  return base58(crypto.getRandomValues(new Uint8Array(16)));
}

/** Each zero at the beginning is a `1`. */
function base58(bytes: Uint8Array): string {
  let number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let digits = "";
  for (; number > 0n; number /= 58n) digits = (DIGITS[Number(number % 58n)] ?? "") + digits;
  const zeros = bytes.findIndex((byte) => byte !== 0);
  return "1".repeat(zeros < 0 ? bytes.length : zeros) + digits;
}
