import { writeMinutes } from "@lianxin/documents";
import { errors } from "../errors.js";
import { inviteesOf, type MeetingRow } from "../find-meeting/meeting.repository.js";
import type { MeetingsContext } from "../plugin.js";
import { describeMinutes } from "../write-paper/describe-minutes.js";

const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The minutes as they stand, as a document; throws minutesOpen before the chair let them stand. */
export async function enclose(ctx: MeetingsContext, meeting: MeetingRow): Promise<Uint8Array> {
  if (meeting.confirmedOn === null) throw errors.minutesOpen();
  return writeMinutes(await describeMinutes(ctx, meeting));
}

/**
 * The minutes by mail to everybody who was asked and to who sat in for them, each once for each time they were let stand. Gives how many letters went out,
 * and the names of those no letter reaches, who get them on paper.
 */
export async function mailMinutes(ctx: MeetingsContext, meeting: MeetingRow, bytes: Uint8Array): Promise<{ mailed: number; byHand: string[] }> {
  const { db, use, text, deliver, audit, canSend } = ctx;
  if (meeting.confirmedOn === null) throw errors.minutesOpen();
  const people = new Set((await inviteesOf(db, meeting.id)).flatMap(({ personId, substituteId }) => (substituteId ? [personId, substituteId] : [personId])));
  const names = await use.directory.namesOf([...people]);
  const byHand: string[] = [];
  for (const personId of people) {
    const name = names.get(personId) ?? "";
    const address = canSend("mail") && (await use.directory.channelsOf(personId)).find(({ kind }) => kind === "mail")?.address;
    if (!address) {
      byHand.push(name);
      continue;
    }
    const params = { name, title: meeting.title, day: meeting.confirmedOn };
    const words = { subject: text("meetings.letter.minutes.subject", params, "zh-CN"), text: text("meetings.letter.minutes", params, "zh-CN") };
    const key = [meeting.id, "minutes", meeting.confirmedAt ?? meeting.confirmedOn, personId].join("/");
    deliver({ channel: "mail", to: { personId, name, address }, key, ...words, file: { name: "会议纪要.docx", type, bytes } });
  }
  const mailed = people.size - byHand.length;
  audit("mailMinutes", meeting.id, { mailed, byHand: byHand.length });
  return { mailed, byHand };
}
