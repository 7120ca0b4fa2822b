import { useSignal } from "@preact/signals";
import { useMemo, useRef } from "preact/hooks";
import { ApiError, browserPorts, useLoaded } from "@lianxin/web-kit";
import { api, readRoom, text, type RoomAnswer } from "../api.js";
import type { MeetingCommand, SentCommand } from "../run-meeting/meeting-command.js";
import { previewRoom } from "../record-offline/preview-room.js";
import { isOffline, useQueue, type Queue } from "../record-offline/use-queue.js";
import { nameOfOrganization } from "./known-names.js";
import { makeCommandId } from "./make-command-id.js";

const device = browserPorts.newKey();
let sequence = 0;

const makeId = (): string => makeCommandId(browserPorts.now(), browserPorts.newKey());

/** Parts get their ids here, so that who takes them can be said before the server has them. */
const withPartIds = (command: MeetingCommand): MeetingCommand =>
  command.kind === "openParts" ? { ...command, parts: command.parts.map((part) => ({ id: makeId(), ...part })) } : command;

/** A command as this page's device sends it; the id is made once, so that sending it again does it once. */
const pack = (given: MeetingCommand): SentCommand => ({
  id: makeId(),
  device,
  sequence: sequence++,
  at: new Date(browserPorts.now()).toISOString(),
  command: withPartIds(given),
});

export interface RoomState {
  readonly room: RoomAnswer | undefined;
  readonly error: unknown;
  /** Why the last command was refused. */
  readonly refused: unknown;
  /** What was recorded without a network and waits for one. */
  readonly queue: Queue;
  /** Does commands, or keeps them on the device without a network; true when none was refused. The room then is as the server has it, or will. */
  send(...commands: readonly MeetingCommand[]): Promise<boolean>;
  reload(): Promise<void>;
}

/** No answer came: whether it was done nobody knows, and the same once more has to be the same to the server. */
const isUnanswered = (error: unknown): boolean => error instanceof ApiError && error.status >= 500;

const full = () => new ApiError(0, { code: "meetings.offlineFull", message: text("meetings.offline.full"), remedy: text("meetings.offline.full.remedy") });

/** The room of a meeting and the way to do something in it. Pressing again what got no answer does it once. */
export function useRoom(meetingId: string): RoomState {
  const loaded = useLoaded(() => readRoom(meetingId), [meetingId]);
  const refused = useSignal<unknown>(undefined);
  const queue = useQueue(meetingId, loaded.reload);
  const unanswered = useRef<ReadonlyMap<string, readonly SentCommand[]>>(new Map());
  const send = async (...commands: readonly MeetingCommand[]): Promise<boolean> => {
    const words = JSON.stringify(commands);
    const sent = unanswered.current.get(words) ?? commands.map(pack);
    const wait = (): boolean => {
      const isKept = queue.add(sent);
      refused.value = isKept ? undefined : full();
      return isKept;
    };
    // What was recorded before goes out before.
    if (queue.waiting.length > 0) {
      if (!wait()) return false;
      const refusals = await queue.flush();
      const refusal = sent.flatMap(({ id }) => refusals.get(id) ?? [])[0];
      if (refusal) refused.value = new ApiError(409, { ...refusal, remedy: text("meetings.offline.refusedNow") });
      return refusal === undefined;
    }
    const others = [...unanswered.current].filter(([key]) => key !== words);
    return api("POST /meetings/:meetingId/commands", { params: { meetingId }, body: { commands: [...sent] } }).then(
      async () => {
        unanswered.current = new Map(others);
        refused.value = undefined;
        await loaded.reload();
        return true;
      },
      (error: unknown) => {
        if (isOffline(error)) return wait();
        unanswered.current = new Map(isUnanswered(error) ? [...others, [words, sent]] : others);
        refused.value = error;
        return false;
      },
    );
  };
  const room = useMemo(() => loaded.value && previewRoom(loaded.value, queue.waiting, nameOfOrganization), [loaded.value, queue.waiting]);
  return { room, queue, error: loaded.error, refused: refused.value, send, reload: loaded.reload };
}
