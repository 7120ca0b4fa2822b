import type { MinutesMotion, RecordAttendance, RecordItem, RecordPaper, RecordSpeech } from "@lianxin/documents";
import { writeDay } from "@lianxin/documents";
import type { ItemRow, MeetingRow } from "../find-meeting/meeting.repository.js";
import type { MeetingsContext } from "../plugin.js";
import { turnsOf, type Turn } from "../order-agenda/clock-agenda.js";
import { tellTally } from "../run-meeting/tell-tally.js";
import { dayOf, tellTime } from "../tell-time/tell-time.js";
import { describeTold, isPutOff, isToldByPart, nameReader, partsOfItem, readTold, tellWhoCame, wordsOf, type ToldPart, type Told } from "./describe-minutes.js";

/** Texts in the language of the paper. */
type Say = (key: Parameters<MeetingsContext["text"]>[0], params?: Parameters<MeetingsContext["text"]>[1]) => string;
interface Reader {
  readonly ctx: MeetingsContext;
  readonly told: Told;
  readonly say: Say;
  readonly nameOf: (personId: string | null) => string;
}

/** Who came, for whom, from when to when; who was there to the end left when it closed. */
function describeAttendance({ ctx, told, say, nameOf }: Reader, closedAt: string): RecordAttendance[] {
  const { zone } = ctx.clock;
  const { invitees, live } = told.room;
  return invitees.flatMap(({ id, personId, substituteId, partyName, kind }) => {
    const stays = live.stays.get(id);
    if (!stays) return [];
    const name = tellWhoCame(ctx, { personId, substituteId }, nameOf);
    const stay = stays.map(({ from, to }) => `${tellTime(from, zone)}—${tellTime(to ?? closedAt, zone)}`).join("、");
    return [{ name, party: partyName, standing: kind === "voting" ? "代表" : say(`meetings.seat.${kind as "observer"}`), stay }];
  });
}

/** Who spoke to an item from when to when, in their order; one who still spoke when it closed spoke until then. */
function spoken(
  { room: { live, invitees } }: Told,
  personOf: (inviteeId: string) => string,
  { clock }: MeetingsContext,
  say: Say,
  itemId: string,
): RecordSpeech[] {
  const partyOf = new Map(invitees.map(({ id, partyName }) => [id, partyName]));
  return live.floor.speeches
    .filter((speech) => speech.itemId === itemId)
    .map(({ inviteeId, stance, from, to }) => {
      const [began, ended] = [tellTime(from, clock.zone), tellTime(to ?? live.closedAt ?? from, clock.zone)];
      const party = [partyOf.get(inviteeId) ?? "", say(`meetings.stance.${stance}`)].filter(Boolean).join("，");
      return { name: personOf(inviteeId), party, words: say("meetings.record.spoke", { from: began, to: ended }) };
    });
}

/** What parties said, what was written down of it, and who was against deciding without a vote. */
function describeSpeeches({ ctx, told, say, nameOf }: Reader, itemId: string): RecordSpeech[] {
  const { live, invitees } = told.room;
  const personOf = (inviteeId: string) => {
    const invitee = invitees.find(({ id }) => id === inviteeId);
    return invitee ? tellWhoCame(ctx, invitee, nameOf) : "";
  };
  const positions = live.positions
    .filter((position) => position.itemId === itemId)
    .map(({ partyName, stance, words }) => ({ name: partyName, party: say(`meetings.stance.${stance}`), words }));
  const written = wordsOf(told.texts, "opinion", itemId).map((words) => ({ name: say("meetings.record.opinion"), party: "", words }));
  const remarks = live.remarks
    .filter((remark) => remark.itemId === itemId)
    .map(({ inviteeId, words, answer }) => ({
      name: inviteeId ? personOf(inviteeId) : say("meetings.record.somebody"),
      party: "",
      words: answer ? say("meetings.record.answered", { words, answer }) : words,
    }));
  const objections = live.motions
    .filter((motion) => motion.itemId === itemId)
    .flatMap((motion) => motion.objections)
    .map(({ inviteeId, reason, answer }) => ({
      name: personOf(inviteeId),
      party: say("meetings.record.objection"),
      words: answer ? say("meetings.record.answered", { words: reason, answer }) : reason,
    }));
  return [...spoken(told, personOf, ctx, say, itemId), ...positions, ...remarks, ...written, ...objections];
}

/** How it was voted on (举手, 无记名 …); older rows do not say. */
const wayOf = (say: Say, way: string | null) => (way === null ? {} : { way: say(`meetings.way.${way as "hands"}`) });

