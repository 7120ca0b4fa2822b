import { writeMaterialList } from "@lianxin/documents";
import { errors } from "../errors.js";
import type { MeetingRow } from "../find-meeting/meeting.repository.js";
import type { MeetingState } from "../meetings.js";
import type { MeetingsContext, MeetingsDb } from "../plugin.js";
import { tellForMinutes } from "../tell-time/tell-time.js";
import { tellNumber } from "../write-notice/tell-number.js";

export interface Material {
  readonly title: string;
  /** Where it lies, or its link. */
  readonly place: string;
}
/** Until the meeting closes, what there is to read may change. */
const open: readonly MeetingState[] = ["draft", "noticed", "checking_in", "in_session", "inquorate"];

export const materialsOf = (db: MeetingsDb, meetingId: string) =>
  db.selectFrom("meetings_material").selectAll().where("meetingId", "=", meetingId).orderBy("position").execute();

/** What there is to read for a meeting, in its order. */
export const listMaterials = async ({ db }: Pick<MeetingsContext, "db">, meetingId: string): Promise<Material[]> =>
  (await materialsOf(db, meetingId)).map(({ title, place }) => ({ title, place }));

/** "挡土墙勘察报告（居委会办公室）", as notices and letters say it. */
export const tellMaterials = (materials: readonly Material[]): string[] => materials.map(({ title, place }) => `${title}（${place}）`);

/** Puts what there is to read in the place of what there was, in this order. Throws materialsFixed once the meeting is closed or cancelled. */
export async function keepMaterials({ db, newId, audit }: MeetingsContext, meeting: MeetingRow, materials: readonly Material[]): Promise<void> {
  if (!open.includes(meeting.state as MeetingState)) throw errors.materialsFixed();
  await db.deleteFrom("meetings_material").where("meetingId", "=", meeting.id).execute();
  const rows = materials.map(({ title, place }, position) => ({ id: newId(), meetingId: meeting.id, position, title: title.trim(), place: place.trim() }));
  if (rows.length > 0) await db.insertInto("meetings_material").values(rows).execute();
  audit("keepMaterials", meeting.id, { materials: rows.length });
}

/** The list (会议材料目录) as a page to print; of a meeting without a time too, with room to write it. */
export async function printMaterials({ db, clock }: MeetingsContext, meeting: MeetingRow): Promise<string> {
  const { id, title, startsAt, endsAt, venueName } = meeting;
  const time = startsAt && endsAt ? tellForMinutes(startsAt, endsAt, clock.zone) : "";
  const materials = (await listMaterials({ db }, id)).map(({ title: what, place: where }) => ({ title: what, where }));
  return writeMaterialList({ meeting: [title, tellNumber(meeting)].filter(Boolean).join(" "), time, place: venueName ?? "", materials, recordId: id });
}
