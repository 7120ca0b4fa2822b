import { everywhere, insertRows } from "@lianxin/plugin-kit";
import { groupBy } from "../keep-people/group-by.js";
import type { ElderPairingContext, ElderPairingDb } from "../plugin.js";

type Ctx = Pick<ElderPairingContext, "db" | "clock" | "newId">;
const why = "what elders count as follows each change of them";
const atOnce = 500;

const facts = ["placePath", "townPath", "level", "wish"] as const;
type Facts = Readonly<Record<(typeof facts)[number], string>>;
const pick = ({ placePath, townPath, level, wish }: Facts): Facts => ({ placePath, townPath, level, wish });
const isSame = (one: Facts, other: Facts): boolean => facts.every((fact) => one[fact] === other[fact]);

const eldersIn = (db: ElderPairingDb, ids: readonly string[]) =>
  everywhere(db, "elder_pairing_elder", why)
    .select(["id", "state", ...facts])
    .where("id", "in", ids)
    .execute();

/** Rows that run on a day, or ended with it. */
const runningOn = (db: ElderPairingDb, ids: readonly string[], day: string) =>
  everywhere(db, "elder_pairing_standing", why)
    .select(["id", "elderId", "fromOn", "untilOn", ...facts])
    .where("elderId", "in", ids)
    .where((eb) => eb.or([eb("untilOn", "is", null), eb("untilOn", "=", day)]))
    .orderBy("fromOn")
    .execute();
type Running = Awaited<ReturnType<typeof runningOn>>[number];

/** What follows for one elder from their rows: one that ends today, one that began or ended today and goes on as they are now, or one that begins. */
interface Step {
  readonly ends?: string;
  readonly goesOn?: string;
  readonly begins?: true;
}
export function stepOf(elder: Facts & { readonly state: string }, running: readonly Running[], today: string): Step {
  const open = running.find(({ untilOn }) => untilOn === null);
  if (elder.state !== "active") return open ? { ends: open.id } : {};
  if (open && isSame(open, elder)) return {};
  // One row begins on a day: what began today is changed, and what ended today and is so again goes on.
  const own = running.find(({ fromOn }) => fromOn === today) ?? (open ? undefined : running.find((one) => isSame(one, elder)));
  if (own) return { goesOn: own.id };
  return { ...(open && { ends: open.id }), begins: true };
}

/**
 * After any change of where elders live, their level, their wish or whether they are here: what they counted as ends, what they count as begins today. Where
 * nothing of it changed nothing is written. A handful of statements for 500 elders, and one for each whose row of today changes once more.
 */
export async function noteStandings({ db, clock, newId }: Ctx, elderIds: readonly string[]): Promise<void> {
  const today = clock.today();
  for (let from = 0; from < elderIds.length; from += atOnce) {
    const ids = elderIds.slice(from, from + atOnce);
    const running = groupBy(await runningOn(db, ids, today), ({ elderId }) => elderId);
    const steps = (await eldersIn(db, ids)).map((elder) => ({ elder, ...stepOf(elder, running.get(elder.id) ?? [], today) }));
    const ended = steps.flatMap(({ ends }) => ends ?? []);
    if (ended.length > 0) await db.updateTable("elder_pairing_standing").set({ untilOn: today }).where("id", "in", ended).execute();
    for (const { goesOn, elder } of steps)
      if (goesOn)
        await db
          .updateTable("elder_pairing_standing")
          .set({ ...pick(elder), untilOn: null })
          .where("id", "=", goesOn)
          .execute();
    const rows = steps.filter(({ begins }) => begins).map(({ elder }) => ({ id: newId(), elderId: elder.id, ...pick(elder), fromOn: today, untilOn: null }));
    await insertRows(db, "elder_pairing_standing", rows);
  }
}

/** Elders who count as something else than they are now: none, ever. */
export async function findMiscounted(db: ElderPairingDb): Promise<string[]> {
  const rows = await everywhere(db, "elder_pairing_elder", why)
    .leftJoin("elder_pairing_standing as standing", (join) => join.onRef("standing.elderId", "=", "elder_pairing_elder.id").on("standing.untilOn", "is", null))
    .select(["elder_pairing_elder.id", "elder_pairing_elder.state", ...facts.map((fact) => `elder_pairing_elder.${fact}` as const)])
    .select(facts.map((fact) => `standing.${fact} as ${fact}Then` as const))
    .execute();
  return rows
    .filter((row) => {
      const then = { placePath: row.placePathThen, townPath: row.townPathThen, level: row.levelThen, wish: row.wishThen };
      return row.state === "active" ? then.placePath === null || !isSame(row, then as Facts) : then.placePath !== null;
    })
    .map(({ id }) => id);
}
