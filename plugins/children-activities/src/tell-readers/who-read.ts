import type { Reader } from "@lianxin/plugin-kit";

/** As what somebody read of children: who keeps a home's data, who leads a session, a guardian, or the house itself at night. */
export const readers = ["director", "adult", "guardian", "house"] as const;
export type ReaderKind = (typeof readers)[number];
type Read = Pick<Reader, "personId" | "purpose" | "route">;

/** What a home's director alone reads for, by the rules of those routes. */
const keeping: readonly string[] = ["keep", "same", "age"];
/** Did a guardian read it, from their own page? */
export const atTheDoor = ({ route }: Read): boolean => route.includes("/public/guardians/");

/** Everybody among them who kept a home's data: who directs now, and who read as only a director may. */
export const directorsIn = (reads: readonly Read[], now: readonly string[]): ReadonlySet<string> =>
  new Set([...now, ...reads.flatMap((one) => (one.personId !== null && !atTheDoor(one) && keeping.includes(one.purpose) ? [one.personId] : []))]);

/** Whoever leads a session reads for it, by duty or as director; who is no director did so by duty. */
export function whoRead(read: Read, directors: ReadonlySet<string>): ReaderKind {
  if (atTheDoor(read)) return "guardian";
  if (read.personId === null) return "house";
  return directors.has(read.personId) ? "director" : "adult";
}
