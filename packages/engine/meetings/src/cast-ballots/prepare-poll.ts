import { findLimits } from "@lianxin/matters";
import { errors } from "../errors.js";
import { inviteesOf, motionsOf, type DecisionRow, type MeetingRow } from "../find-meeting/meeting.repository.js";
import { takeMeetingTurn } from "../keep-state/take-turn.js";
import type { RulePack } from "../keep-rules/rule-pack.js";
import type { MeetingsContext } from "../plugin.js";
import { checkQuorate, quorumOf, readRoom, votersOn } from "../run-meeting/meeting-room.js";
import type { PollRow } from "./poll.repository.js";
import { pollsOfDecision, pollsOfMeeting } from "./poll.repository.js";
import { getPollPack, needsArea } from "./get-poll-pack.js";
import { fillRoll } from "./keep-roll.js";

export interface NewPoll {
  readonly placePath: string;
  readonly text: string;
  readonly packId: string;
  readonly isSecret: boolean;
  readonly closesOn?: string | undefined;
}

/** What a roll can count: its units, and their floor area. */
const countable: ReadonlySet<string> = new Set(["members", "area"]);

function checkPack(pack: RulePack, { isSecret }: Pick<NewPoll, "isSecret">, isInMeeting: boolean): void {
  if (!isInMeeting && pack.quorum.some(({ of }) => !countable.has(of))) throw errors.meetingNeeded({}, "body.packId");
  if (!pack.ways.includes("ballot")) throw errors.noBallotHere({}, "body.packId");
  if (isSecret && needsArea(pack)) throw errors.secrecyImpossible({}, "body.isSecret");
}

type Linked = Partial<Pick<PollRow, "meetingId" | "motionId" | "decisionId" | "members" | "quorum">>;

/** A poll that nobody can vote in yet; throws packUnknown, noBallotHere, meetingNeeded, secrecyImpossible, timePast. */
export async function addPoll(ctx: MeetingsContext, poll: NewPoll, linked: Linked = {}): Promise<string> {
  const { db, newId, clock, actor, audit } = ctx;
  if (poll.closesOn && poll.closesOn < clock.today()) throw errors.timePast({}, "body.closesOn");
  checkPack(await getPollPack(ctx, poll.packId, clock.today()), poll, linked.motionId !== undefined);
  const id = newId();
  const link = { meetingId: null, motionId: null, decisionId: null, members: null, quorum: null, ...linked };
  const blank = {
    firstClosesOn: null,
    laterReason: null,
    result: null,
    withdrawReason: null,
    earlyReason: null,
    noticedOn: null,
    lateNotice: null,
    openedAt: null,
    closedAt: null,
    isSealed: false,
  };
  await db
    .insertInto("meetings_poll")
    .values({
      id,
      ...poll,
      text: poll.text.trim(),
      closesOn: poll.closesOn ?? null,
      state: "preparing",
      ...link,
      ...blank,
      createdById: actor.personId,
      createdAt: clock.now(),
    })
    .execute();
  audit("addPoll", id, { packId: poll.packId, isSecret: poll.isSecret });
  return id;
}

/** The vote of the competent body that a decision waits for: by the rules its own words ask for. Once more where too few took part. Throws notWaiting, pollTwice. */
export async function addLinkedPoll(ctx: MeetingsContext, meeting: MeetingRow, decision: DecisionRow, closesOn: string | undefined): Promise<string> {
  if (decision.effect !== "awaits_competent_body") throw errors.notWaiting();
  const earlier = await pollsOfDecision(ctx.db, decision.id);
  if (earlier.some(({ state, result }) => state !== "withdrawn" && result?.isQuorate !== false)) throw errors.pollTwice();
  const limits = findLimits((await readRoom(ctx, meeting)).pack.beyondCompetence, decision.text);
  const strictest = limits.find(({ packId }) => packId !== "cn.owners.ordinary") ?? limits[0];
  if (!strictest) throw errors.notWaiting();
  const poll = { placePath: decision.placePath, text: decision.text, packId: strictest.packId, isSecret: false, closesOn };
  return addPoll(ctx, poll, { decisionId: decision.id });
}

/** Is a motion voted on by paper, now or already? */
export const isOnPaper = async ({ db }: MeetingsContext, meetingId: string, motionId: string): Promise<boolean> =>
  (await pollsOfMeeting(db, meetingId)).some((poll) => poll.motionId === motionId && poll.state !== "withdrawn");

/** A vote by paper on a motion among those there and not recused, open at once; throws motionUnknown, motionVoted, pollTwice, notQuorate. */
export async function openMotionPoll(ctx: MeetingsContext, { id: meetingId }: MeetingRow, motionId: string, isSecret: boolean): Promise<string> {
  const { db, clock } = ctx;
  const meeting = await takeMeetingTurn(db, meetingId);
  const motion = (await motionsOf(db, meeting.id)).find(({ id }) => id === motionId);
  if (!motion) throw errors.motionUnknown({}, "params.motionId");
  if (motion.state !== "proposed") throw errors.motionVoted({}, "params.motionId");
  if (await isOnPaper(ctx, meeting.id, motionId)) throw errors.pollTwice();
  const room = await readRoom(ctx, meeting);
  const { isQuorate, members, arithmetic } = checkQuorate(ctx, quorumOf(room, motionId));
  const linked = { meetingId: meeting.id, motionId, members, quorum: { isQuorate, arithmetic } };
  const id = await addPoll(ctx, { placePath: meeting.placePath, text: motion.text, packId: room.pack.id, isSecret }, linked);
  const there = new Set(votersOn(room, motionId).map((invitee) => invitee.id));
  const voters = (await inviteesOf(db, meeting.id)).filter((invitee) => there.has(invitee.id));
  const names = await ctx.use.directory.namesOf(voters.map(({ personId }) => personId));
  await fillRoll(
    ctx,
    id,
    voters.map(({ personId, substituteId, partyName }) => ({ label: `${names.get(personId) ?? ""} ${partyName}`, personId, delegateId: substituteId })),
  );
  await db.updateTable("meetings_poll").set({ state: "open", openedAt: clock.now() }).where("id", "=", id).execute();
  return id;
}
