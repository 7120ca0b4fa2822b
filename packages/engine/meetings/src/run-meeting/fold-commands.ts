import { askForFloor, clearFloor, emptyFloor, endSpeech, giveFloor, leaveFloor, type Floor } from "../take-turns/floor.js";
import type { Stance } from "../words.js";
import type { SentCommand } from "./meeting-command.js";

/** From when to when somebody was in the room; `to` is null while they are. */
export interface Stay {
  readonly from: string;
  readonly to: string | null;
}
export interface LiveVote {
  readonly at: string;
  readonly attending: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}
/** Somebody against deciding without a vote; it is kept with what was answered. */
export interface LiveObjection {
  readonly id: string;
  readonly inviteeId: string;
  readonly reason: string;
  readonly answer: string | null;
  readonly isWithdrawn: boolean;
}
export interface LiveMotion {
  readonly id: string;
  readonly itemId: string;
  readonly text: string;
  readonly vote: LiveVote | null;
  /** Who steps aside (回避) for this motion, with the reason. */
  readonly recused: readonly { readonly inviteeId: string; readonly reason: string }[];
  readonly objections: readonly LiveObjection[];
}
/** What a party says to an item; a later word of the same party takes the place of the earlier one, which stays in the log. */
export interface LivePosition {
  readonly itemId: string;
  readonly partyName: string;
  readonly stance: Stance;
  readonly words: string;
}
/** What somebody said at an evening talk, with what was answered on the spot. */
export interface LiveRemark {
  readonly id: string;
  readonly itemId: string;
  /** Null when nobody's name was written down. */
  readonly inviteeId: string | null;
  readonly words: string;
  readonly answer: string | null;
}
/** The state of a meeting as its commands left it. */
export interface LiveMeeting {
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly currentItemId: string | null;
  /** By invitee, oldest stay first. */
  readonly stays: ReadonlyMap<string, readonly Stay[]>;
  readonly motions: readonly LiveMotion[];
  readonly floor: Floor;
  readonly positions: readonly LivePosition[];
  readonly remarks: readonly LiveRemark[];
}

export const beforeAnything: LiveMeeting = {
  openedAt: null,
  closedAt: null,
  currentItemId: null,
  stays: new Map(),
  motions: [],
  floor: emptyFloor,
  positions: [],
  remarks: [],
};

const isIn = (stays: readonly Stay[] | undefined): boolean => stays?.at(-1)?.to === null;
export const isThere = (live: LiveMeeting, inviteeId: string): boolean => isIn(live.stays.get(inviteeId));

function come(live: LiveMeeting, inviteeId: string, at: string): LiveMeeting {
  return { ...live, stays: new Map(live.stays).set(inviteeId, [...(live.stays.get(inviteeId) ?? []), { from: at, to: null }]) };
}

function go(live: LiveMeeting, inviteeId: string, at: string): LiveMeeting {
  const stays = live.stays.get(inviteeId) ?? [];
  return { ...live, stays: new Map(live.stays).set(inviteeId, [...stays.slice(0, -1), { from: stays.at(-1)!.from, to: at }]) };
}

const changeMotion = (live: LiveMeeting, motionId: string, change: (motion: LiveMotion) => LiveMotion): LiveMeeting => ({
  ...live,
  motions: live.motions.map((motion) => (motion.id === motionId ? change(motion) : motion)),
});

const answer = (objection: LiveObjection, given: { readonly objectionId: string; readonly answer: string; readonly isWithdrawn: boolean }): LiveObjection =>
  objection.id === given.objectionId ? { ...objection, answer: given.answer.trim(), isWithdrawn: given.isWithdrawn } : objection;

/** The state after one more command that was not refused. O(people) at most. */
export function foldCommand(live: LiveMeeting, { id, at, command }: Pick<SentCommand, "id" | "at" | "command">): LiveMeeting {
  switch (command.kind) {
    case "checkIn":
      return come(live, command.inviteeId, at);
    case "leave":
      return { ...go(live, command.inviteeId, at), floor: leaveFloor(live.floor, command.inviteeId, at) };
    case "open":
      return { ...live, openedAt: at };
    case "close":
    case "findInquorate":
      return { ...live, closedAt: at };
    case "takeUp":
      return { ...live, currentItemId: command.itemId, floor: live.currentItemId === command.itemId ? live.floor : clearFloor(live.floor, at) };
    case "move":
      return {
        ...live,
        currentItemId: command.itemId,
        motions: [...live.motions, { id, itemId: command.itemId, text: command.text.trim(), vote: null, recused: [], objections: [] }],
      };
    case "vote": {
      const { attending, yes, no, abstain } = command;
      return changeMotion(live, command.motionId, (motion) => ({ ...motion, vote: { at, attending, yes, no, abstain } }));
    }
    case "recuse":
      return changeMotion(live, command.motionId, (motion) => ({
        ...motion,
        recused: [...motion.recused, { inviteeId: command.inviteeId, reason: command.reason.trim() }],
      }));
    case "object": {
      const objection = { id, inviteeId: command.inviteeId, reason: command.reason.trim(), answer: null, isWithdrawn: false };
      return changeMotion(live, command.motionId, (motion) => ({ ...motion, objections: [...motion.objections, objection] }));
    }
    case "answerObjection":
      return { ...live, motions: live.motions.map((motion) => ({ ...motion, objections: motion.objections.map((one) => answer(one, command)) })) };
    case "askToSpeak":
      return { ...live, floor: askForFloor(live.floor, { inviteeId: command.inviteeId, stance: command.stance }) };
    case "startSpeech":
      return { ...live, floor: giveFloor(live.floor, command.inviteeId, live.currentItemId, at) };
    case "endSpeech":
      return { ...live, floor: endSpeech(live.floor, at) };
    case "position": {
      const { kind: _kind, ...position } = command;
      const others = live.positions.filter(({ itemId, partyName }) => itemId !== position.itemId || partyName !== position.partyName);
      return { ...live, positions: [...others, { ...position, words: position.words.trim() }] };
    }
    case "remark": {
      const { itemId, inviteeId = null, words, answer = "" } = command;
      return { ...live, remarks: [...live.remarks, { id, itemId, inviteeId, words: words.trim(), answer: answer.trim() || null }] };
    }
    default:
      return live;
  }
}

/** The live state of a meeting from the commands that were not refused, in their order. O(commands). */
export const foldCommands = (commands: readonly Pick<SentCommand, "id" | "at" | "command">[]): LiveMeeting => commands.reduce(foldCommand, beforeAnything);

/** Who of these is in the room now. */
export const whoIsThere = <I extends { readonly id: string }>(live: LiveMeeting, invitees: readonly I[]): I[] => invitees.filter(({ id }) => isThere(live, id));
