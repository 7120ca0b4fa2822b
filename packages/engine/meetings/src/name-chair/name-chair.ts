import { errors } from "../errors.js";
import { inviteesOf, type MeetingRow } from "../find-meeting/meeting.repository.js";
import { takeMeetingTurn } from "../keep-state/take-turn.js";
import type { MeetingState } from "../meetings.js";
import type { MeetingsContext } from "../plugin.js";

const beforeIt: readonly MeetingState[] = ["draft", "noticed", "checking_in", "inquorate"];

async function isAsked({ db }: MeetingsContext, meetingId: string, personId: string): Promise<boolean> {
  return (await inviteesOf(db, meetingId)).some((invitee) => invitee.personId === personId);
}

/** Holds somebody a role today at the place of a meeting or above it? */
async function answersFor({ use }: MeetingsContext, placePath: string, personId: string): Promise<boolean> {
  return (await use.directory.rolesOf(personId)).some((role) => placePath.startsWith(role.placePath));
}

/** Who chairs, from the draft until the meeting begins: somebody on its list or who answers for its place. Throws chairFixed, chairWrong. */
export async function nameChair(ctx: MeetingsContext, { id }: MeetingRow, personId: string): Promise<void> {
  const meeting = await takeMeetingTurn(ctx.db, id);
  if (!beforeIt.includes(meeting.state as MeetingState)) throw errors.chairFixed();
  if (!(await isAsked(ctx, id, personId)) && !(await answersFor(ctx, meeting.placePath, personId))) throw errors.chairWrong({}, "body.personId");
  await ctx.db.updateTable("meetings_meeting").set({ chairId: personId }).where("id", "=", id).execute();
  ctx.audit("nameChair", id, { chairId: personId });
}
