/** What a certificate says and its code proves. */
export interface Sealed {
  readonly number: string;
  readonly name: string;
  readonly minutes: number;
  readonly from: string;
  readonly to: string;
  readonly issuer: string;
  readonly issuedOn: string;
}
const mark = "LX1";

/** The signed text: one line, always in the same order. */
export const sealText = ({ number, name, minutes, from, to, issuer, issuedOn }: Sealed): string =>
  JSON.stringify([mark, number, name, minutes, from, to, issuer, issuedOn]);

/** What a signed text says; undefined when it is none of ours. */
export function readSealed(text: string): Sealed | undefined {
  try {
    const [made, number, name, minutes, from, to, issuer, issuedOn] = JSON.parse(text) as readonly unknown[];
    const words = [number, name, from, to, issuer, issuedOn];
    if (made !== mark || !words.every((word) => typeof word === "string") || !Number.isInteger(minutes)) return undefined;
    const [a, b, c, d, e, f] = words as [string, string, string, string, string, string];
    return { number: a, name: b, minutes: minutes as number, from: c, to: d, issuer: e, issuedOn: f };
  } catch {
    return undefined;
  }
}

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");
export function bytesOf(base64Url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64Url.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** What stands behind the # of a code: the text and its signature, each in base64url. */
export const writeProof = (text: string, signature: string): string => `${toBase64Url(new TextEncoder().encode(text))}.${signature}`;

export function readProof(proof: string): { readonly text: string; readonly signature: string } | undefined {
  const [head, signature] = proof.replace(/^#/, "").split(".");
  if (!head || !signature) return undefined;
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytesOf(head)), signature };
  } catch {
    return undefined;
  }
}
