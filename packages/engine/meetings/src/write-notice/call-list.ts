import { inviteesOf } from "../find-meeting/meeting.repository.js";
import type { MeetingsContext } from "../plugin.js";

/** Everyone asked, with their first phone, sealed, and whether a letter reaches them. One query a person. */
export async function callList({ db, use, canSend }: MeetingsContext, meetingId: string) {
  const invitees = await inviteesOf(db, meetingId);
  const names = await use.directory.namesOf(invitees.map(({ personId }) => personId));
  const channels = await Promise.all(invitees.map(({ personId }) => use.directory.channelsOf(personId)));
  return invitees.map(({ id, partyName, toldBy, toldOn, rsvp, mailedAt, personId }, i) => {
    const phone = channels[i]!.find(({ kind }) => kind !== "mail")?.address ?? null;
    const hasMail = canSend("mail") && channels[i]!.some(({ kind }) => kind === "mail");
    return { inviteeId: id, name: names.get(personId) ?? "", partyName, phone, toldBy, toldOn, rsvp, hasMail, isMailed: mailedAt !== null };
  });
}
