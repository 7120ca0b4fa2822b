import { useSignal } from "@preact/signals";
import { browserPorts, useLoaded } from "@lianxin/web-kit";
import { api, readRoom, type RoomAnswer } from "../api.js";
import type { MeetingCommand } from "../run-meeting/meeting-command.js";
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

/** The room of a meeting and the way to do something in it. */
export function useRoom(meetingId: string): RoomState {
  const loaded = useLoaded(() => readRoom(meetingId), [meetingId]);
  const refused = useSignal<unknown>(undefined);
  const send = async (...commands: readonly MeetingCommand[]): Promise<boolean> => {
    const body = { commands: commands.map(pack) };
    return api("POST /meetings/:meetingId/commands", { params: { meetingId }, body }).then(
      async () => {
        refused.value = undefined;
        await loaded.reload();
        return true;
      },
      (error: unknown) => {
        refused.value = error;
        return false;
      },
    );
  };
  return { room: loaded.value, error: loaded.error, refused: refused.value, send, reload: loaded.reload };
}
