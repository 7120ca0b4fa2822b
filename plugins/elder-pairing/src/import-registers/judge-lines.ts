import type { ValuesOf } from "@lianxin/documents";
import { nameKeyOf } from "../keep-people/names.js";
import { findVillage, type VillagePlace } from "../keep-people/place-names.js";
import type { cadreColumns } from "./cadre-columns.js";
import type { elderColumns } from "./elder-columns.js";
import { wordsIn } from "./list-reader.js";

export type ElderValues = ValuesOf<typeof elderColumns>;
export type CadreValues = ValuesOf<typeof cadreColumns>;
export interface RegisterLine<V> {
  readonly line: number;
  readonly values: V;
}

/** Why a line stays out. duplicate, deceased, moved and transferred are listed by themselves; the rest is to be mended. */
export type FindingCode = "duplicate" | "deceased" | "moved" | "transferred" | "placeUnknown" | "placeSeveral" | "birthMissing" | "leaveTurned";
export interface Finding {
  readonly line: number;
  readonly field: string;
  readonly code: FindingCode;
  readonly params: Readonly<Record<string, string | number>>;
}
export interface JudgedElder extends RegisterLine<ElderValues> {
  readonly village: VillagePlace;
  readonly birthYear: number;
  /** What says who they are: the identity number, or name, year and village. */
  readonly identity: string;
}
export interface JudgedCadre extends RegisterLine<CadreValues> {
  readonly villages: readonly VillagePlace[];
  readonly identity: string;
}
/** Somebody a line calls deceased, moved away or transferred: ended where they are on the register. */
export interface Leaving {
  readonly line: number;
  readonly identity: string;
  readonly state: "deceased" | "moved" | "transferred";
}
export interface Judged<L> {
  readonly ready: readonly L[];
  readonly findings: readonly Finding[];
  readonly leaving: readonly Leaving[];
}

const listed = { deceased: "deceased", moved: "moved", transferred: "transferred" } as const;

function findPlace(
  villages: readonly VillagePlace[],
  name: string,
  town: string | undefined,
  field: string,
): VillagePlace | Pick<Finding, "field" | "code" | "params"> {
  const found = findVillage(villages, name, town);
  if (found === "none") return { field, code: "placeUnknown", params: { name: `${town ?? ""}${name}` } };
  return found === "several" ? { field: "town", code: "placeSeveral", params: { name } } : found;
}

const birthYearOf = ({ idCode, birthYear }: ElderValues): number | undefined =>
  idCode === undefined ? birthYear : idCode.length === 18 ? Number(idCode.slice(6, 10)) : 1900 + Number(idCode.slice(6, 8));

/** The same person is met twice by the identity number, or by name, year of birth and village where one line has no number. */
class Seen {
  readonly #lines = new Map<string, number>();
  readonly #numbers = new Map<string, string>();

  /** The line that had them first; undefined and remembered when nobody did. */
  find(line: number, names: string, number: string | undefined): number | undefined {
    const byNumber = number === undefined ? undefined : this.#lines.get(number);
    const known = this.#numbers.get(names);
    const byName = this.#lines.get(names) !== undefined && (number === undefined || known === "" || known === number) ? this.#lines.get(names) : undefined;
    const first = byNumber ?? byName;
    if (first !== undefined) return first;
    this.#lines.set(names, line);
    this.#numbers.set(names, number ?? "");
    if (number !== undefined) this.#lines.set(number, line);
    return undefined;
  }
}

/** Who of a sheet can be registered, and why the others stay out: every line once, in the sheet's order. O(lines · villages). */
export function judgeElders(lines: readonly RegisterLine<ElderValues>[], villages: readonly VillagePlace[]): Judged<JudgedElder> {
  const ready: JudgedElder[] = [];
  const findings: Finding[] = [];
  const leaving: Leaving[] = [];
  const seen = new Seen();
  for (const { line, values } of lines) {
    const village = findPlace(villages, values.village!, values.town, "village");
    const birthYear = birthYearOf(values);
    if ("code" in village) findings.push({ line, ...village });
    else if (birthYear === undefined) findings.push({ line, field: "birthYear", code: "birthMissing", params: {} });
    else {
      const names = `${nameKeyOf(values.name!)} ${birthYear} ${village.path}`;
      const first = seen.find(line, names, values.idCode);
      const standing = values.standing ?? "here";
      if (first !== undefined) findings.push({ line, field: values.idCode === undefined ? "name" : "idCode", code: "duplicate", params: { first } });
      else if (standing !== "here") {
        findings.push({ line, field: "standing", code: listed[standing], params: {} });
        leaving.push({ line, identity: values.idCode ?? names, state: standing });
      } else ready.push({ line, values, village, birthYear, identity: values.idCode ?? names });
    }
  }
  return { ready, findings, leaving };
}

/** As judgeElders: a cadre is known by name and telephone. */
export function judgeCadres(lines: readonly RegisterLine<CadreValues>[], villages: readonly VillagePlace[]): Judged<JudgedCadre> {
  const ready: JudgedCadre[] = [];
  const findings: Finding[] = [];
  const leaving: Leaving[] = [];
  const seen = new Map<string, number>();
  for (const { line, values } of lines) {
    const places = wordsIn(values.villages).map((name) => findPlace(villages, name, values.town, "villages"));
    const odd = places.find((one) => "code" in one);
    const identity = `${nameKeyOf(values.name!)} ${values.phone!}`;
    const standing = values.standing ?? "here";
    if (odd && "code" in odd) findings.push({ line, ...odd });
    else if (seen.has(identity)) findings.push({ line, field: "phone", code: "duplicate", params: { first: seen.get(identity)! } });
    else if (standing !== "here") {
      findings.push({ line, field: "standing", code: listed[standing], params: {} });
      leaving.push({ line, identity, state: standing });
    } else if (values.leaveFrom && values.leaveTo && values.leaveTo.toString() < values.leaveFrom.toString())
      findings.push({ line, field: "leaveTo", code: "leaveTurned", params: {} });
    else ready.push({ line, values, villages: places as VillagePlace[], identity });
    seen.set(identity, seen.get(identity) ?? line);
  }
  return { ready, findings, leaving };
}
