import { sign, type KeyObject } from "node:crypto";
import type { Signature } from "@lianxin/plugin-kit";
import { signingKeys } from "./signing-keys.js";
import type { MasterKey } from "./master-key.js";

/**
 * Signs the texts of plugins (Ed25519, RFC 8032), each plugin under a key of its own, made when it first signs. The keys are derived, so they stay
 * the same when master keys are rotated, and paper signed years ago is proved by the same public key. About 50 µs a text.
 */
export function textSigner(master: MasterKey): (pluginId: string, text: string) => Signature {
  const keys = new Map<string, { readonly key: KeyObject; readonly publicKey: string }>();
  const keyOf = (pluginId: string) => {
    const known = keys.get(pluginId);
    if (known) return known;
    const made = signingKeys(master.derive(`text-signer/${pluginId}`));
    keys.set(pluginId, made);
    return made;
  };
  return (pluginId, text) => {
    const { key, publicKey } = keyOf(pluginId);
    return { signature: sign(null, Buffer.from(text, "utf8"), key).toString("base64url"), publicKey };
  };
}