const describeMotions = ({ ctx, told, say }: Reader, itemId: string): MinutesMotion[] =>
  told.room.motions.flatMap((motion) => {
    const tally = motion.itemId === itemId ? tellTally(ctx, motion, "zh-CN") : null;
    if (!tally) return [];
    const { members, attending, yes, no, abstain, invalid, result } = tally;
    const needs = told.needs.get(motion.id) ?? [];
    return [{ text: motion.text, ...wayOf(say, motion.way), expected: members, present: attending, yes, no, abstain, invalid, result, needs }];
  });

function tellPart({ ctx, told, say }: Reader, part: ToldPart): string {
  const { title, standard, owner, deferred, search } = part;
  if (deferred && isPutOff(ctx, told, part)) return say("meetings.minutes.partDeferred", { title, reason: deferred.reason, day: writeDay(deferred.reviewOn) });
  if (owner) {
    const helped = owner.supporting.length > 0 ? say("meetings.record.supported", { names: owner.supporting.join("、") }) : "";
    const led = { title, organization: owner.organization, person: owner.person, day: writeDay(owner.dueOn), standard };
    const conditions = owner.conditions === null ? "" : say("meetings.record.onCondition", { conditions: owner.conditions });
    return say(owner.origin === "assigned" ? "meetings.record.assigned" : "meetings.record.claimed", led) + conditions + helped;
  }
  if (deferred) return say("meetings.minutes.partDeferred", { title, reason: deferred.reason, day: writeDay(deferred.reviewOn) });
  if (search) return say("meetings.record.sought", { title, day: writeDay(search.until), fallback: say(`meetings.fallback.${search.fallback}`) });
  return say("meetings.record.gap", { title });
}

/** What was taken over, put off or left open, and who stepped aside. */
function describeOutcomes(reader: Reader, item: ItemRow): string[] {
  const { ctx, told, say, nameOf } = reader;
  const { id, state, title, deferReason } = item;
  const { live, invitees } = told.room;
  const recused = live.motions
    .filter(({ itemId }) => itemId === id)
    .flatMap((motion) => motion.recused)
    .map(({ inviteeId, reason }) => say("meetings.record.recused", { name: nameOf(invitees.find((one) => one.id === inviteeId)?.personId ?? null), reason }));
  const unvoted = new Set(told.room.motions.filter((motion) => motion.state === "withdrawn").map((motion) => motion.id));
  const withdrawn = live.motions
    .filter((motion) => motion.itemId === id && unvoted.has(motion.id))
    .flatMap(({ text, withdrawn }) => (withdrawn === null ? [] : [say("meetings.record.withdrawn", { text, reason: withdrawn })]));
  const parts = partsOfItem(told, id).map((part) => tellPart(reader, part));
  const off = state === "deferred" && !isToldByPart(ctx, told, item) ? [say("meetings.minutes.deferred", { title, reason: deferReason ?? "" })] : [];
  return [...recused, ...withdrawn, ...parts, ...off];
}

const describeItem = (reader: Reader, item: ItemRow & Turn): RecordItem => ({
  number: item.number,
  title: item.title,
  explanation: wordsOf(reader.told.texts, "explanation", item.id).join("\n"),
  speeches: describeSpeeches(reader, item.id),
  motions: describeMotions(reader, item.id),
  outcomes: describeOutcomes(reader, item),
});

/**
 * The record to be signed (会议记录): what happened in its order, with who came and left when, what was said, every vote and who took what. It is a
 * document of its own and is not published. Throws noMinutesYet.
 */
export async function describeRecord(ctx: MeetingsContext, meeting: MeetingRow): Promise<RecordPaper> {
  const told = await readTold(ctx, meeting);
  const say: Say = (key, params = {}) => ctx.text(key, params, "zh-CN");
  const reader = { ctx, told, say, nameOf: await nameReader(ctx, told) };
  const { title, number, time, place, chair, recorder, excused, absent = [], agenda = [], stamp } = await describeTold(ctx, told);
  return {
    ...{ title: title.replace(/会议纪要$/, "会议记录"), number, time, place, chair, recorder, excused, absent, agenda, stamp },
    expected: told.room.invitees.filter(({ kind }) => kind === "voting").length,
    attendance: describeAttendance(reader, meeting.closedAt!),
    items: turnsOf(meeting.startsAt, told.room.items).map((item) => describeItem(reader, item)),
    signatures: ["主持人", "记录人", say("meetings.record.attendees")],
    recordedOn: dayOf(meeting.closedAt!, ctx.clock.zone),
    recordId: meeting.id,
  };
}
