import { writeAgenda, writeBallot, writeDay, writeSignInSheet, writeTallySheet } from "@lianxin/documents";
import { pollsOfMeeting } from "../cast-ballots/poll.repository.js";
import { tellCounted } from "../cast-ballots/print-tally.js";
import { errors } from "../errors.js";
import { inviteesOf, itemsOf, motionsOf, type MeetingRow, type MotionRow } from "../find-meeting/meeting.repository.js";
import { arithmeticOf, leastReaching } from "../keep-rules/fraction.js";
import type { MeetingsContext } from "../plugin.js";
import { describeAgenda, tellWhoCame } from "./describe-minutes.js";
import { showParts } from "../run-meeting/show-parts.js";
import { findBody } from "../set-up-body/body.repository.js";
import { getPackOf } from "../set-up-body/show-body.js";
import { dayOf, tellForMinutes } from "../tell-time/tell-time.js";
import { tellNumber } from "../write-notice/tell-number.js";

function headOf({ clock }: MeetingsContext, meeting: MeetingRow) {
  if (!meeting.startsAt || !meeting.endsAt) throw errors.timeNeeded();
  const time = tellForMinutes(meeting.startsAt, meeting.endsAt, clock.zone);
  return { meeting: [meeting.title, tellNumber(meeting)].filter(Boolean).join(" "), time, place: meeting.venueName ?? "", recordId: meeting.id };
}

/** The list to sign at the door, without phone numbers. */
export async function writeSignIn(ctx: MeetingsContext, meeting: MeetingRow): Promise<string> {
  const invitees = await inviteesOf(ctx.db, meeting.id);
  const names = await ctx.use.directory.namesOf(invitees.flatMap(({ personId, substituteId }) => (substituteId ? [personId, substituteId] : [personId])));
  const people = invitees.map(({ personId, substituteId, partyName, kind }) => ({
    name: tellWhoCame(ctx, { personId, substituteId }, (id) => names.get(id ?? "") ?? ""),
    unit: partyName,
    standing: ctx.text(`meetings.seat.${kind}`, {}, "zh-CN"),
  }));
  return writeSignInSheet({ ...headOf(ctx, meeting), people });
}

/** The agenda with the clock times of each item; throws timeNeeded. */
export async function writeAgendaSheet(ctx: MeetingsContext, meeting: MeetingRow): Promise<string> {
  return writeAgenda({ ...headOf(ctx, meeting), lines: describeAgenda(ctx, { meeting, items: await itemsOf(ctx.db, meeting.id) }) });
}

/** Voting papers for a motion, as many as there are votes. */
export async function writeBallots(ctx: MeetingsContext, meeting: MeetingRow, motionId: string): Promise<string> {
  const motion = (await motionsOf(ctx.db, meeting.id)).find(({ id }) => id === motionId);
  if (!motion) throw errors.motionUnknown({}, "query.motionId");
  const count = (await inviteesOf(ctx.db, meeting.id)).filter(({ kind }) => kind === "voting").length;
  return writeBallot({ body: meeting.title, motion: motion.text, day: writeDay(dayOf(meeting.startsAt!, ctx.clock.zone)), count, isNumbered: false });
}

/** A sheet to count on for each motion, with the rule in numbers: "过半数；应到 21 人全到时要 11 票"; with what was counted where papers were. */
export async function writeTally(ctx: MeetingsContext, meeting: MeetingRow): Promise<string> {
  const { db, text } = ctx;
  const expected = (await inviteesOf(db, meeting.id)).filter(({ kind }) => kind === "voting").length;
  const { pass } = await getPackOf(db, (await findBody(db, meeting.bodyId))!, dayOf(meeting.startsAt ?? meeting.createdAt, ctx.clock.zone));
  const least = leastReaching(pass.share, expected);
  const rule = text(`meetings.pass.${pass.base}`, { example: arithmeticOf(pass.share, least, expected), least, expected }, "zh-CN");
  const polls = new Map((await pollsOfMeeting(db, meeting.id)).map((poll) => [poll.id, poll]));
  const tell = async ({ text: words, pollId }: MotionRow) => ({ text: words, rule, ...(pollId && (await tellCounted(ctx, polls.get(pollId)!))) });
  const motions = await Promise.all((await motionsOf(db, meeting.id)).map(tell));
  return writeTallySheet({ ...headOf(ctx, meeting), expected, motions: motions.length > 0 ? motions : [{ text: "　", rule }] });
}

/** The slip of one part, in copies to sign, as the ledger prints it but under the name of the meeting; throws partUnknown when nobody leads it. */
export async function writeSlip(ctx: MeetingsContext, meeting: MeetingRow, partId: string): Promise<string> {
  const part = (await showParts(ctx, meeting.id, await itemsOf(ctx.db, meeting.id))).find(({ id }) => id === partId);
  if (!part?.owner) throw errors.partUnknown({}, "params.partId");
  return ctx.use.commitments.claimSlipOf(partId, { meeting: headOf(ctx, meeting).meeting, decision: part.source });
}
