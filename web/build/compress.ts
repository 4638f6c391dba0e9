// Compresses what the build wrote, once and as small as it gets: the server only picks a variant.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Plugin } from "vite";

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** Files that are text, or as redundant as text. Fonts and images are compressed already. */
const WORTH_IT = /\.(js|css|wasm|svg|json|webmanifest|txt)$/;
/** Smaller files fit in one packet as they are. */
const BYTES_MIN = 1024;

/** Writes `.br` and `.gz` beside each file of the build. The page itself is filled by the server and stays plain. */
export function compress(): Plugin {
  return {
    name: "atelier:compress",
    apply: "build",
    enforce: "post",
    async writeBundle({ dir }, bundle) {
      const files = Object.keys(bundle).filter((name) => WORTH_IT.test(name));
      await Promise.all(files.map((name) => compressFile(join(dir ?? "dist", name))));
    },
  };
}

async function compressFile(path: string): Promise<void> {
  const bytes = await readFile(path);
  if (bytes.length < BYTES_MIN) return;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  await Promise.all([
    toBrotli(bytes, { params }).then((small) => writeFile(`${path}.br`, small)),
    toGzip(bytes, { level: constants.Z_BEST_COMPRESSION }).then((small) =>
      writeFile(`${path}.gz`, small),
    ),
  ]);
}
