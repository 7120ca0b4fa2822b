import { errors } from "../errors.js";

/** A phone number as it is dialled, mobile or landline; full-width digits, spaces, hyphens and +86 do not matter. Null when none was given. Throws phoneWrong. */
export function readPhone(written: string | undefined, field = "body.phone"): string | null {
  const plain = written
    ?.normalize("NFKC")
    .replace(/[\s()\-—–－]/g, "")
    .replace(/^(\+|00)86/, "");
  if (!plain) return null;
  if (/^1[3-9]\d{9}$/.test(plain) || /^0\d{2,3}[2-9]\d{6,7}$/.test(plain) || /^[2-9]\d{6,7}$/.test(plain)) return plain;
  throw errors.phoneWrong({ count: plain.replace(/\D/g, "").length }, field);
}
