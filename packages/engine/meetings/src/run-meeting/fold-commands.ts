import { askForFloor, clearFloor, endSpeech, giveFloor, leaveFloor } from "../take-turns/floor.js";
import { dayOf } from "../tell-time/tell-time.js";
import { beforeAnything, type LiveMeeting, type LiveMotion, type LiveObjection } from "./live-meeting.js";
import type { SentCommand } from "./meeting-command.js";

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
        motions: [...live.motions, { id, itemId: command.itemId, text: command.text.trim(), vote: null, recused: [], objections: [], withdrawn: null }],
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
    case "endRecusal":
      return changeMotion(live, command.motionId, (motion) => ({
        ...motion,
        recused: motion.recused.filter(({ inviteeId }) => inviteeId !== command.inviteeId),
      }));
    case "withdrawMotion":
    case "revokeDecision":
      return changeMotion(live, command.motionId, (motion) => ({ ...motion, withdrawn: command.reason.trim() }));
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

/**
 * The commands of the present attempt: those after the last time too few had come (流会). While that is still how the meeting stands, the ones that led to it, so
 * that its record says who was there; once it is called anew nobody is there until they come again.
 */
export function attemptOf<C extends Pick<SentCommand, "command">>(commands: readonly C[], isCalledAnew: boolean): readonly C[] {
  const ends = commands.flatMap(({ command }, at) => (command.kind === "findInquorate" ? [at] : []));
  const before = isCalledAnew ? ends.at(-1) : ends.at(-2);
  return before === undefined ? commands : commands.slice(before + 1);
}

/** Without what was done before the meeting's day or before it was moved: who had checked in for the time it had is not there at the new one. */
export const sinceMoved = <C extends Pick<SentCommand, "at">>(
  commands: readonly C[],
  { day, movedAt }: { readonly day: string; readonly movedAt: string | null },
  zone: string,
): readonly C[] => commands.filter(({ at }) => dayOf(at, zone) >= day && (movedAt === null || Date.parse(at) >= Date.parse(movedAt)));

/** The live state of a meeting from the commands that were not refused, in their order. O(commands). */
export const foldCommands = (commands: readonly Pick<SentCommand, "id" | "at" | "command">[]): LiveMeeting => commands.reduce(foldCommand, beforeAnything);
