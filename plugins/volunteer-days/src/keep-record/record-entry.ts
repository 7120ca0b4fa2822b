import { byId, everywhere, within, type Scope } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import type { VolunteerDaysContext, VolunteerDaysDb } from "../plugin.js";
import { isDay } from "../tell-time/tell-time.js";

export const entryKinds = ["training", "award", "evaluation"] as const;
export type EntryKind = (typeof entryKinds)[number];
export interface NewEntry {
  readonly kind: EntryKind;
  readonly title: string;
  readonly words: string | null;
  readonly minutes: number | null;
  readonly organizer: string;
  readonly onDay: string;
}

/** 民政部令第67号 第八条: 培训名称、主要内容、学习时长、举办单位、日期; 第九条: 名称、日期、授予单位; 第十条: 服务质量评价、日期. */
const asked: Readonly<Record<EntryKind, readonly ("words" | "minutes")[]>> = { training: ["words", "minutes"], award: [], evaluation: ["words"] };

/** Writes a training, an award or an evaluation down. Throws dayInvalid, dayAhead, entryOdd naming what its kind asks for. */
export async function addEntry(ctx: VolunteerDaysContext, { id: volunteerId, placePath }: { id: string; placePath: string }, said: NewEntry): Promise<string> {
  const { db, newId, clock, actor, audit, text } = ctx;
  if (!isDay(said.onDay)) throw errors.dayInvalid({ value: said.onDay }, "body.onDay");
  if (said.onDay > clock.today()) throw errors.dayAhead({}, "body.onDay");
  const missing = asked[said.kind].find((field) => (field === "minutes" ? !said.minutes : !said.words?.trim()));
  if (missing) throw errors.entryOdd({ what: text(`volunteer-days.entry.${said.kind}.${missing}`) }, `body.${missing}`);
  const isAsked = (field: "words" | "minutes"): boolean => asked[said.kind].includes(field);
  const facts = { ...said, words: isAsked("words") ? said.words : null, minutes: isAsked("minutes") ? said.minutes : null };
  const made = { createdAt: clock.now(), createdById: actor.personId, withdrawnAt: null, withdrawnReason: null };
  const id = newId();
  await db
    .insertInto("volunteer_days_record_entry")
    .values({ id, placePath, volunteerId, ...facts, ...made })
    .execute();
  audit("entry.add", id, { kind: said.kind });
  return id;
}

export const findEntry = (db: VolunteerDaysDb, id: string) => byId(db, "volunteer_days_record_entry", id).selectAll().executeTakeFirst();

/** What was wrong is withdrawn with a reason; it stays in the house. Throws entryUnknown, reasonNeeded. */
export async function withdrawEntry({ db, clock, audit }: VolunteerDaysContext, id: string, reason: string): Promise<void> {
  if (reason.trim() === "") throw errors.reasonNeeded({}, "body.reason");
  const changed = await db
    .updateTable("volunteer_days_record_entry")
    .set({ withdrawnAt: clock.now(), withdrawnReason: reason.trim() })
    .where("id", "=", id)
    .where("withdrawnAt", "is", null)
    .returning("id")
    .execute();
  if (changed.length === 0) throw errors.entryUnknown();
  audit("entry.withdraw", id);
}

/** What stands of one person, newest first. */
export const entriesOf = (db: VolunteerDaysDb, volunteerId: string) =>
  everywhere(db, "volunteer_days_record_entry", "the record of one person who was reached before")
    .selectAll()
    .where("volunteerId", "=", volunteerId)
    .where("withdrawnAt", "is", null)
    .orderBy("onDay", "desc")
    .orderBy("id", "desc")
    .execute();

/** What stands between two days at the places one may see, oldest first. */
export const entriesBetween = (db: VolunteerDaysDb, scope: Scope, from: string, to: string) =>
  within(db, scope, "volunteer_days_record_entry")
    .innerJoin("volunteer_days_volunteer as volunteer", "volunteer.id", "volunteer_days_record_entry.volunteerId")
    .selectAll("volunteer_days_record_entry")
    .select("volunteer.name")
    .where("withdrawnAt", "is", null)
    .where("onDay", ">=", from)
    .where("onDay", "<=", to)
    .orderBy("onDay")
    .orderBy("volunteer_days_record_entry.id")
    .execute();
