import { createPublicKey, sign, verify } from "node:crypto";
import type { MasterKey } from "../keep-secrets/master-key.js";
import { signingKeys } from "../keep-secrets/signing-keys.js";

const signedText = (root: string): Buffer => Buffer.from(`lianxin audit root 1\n${root}`, "utf8");

export interface RootSigner {
  sign(root: string): string;
  /** For whoever checks the audit, outside too: SPKI DER in base64url. */
  readonly publicKey: string;
}

/** Signs roots with a key that is not in the database, so that who can write there cannot forge them. */
export function rootSigner(master: MasterKey): RootSigner {
  const { key, publicKey } = signingKeys(master.derive("audit-root"));
  return { publicKey, sign: (root) => sign(null, signedText(root), key).toString("base64url") };
}

/** A check of signatures under one public key. Throws when the text is no key. */
export function signatureCheck(publicKey: string): (root: string, signature: string) => boolean {
  const key = createPublicKey({ key: Buffer.from(publicKey, "base64url"), format: "der", type: "spki" });
  return (root, signature) => verify(null, signedText(root), key, Buffer.from(signature, "base64url"));
}
