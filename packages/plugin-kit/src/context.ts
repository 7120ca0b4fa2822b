import type { Classified } from "./classified.js";
import type { ErrorParams } from "./error.js";
import type { AnyPlugin, ConfigOf, EventType, PermissionId, PluginDb, UseOf } from "./plugin.js";
import type { Place } from "./place.js";
import type { PluginReadings } from "./readings.js";
import type { Static } from "typebox";

export type Language = "zh-CN" | "en";

/** Time and randomness as the platform gives them; read once per request, so that a request sees one moment. */
export interface Clock {
  /** This moment in UTC, "2026-09-09T07:00:00.000Z". */
  now(): string;
  /** Today in the community's zone, "2026-09-09". */
  today(): string;
  /** IANA zone, "Asia/Shanghai". */
  readonly zone: string;
}

/** Who asks: an account, the person it acts for, and what that person may do where. */
export interface Actor {
  /** "anonymous" when nobody is signed in. */
  readonly accountId: string;
  /** The person acted for; several people may share an account. */
  readonly personId: string | null;
  readonly isSignedIn: boolean;
  readonly language: Language;
}

/** A permission held at a place and everywhere below it. */
export interface Grant {
  readonly permission: string;
  readonly path: string;
}

/** How a signed-in person is shown to themselves. */
export interface Introduction {
  readonly name: string;
  readonly roles: readonly { readonly kind: string; readonly title: string; readonly place: string }[];
  /** Everybody the account may act for, itself first: linked people and those it is a proxy of. */
  readonly actsFor?: readonly { readonly id: string; readonly name: string }[];
}

/** Who may do and see what. One enabled plugin provides it (`directory`); the start is refused without it. */
export interface Authority {
  /** The person an account acts for: the one asked for when the account is linked to them, else its own; null when it has none. */
  personOf(accountId: string, asked: string | null): Promise<string | null>;
  introduce(actor: Actor): Promise<Introduction>;
  /** Makes the first person of an empty community, with every right there and the addresses they gave; called once, by the set-up link. */
  welcome(first: {
    readonly accountId: string;
    readonly name: string;
    readonly community: string;
    readonly addresses?: readonly { readonly kind: "phone" | "mail"; readonly address: string }[];
  }): Promise<string>;
  /** Is there exactly one registered person with this address? Then its proof may make their account. */
  expects?(address: { readonly kind: "phone" | "mail"; readonly address: string }): Promise<boolean>;
  /** An account just proved that it owns an address (it signed in with a code or link sent there): links it to the one person who has it. */
  recognise?(accountId: string, proved: { readonly kind: "phone" | "mail"; readonly address: string }): Promise<string | null>;
  /** Every grant of an actor at this moment; O(roles of the person). */
  grantsOf(actor: Actor, at: Place | "anywhere"): Promise<readonly Grant[]>;
  /** May this actor read contact or sensitive values about this person? */
  maySee(actor: Actor, dataClass: "contact" | "sensitive", subject: string): Promise<boolean>;
}

/** An office that is no person of the directory: its address is public, written in the configuration, and nothing has to be sealed. */
export interface OfficeAddress {
  readonly personId: null;
  readonly name: string;
  readonly address: string;
}

/** A message to one person or office, sent after the commit, at least once, with a stable id. */
export interface Letter {
  readonly channel: "mail" | "sms";
  readonly to: { readonly personId: string; readonly name: string; readonly address: Classified<string> } | OfficeAddress;
  /** Same key, same message: it is sent once. */
  readonly key: string;
  readonly subject: string;
  readonly text: string;
  /** Not sent before this instant in UTC: what can wait lets people sleep. At once when left out. */
  readonly notBefore?: string;
  /** An invitation, its change or its cancellation, as written by @lianxin/documents. */
  readonly calendar?: { readonly method: "REQUEST" | "CANCEL"; readonly ics: string };
  /** A document that goes with a mail: minutes, a list. Some dozen kB, as it is kept with the letter until it is sent. */
  readonly file?: { readonly name: string; readonly type: string; readonly bytes: Uint8Array };
}

/** A text that anybody can prove, without asking this server, to have been written by it: Ed25519, base64url. */
export interface Signature {
  readonly signature: string;
  /** Of this house for this plugin, for ever the same: SPKI DER in base64url. */
  readonly publicKey: string;
}

/** How work in a thread is watched and stopped. */
export interface WorkerOptions {
  /** Hears what the worker says on its way, about every 50 ms. */
  readonly onProgress?: (progress: unknown) => void;
  /** Asks the worker to stop with the best it has. */
  readonly signal?: AbortSignal;
}

/** "stopped": it ended with the best it had, because somebody asked or the server was stopped. */
export type TaskState = "waiting" | "running" | "done" | "stopped" | "failed";

/** How a task stands; `progress` is what it told last, `error` a code. */
export interface TaskStanding {
  readonly id: string;
  readonly state: TaskState;
  readonly progress: unknown;
  readonly error: string | null;
}

/** Work that a request starts and does not wait for. Its input holds ids and settings, never contact or sensitive values. */
export interface PluginTasks {
  /** In a route that writes: begins after the commit. Gives the task's id. */
  begin(task: string, input: object): Promise<string>;
  find(id: string): Promise<TaskStanding | undefined>;
  /** In a route that writes: asks it to stop with the best it has. */
  stop(id: string): Promise<void>;
}

