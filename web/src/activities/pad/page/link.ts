// Which addresses a link may lead to: a script or a file address would act in the reader's name.

/** The longest address that is kept as a link. */
const LINK_BYTES_MAX = 2048;

const SCHEMES = ["http:", "https:", "mailto:"];
// White space and control characters, as the server understands them.
const HIDDEN = /[\s\p{Cc}\u0085]/u;

/** Whether an address may be followed. The server decides alike. */
export function mayBeFollowed(address: string): boolean {
  const head = address.toLowerCase();
  return (
    new TextEncoder().encode(address).length <= LINK_BYTES_MAX &&
    SCHEMES.some((scheme) => head.startsWith(scheme) && head.length > scheme.length) &&
    !HIDDEN.test(address)
  );
}

/** The address somebody meant: `example.org` and `a@b.fr` need no scheme. Null when it is none. */
export function addressOf(typed: string): string | null {
  const text = typed.trim();
  const address = withScheme(text);
  return text !== "" && mayBeFollowed(address) ? address : null;
}

function withScheme(text: string): string {
  // `example.org:8080` has a port, no scheme.
  if (/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(text)) return text;
  return /^[^\s@/:]+@[^\s@/]+\.\w+$/.test(text) ? `mailto:${text}` : `https://${text}`;
}
