import { errors } from "../errors.js";

const hanGap = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;
const unwritable = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u;

/** A name as it is kept: single spaces, none between Chinese characters. Throws nameInvalid. */
export function readName(written: string): string {
  const name = written.normalize("NFC").replace(/\s+/gu, " ").trim().replace(hanGap, "");
  const length = [...name].length;
  if (length === 0 || length > 50 || unwritable.test(name)) throw errors.nameInvalid({}, "body.name");
  return name;
}

/** Under what a name is found again: width, case, spaces and dots make no difference. */
export const nameKeyOf = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s·•・‧∙⋅]/gu, "");

/** A phone number as it is dialled; full-width digits, spaces, hyphens and +86 do not matter. Throws phoneWrong with the count of digits. */
export function readPhone(written: string): string {
  const plain = written
    .normalize("NFKC")
    .replace(/[\s()\-—–－]/g, "")
    .replace(/^(\+|00)86/, "");
  if (/^1[3-9]\d{9}$/.test(plain) || /^0\d{2,3}[2-9]\d{6,7}$/.test(plain)) return plain;
  throw errors.phoneWrong({ count: plain.replace(/\D/g, "").length }, "body.phone");
}
