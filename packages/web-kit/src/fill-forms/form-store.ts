import { signal, type Signal } from "@preact/signals";
import { browserPorts } from "@lianxin/web-kit";
import { dropDraft, readDraft, writeDraft } from "./draft.js";
import { problemsIn, problemsOf, type FormProblem } from "./form-problems.js";
import { tidyText } from "./tidy.js";
import type { FormSpec, FormState } from "./use-form.js";

const pause = 2000;

/** What `useForm` keeps between renders. Its members are assigned, not declared as fields: the oldest Safari we build for would need a helper for each. */
export class FormStore<V extends object, R> implements FormState<V> {
  declare spec: FormSpec<V, R>;
  declare readonly values: Signal<V>;
  declare readonly problems: Signal<readonly FormProblem[]>;
  declare readonly tried: Signal<number>;
  declare readonly isSending: Signal<boolean>;
  declare readonly keptAt: Signal<number | undefined>;
  declare readonly isRestored: Signal<boolean>;
  declare private lastSent: { readonly body: string; readonly key: string };
  declare private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(spec: FormSpec<V, R>) {
    const draft = spec.draft && readDraft(spec.draft);
    const values = signal<V>({ ...spec.start, ...draft });
    Object.assign(this, { spec, values, problems: signal([]), tried: signal(0), isSending: signal(false) });
    Object.assign(this, { keptAt: signal(undefined), isRestored: signal(draft !== undefined), lastSent: { body: "", key: "" } });
  }

  set<K extends keyof V>(name: K, value: V[K]): void {
    this.values.value = { ...this.values.peek(), [name]: value };
    if (this.spec.draft) this.waiting ??= setTimeout(() => this.keep(), pause);
  }

  startOver(): void {
    this.forget();
    this.values.value = this.spec.start;
    this.problems.value = [];
  }

  async submit(): Promise<void> {
    if (this.isSending.peek()) return;
    const values = this.tidied();
    const found = problemsOf({ ...this.spec.check?.(values) });
    if (found.length > 0) return this.refuse(found);
    this.isSending.value = true;
    try {
      await this.send(values);
    } catch (error) {
      this.refuse(problemsIn(error));
    } finally {
      this.isSending.value = false;
    }
  }

  /** Keeps what is still waiting when the page goes away. */
  keepDrafts(): () => void {
    const keepNow = () => void (this.waiting !== undefined && this.keep());
    addEventListener("pagehide", keepNow);
    return () => {
      removeEventListener("pagehide", keepNow);
      keepNow();
    };
  }

  private async send(values: V): Promise<void> {
    const answer = await this.spec.send(values, this.keyFor(values));
    this.lastSent = { body: "", key: "" };
    this.problems.value = [];
    this.forget();
    await this.spec.onDone?.(answer);
  }

  private keyFor(values: V): string {
    const body = JSON.stringify(values);
    if (body !== this.lastSent.body) this.lastSent = { body, key: browserPorts.newKey() };
    return this.lastSent.key;
  }

  private tidied(): V {
    const tidy = this.spec.tidy as Readonly<Record<string, (text: string) => string>> | undefined;
    const entries = Object.entries(this.values.peek()).map(([name, value]) => [
      name,
      typeof value === "string" ? (tidy?.[name] ?? tidyText)(value) : (value as unknown),
    ]);
    return Object.fromEntries(entries) as V;
  }

  private refuse(problems: readonly FormProblem[]): void {
    this.problems.value = problems;
    this.tried.value++;
  }

  private keep(): void {
    clearTimeout(this.waiting);
    this.waiting = undefined;
    if (this.spec.draft) this.keptAt.value = writeDraft(this.spec.draft, this.values.peek());
  }

  private forget(): void {
    clearTimeout(this.waiting);
    this.waiting = undefined;
    this.isRestored.value = false;
    this.keptAt.value = undefined;
    if (this.spec.draft) dropDraft(this.spec.draft.key);
  }
}
