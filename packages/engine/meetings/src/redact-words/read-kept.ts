import { everywhere, type KeptWords } from "@lianxin/plugin-kit";
import { decisionsOf, inviteesOf, itemsOf, motionsOf, type MeetingRow } from "../find-meeting/meeting.repository.js";
import { chainsAbout, writtenSteps } from "../follow-steps/chain.repository.js";
import type { MeetingsDatabase, MeetingsDb } from "../plugin.js";
import { materialsOf } from "../keep-materials/keep-materials.js";
import { commandsOf } from "../run-meeting/command.repository.js";
import { ballotsOf, boxesOf, pollsAround, unitsOf } from "../cast-ballots/poll.repository.js";

/** Under these keys a command, or work as it was told, holds what people wrote; kinds, ids and days stand under others. */
const wordKeys = new Set(["text", "reason", "words", "answer", "title", "standard", "conditions", "chairNote"]);

const noticesOf = (db: MeetingsDb, meetingId: string) =>
  everywhere(db, "meetings_public_notice", "the notices of one meeting, whose place was checked").selectAll().where("meetingId", "=", meetingId).execute();
export type NoticeRow = Awaited<ReturnType<typeof noticesOf>>[number];
export type Kept = KeptWords<MeetingsDatabase>;

/** The steps (四议两公开) of the matters on the agenda and of what was decided. */
export async function keptOfSteps(db: MeetingsDb, matterIds: readonly string[], decisionIds: readonly string[]): Promise<Kept[]> {
  const chains = await chainsAbout(db, matterIds, decisionIds);
  const steps = (await Promise.all(chains.map(({ id }) => writtenSteps(db, id)))).flat();
  return [
    { kind: "decisions", table: "meetings_chain", rows: chains, columns: ["title", "stoppedReason"] },
    { kind: "decisions", table: "meetings_chain_step", rows: steps, columns: ["note", "overrideReason", "withdrawReason"] },
  ];
}

async function keptOfPolls(db: MeetingsDb, meetingId: string): Promise<Kept[]> {
  const polls = await pollsAround(db, meetingId);
  const of = async <R>(read: (db: MeetingsDb, pollId: string) => Promise<R[]>) => (await Promise.all(polls.map(({ id }) => read(db, id)))).flat();
  return [
    { kind: "polls", table: "meetings_poll", rows: polls, columns: ["text", "withdrawReason", "earlyReason", "lateNotice", "laterReason"] },
    { kind: "polls", table: "meetings_poll_unit", rows: await of(unitsOf), columns: ["label", "delegateProof"] },
    { kind: "polls", table: "meetings_poll_ballot", rows: await of(ballotsOf), columns: ["invalidReason", "settledReason"] },
    { kind: "polls", table: "meetings_poll_box", rows: await of(boxesOf), columns: ["reason"] },
  ];
}

/** What a meeting keeps in people's words, its notices apart. Some fifteen queries. */
export async function readKept(db: MeetingsDb, meeting: MeetingRow): Promise<Kept[]> {
  const { id } = meeting;
  const texts = await db.selectFrom("meetings_text").selectAll().where("meetingId", "=", id).execute();
  const told = await db.selectFrom("meetings_told").selectAll().where("meetingId", "=", id).execute();
  const commands = await commandsOf(db, id);
  const [items, decisions] = [await itemsOf(db, id), await decisionsOf(db, id)];
  return [
    { kind: "meeting", table: "meetings_meeting", rows: [meeting], columns: ["title", "venueName", "postedWhere", "lateReason", "cancelReason"] },
    { kind: "agenda", table: "meetings_agenda_item", rows: items, columns: ["title", "deferReason"] },
    { kind: "agenda", table: "meetings_material", rows: await materialsOf(db, id), columns: ["title", "place"] },
    { kind: "people", table: "meetings_invitee", rows: await inviteesOf(db, id), columns: ["toldBy"] },
    { kind: "process", table: "meetings_command", rows: commands, columns: ["payload"], keys: wordKeys },
    { kind: "process", table: "meetings_command", rows: commands, columns: ["refusedParams"] },
    { kind: "decisions", table: "meetings_motion", rows: await motionsOf(db, id), columns: ["text"] },
    { kind: "decisions", table: "meetings_decision", rows: decisions, columns: ["text"] },
    { kind: "minutes", table: "meetings_text", rows: texts, columns: ["words"] },
    { kind: "minutes", table: "meetings_told", rows: told, columns: ["parts"], keys: wordKeys },
    ...(await keptOfPolls(db, id)),
    ...(await keptOfSteps(
      db,
      items.flatMap(({ matterId }) => matterId ?? []),
      decisions.map((one) => one.id),
    )),
  ];
}

/** The notices of a meeting and what was said against them. */
export async function readNotices(db: MeetingsDb, meetingId: string): Promise<{ readonly notices: readonly NoticeRow[]; readonly objections: Kept }> {
  const notices = await noticesOf(db, meetingId);
  const ids = notices.map(({ id }) => id);
  const rows = ids.length === 0 ? [] : await db.selectFrom("meetings_objection").selectAll().where("noticeId", "in", ids).execute();
  return { notices, objections: { kind: "objections", table: "meetings_objection", rows, columns: ["words", "name", "answer"] } };
}
