import { session } from "@lianxin/web-kit";
import type { SentCommand } from "../run-meeting/meeting-command.js";

/** Kept by account, so that what one recorded never goes out under another's name. */
const placeOf = (meetingId: string): string => `lx.meetings.queue.${session.value?.account.id ?? ""}.${meetingId}`;

/** Commands of a meeting that wait on this device for the network, oldest first. */
export function readQueue(meetingId: string): readonly SentCommand[] {
  try {
    return (JSON.parse(localStorage.getItem(placeOf(meetingId)) ?? "[]") as readonly SentCommand[] | null) ?? [];
  } catch {
    return [];
  }
}

/** Gives whether the device kept it. */
function write(meetingId: string, queue: readonly SentCommand[]): boolean {
  try {
    if (queue.length === 0) localStorage.removeItem(placeOf(meetingId));
    else localStorage.setItem(placeOf(meetingId), JSON.stringify(queue));
    return true;
  } catch {
    return false;
  }
}

/** What a command says, without the ids the device gave to parts. */
const wordsOf = ({ command }: SentCommand) =>
  command.kind === "openParts" ? { ...command, parts: command.parts.map(({ id: _id, ...part }) => part) } : command;

/** Puts commands behind those that wait; pressing the same twice in a row waits once. False when the device keeps nothing. */
export function enqueue(meetingId: string, sent: readonly SentCommand[]): boolean {
  const queue = readQueue(meetingId);
  if (JSON.stringify(queue.slice(-sent.length).map(wordsOf)) === JSON.stringify(sent.map(wordsOf))) return true;
  return write(meetingId, [...queue, ...sent]);
}

/** Takes commands out, sent or not wanted any more. */
export const drop = (meetingId: string, ids: readonly string[]): boolean =>
  write(
    meetingId,
    readQueue(meetingId).filter(({ id }) => !ids.includes(id)),
  );
