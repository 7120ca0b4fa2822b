import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";

/** PKCS #8 wrapping of a 32-byte Ed25519 seed (RFC 8410). */
const privateHead = Buffer.from("302e020100300506032b657004220420", "hex");

/** The Ed25519 pair of a 32-byte seed; the public one as SPKI DER in base64url, for whoever checks elsewhere. */
export function signingKeys(seed: Buffer): { readonly key: KeyObject; readonly publicKey: string } {
  const key = createPrivateKey({ key: Buffer.concat([privateHead, seed]), format: "der", type: "pkcs8" });
  return { key, publicKey: createPublicKey(key).export({ format: "der", type: "spki" }).toString("base64url") };
}
