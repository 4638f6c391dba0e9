// Takes a probe for `eval` out of a library: the policy of the page forbids it, and Firefox reports each attempt as an error.
import type { Plugin } from "vite";

const LIBRARY = /\/cbor-x\/decode\.js$/;
const PROBE = "new Function('')";

export function noEval(): Plugin {
  return {
    name: "atelier:no-eval",
    apply: "build",
    transform(code, id) {
      if (!LIBRARY.test(id)) return null;
      if (!code.includes(PROBE)) this.error(`${id} no longer probes as expected`);
      return { code: code.replace(PROBE, "throw new Error('there is no eval')"), map: null };
    },
  };
}
