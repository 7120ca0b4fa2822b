import type { Listener } from "@lianxin/plugin-kit";
import type { LaneHandle, WriteLane } from "../write-lane/lane.js";
import type { OutboxRow } from "../write-lane/records.js";

/** A plugin's listener under a name that stays the same over releases, because what it has heard is remembered under it. */
export interface RegisteredListener {
  /** "volunteer-days.rosterConfirmed": unique among all listeners. */
  readonly id: string;
  readonly plugin: string;
  readonly listener: Listener;
}

export interface DeliveredEvent {
  /** The event id: the same for each delivery. */
  readonly id: string;
  readonly topic: string;
  readonly aggregate: string;
  readonly version: number;
  /** When it was published, UTC. */
  readonly at: string;
  readonly payload: unknown;
}

/** Runs a listener's handle on a transaction that is open; what it throws undoes its delivery alone. */
export type RunListener = (listener: RegisteredListener, event: DeliveredEvent, tx: LaneHandle) => Promise<void>;

export function readEvent({ id, topic, aggregate, payload }: OutboxRow): DeliveredEvent {
  const { version, at, payload: content } = JSON.parse(payload) as { version: number; at: string; payload: unknown };
  return { id, topic, aggregate, version, at, payload: content };
}

/** Each listener in its own transaction, together with the mark that it has heard this event; one that heard it already is left alone. */
async function tell(lane: WriteLane, registered: RegisteredListener, event: DeliveredEvent, now: string, runListener: RunListener): Promise<void> {
  await lane.run(async (tx) => {
    const mark = { id: `${registered.id}:${event.id}`, at: now };
    const isNew = await tx.db
      .insertInto("kit_event_seen")
      .values(mark)
      .onConflict((oc) => oc.column("id").doNothing())
      .returning("id")
      .execute();
    if (isNew.length > 0) await runListener(registered, event, tx);
  });
}

/** Tells every listener of the event; one that throws keeps none of the others from hearing it. @throws AggregateError of what they threw. */
export async function deliverEvent(
  lane: WriteLane,
  listeners: readonly RegisteredListener[],
  row: OutboxRow,
  now: string,
  runListener: RunListener,
): Promise<void> {
  const event = readEvent(row);
  const failures: unknown[] = [];
  for (const registered of listeners.filter((r) => r.listener.event === event.topic))
    await tell(lane, registered, event, now, runListener).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} listeners of ${event.topic} failed.`);
}
