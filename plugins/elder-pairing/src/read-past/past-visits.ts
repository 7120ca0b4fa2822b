import { everywhere } from "@lianxin/plugin-kit";
import type { Findings } from "../log-visit/log-visit.js";
import type { ElderPairingContext, ElderPairingDb } from "../plugin.js";
import { mayUndo } from "../undo-visit/undo-visit.js";

const why = "one elder, whose place or pair was checked";

/** Lines of a page of what is past. */
export const pastPerPage = 20;
export interface Slice {
  readonly from: number;
  readonly count: number;
}
type Ctx = Pick<ElderPairingContext, "db" | "disclose" | "actor" | "clock">;

const none: Findings = { wrong: [] };
const parse = (text: string): Findings => (text ? (JSON.parse(text) as Findings) : none);

export async function countVisits(db: ElderPairingDb, elderId: string): Promise<number> {
  const { n } = await everywhere(db, "elder_pairing_visit", why)
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("elderId", "=", elderId)
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** Visits of an elder, the last first, with all that was found, opened in one reading and logged; for whoever may not open it when and how alone. O(slice). */
export async function pastVisits(ctx: Ctx, elderId: string, mayOpen: boolean, { from, count }: Slice) {
  const { db, disclose } = ctx;
  const rows = await everywhere(db, "elder_pairing_visit", why)
    .leftJoin("elder_pairing_cadre as cadre", "cadre.id", "elder_pairing_visit.cadreId")
    .select(["elder_pairing_visit.id", "visitedOn", "mode", "isSeen", "spirits", "findings", "enteredBy", "elder_pairing_visit.createdAt", "cadre.name as by"])
    .where("elderId", "=", elderId)
    .orderBy("visitedOn", "desc")
    .orderBy("elder_pairing_visit.id", "desc")
    .offset(from)
    .limit(count)
    .execute();
  const sealed = mayOpen ? rows.flatMap(({ spirits, findings }) => [spirits, findings]) : [];
  const opened = await disclose(
    sealed.filter((value) => value !== null),
    "visit",
  );
  let next = 0;
  const texts = sealed.map((value) => (value === null ? "" : opened[next++]!));
  return rows.map(({ spirits: _, findings: __, enteredBy, createdAt, ...visit }, i) => {
    const { wrong, words, childContact, confirmedBy } = parse(texts[2 * i + 1] ?? "");
    const found = { wrong: [...wrong], words: words ?? null, childContact: childContact ?? null, confirmedBy: confirmedBy ?? null };
    return { ...visit, condition: texts[2 * i] ?? "", ...found, mayUndo: mayUndo(ctx, { enteredBy, createdAt }) };
  });
}
