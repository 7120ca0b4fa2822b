import type { Actor, Route } from "@lianxin/plugin-kit";
import { failures } from "../failures.js";
import { frozen } from "../run-with-ports.js";
import { Records } from "../write-lane/records.js";
import type { LaneHandle } from "../write-lane/lane.js";
import { Assembly, type Ground } from "./assemble.js";
import { checkPolicy } from "./check-policy.js";
import { wakeAfter, type Platform } from "./platform.js";
import { answerKey, recallAnswers, releaseKeys, rememberAnswers, type AnswerKey } from "./remember-answer.js";
import { sealedAnswer, wrappedAnswer } from "./seal-answer.js";

/** A request whose shape was checked. */
export interface Asked {
  readonly actor: Actor;
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly idempotencyKey: string | undefined;
}
export interface Answered {
  readonly value: unknown;
  /** What was read of people, to be logged before the answer goes out. */
  readonly records: Records;
}
export interface PluginRoute {
  readonly id: string;
  readonly route: Route;
}

export const isReading = ({ path, reads }: Route): boolean => path.startsWith("GET ") || reads === true;
const nameOf = ({ id, route }: PluginRoute): string => `${id} ${route.path}`;

export function readingGround(platform: Platform, route: string): Ground {
  return { root: platform.database.root, records: new Records(), clock: frozen(platform.ports.clock), route, writes: false };
}

function writingGround(platform: Platform, handle: LaneHandle, route: string): Ground {
  const { root, hold, records } = handle;
  return { root, hold, records, clock: frozen(platform.ports.clock), route, writes: true, afterCommit: (action) => handle.afterCommit(action) };
}

const idsOf = (key: AnswerKey | undefined): readonly string[] => (key ? [key.id] : []);
const requestOf = ({ params, query, body }: Asked) => ({ params, query, body });

/** Reads on the read-only connections and never waits for a write. */
export async function answerRead(platform: Platform, target: PluginRoute, asked: Asked): Promise<Answered> {
  const { id, route } = target;
  const ground = readingGround(platform, nameOf(target));
  const assembly = new Assembly(platform, ground, asked.actor);
  const request = requestOf(asked);
  const policy = await checkPolicy(assembly, { id, route, request });
  return { value: await route.handle({ ...assembly.contextOf(id), ...request, ...policy }), records: ground.records };
}

/** What is costly runs before the lane, on the readers, after a first look at the policy; the lane decides again. */
async function prepare(platform: Platform, { id, route }: PluginRoute, asked: Asked): Promise<{ prepared?: unknown }> {
  if (!route.prepare) return {};
  const assembly = new Assembly(platform, readingGround(platform, route.path), asked.actor);
  const request = requestOf(asked);
  await checkPolicy(assembly, { id, route, request });
  return { prepared: await route.prepare({ ...assembly.contextOf(id), ...request }) };
}

/** Writes in the lane: policy, capacity and eligibility are decided inside the transaction that stores the result; the policy of a stored answer too. */
export async function answerWrite(platform: Platform, target: PluginRoute, asked: Asked): Promise<Answered> {
  const { id, route } = target;
  const key = answerKey(asked.idempotencyKey, asked.actor.accountId, nameOf(target), asked.params, asked.body);
  const prepared = await prepare(platform, target, asked);
  return platform.lane.run(async (handle) => {
    const ground = writingGround(platform, handle, nameOf(target));
    const assembly = new Assembly(platform, ground, asked.actor);
    const request = { ...requestOf(asked), ...prepared };
    const policy = await checkPolicy(assembly, { id, route, request });
    const known = key && (await recallAnswers(handle, [key])).get(key.id);
    if (known instanceof Error) throw known;
    if (known !== undefined) return { value: wrappedAnswer(known), records: new Records() };
    const value = await route.handle({ ...assembly.contextOf(id), ...request, ...policy });
    if (key) rememberAnswers(handle, [{ ...key, answer: sealedAnswer(value) }], ground.clock.now());
    wakeAfter(platform, handle);
    return { value, records: new Records() };
  }, idsOf(key));
}

