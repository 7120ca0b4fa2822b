import type { ReadonlySignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { DraftSpec } from "./draft.js";
import type { FormProblem } from "./form-problems.js";
import { FormStore } from "./form-store.js";

export interface FormSpec<V extends object, R = unknown> {
  readonly start: V;
  /** How a text is meant, by field (`tidyPhone`, `tidyMail`); other texts lose the spaces at their ends. */
  readonly tidy?: { readonly [K in keyof V]?: (text: string) => string };
  /** What is wrong, by field in the order shown; runs at sending only, never while typing. */
  readonly check?: (values: V) => { readonly [K in keyof V]?: string | undefined };
  /** Sends the tidied values. The key stays the same while the values do, so that a retry cannot do it twice. */
  readonly send: (values: V, idempotencyKey: string) => Promise<R>;
  readonly onDone?: (answer: R) => void | Promise<void>;
  /** Keeps the named fields on the device every two seconds, through reloads, until sent. */
  readonly draft?: DraftSpec<V>;
}
export interface FormState<V extends object> {
  readonly values: ReadonlySignal<V>;
  readonly problems: ReadonlySignal<readonly FormProblem[]>;
  /** Counts refused attempts; the summary takes the focus at each. */
  readonly tried: ReadonlySignal<number>;
  readonly isSending: ReadonlySignal<boolean>;
  /** When the draft was last kept, milliseconds. */
  readonly keptAt: ReadonlySignal<number | undefined>;
  readonly isRestored: ReadonlySignal<boolean>;
  set<K extends keyof V>(name: K, value: V[K]): void;
  submit(): Promise<void>;
  /** Forgets draft, values and problems. */
  startOver(): void;
}

/**
 * The state of one form: values, what is wrong, the sending, the draft.
 *
 * @example
 * const form = useForm({ start: { what: "" }, check: (v) => ({ what: needed(v.what, t("matters.what")) }),
 *   send: (body, idempotencyKey) => api("POST /matters", { body, idempotencyKey }), onDone: ({ id }) => route(`/matters/${id}`),
 *   draft: { key: "matters.raise", fields: ["what"] } });
 */
export function useForm<V extends object, R>(spec: FormSpec<V, R>): FormState<V> {
  const store = useMemo(() => new FormStore<V, R>(spec), []);
  store.spec = spec;
  useEffect(() => store.keepDrafts(), []);
  return store;
}
