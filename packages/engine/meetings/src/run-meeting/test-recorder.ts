import type { Reply, Rehearsed } from "../test-council.js";

/** A device at the recorder's table: sends commands one after another, as the page does. */
export interface Recorder {
  send(command: Record<string, unknown>, as?: string): Promise<Reply>;
  room(): Promise<Reply>;
  /** Checks in voting people of the list until so many are there. */
  comeIn(count: number): Promise<void>;
  /** So many of those who vote leave, the last ones first. */
  goOut(count: number): Promise<void>;
}

interface Listed {
  readonly id: string;
  readonly kind: string;
  readonly isThere: boolean;
}

export function recorderOf({ call, ports }: Rehearsed, meetingId: string, device = "desk"): Recorder {
  let sequence = 0;
  const room = () => call("GET /meetings/:meetingId/room", { params: { meetingId } });
  const sent = (command: Record<string, unknown>) => ({ id: ports.newId(), device, sequence: sequence++, at: ports.clock.now(), command });
  const send = (commands: readonly Record<string, unknown>[], as?: string) =>
    call("POST /meetings/:meetingId/commands", { params: { meetingId }, body: { commands: commands.map(sent) }, ...(as && { as }) });
  const voters = async (): Promise<Listed[]> => (await room()).body.people.filter((person: Listed) => person.kind === "voting");
  return {
    room,
    send: (command, as) => send([command], as),
    async comeIn(count) {
      const people = await voters();
      const missing = people.filter(({ isThere }) => !isThere).slice(0, count - people.filter(({ isThere }) => isThere).length);
      await send(missing.map(({ id }) => ({ kind: "checkIn", inviteeId: id })));
    },
    async goOut(count) {
      const there = (await voters()).filter(({ isThere }) => isThere);
      await send(there.slice(-count).map(({ id }) => ({ kind: "leave", inviteeId: id })));
    },
  };
}
