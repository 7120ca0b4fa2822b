import type { Actor, Authority, SealedClass } from "@lianxin/plugin-kit";
import type { KeyStore } from "../keep-secrets/key-store.js";
import type { Sealer } from "../open-database/sealing.js";
import { hidden, maskContact } from "./mask-text.js";
import { collectClassified, reveal, type Found } from "./reveal.js";

/** Whose values of a class an answer shows in full. */
export interface Shown {
  readonly dataClass: SealedClass;
  readonly subjects: readonly string[];
}

export interface RevealRequest {
  readonly schema: object;
  readonly value: unknown;
  readonly actor: Actor;
  readonly authority: Pick<Authority, "maySee">;
  readonly keyRing: Pick<Sealer, "openMany">;
  readonly store: KeyStore;
  /**
   * "masked": nobody asked to see; contact values are masked, sensitive ones hidden, nothing is logged.
   * "allowed": the reader asked; what they may see is shown in full and logged, the rest as above.
   */
  readonly show: "masked" | "allowed";
  /** Commits the access-log row; called only when something is shown, and before the answer is given. */
  readonly logAccess: (shown: readonly Shown[]) => Promise<void>;
}

/** Stands for a value whose person was erased. */
const erased = { "zh-CN": "（已抹去）", en: "(erased)" } as const;
const pairOf = ({ value }: Found): string => `${value.dataClass}/${value.subject}`;

const asked = 16;

/** One question per class and person, however often they appear; a few at a time, so that other readers get their turn. */
async function findAllowed(found: readonly Found[], { actor, authority }: RevealRequest): Promise<ReadonlySet<string>> {
  const distinct = [...new Map(found.map((one) => [pairOf(one), one]))];
  const allowed = new Set<string>();
  for (let i = 0; i < distinct.length; i += asked)
    await Promise.all(
      distinct.slice(i, i + asked).map(async ([pair, { value }]) => {
        if (await authority.maySee(actor, value.dataClass, value.subject)) allowed.add(pair);
      }),
    );
  return allowed;
}

function groupShown(found: readonly Found[]): readonly Shown[] {
  const classes = [...new Set(found.map(({ value }) => value.dataClass))];
  return classes.map((dataClass) => ({
    dataClass,
    subjects: [...new Set(found.filter(({ value }) => value.dataClass === dataClass).map(({ value }) => value.subject))],
  }));
}

/**
 * The answer as its reader gets it: each classified value in full, masked or hidden. Opens no sensitive value that the reader may not see.
 * The promise resolves after `logAccess`, so an answer that shows something cannot be sent before its log is committed.
 * Throws CLASSIFIED_LEAK and SCHEMA_REFERENCE as `reveal`, SEALED_DAMAGED and KEY_MISSING as the key ring. O(size of the answer).
 */
export async function revealAnswer(request: RevealRequest): Promise<{ readonly value: unknown; readonly shown: readonly Shown[] }> {
  const { schema, value, actor, keyRing, store, show, logAccess } = request;
  const found = collectClassified(schema, value);
  if (found.length === 0) return { value, shown: [] };
  const allowed = show === "allowed" ? await findAllowed(found, request) : new Set<string>();
  const toOpen = found.filter((one) => one.value.dataClass === "contact" || allowed.has(pairOf(one)));
  const opened = await keyRing.openMany(
    toOpen.map((one) => one.value),
    store,
  );
  const texts = new Map(toOpen.map((one, i) => [one, opened[i]]));
  const shown = groupShown(toOpen.filter((one) => allowed.has(pairOf(one)) && texts.get(one) !== undefined));
  if (shown.length > 0) await logAccess(shown);
  const textOf = (one: Found): string => {
    const text = texts.get(one);
    if (text === undefined) return texts.has(one) ? erased[actor.language] : hidden;
    return allowed.has(pairOf(one)) ? text : maskContact(text, one.mask);
  };
  return {
    value: replaceFound(
      schema,
      value,
      found.map((one) => [one, textOf(one)]),
    ),
    shown,
  };
}

/** Replaces by order, not by path or person: two spots may share both. */
function replaceFound(schema: object, value: unknown, texts: readonly (readonly [Found, string])[]): unknown {
  let next = 0;
  return reveal(schema, value, (one) => {
    const [found, text] = texts[next++] ?? [];
    if (found?.value !== one.value)
      throw new Error(`CLASSIFIED_LEAK: the answer changed while it was revealed, at ${one.path}. Maybe a toJSON gives something else each time.`);
    return text;
  });
}
