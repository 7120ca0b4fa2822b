import { api } from "../api.js";
import { bytesOf } from "./seal-text.js";

async function checkHere(text: string, signature: string): Promise<boolean> {
  const { publicKey } = await api("GET /public/certificate-key");
  const key = await crypto.subtle.importKey("spki", bytesOf(publicKey), "Ed25519", false, ["verify"]);
  return crypto.subtle.verify("Ed25519", key, bytesOf(signature), new TextEncoder().encode(text));
}

/** Is the text signed by this house? The browser tells by the public key; one that knows no Ed25519 asks the server. */
export async function checkProof({ text, signature }: { readonly text: string; readonly signature: string }): Promise<boolean> {
  try {
    return await checkHere(text, signature);
  } catch {
    return (await api("POST /public/certificates/check", { body: { text, signature } })).isGenuine;
  }
}
