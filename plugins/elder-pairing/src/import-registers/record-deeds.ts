import { Classified, everywhere } from "@lianxin/plugin-kit";
import { groupBy } from "../keep-people/group-by.js";
import type { ElderPairingContext } from "../plugin.js";
import { consentRows, type SaidConsent } from "./undo-consents.js";
import { leavesOf, type SaidLeave } from "./undo-leaves.js";

/** What one line did to one row. */
export interface Deed {
  readonly deed: "added" | "changed" | "ended";
  readonly subjectTable: "elder_pairing_elder" | "elder_pairing_cadre" | "elder_pairing_spot";
  readonly subjectId: string;
  readonly versionAfter: number;
  /** JSON of what stood there before. */
  readonly before?: string;
  readonly spotBefore?: { readonly east: number; readonly north: number };
}
export interface Counts {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly ended: number;
}
/** What a slice of lines did. */
export interface Stored {
  readonly deeds: readonly Deed[];
  readonly same: number;
}

/** Does a line say of somebody what the last one said? Whoever left since is not as it says: the line brings them back. */
export const saysSame = (row: { readonly state: string; readonly lineKey: string } | undefined, lineKey: string): boolean =>
  row?.state === "active" && row.lineKey === lineKey;

/** Who of the register a line means: by its key, else whom somebody said it means. */
export function matchLines<R extends { readonly id: string; readonly identityKey: string }>(rows: readonly R[], sames: ReadonlyMap<number, string>) {
  const byKey = new Map(rows.map((row) => [row.identityKey, row]));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ({ one, identityKey }: { readonly one: { readonly line: number }; readonly identityKey: string }): R | undefined =>
    byKey.get(identityKey) ?? byId.get(sames.get(one.line) ?? "");
}

export function countDeeds({ deeds, same }: Stored): Counts {
  const of = (deed: string) => deeds.filter((one) => one.deed === deed).length;
  return { added: of("added"), changed: of("changed"), ended: of("ended"), same };
}

/** Rows with what is sealed in them opened, one access-log row for all. O(values). */
async function openRows({ disclose }: ElderPairingContext, rows: readonly object[]): Promise<Record<string, unknown>[]> {
  const isSealed = (value: unknown): value is Classified => value instanceof Classified;
  const opened = await disclose(
    rows.flatMap((row) => Object.values(row).filter(isSealed)),
    "undoing",
  );
  let next = 0;
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, isSealed(value) ? opened[next++] : value])));
}

/** Elders, their contacts, their consents and what holds their level up, as they are before a sheet changes them, and what the sheet says of consents, as JSON by id. */
export async function keepElders(
  ctx: ElderPairingContext,
  ids: readonly string[],
  saidOf: (id: string) => readonly SaidConsent[],
): Promise<ReadonlyMap<string, string>> {
  const some = ["", ...ids];
  const elders = await everywhere(ctx.db, "elder_pairing_elder", "what a sheet changes is kept for the undo").selectAll().where("id", "in", some).execute();
  const contacts = await ctx.db.selectFrom("elder_pairing_contact").selectAll().where("elderId", "in", some).execute();
  const consents = groupBy(await consentRows(ctx, ids), ({ elderId }) => elderId);
  const triggers = groupBy(await runningTriggers(ctx, ids), ({ elderId }) => elderId);
  const [rows, theirs] = [await openRows(ctx, elders), await openRows(ctx, contacts)];
  const kept = (id: string) => ({ consents: consents.get(id) ?? [], saidConsents: saidOf(id), triggers: triggers.get(id) ?? [] });
  const of = (row: Record<string, unknown>) => ({ row, contacts: theirs.filter(({ elderId }) => elderId === row.id), ...kept(String(row.id)) });
  return new Map(rows.map((row) => [String(row.id), JSON.stringify(of(row))]));
}

/** What holds up levels for a time, and to what they go back. */
const runningTriggers = ({ db }: ElderPairingContext, elderIds: readonly string[]) =>
  everywhere(db, "elder_pairing_trigger", "what a sheet changes is kept for the undo")
    .select(["id", "elderId", "levelBefore", "reasonBefore"])
    .where("elderId", "in", ["", ...elderIds])
    .where("endedOn", "is", null)
    .execute();

/** As keepElders, for cadres with their villages and their leave, and what the sheet says of it. */
export async function keepCadres(
  ctx: ElderPairingContext,
  ids: readonly string[],
  saidOf: (id: string) => SaidLeave | undefined,
): Promise<ReadonlyMap<string, string>> {
  const some = ["", ...ids];
  const why = "what a sheet changes is kept for the undo";
  const cadres = await everywhere(ctx.db, "elder_pairing_cadre", why).selectAll().where("id", "in", some).execute();
  const villages = await everywhere(ctx.db, "elder_pairing_cadre_village", why).select(["cadreId", "placePath"]).where("cadreId", "in", some).execute();
  const rows = await openRows(ctx, cadres);
  const paths = (id: unknown) => villages.filter(({ cadreId }) => cadreId === id).map(({ placePath }) => placePath);
  const leaves = groupBy(await leavesOf(ctx, ids), ({ cadreId }) => cadreId);
  const kept = (id: string) => ({ leaves: (leaves.get(id) ?? []).map(({ cadreId: _, ...leave }) => leave), saidLeave: saidOf(id) });
  return new Map(rows.map((row) => [String(row.id), JSON.stringify({ row, villages: paths(row.id), ...kept(String(row.id)) })]));
}

/** Writes down what a slice did, to undo it by. */
export async function recordDeeds({ db, newId }: ElderPairingContext, importId: string, stored: Stored): Promise<Counts> {
  const rows = stored.deeds.map(({ before, spotBefore, ...deed }) => ({
    id: newId(),
    importId,
    ...deed,
    before: before ?? null,
    spotBefore: spotBefore ?? null,
  }));
  for (let i = 0; i < rows.length; i += 100)
    await db
      .insertInto("elder_pairing_import_row")
      .values(rows.slice(i, i + 100))
      .execute();
  const counts = countDeeds(stored);
  await db
    .updateTable("elder_pairing_import")
    .set((eb) => ({
      ...{ added: eb("added", "+", counts.added), changed: eb("changed", "+", counts.changed) },
      ...{ same: eb("same", "+", counts.same), ended: eb("ended", "+", counts.ended) },
    }))
    .where("id", "=", importId)
    .execute();
  return counts;
}
