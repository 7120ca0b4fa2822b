import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { ApiError, browserPorts, useLoaded } from "@lianxin/web-kit";
import { api, readRoom, type RoomAnswer } from "../api.js";
import type { MeetingCommand, SentCommand } from "../run-meeting/meeting-command.js";
import { makeCommandId } from "./make-command-id.js";

const device = browserPorts.newKey();
let sequence = 0;

/** A command as this page's device sends it; the id is made once, so that sending it again does it once. */
const pack = (command: MeetingCommand) => ({
  id: makeCommandId(browserPorts.now(), browserPorts.newKey()),
  device,
  sequence: sequence++,
  at: new Date(browserPorts.now()).toISOString(),
  command,
});

export interface RoomState {
  readonly room: RoomAnswer | undefined;
  readonly error: unknown;
  /** Why the last command was refused. */
  readonly refused: unknown;
  /** Does commands; true when none was refused. The room then is as the server has it. */
  send(...commands: readonly MeetingCommand[]): Promise<boolean>;
  reload(): Promise<void>;
}

/** No answer came: whether it was done nobody knows, and the same once more has to be the same to the server. */
const isUnanswered = (error: unknown): boolean => error instanceof ApiError && (error.status === 0 || error.status >= 500);

/** The room of a meeting and the way to do something in it. Pressing again what got no answer does it once. */
export function useRoom(meetingId: string): RoomState {
  const loaded = useLoaded(() => readRoom(meetingId), [meetingId]);
  const refused = useSignal<unknown>(undefined);
  const unanswered = useRef<ReadonlyMap<string, readonly SentCommand[]>>(new Map());
  const send = async (...commands: readonly MeetingCommand[]): Promise<boolean> => {
    const words = JSON.stringify(commands);
    const sent = unanswered.current.get(words) ?? commands.map(pack);
    const others = [...unanswered.current].filter(([key]) => key !== words);
    return api("POST /meetings/:meetingId/commands", { params: { meetingId }, body: { commands: [...sent] } }).then(
      async () => {
        unanswered.current = new Map(others);
        refused.value = undefined;
        await loaded.reload();
        return true;
      },
      (error: unknown) => {
        unanswered.current = new Map(isUnanswered(error) ? [...others, [words, sent]] : others);
        refused.value = error;
        return false;
      },
    );
  };
  return { room: loaded.value, error: loaded.error, refused: refused.value, send, reload: loaded.reload };
}
