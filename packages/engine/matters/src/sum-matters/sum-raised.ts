import { everywhere } from "@lianxin/plugin-kit";
import { dayOf } from "@lianxin/plugin-kit/days";
import type { RaisedSums } from "../matters.js";
import type { MattersContext, MattersDb } from "../plugin.js";
import { judgeRaised, medianOf, outcomes, type Outcome, type Raised } from "./judge-raised.js";

/** What is no answer to whoever raised it: that it was raised, split off, or taken back by them. */
const unanswering = ["raise", "splitOff", "withdraw"] as const;

const raisedAt = (db: MattersDb, path: string, from: string, to: string) =>
  everywhere(db, "matters_matter", "what was raised at a place that was checked, to be counted")
    .where("matters_matter.placePath", ">=", path)
    .where("matters_matter.placePath", "<", `${path}\uffff`)
    .where("matters_matter.raisedOn", ">=", from)
    .where("matters_matter.raisedOn", "<=", to)
    .where("matters_matter.splitFromId", "is", null);

/** What these were split into, and what that was, down to the last parts. One query for each depth. */
async function partsBelow(db: MattersDb, wholes: readonly string[]): Promise<{ id: string; state: string; splitFromId: string | null }[]> {
  if (wholes.length === 0) return [];
  const parts = await everywhere(db, "matters_matter", "the parts of matters whose place was checked")
    .select(["id", "state", "splitFromId"])
    .where("splitFromId", "in", [...wholes])
    .execute();
  return [
    ...parts,
    ...(await partsBelow(
      db,
      parts.flatMap(({ id, state }) => (state === "split" ? [id] : [])),
    )),
  ];
}

/** The moment of the first answer to each of them, by id: the first thing anybody did about it. One query. */
async function firstAnswers(db: MattersDb, path: string, from: string, to: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("matters_entry as e")
    .select(({ fn }) => ["e.matterId", fn.min<string>("e.at").as("at")])
    .where("e.matterId", "in", raisedAt(db, path, from, to).select("matters_matter.id"))
    .where("e.move", "not in", [...unanswering])
    .groupBy("e.matterId")
    .execute();
  return new Map(rows.map(({ matterId, at }) => [matterId, at]));
}

const minutesBetween = (from: string, to: string): number => Math.floor((Date.parse(to) - Date.parse(from)) / 60_000);

/** Whole matters with all they were split into, and what became of each whole. */
async function judgeWholes<R extends Raised>(db: MattersDb, rows: readonly R[]) {
  const parts = await partsBelow(
    db,
    rows.flatMap(({ id, state }) => (state === "split" ? [id] : [])),
  );
  return { parts, judged: [...judgeRaised([...rows, ...parts]).values()] };
}

/** How many were raised before a day and are under way still. One query, and one for each depth of splits. */
async function countOpenBefore(db: MattersDb, path: string, from: string): Promise<number> {
  const rows = await raisedAt(db, path, "0001-01-01", from)
    .select(["id", "state", "splitFromId"])
    .where("raisedOn", "<", from)
    .where("state", "not in", ["resolved", "returned", "withdrawn", "merged"])
    .execute();
  return (await judgeWholes(db, rows)).judged.filter((outcome) => outcome === "underway").length;
}

/** See `Matters.sumRaised`. Four queries and one for each depth of splits, whatever the number of matters. */
export async function sumRaised({ db, clock }: MattersContext, path: string, from: string, to: string): Promise<RaisedSums> {
  const rows = await raisedAt(db, path, from, to).select(["id", "state", "splitFromId", "createdAt", "replyBy"]).execute();
  const { parts, judged } = await judgeWholes(db, rows);
  const answers = await firstAnswers(db, path, from, to);
  const sums = Object.fromEntries(outcomes.map((outcome) => [outcome, judged.filter((one) => one === outcome).length])) as Record<Outcome, number>;
  const waits = rows.flatMap(({ id, createdAt }) => (answers.has(id) ? [minutesBetween(createdAt, answers.get(id)!)] : []));
  const due = rows.filter(({ id, replyBy }) => replyBy !== null && (answers.has(id) || replyBy < clock.today()));
  const inTime = due.filter(({ id, replyBy }) => answers.has(id) && dayOf(answers.get(id)!, clock.zone) <= replyBy!);
  const answered = {
    answered: waits.length,
    medianMinutes: medianOf(waits),
    due: due.length,
    inTime: inTime.length,
    openBefore: await countOpenBefore(db, path, from),
  };
  return { raised: rows.length, ...sums, ...answered, matterIds: [...rows, ...parts].map(({ id }) => id) };
}
