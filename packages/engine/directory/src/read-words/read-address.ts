import type { ChannelKind } from "../words.js";

/** An address as it is kept and looked up, or how many digits stood there instead. */
export type ReadAddress = { readonly kind: ChannelKind; readonly address: string } | { readonly kind: undefined; readonly digits: number };

const mobile = /^1[3-9]\d{9}$/;
const shortArea = /^(010|02\d)(\d{7,8})$/;
const longArea = /^(0\d{3})(\d{7,8})$/;
const mail = /^[^\s@<>,;:"()[\]\\]{1,64}@(?:[^\s@<>,;:"()[\]\\.]+\.)+[^\s@<>,;:"()[\]\\.]{2,}$/u;

/**
 * A phone number as people write it (full-width digits, spaces, hyphens, +86) as eleven digits, a landline as "0794-3612345", a local or short number as its digits.
 * Anything else gives the count of its digits, for the message.
 */
export function readPhone(raw: string): ReadAddress {
  const plain = raw.normalize("NFKC").replace(/[\s()\-‐–—.]/gu, "");
  const national = plain.replace(/^(\+86|0086)/, "");
  if (mobile.test(national)) return { kind: "phone", address: national };
  const landline = shortArea.exec(national) ?? longArea.exec(national);
  if (landline) return { kind: "landline", address: `${landline[1]}-${landline[2]}` };
  if (/^[2-9]\d{3,7}$/.test(national)) return { kind: "landline", address: national };
  return { kind: undefined, digits: national.replace(/\D/g, "").length };
}

/** A mail address in lower case, or undefined. */
export function readMail(raw: string): string | undefined {
  const address = raw.normalize("NFKC").trim().toLowerCase();
  return address.length <= 254 && mail.test(address) ? address : undefined;
}

/** Reads an address of a known kind. */
export function readAddress(kind: ChannelKind, raw: string): ReadAddress {
  if (kind !== "mail") return readPhone(raw);
  const address = readMail(raw);
  return address === undefined ? { kind: undefined, digits: 0 } : { kind, address };
}
