import { Type, type Static, type TObject, type TSchema } from "typebox";
import type { Kysely } from "kysely";
import type { DatabaseFrom, Table, Underscored, View, ViewsOf } from "./table.js";

declare const phantom: unique symbol;
/** A type that travels with a value, without a value of its own. */
export interface TypeOnly<T> {
  readonly [phantom]?: T;
}
/** What others may call as `use.volunteerDays`. */
export const provides = <T>(): TypeOnly<T> => ({});

export interface Permission {
  readonly id: string;
  readonly label: string;
}
export interface EventType<S extends TSchema = TSchema> {
  readonly id: string;
  readonly version: number;
  readonly payload: S;
}
export interface EventSpec<S extends TSchema = TSchema> {
  readonly version: number;
  readonly payload: S;
}
/** Something that happened, with a versioned payload; ids only, never contact or sensitive values. */
export const event = <S extends TSchema>(version: number, payload: S): EventSpec<S> => ({ version, payload });

type Foreign<Id extends string, Ts> = {
  [K in keyof Ts]: Ts[K] extends Table<infer N, any> ? (N extends `${Underscored<Id>}_${string}` ? never : N) : never;
}[keyof Ts];
type OwnTables<Id extends string, Ts> = [Foreign<Id, Ts>] extends [never] ? unknown : { "must start with the plugin id": Foreign<Id, Ts> };

export interface Plugin<
  Id extends string = string,
  Deps = any,
  Ts = any,
  Vs = any,
  Provides = any,
  Perms = any,
  Events = any,
  Config extends TObject = TObject,
  Messages = any,
  Purposes = any,
> {
  readonly id: Id;
  readonly engine?: string;
  readonly dependsOn: Deps;
  readonly tables: Ts;
  readonly views: Vs;
  readonly provides: TypeOnly<Provides>;
  readonly permissions: { readonly [K in keyof Perms]: Permission };
  readonly events: { readonly [K in keyof Events]: Events[K] extends EventSpec<infer S> ? EventType<S> : never };
  readonly purposes: Purposes;
  readonly config: Config;
  readonly messages: Messages;
}
export type AnyPlugin = Plugin<any, any, any, any, any, any, any, any, any, any>;

const named = <T, R>(entries: Record<string, T> | undefined, make: (key: string, value: T) => R) =>
  Object.fromEntries(Object.entries(entries ?? {}).map(([key, value]) => [key, make(key, value)]));

/**
 * What a plugin is: data only, at most 40 lines an organiser can read.
 *
 * @example
 * export const hello = definePlugin({ id: "hello", tables: { greeting }, permissions: { greet: "问好" }, messages: zhCN });
 */
export function definePlugin<
  const Id extends string,
  const Deps extends readonly AnyPlugin[] = [],
  Ts extends Record<string, Table> = {},
  Vs extends Record<string, View> = {},
  Provides = {},
  const Perms extends Record<string, string> = {},
  Events extends Record<string, EventSpec> = {},
  Config extends TObject = TObject<{}>,
  const Messages extends Record<string, string> = {},
  const Purposes extends Record<string, string> = {},
>(spec: {
  id: Id;
  /** Range of engine versions it works with, "^0.1.0". */
  engine?: string;
  /** Plugins it calls, reads or listens to; values, so that their types flow. */
  dependsOn?: Deps;
  tables?: Ts & OwnTables<Id, Ts>;
  /** What others may read, by versioned name: `{ v1_shift: view({...}) }`. */
  views?: Vs;
  provides?: TypeOnly<Provides>;
  permissions?: Perms;
  events?: Events;
  /** Reasons for which classified values may be disclosed to a computation. */
  purposes?: Purposes;
  config?: Config;
  /** The Chinese texts; other languages come with `defineServer` and are complete or refuse the start. */
  messages?: Messages;
}): Plugin<Id, Deps, Ts, Vs, Provides, Perms, Events, Config, Messages, Purposes> {
  return {
    id: spec.id,
    ...(spec.engine ? { engine: spec.engine } : {}),
    dependsOn: spec.dependsOn ?? [],
    tables: spec.tables ?? {},
    views: spec.views ?? {},
    provides: {},
    permissions: named(spec.permissions, (key, label) => ({ id: `${spec.id}.${key}`, label })),
    events: named(spec.events, (key, { version, payload }) => ({ id: `${spec.id}.${key}`, version, payload })),
    purposes: spec.purposes ?? {},
    config: spec.config ?? Type.Object({}),
    messages: spec.messages ?? {},
  } as never;
}

type Union<T> = (T extends unknown ? (x: T) => 0 : never) extends (x: infer I) => 0 ? I : never;
type Flat<T> = { [K in keyof T]: T[K] };
export type CamelCased<S extends string> = S extends `${infer A}-${infer B}` ? `${A}${Capitalize<CamelCased<B>>}` : S;
export const camelCased = (id: string): string => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

export type DepsOf<P> = P extends { dependsOn: readonly (infer D)[] } ? D : never;
type ViewsOfPlugin<P> = P extends { id: infer Id extends string; views: infer Vs } ? ViewsOf<Id, Vs> : never;
export type ProvidesOf<P> = P extends { provides: TypeOnly<infer T> } ? T : never;
/** Own tables and views, and the published views of what it declares in `dependsOn`. Nothing else compiles. */
export type DatabaseOf<P> = P extends { tables: infer Ts }
  ? Flat<DatabaseFrom<Ts> & ViewsOfPlugin<P> & ([DepsOf<P>] extends [never] ? {} : Union<ViewsOfPlugin<DepsOf<P>>>)>
  : never;
export type UseOf<P> = { readonly [D in DepsOf<P> as D extends { id: infer I extends string } ? CamelCased<I> : never]: ProvidesOf<D> };
export type MessageKey<P> = P extends { id: infer I extends string; messages: infer M } ? `${I}.${keyof M & string}` : never;
export type PermissionId<P> = P extends { id: infer I extends string; permissions: infer M } ? `${I}.${keyof M & string}` : never;
export type ConfigOf<P> = P extends { config: infer C extends TSchema } ? Static<C> : never;
export type PluginDb<P> = Kysely<DatabaseOf<P>>;
