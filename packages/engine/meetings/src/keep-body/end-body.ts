import { everywhere } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import type { MeetingState } from "../meetings.js";
import type { MeetingsContext, MeetingsDb } from "../plugin.js";
import type { BodyRow } from "../set-up-body/body.repository.js";

const underWay: readonly MeetingState[] = ["draft", "noticed", "checking_in", "in_session", "inquorate"];

const meetingsUnderWay = (db: MeetingsDb, bodyId: string) =>
  everywhere(db, "meetings_meeting", "the meetings of one body, whose place was checked")
    .select(["title", "startsAt"])
    .where("bodyId", "=", bodyId)
    .where("state", "in", underWay)
    .orderBy("id")
    .limit(20)
    .execute();

const seriesAfter = (db: MeetingsDb, bodyId: string, day: string) =>
  everywhere(db, "meetings_series", "the series of one body, whose place was checked")
    .select("title")
    .where("bodyId", "=", bodyId)
    .where((eb) => eb.or([eb("untilOn", "is", null), eb("untilOn", ">", day)]))
    .orderBy("id")
    .limit(20)
    .execute();

/** Throws bodyEnded for a body that meets no more. */
export function checkGoing({ name, endedOn }: Pick<BodyRow, "name" | "endedOn">): void {
  if (endedOn !== null) throw errors.bodyEnded({ name, day: endedOn });
}

/** A body meets no more from today on; seats, meetings and papers stay known. Throws bodyEnded, bodyMeets, bodyInSeries. */
export async function endBody({ db, clock, audit }: MeetingsContext, body: BodyRow): Promise<void> {
  checkGoing(body);
  const open = await meetingsUnderWay(db, body.id);
  if (open.length > 0) throw errors.bodyMeets({ count: open.length, titles: open.map(({ title }) => title).join("、") });
  const series = await seriesAfter(db, body.id, clock.today());
  if (series.length > 0) throw errors.bodyInSeries({ titles: series.map(({ title }) => title).join("、") });
  await db.updateTable("meetings_body").set({ endedOn: clock.today() }).where("id", "=", body.id).execute();
  audit("endBody", body.id, { endedOn: clock.today() });
}

/** A body that was ended meets again, with the seats it had. */
export async function resumeBody({ db, audit }: MeetingsContext, body: BodyRow): Promise<void> {
  await db.updateTable("meetings_body").set({ endedOn: null }).where("id", "=", body.id).execute();
  audit("resumeBody", body.id);
}
