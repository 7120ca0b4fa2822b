import { errors } from "../errors.js";
import { ageOn, bandOf, type AgeBand } from "../judge-safety/age-bands.js";
import { law } from "../judge-safety/law.js";

const gap = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;
const unwritable = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u;

/** A name as it is kept. Throws nameInvalid. */
export function readName(written: string, field: string): string {
  const name = written.normalize("NFC").trim().replace(/\s+/gu, " ").replace(gap, "");
  if (name === "" || [...name].length > 50 || unwritable.test(name)) throw errors.nameInvalid({}, field);
  return name;
}

/** A phone number as it is dialled. Throws phoneWrong. */
export function readPhone(written: string, field: string): string {
  const plain = written
    .normalize("NFKC")
    .replace(/[\s()\-–—－]/g, "")
    .replace(/^(\+|00)86/, "");
  if (/^1[3-9]\d{9}$/.test(plain) || /^0\d{2,3}[2-9]\d{6,7}$/.test(plain)) return plain;
  throw errors.phoneWrong({ count: plain.replace(/\D/g, "").length }, field);
}

/** Does a text message reach this number? None reaches a landline. */
export const takesTexts = (phone: string): boolean => phone.startsWith("1");

/** Month of birth "2018-05" and the band it gives on a day. Throws bornInvalid, ageOutside. */
export function readBorn(written: string, today: string, field: string): { bornIn: string; band: AgeBand; age: number } {
  const bornIn = written.trim().slice(0, 7);
  if (!/^(19|20)\d{2}-(0[1-9]|1[0-2])$/.test(bornIn) || bornIn > today.slice(0, 7)) throw errors.bornInvalid({ value: written }, field);
  const age = ageOn(bornIn, today);
  const band = bandOf(age);
  if (!band) throw errors.ageOutside({ age }, field);
  return { bornIn, band, age };
}

/** A way home alone is for who is old enough. Throws tooYoungAlone. */
export function readAlone(route: string | undefined, age: number, field: string): string | null {
  if (!route?.trim()) return null;
  if (age < law.aloneFrom.value) throw errors.tooYoungAlone({ age, from: law.aloneFrom.value }, field);
  return route.trim();
}
