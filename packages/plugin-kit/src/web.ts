/** A component; typed loosely here so that this package needs no Preact. */
type Component = (props: any) => any;
import type { Static } from "typebox";
import type { AnyPlugin, MessageKey, PermissionId } from "./plugin.js";
import type { PathParams, Route } from "./route.js";
import type { RoutesOf } from "./server-part.js";
import type { Classified } from "./classified.js";

/** Types of the browser's side; this entry has no code of typebox or kysely in it. */
export interface WebPage<P extends AnyPlugin = AnyPlugin> {
  readonly title: MessageKey<P>;
  /** Place in the menu; pages without one are reached by links. */
  readonly nav?: {
    readonly order: number;
    readonly icon: string;
    readonly group?: "work" | "help" | "books";
    /** One letter that leads here after `g`. */
    readonly key?: string;
  };
  /** A page that begins something: listed under “新建”, by this order. */
  readonly creates?: number;
  /** A page of settings: listed there, by this order. */
  readonly setting?: number;
  /** A public page that people without an account are led to from where one signs in, by this order. */
  readonly front?: number;
  /** Shown in the menu only to who holds it somewhere; the server decides each request anyway. */
  readonly may?: PermissionId<P>;
  /** A page for people without an account. */
  readonly isPublic?: boolean;
  /**
   * A public page that comes without the shell when it is opened by its address: one script with all it needs, its style in the page itself. It has no router, so
   * links load. `asks`: paths of this plugin's GET routes that it asks first, "/public/thursday"; their answers are under way with the script.
   */
  readonly alone?: { readonly asks: readonly string[] };
  readonly load: () => Promise<{ default: Component }>;
}
export interface WebCard {
  /** Where it stands: on Today, on a meeting, on a matter, as a step of the first run, or at a point that another plugin's page names, "children-activities.plan". */
  readonly on: "today" | "meeting" | "matter" | "begin" | `${string}.${string}`;
  readonly order: number;
  readonly load: () => Promise<{ default: Component }>;
}
/** One thing that was found. */
export interface Found {
  readonly href: string;
  readonly title: string;
  /** What tells it from others of the same title. */
  readonly note?: string;
}
/** How one kind of things is found by words from anywhere: 人, 事, 会, 办. */
export interface WebFind<P extends AnyPlugin = AnyPlugin> {
  /** The heading of the group. */
  readonly title: MessageKey<P>;
  readonly order: number;
  readonly may?: PermissionId<P>;
  readonly load: () => Promise<{ default: (words: string) => Promise<readonly Found[]> }>;
}
export interface WebDoor<P extends AnyPlugin = AnyPlugin> {
  readonly id: P["id"];
  readonly pages: Readonly<Record<string, WebPage<P>>>;
  readonly cards: readonly WebCard[];
  readonly finds: readonly WebFind<P>[];
}

/** What an answer looks like once it reached the browser: classified values have become (masked) text. */
export type Revealed<T> =
  T extends Classified<infer V> ? V : T extends readonly (infer E)[] ? Revealed<E>[] : T extends object ? { [K in keyof T]: Revealed<T[K]> } : T;

type BodyOf<R> = R extends Route<any, infer B, any, any> ? Static<B> : never;
type QueryOf<R> = R extends Route<any, any, infer Q, any> ? Static<Q> : never;
type PathOf<R> = R extends Route<infer Path, any, any, any> ? Path : never;
export interface CallInput<Path extends string, B, Q> {
  readonly params?: PathParams<Path>;
  readonly body?: B;
  readonly query?: Q;
  /** Same key, same answer; made anew for each form, kept through its retries. */
  readonly idempotencyKey?: string;
  /** The reader asks to see what is masked; what is shown is logged. */
  readonly asksToSee?: boolean;
}
/** Calls a plugin's routes by their path: `api("POST /greetings", { body: { words } })`. */
export type Client<S> = <Path extends PathOf<RoutesOf<S>>>(
  path: Path,
  input?: CallInput<Path, BodyOf<Extract<RoutesOf<S>, { path: Path }>>, QueryOf<Extract<RoutesOf<S>, { path: Path }>>>,
) => Promise<Extract<RoutesOf<S>, { path: Path }> extends Route<any, any, any, infer R> ? Revealed<Static<R>> : never>;
