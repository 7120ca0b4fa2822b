import { itemsOf, type InviteeRow, type MeetingRow } from "../find-meeting/meeting.repository.js";
import { tellTitles } from "../order-agenda/clock-agenda.js";
import type { MeetingsContext } from "../plugin.js";
import { tellForNotice } from "../tell-time/tell-time.js";
import { writeEntry } from "./send-invitations.js";

/** "asked" to sit in for a member; "released" when they need not come after all; "cancelled" with the meeting. */
export type Sitting = "asked" | "released" | "cancelled";

/**
 * Letters to those who sit in for these members, with a calendar entry or its end; who has no mail address gets none. Gives how many go out: none
 * where the house sends no mail. Two queries a person.
 */
export async function writeToSubstitutes(ctx: MeetingsContext, meeting: MeetingRow, invitees: readonly InviteeRow[], sitting: Sitting): Promise<number> {
  const { db, use, clock, text, deliver, disclose } = ctx;
  const sitters = invitees.flatMap((invitee) => (invitee.substituteId ? [{ invitee, personId: invitee.substituteId }] : []));
  if (sitters.length === 0 || !meeting.startsAt) return 0;
  const names = await use.directory.namesOf(sitters.flatMap(({ invitee, personId }) => [invitee.personId, personId]));
  const titles = tellTitles(await itemsOf(db, meeting.id));
  let count = 0;
  for (const { invitee, personId } of sitters) {
    const address = (await use.directory.channelsOf(personId)).find(({ kind }) => kind === "mail")?.address;
    if (!address) continue;
    const name = names.get(personId) ?? "";
    const [mail] = await disclose([address], "invite");
    const occasion = sitting === "asked" ? "invite" : "cancel";
    const ics = writeEntry(ctx, meeting, titles, occasion, { invitee, name, address }, mail!);
    const params = {
      ...{ name, member: names.get(invitee.personId) ?? "", title: meeting.title, place: meeting.venueName ?? "", reason: meeting.cancelReason ?? "" },
      when: tellForNotice(meeting.startsAt, meeting.endsAt!, clock.zone),
      titles: titles.map((t, n) => `${n + 1}. ${t}`).join("\n"),
    };
    deliver({
      channel: "mail",
      to: { personId, name, address },
      key: [meeting.id, meeting.calendarSequence, personId, sitting, clock.now()].join("/"),
      subject: text(`meetings.letter.sitting.${sitting}.subject`, params, "zh-CN"),
      text: text(`meetings.letter.sitting.${sitting}`, params, "zh-CN"),
      ...(ics && { calendar: { method: occasion === "cancel" ? "CANCEL" : "REQUEST", ics } }),
    });
    count += 1;
  }
  return ctx.canSend("mail") ? count : 0;
}
