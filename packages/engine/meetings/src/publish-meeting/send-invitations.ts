import { DocumentRefused, writeInvitation, type CalendarAttendee } from "@lianxin/documents";
import type { Classified } from "@lianxin/plugin-kit";
import { inviteesOf, itemsOf, type InviteeRow, type MeetingRow } from "../find-meeting/meeting.repository.js";
import { addAnswerLink } from "../answer-invitation/answer-keys.js";
import { listMaterials, tellMaterials } from "../keep-materials/keep-materials.js";
import { tellTitles } from "../order-agenda/clock-agenda.js";
import type { MeetingsContext } from "../plugin.js";
import { tellForNotice } from "../tell-time/tell-time.js";

interface Addressee {
  readonly invitee: InviteeRow;
  readonly name: string;
  readonly address: Classified<string>;
}
/** "remind": once more to who has not answered, without a calendar entry of its own. */
export type Occasion = "invite" | "change" | "cancel" | "remind";

async function findAddressees({ db, use }: MeetingsContext, meetingId: string, occasion: Occasion): Promise<Addressee[]> {
  const invitees = (await inviteesOf(db, meetingId)).filter(({ rsvp }) => occasion !== "remind" || rsvp === "unanswered");
  const names = await use.directory.namesOf(invitees.map(({ personId }) => personId));
  const found: Addressee[] = [];
  for (const invitee of invitees) {
    const address = (await use.directory.channelsOf(invitee.personId)).find(({ kind }) => kind === "mail")?.address;
    if (address) found.push({ invitee, name: names.get(invitee.personId) ?? "", address });
  }
  return found;
}

const roleOf = ({ kind }: InviteeRow): CalendarAttendee["role"] => (kind === "voting" ? "required" : kind === "non_voting" ? "optional" : "informed");

/** The calendar entry for one person, naming nobody else; undefined when their address cannot stand in one. */
export function writeEntry(
  { clock, config }: MeetingsContext,
  meeting: MeetingRow,
  titles: readonly string[],
  occasion: Occasion,
  { invitee, name }: Addressee,
  mail: string,
): string | undefined {
  const { calendarUid: uid, calendarSequence: sequence, startsAt, endsAt, title, venueName } = meeting;
  const organizer = config.organizerMail ? { organizer: { name: title, mail: config.organizerMail } } : {};
  const attendee = { name, mail, role: roleOf(invitee), rsvp: Boolean(config.organizerMail) };
  const what = { title, place: venueName ?? "", description: titles.map((one, i) => `${i + 1}. ${one}`).join("\n") };
  try {
    return writeInvitation({
      method: occasion === "cancel" ? "CANCEL" : "REQUEST",
      stamp: clock.now(),
      uid,
      sequence,
      startsAt: startsAt!,
      endsAt: endsAt!,
      zone: clock.zone,
      ...what,
      ...organizer,
      attendees: [attendee],
    });
  } catch (error) {
    if (error instanceof DocumentRefused) return undefined;
    throw error;
  }
}

/**
 * Letters with a calendar entry to everyone asked who has a mail address; the same UID for ever, a rising SEQUENCE. Addresses are opened for this
 * purpose alone, each for the entry of its own person. Gives how many go out: none, and nobody counts as written to, where the house sends no mail.
 */
export async function sendInvitations(ctx: MeetingsContext, meeting: MeetingRow, occasion: Occasion): Promise<number> {
  const { db, clock, text, deliver, disclose } = ctx;
  const addressees = await findAddressees(ctx, meeting.id, occasion);
  if (addressees.length === 0) return 0;
  const mails = await disclose(
    addressees.map(({ address }) => address),
    "invite",
  );
  const titles = tellTitles(await itemsOf(db, meeting.id));
  const read = tellMaterials(await listMaterials({ db }, meeting.id));
  const materials = read.length > 0 ? text("meetings.letter.materials", { materials: read.map((t, n) => `${n + 1}. ${t}`).join("\n") }, "zh-CN") : "";
  const when = tellForNotice(meeting.startsAt!, meeting.endsAt!, clock.zone);
  for (const [i, one] of addressees.entries()) {
    const ics = occasion === "remind" ? undefined : writeEntry(ctx, meeting, titles, occasion, one, mails[i]!);
    const params = {
      link: occasion === "cancel" ? "" : await addAnswerLink(ctx, one.invitee),
      name: one.name,
      title: meeting.title,
      when,
      place: meeting.venueName ?? "",
      titles: titles.map((t, n) => `${n + 1}. ${t}`).join("\n"),
      reason: meeting.cancelReason ?? "",
      materials,
    };
    deliver({
      channel: "mail",
      to: { personId: one.invitee.personId, name: one.name, address: one.address },
      key: [meeting.id, meeting.calendarSequence, one.invitee.personId, ...(occasion === "remind" ? [clock.today()] : [])].join("/"),
      subject: text(`meetings.letter.${occasion}.subject`, params, "zh-CN"),
      text: text(`meetings.letter.${occasion}`, params, "zh-CN"),
      ...(ics && { calendar: { method: occasion === "cancel" ? "CANCEL" : "REQUEST", ics } }),
    });
  }
  if (!ctx.canSend("mail")) return 0;
  const ids = addressees.map(({ invitee }) => invitee.id);
  await db.updateTable("meetings_invitee").set({ mailedAt: clock.now() }).where("id", "in", ids).execute();
  return addressees.length;
}
