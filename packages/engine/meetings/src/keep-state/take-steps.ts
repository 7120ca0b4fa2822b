import { errors } from "../errors.js";
import type { MeetingsContext } from "../plugin.js";
import {
  effectMachine,
  itemMachine,
  meetingMachine,
  motionMachine,
  noticeMachine,
  objectionMachine,
  pollMachine,
  type EffectMove,
  type ItemMove,
  type MeetingMove,
  type MotionMove,
  type NoticeMove,
  type ObjectionMove,
  type PollMove,
} from "./machines.js";
import { findNext } from "./state-machine.js";

type Words = Pick<MeetingsContext, "text">;
type State<M extends { readonly states: readonly string[] }> = M["states"][number];

/** The stage after a move; throws stateWrong when the meeting's stage does not allow it. */
export function getNextMeeting({ text }: Words, state: string, move: MeetingMove): State<typeof meetingMachine> {
  const next = findNext(meetingMachine, state, move);
  if (!next) throw errors.stateWrong({ state: text(`meetings.state.${state}`), move: text(`meetings.move.${move}`) });
  return next;
}

/** What becomes of an item; throws itemSettled when it was put off or settled before. */
export function getNextItem({ title, state }: { readonly title: string; readonly state: string }, move: ItemMove): State<typeof itemMachine> {
  const next = findNext(itemMachine, state, move);
  if (!next) throw errors.itemSettled({ title }, "command.itemId");
  return next;
}

/** The result of a motion; throws motionVoted when it has one. */
export function getNextMotion(state: string, move: MotionMove): State<typeof motionMachine> {
  const next = findNext(motionMachine, state, move);
  if (!next) throw errors.motionVoted({}, "command.motionId");
  return next;
}

/** The effect of a decision after a move; throws effectWrong when it is not in that state. */
export function getNextEffect({ text }: Words, effect: string, move: EffectMove): State<typeof effectMachine> {
  const next = findNext(effectMachine, effect, move);
  if (!next) throw errors.effectWrong({ effect: text(`meetings.effect.${effect}`), move: text(`meetings.effect.move.${move}`) });
  return next;
}

/** The stage of a poll after a move; throws pollStateWrong when its stage does not allow it. */
export function getNextPoll({ text }: Words, state: string, move: PollMove): State<typeof pollMachine> {
  const next = findNext(pollMachine, state, move);
  if (!next) throw errors.pollStateWrong({ state: text(`meetings.poll.state.${state}`), move: text(`meetings.poll.move.${move}`) });
  return next;
}

/** The state of a notice after a move; throws noticeWrong when its state does not allow it. */
export function getNextNotice({ text }: Words, state: string, move: NoticeMove): State<typeof noticeMachine> {
  const next = findNext(noticeMachine, state, move);
  if (!next) throw errors.noticeWrong({ state: text(`meetings.posting.${state}`), move: text(`meetings.posting.move.${move}`) });
  return next;
}

/** The state of an objection after a move; throws objectionAnswered when it has its answer. */
export function getNextObjection(state: string, move: ObjectionMove): State<typeof objectionMachine> {
  const next = findNext(objectionMachine, state, move);
  if (!next) throw errors.objectionAnswered();
  return next;
}
