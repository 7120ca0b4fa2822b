import { Classified, type AnyPlugin, type Clock, type Letter } from "@lianxin/plugin-kit";
import type { Ports } from "../ports.js";
import type { OutboxRow } from "../write-lane/records.js";

export interface Published {
  readonly plugin: AnyPlugin;
  readonly event: string;
  /** What the event is about; events of one aggregate are delivered in order. */
  readonly aggregate: string;
  readonly payload: unknown;
}

type NewId = Pick<Ports, "newId">;
const waiting = (at: string) => ({ state: "waiting", attempts: 0, runAt: at, lockedUntil: null, lastError: null, createdAt: at });

/** The outbox row of an event; its id is the event id that listeners are de-duplicated by. What nobody listens to has no delivery before it. */
export function eventRow({ newId }: NewId, clock: Clock, { plugin, event, aggregate, payload }: Published, heard: ReadonlySet<string>): OutboxRow {
  const type = plugin.events[event] as { id: string; version: number } | undefined;
  if (!type) throw new Error(`The plugin (${plugin.id}) publishes "${event}", which its manifest does not name. Maybe add it to events.`);
  const [id, at] = [newId(), clock.now()];
  const what = { id, kind: "event", topic: type.id, aggregate, dedupeKey: id, payload: JSON.stringify({ version: type.version, at, payload }) } as const;
  return { ...what, ...waiting(at), state: heard.has(type.id) ? "waiting" : "done" };
}

/** Letters to one person keep their order. */
export const personAggregate = (personId: string): string => `person:${personId}`;
type Addressee = Letter["to"];
export const aggregateOf = (to: Addressee): string => (to.personId === null ? `office:${to.address}` : personAggregate(to.personId));
/** A person's address stays sealed under their key until it is sent, an office's is no secret. */
export const storedAddressee = (to: Addressee) => ({
  personId: to.personId,
  name: to.name,
  address: to.personId === null ? to.address : Classified.sealedText(to.address),
});

/** The outbox row of a letter. */
export function letterRow({ newId }: NewId, clock: Clock, pluginId: string, letter: Letter): OutboxRow {
  const at = clock.now();
  const runAt = letter.notBefore !== undefined && letter.notBefore > at ? letter.notBefore : at;
  const payload = {
    to: storedAddressee(letter.to),
    subject: letter.subject,
    text: letter.text,
    calendar: letter.calendar ?? null,
    ...(letter.file && { file: { name: letter.file.name, type: letter.file.type, base64: Buffer.from(letter.file.bytes).toString("base64") } }),
  };
  return {
    id: newId(),
    kind: letter.channel,
    topic: `${pluginId}.${letter.channel}`,
    aggregate: aggregateOf(letter.to),
    dedupeKey: `${pluginId}:${letter.key}`,
    payload: JSON.stringify(payload),
    ...waiting(at),
    runAt,
  };
}
