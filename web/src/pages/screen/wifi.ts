// The text of a square by which a phone joins a Wi-Fi network.

/** A network without a password lets everybody in. */
export function wifiText({ name, password }: { name: string; password: string }): string {
  const secret = password === "" ? "T:nopass" : `T:WPA;P:${escaped(password)}`;
  return `WIFI:${secret};S:${escaped(name)};;`;
}

/** These have a meaning of their own there. */
function escaped(text: string): string {
  return text.replace(/[\\;,:"]/g, (sign) => `\\${sign}`);
}