interface TogetherItem {
  readonly asked: Asked;
  readonly key: AnswerKey | undefined;
}

/** The set-based twin: one policy and one key look-up for all, one answer or refusal each. */
export async function answerTogether(platform: Platform, target: PluginRoute, asked: Asked): Promise<Answered> {
  const key = answerKey(asked.idempotencyKey, asked.actor.accountId, nameOf(target), asked.params, asked.body);
  const work = (handle: LaneHandle, items: readonly TogetherItem[]) => handleSet(platform, target, handle, items);
  const value = await platform.lane.runTogether(nameOf(target), { asked, key }, work, idsOf(key));
  return { value, records: new Records() };
}

/** One assembly for each actor of a set: hundreds of strangers come at once, and a context each was a fifth of what a sign-up costs. */
function sharedAssemblies(platform: Platform, ground: Ground): (actor: Actor) => Assembly {
  const made = new Map<Actor, Assembly>();
  return (actor) => {
    const known = made.get(actor) ?? new Assembly(platform, ground, actor);
    made.set(actor, known);
    return known;
  };
}

interface Decided {
  readonly contexts: ReadonlyMap<TogetherItem, unknown>;
  readonly refused: ReadonlyMap<TogetherItem, Error>;
}

/** The policy of each item, whatever is stored under its key. */
async function decideSet(platform: Platform, { id, route }: PluginRoute, ground: Ground, items: readonly TogetherItem[]): Promise<Decided> {
  const [contexts, refused] = [new Map<TogetherItem, unknown>(), new Map<TogetherItem, Error>()];
  const assemblyOf = sharedAssemblies(platform, ground);
  for (const item of items) {
    const assembly = assemblyOf(item.asked.actor);
    const request = requestOf(item.asked);
    try {
      contexts.set(item, { ...assembly.contextOf(id), ...request, ...(await checkPolicy(assembly, { id, route, request })) });
    } catch (error) {
      refused.set(item, error as Error);
    }
  }
  return { contexts, refused };
}

const keysOf = (items: readonly TogetherItem[]): AnswerKey[] => items.flatMap((item) => item.key ?? []);

async function handleSet(platform: Platform, target: PluginRoute, handle: LaneHandle, items: readonly TogetherItem[]): Promise<readonly unknown[]> {
  const ground = writingGround(platform, handle, nameOf(target));
  const { contexts, refused } = await decideSet(platform, target, ground, items);
  const allowed = items.filter((item) => contexts.has(item));
  const known = await recallAnswers(handle, keysOf(allowed));
  const first = new Map<string, TogetherItem>();
  for (const item of allowed) if (item.key && !known.has(item.key.id) && !first.has(item.key.id)) first.set(item.key.id, item);
  const fresh = allowed.filter((i) => !i.key || first.get(i.key.id) === i);
  const answers = fresh.length > 0 ? await target.route.handleMany!(fresh.map((item) => contexts.get(item))) : [];
  const answerOf = new Map<TogetherItem, unknown>([...refused, ...fresh.map((item, i) => [item, answers[i]] as const)]);
  const kept = fresh.filter((i) => i.key && !(answerOf.get(i) instanceof Error));
  rememberAnswers(
    handle,
    kept.map((i) => ({ ...i.key!, answer: sealedAnswer(answerOf.get(i)) })),
    ground.clock.now(),
  );
  await releaseKeys(handle, keysOf(fresh.filter((i) => answerOf.get(i) instanceof Error)));
  wakeAfter(platform, handle);
  return items.map((item) => {
    if (answerOf.has(item)) return answerOf.get(item);
    const stored = known.get(item.key!.id);
    if (stored !== undefined) return stored instanceof Error ? stored : wrappedAnswer(stored);
    const same = first.get(item.key!.id)!;
    return same.key!.bodyHash === item.key!.bodyHash ? answerOf.get(same) : failures.idempotencyKeyReused();
  });
}
