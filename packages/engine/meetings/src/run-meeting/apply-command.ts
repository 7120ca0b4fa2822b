import { AppError } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import type { MeetingState } from "../meetings.js";
import type { MeetingRow } from "../find-meeting/meeting.repository.js";
import type { MeetingsContext, MeetingsHandler } from "../plugin.js";
import { takeMeetingTurn } from "../keep-state/take-turn.js";
import { applyCheckIn, applyInquorate, applyLeave, applyOpen } from "./apply-attendance.js";
import { applyClose } from "./apply-close.js";
import { applyDeferItem, applyFinishItem, applyTakeUp } from "./apply-items.js";
import { applyClaim, applyDeferPart, applyDropPart, applyOpenParts, applySeekOwner } from "./apply-parts.js";
import { applyRemark } from "../record-remarks/apply-remark.js";
import { applyAskToSpeak, applyEndSpeech, applyPosition, applyStartSpeech } from "../take-turns/apply-turns.js";
import { applyAnswerObjection, applyConsent, applyEndRecusal, applyObject, applyRecuse } from "./apply-consent.js";
import { applyCountPoll, applyMove, applyVote, applyWithdrawMotion } from "./apply-vote.js";
import { applyRevokeDecision } from "./apply-revoke.js";
import { commandRules } from "./command-rules.js";
import { commandContent, findCommand } from "./command.repository.js";
import { foldCommand } from "./fold-commands.js";
import type { CommandKind, CommandOf, SentCommand } from "./meeting-command.js";
import { readRoom, type Room } from "./meeting-room.js";

type Sent<K extends CommandKind> = SentCommand & { readonly command: CommandOf<K> };
/** Refuses a command with a coded error, after which nothing of it is kept, or writes what it does and gives what changed in the room. */
export type Apply<K extends CommandKind> = (ctx: MeetingsContext, room: Room, sent: Sent<K>) => Promise<Partial<Room>>;

const appliers: { readonly [K in CommandKind]: Apply<K> } = {
  ...{ checkIn: applyCheckIn, leave: applyLeave, open: applyOpen, findInquorate: applyInquorate, close: applyClose },
  ...{ takeUp: applyTakeUp, move: applyMove, vote: applyVote, finishItem: applyFinishItem, deferItem: applyDeferItem },
  ...{
    countPoll: applyCountPoll,
    withdrawMotion: applyWithdrawMotion,
    revokeDecision: applyRevokeDecision,
    recuse: applyRecuse,
    endRecusal: applyEndRecusal,
    object: applyObject,
    answerObjection: applyAnswerObjection,
    consent: applyConsent,
  },
  ...{ askToSpeak: applyAskToSpeak, startSpeech: applyStartSpeech, endSpeech: applyEndSpeech, position: applyPosition },
  ...{ openParts: applyOpenParts, claim: applyClaim, dropPart: applyDropPart, deferPart: applyDeferPart, seekOwner: applySeekOwner, remark: applyRemark },
};

export interface Outcome {
  readonly id: string;
  /** Why it was refused; null when it was done. */
  readonly refusal: { readonly code: string; readonly message: string; readonly params: AppError["params"] } | null;
}
type Asking = MeetingsContext & Pick<MeetingsHandler, "may">;

async function checkRule({ may, text }: Asking, { meeting }: Room, kind: CommandKind): Promise<void> {
  const rule = commandRules[kind];
  if (!(await may(rule.may, { path: meeting.placePath }))) throw errors.commandNotAllowed({ command: text(`meetings.command.${kind}`) }, "command.kind");
  if (!rule.in.includes(meeting.state as MeetingState))
    throw errors.stateWrong({ state: text(`meetings.state.${meeting.state}`), move: text(`meetings.command.${kind}`) }, "command.kind");
}

/** Nothing happened after it was received: a device whose clock is ahead is corrected. One that is behind cannot be told from a recording made offline. */
function notAhead({ clock }: MeetingsContext, sent: SentCommand): SentCommand {
  const now = clock.now();
  return Date.parse(sent.at) > Date.parse(now) ? { ...sent, at: now } : sent;
}

async function keep({ db, clock, actor, prove }: MeetingsContext, room: Room, sent: SentCommand, refusal: AppError | null): Promise<void> {
  const { id, device, sequence, at, command } = sent;
  const refused = { refusedCode: refusal?.code ?? null, refusedParams: refusal?.params ?? null };
  const placed = { meetingId: room.meeting.id, position: room.lastPosition + 1, device, sequence, at };
  const row = { id, ...placed, receivedAt: clock.now(), byId: actor.personId, kind: command.kind, payload: command, ...refused };
  await db.insertInto("meetings_command").values(row).execute();
  prove("keepCommand", id, commandContent(row));
}

interface Done {
  readonly room: Room;
  readonly refusal: AppError | null;
}

async function act(ctx: Asking, room: Room, sent: SentCommand): Promise<Done> {
  await checkRule(ctx, room, sent.command.kind);
  const changes = await (appliers[sent.command.kind] as Apply<CommandKind>)(ctx, room, sent as never);
  return { room: { ...room, ...changes, live: foldCommand(room.live, sent) }, refusal: null };
}

/** A refusal at once takes the whole request with it; one that is kept takes back what its own command had written, and nothing else. */
async function attempt(ctx: Asking, room: Room, sent: SentCommand, keepsRefused: boolean): Promise<Done> {
  if (!keepsRefused) return act(ctx, room, sent);
  try {
    return await ctx.wholly(() => act(ctx, room, sent));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { room, refusal: error };
  }
}

const tell = ({ text }: MeetingsContext, code: string, params: AppError["params"]) => {
  const [id, name] = [code.slice(0, code.indexOf(".")), code.slice(code.indexOf(".") + 1)];
  return { code, params, message: text(`${id}.error.${name}`, params) };
};

/**
 * Applies commands in their order and writes each into the log; one that was sent before is answered as it was then. With `keepsRefused` (a recording
 * made offline) a refused command stays listed and the next ones go on; without it the first refusal throws and nothing of the request is kept.
 */
export async function applyCommands(
  ctx: Asking,
  meeting: MeetingRow,
  commands: readonly SentCommand[],
  keepsRefused: boolean,
): Promise<{ outcomes: Outcome[]; room: Room }> {
  let room = await readRoom(ctx, await takeMeetingTurn(ctx.db, meeting.id));
  const outcomes: Outcome[] = [];
  for (const sent of commands.map((one) => notAhead(ctx, one))) {
    const known = await findCommand(ctx.db, sent.id);
    if (known && known.meetingId !== meeting.id) throw errors.commandElsewhere();
    if (known) {
      outcomes.push({ id: sent.id, refusal: known.refusedCode === null ? null : tell(ctx, known.refusedCode, known.refusedParams ?? {}) });
      continue;
    }
    const done = await attempt(ctx, room, sent, keepsRefused);
    await keep(ctx, room, sent, done.refusal);
    room = { ...done.room, lastPosition: room.lastPosition + 1 };
    outcomes.push({ id: sent.id, refusal: done.refusal && tell(ctx, done.refusal.code, done.refusal.params) });
  }
  return { outcomes, room };
}
