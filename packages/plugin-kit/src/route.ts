import type { Static, TObject, TSchema } from "typebox";
import type { HandlerContext, PluginContext } from "./context.js";
import type { AnyPlugin, Permission } from "./plugin.js";
import type { Place, Scope } from "./place.js";

type Places = Place | readonly Place[];

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type Names<S extends string> = S extends `${string}:${infer N}/${infer R}` ? N | Names<`/${R}`> : S extends `${string}:${infer N}` ? N : never;
export type PathParams<S extends string> = { readonly [K in Names<S>]: string };

/** Who may call: a permission, anyone at all, or anyone who is signed in. */
export type May<P extends AnyPlugin = AnyPlugin> = P["permissions"][keyof P["permissions"]] | "anyone" | "signed-in";

/** A file a handler gives instead of JSON, written from values already revealed for its reader. */
export interface FileAnswer {
  readonly file: string;
  readonly type: string;
  readonly body: Uint8Array | string;
  /** Programs ask for it again and again, as for a calendar: it has an ETag, and whoever has it already is answered 304. */
  readonly revalidates?: boolean;
}

export interface Route<Path extends string = string, Body extends TSchema = TSchema, Query extends TSchema = TSchema, Returns extends TSchema = TSchema> {
  readonly path: Path;
  readonly summary: string;
  readonly may: Permission | "anyone" | "signed-in";
  /**
   * The place of the row, "list" (many rows, narrowed by scope), "self" (only rows of the actor) or "none" (no row at all). Of a row that lies at several
   * places, as a day with its compounds, whoever has the permission at one of them reaches it; the handler shows what is theirs.
   */
  readonly at: "list" | "self" | "none" | ((ctx: any) => Places | Promise<Places>);
  readonly body?: Body;
  readonly query?: Query;
  readonly returns: Returns;
  /** Runs outside the write lane before it: hashing, plans, files. Its result is `prepared`. */
  readonly prepare?: (ctx: any) => Promise<unknown>;
  readonly handle: (ctx: any) => Promise<unknown>;
  /** A set-based twin for a hot path: all waiting requests in one go, one answer or error each. */
  readonly handleMany?: (requests: readonly any[]) => Promise<readonly unknown[]>;
  /** GET by default reads; a POST may say that it only reads. */
  readonly reads?: boolean;
  /** Raw upload of at most this many bytes instead of a JSON body: `body` is then `{ name, bytes }`. */
  readonly upload?: number;
  /** At most so many calls in so many minutes from one network address, or from one account; more are refused with 429. For addresses anyone may call. */
  readonly limit?: RouteLimit;
}

export interface RouteLimit {
  readonly most: number;
  readonly minutes: number;
}

type ScopeFor<At> = At extends "list" ? { readonly scope: Scope } : {};
type PreparedFor<Prep> = unknown extends Prep ? {} : { readonly prepared: Prep };
export type RouteContext<P extends AnyPlugin, S, Path extends string, B extends TSchema, Q extends TSchema> = HandlerContext<P, S> & {
  readonly params: PathParams<Path>;
  readonly body: Static<B>;
  readonly query: Static<Q>;
};
type AtOf<P extends AnyPlugin, S, Path extends string, B extends TSchema, Q extends TSchema> =
  "list" | "self" | "none" | ((ctx: RouteContext<P, S, Path, B, Q>) => Places | Promise<Places>);

export interface RouteSpec<P extends AnyPlugin, S, Path extends string, B extends TSchema, Q extends TSchema, R extends TSchema, At, Prep> {
  summary: string;
  may: May<P>;
  at: At;
  body?: B;
  query?: Q;
  returns: R;
  reads?: boolean;
  upload?: number;
  limit?: RouteLimit;
  prepare?(ctx: RouteContext<P, S, Path, B, Q>): Promise<Prep>;
  handle(ctx: RouteContext<P, S, Path, B, Q> & ScopeFor<At> & PreparedFor<Prep>): Promise<Static<R> | FileAnswer>;
  handleMany?(requests: readonly RouteContext<P, S, Path, B, Q>[]): Promise<readonly (Static<R> | Error)[]>;
}

