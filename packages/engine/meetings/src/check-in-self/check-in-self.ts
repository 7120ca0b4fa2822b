import { writeDoorSheet } from "@lianxin/documents";
import { createHash, timingSafeEqual } from "node:crypto";
import { errors } from "../errors.js";
import { inviteesOf, type InviteeRow, type MeetingRow } from "../find-meeting/meeting.repository.js";
import type { MeetingsContext } from "../plugin.js";
import { applyCommands } from "../run-meeting/apply-command.js";
import { tellForMinutes } from "../tell-time/tell-time.js";
import { tellNumber } from "../write-notice/tell-number.js";

/** The six digits at the door, made from the meeting's id with the house's own key, so that none is stored. One in a million; the route says how often one may ask. */
export function doorCodeOf({ blind }: Pick<MeetingsContext, "blind">, meetingId: string): string {
  const bits = createHash("sha256")
    .update(blind(`meetings.door ${meetingId}`))
    .digest()
    .readUIntBE(0, 6);
  return String(bits % 1_000_000).padStart(6, "0");
}

function checkCode(ctx: MeetingsContext, meetingId: string, code: string): void {
  const [given, right] = [Buffer.from(code.normalize("NFKC").replace(/\s/g, "")), Buffer.from(doorCodeOf(ctx, meetingId))];
  if (given.length !== right.length || !timingSafeEqual(given, right)) throw errors.doorCodeWrong({}, "body.code");
}

/** Who it is: the person signed in when no name is said, else the one person on the list of that name. Throws nameNeeded, notOnList. */
async function findSelf({ db, use, actor }: MeetingsContext, meetingId: string, name: string | undefined): Promise<InviteeRow> {
  const invitees = await inviteesOf(db, meetingId);
  const said = name?.replace(/\s/g, "");
  if (!said) {
    const own = invitees.find(({ personId, substituteId }) => actor.personId !== null && [personId, substituteId].includes(actor.personId));
    if (!own) throw errors.nameNeeded({}, "body.name");
    return own;
  }
  const names = await use.directory.namesOf(invitees.map(({ personId, substituteId }) => substituteId ?? personId));
  const found = invitees.filter(({ personId, substituteId }) => names.get(substituteId ?? personId)?.replace(/\s/g, "") === said);
  if (found.length !== 1) throw errors.notOnList({}, "body.name");
  return found[0]!;
}

export interface SelfCheckIn {
  readonly code: string;
  readonly name?: string | undefined;
}

/**
 * Somebody who stands at the door and has its code checks themselves in (自己签到): a command of the log like the desk's, by the device "door". The list on
 * paper stays the record that is signed. Throws doorCodeWrong, nameNeeded, notOnList, and what checking in throws.
 */
export async function checkInSelf(ctx: MeetingsContext, meeting: MeetingRow, { code, name }: SelfCheckIn): Promise<void> {
  checkCode(ctx, meeting.id, code);
  const { id: inviteeId } = await findSelf(ctx, meeting.id, name);
  const command = { id: ctx.newId(), device: "door", sequence: 0, at: ctx.clock.now(), command: { kind: "checkIn" as const, inviteeId } };
  await applyCommands({ ...ctx, may: async () => true }, meeting, [command], false);
}

/** The sheet for the door, to print; throws timeNeeded. */
export function writeDoor(ctx: MeetingsContext, meeting: MeetingRow): string {
  const { id, title, startsAt, endsAt, venueName } = meeting;
  if (!startsAt || !endsAt) throw errors.timeNeeded();
  const code = doorCodeOf(ctx, id);
  return writeDoorSheet({
    ...{ meeting: [title, tellNumber(meeting)].filter(Boolean).join(" "), time: tellForMinutes(startsAt, endsAt, ctx.clock.zone) },
    ...{ place: venueName ?? "", code, link: ctx.linkTo(`/meetings/check-in?meeting=${id}&code=${code}`), recordId: id },
  });
}