/** The accounts behind the links of the plugin that says who may do what; no other plugin may use it. */
export interface PluginAccounts {
  /** Nobody signs in to it from now on, and its sessions end with the commit. */
  disable(accountId: string): Promise<void>;
  enable(accountId: string): Promise<void>;
  /** For good: its ways in, its password and its sessions are gone. */
  remove(accountId: string): Promise<void>;
  /** Which of these are disabled. */
  findDisabled(accountIds: readonly string[]): Promise<ReadonlySet<string>>;
}

export interface PluginContext<P extends AnyPlugin> {
  /** The plugin's own tables and the views it may read; in a route that reads it refuses to write. */
  readonly db: PluginDb<P>;
  readonly use: UseOf<P>;
  readonly config: ConfigOf<P>;
  readonly clock: Clock;
  /** Who asked; "anonymous" in jobs, listeners and check-ups. */
  readonly actor: Actor;
  /** UUIDv7 from the injected clock and randomness. */
  newId(): string;
  /** The full address of one of this server's pages, "/meetings/7", for letters and sheets. */
  linkTo(path: string): string;
  /** The keyed hash under which an exact contact value is found. */
  blind(value: string): string;
  /** Signs a text with the house's key for this plugin, so that paper can be proved where there is no network. */
  sign(text: string): Signature;
  /** Text of a message in a language. */
  text(key: string, params?: ErrorParams, language?: Language): string;
  /** The event goes out after the commit, in order per aggregate, at least once. */
  publish<K extends keyof P["events"] & string>(event: K, aggregate: string, payload: P["events"][K] extends EventType<infer S> ? Static<S> : never): void;
  /** After the commit, wakes whoever waits for this topic of the plugin's, in this process: a page that shows what has just changed. */
  wake(topic: string): void;
  /** In a route that reads: true when woken, false after so many milliseconds or when the server stops. Another process wakes nobody here, so look again at times. */
  waitFor(topic: string, milliseconds: number): Promise<boolean>;
  /** Does a letter of this channel leave the house, or has nobody named a gateway for it? Where none does, somebody has to be told in another way. */
  canSend(channel: Letter["channel"]): boolean;
  /** Queues a letter in the same transaction. */
  deliver(letter: Letter): void;
  /** Opens classified values for a purpose named in the manifest; one access-log row per call. */
  disclose(values: readonly Classified<string>[], purpose: keyof P["purposes"] & string): Promise<string[]>;
  /** Who read what the plugin keeps, when and for what: to be told to whom it is about, and to be counted. Whoever gets to see it is said by the route that asks. */
  readonly readings: PluginReadings;
  /**
   * Work longer than 50 ms, in a thread of its own: `module` is a package's door ("@lianxin/scheduling/worker") or a file of the plugin's. Call it in
   * `prepare`, never in the write lane. @throws WorkerFailed with the worker's code.
   */
  runInWorker(module: string | URL, request: object, options?: WorkerOptions): Promise<unknown>;
  /** Work of seconds or minutes that outlives its request; the plugin names its tasks in `defineServer`. */
  readonly tasks: PluginTasks;
  readonly accounts: PluginAccounts;
  /**
   * Erases a person from every plugin: destroys the key of what is sealed about them, overwrites what is internal about them, takes the
   * details out of audit rows about them. For the plugin that says who may do what; any other erases only whom it wrote down itself, by a
   * row whose columns are about its own id.
   */
  erase(subject: string): Promise<void>;
  /**
   * Letters to somebody the plugin wrote down that have not been sent go to `to` instead: called before one of two rows of one human is erased, as erasing takes
   * the letters away with the address. `null`: to nobody, as the address was a stranger's. Gives how many.
   */
  handOverLetters(subject: string, to: Letter["to"] | null): Promise<number>;
  /**
   * In a route that writes: does `work` whole or not at all. When it throws, nothing it wrote, published, audited or queued is left, and the request can go on
   * after it; the error is thrown on. One at a time, and no write of the request beside it. @throws what `work` throws.
   */
  wholly<T>(work: () => Promise<T>): Promise<T>;
  /** Writes an audit row in the same transaction: what was done to what, with ids only. */
  audit(action: string, target: string, detail?: Readonly<Record<string, unknown>>): void;
  /** Writes an audit row with the fingerprint of what was kept under `target`; the plugin's `proof` of that action lets `lianxin verify` compare it later. */
  prove(action: string, target: string, content: unknown): void;
  /**
   * Words were taken out of what was proved under `target`: the audit forgets the fingerprints it had of it, from which they could be guessed, says that
   * it did, and has one of what is left. The chains stay whole.
   */
  reprove(action: string, target: string, content: unknown): Promise<void>;
  /**
   * What the audit said more of an action on `target` than that it was is taken out, where an older version wrote down what it should not have; the audit says that
   * it was. The chains stay whole.
   */
  forgetDetails(action: string, target: string): Promise<void>;
}

export interface HandlerContext<P extends AnyPlugin, S> extends PluginContext<P> {
  readonly services: S;
  /** Does the actor hold this permission at this place? */
  may(permission: PermissionId<P>, place: Place): Promise<boolean>;
}