export interface Listener {
  readonly event: string;
  readonly handle: (payload: any, ctx: any, delivery: { readonly eventId: string }) => Promise<void>;
}
export interface Job {
  readonly id: string;
  /** Cron pattern in the community's zone, or "every 1 minute" style seconds: "@every 60". */
  readonly every: string;
  readonly run: (ctx: any) => Promise<void>;
}
export interface Command {
  readonly id: string;
  readonly describe: string;
  readonly run: (ctx: any, args: readonly string[]) => Promise<unknown>;
}
/** What a task may do: read, write in turns of the lane, work in a thread, tell how far it is. */
export interface TaskContext<Ctx = any> {
  /** Aborted when somebody asks to stop or the server is stopped: end with the best there is. */
  readonly signal: AbortSignal;
  /** Plain data, shown to whoever asks how far it is. */
  tell(progress: unknown): void;
  read<T>(work: (ctx: Ctx) => Promise<T>): Promise<T>;
  write<T>(work: (ctx: Ctx) => Promise<T>): Promise<T>;
  /**
   * As `runInWorker`, with this task's signal; what the worker tells is what the task tells. `isFinished`: short work on what was found, done to its end
   * though the task was asked to stop.
   */
  runInWorker(module: string | URL, request: object, options?: { readonly isFinished?: boolean }): Promise<unknown>;
}
export interface Task {
  readonly id: string;
  readonly run: (task: TaskContext, input: any) => Promise<void>;
}
/** A question doctor asks: an invariant as a query that must give no row. */
export interface Checkup {
  readonly id: string;
  readonly describe: string;
  readonly run: (ctx: any) => Promise<readonly string[]>;
}

/** Rows that must stay as they were kept: each was given to `ctx.prove` once, and `lianxin verify` compares them with the audit. */
export interface Proof {
  readonly action: string;
  /** What is proved, as a noun: "会议过程". */
  readonly describe: string;
  /** What is kept of these ids now, as it was given to `prove`; what is gone is left out. */
  readonly contents: (ctx: any, ids: readonly string[]) => Promise<ReadonlyMap<string, unknown>>;
  /** How many rows are kept in all. */
  readonly count: (ctx: any) => Promise<number>;
}

type EventsOf<P extends AnyPlugin> =
  P["events"][keyof P["events"]] | (P["dependsOn"] extends readonly (infer D)[] ? (D extends AnyPlugin ? D["events"][keyof D["events"]] : never) : never);

/** Everything a plugin's handlers can reach, typed once. Each plugin calls it in `services.ts`. */
export function handlersFor<P extends AnyPlugin, S>(_plugin: P, _services: (ctx: PluginContext<P>) => S) {
  return {
    route: <
      const Path extends `${Method} /${string}`,
      R extends TSchema,
      const At extends AtOf<P, S, Path, B, Q>,
      B extends TSchema = TObject<{}>,
      Q extends TSchema = TObject<{}>,
      Prep = unknown,
    >(
      path: Path,
      spec: RouteSpec<P, S, Path, B, Q, R, At, Prep>,
    ): Route<Path, B, Q, R> => ({ ...spec, path }) as never,
    on: <E extends EventsOf<P>>(
      event: E,
      handle: (
        payload: E extends { payload: infer T extends TSchema } ? Static<T> : never,
        ctx: HandlerContext<P, S>,
        delivery: { readonly eventId: string },
      ) => Promise<void>,
    ): Listener => ({ event: (event as { id: string }).id, handle }),
    job: (id: string, spec: { every: string; run(ctx: HandlerContext<P, S>): Promise<void> }): Job => ({ id, ...spec }),
    command: (id: string, spec: { describe: string; run(ctx: HandlerContext<P, S>, args: readonly string[]): Promise<unknown> }): Command => ({ id, ...spec }),
    task: <Input>(id: string, run: (task: TaskContext<HandlerContext<P, S>>, input: Input) => Promise<void>): Task => ({ id, run }),
    proof: (
      action: string,
      spec: {
        describe: string;
        contents(ctx: PluginContext<P> & { services: S }, ids: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
        count(ctx: PluginContext<P> & { services: S }): Promise<number>;
      },
    ): Proof => ({ action, ...spec }),
    checkup: (id: string, spec: { describe: string; run(ctx: PluginContext<P> & { services: S }): Promise<readonly string[]> }): Checkup => ({ id, ...spec }),
  };
}
