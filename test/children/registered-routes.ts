import type { Running } from "@lianxin/testing";

/** As much of a JSON schema as a body is made from. */
export interface Shape {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly minimum?: number;
}
/** One route as the running server registered it. */
export interface Registered {
  readonly method: string;
  /** Null: the house's own, its path written out. */
  readonly plugin: string | null;
  /** "/homes/:homeId/children". */
  readonly path: string;
  readonly params: readonly string[];
  readonly query: readonly string[];
  readonly body: Shape | undefined;
  readonly reads: boolean;
  readonly isUpload: boolean;
}

/** Every route of a plugin: what the HTTP server registered, held against what the plugin declared. Throws when one is known to one side only. */
export function registeredRoutes({ app }: Running, plugin: string): readonly Registered[] {
  const part = app.platform.parts.find((one) => one.plugin.id === plugin)!;
  const declared = new Map(Object.values(part.routes).map((route) => [route.path, route]));
  const described = (app.http.swagger() as { paths: Record<string, Record<string, any>> }).paths;
  const found = Object.entries(described).flatMap(([address, methods]) =>
    Object.entries(methods).flatMap(([verb, { tags = [], requestBody, parameters = [] }]): Registered[] => {
      if (!tags.includes(plugin)) return [];
      const path = address.replace(`/api/${plugin}`, "").replace(/\{(\w+)\}/g, ":$1");
      const method = verb.toUpperCase();
      const route = declared.get(`${method} ${path}`);
      if (!route) throw new Error(`${method} ${path} is served and declared by nobody`);
      const body = requestBody?.content["application/json"]?.schema as Shape | undefined;
      const params = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!);
      const query = (parameters as { in: string; name: string }[]).filter((one) => one.in === "query").map(({ name }) => name);
      return [{ plugin, query, method, path, params, body, reads: method === "GET" || route.reads === true, isUpload: route.upload !== undefined }];
    }),
  );
  if (found.length !== declared.size) throw new Error(`${declared.size} routes are declared and ${found.length} are served`);
  return found;
}

/** Every route the server serves and describes but those of one plugin: of the other plugins as they are registered, and of the house itself, its records and its core. */
export function otherRoutes(running: Running, but: string): readonly Registered[] {
  const { app } = running;
  const plugins = app.platform.parts.map(({ plugin }) => plugin.id as string);
  const described = (app.http.swagger() as { paths: Record<string, Record<string, any>> }).paths;
  const ofTheHouse = Object.entries(described).flatMap(([address, methods]) =>
    Object.entries(methods).flatMap(([verb, { tags = [], parameters = [] }]): Registered[] => {
      if ((tags as string[]).some((tag) => plugins.includes(tag))) return [];
      const path = address.replace(/\{(\w+)\}/g, ":$1");
      const query = (parameters as { in: string; name: string }[]).filter((one) => one.in === "query").map(({ name }) => name);
      const params = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!);
      return [{ plugin: null, query, method: verb.toUpperCase(), path, params, body: undefined, reads: verb === "get", isUpload: false }];
    }),
  );
  const declared = plugins.filter((id) => id !== but && id !== "stub-authority").flatMap((id) => registeredRoutes(running, id));
  return [...declared, ...ofTheHouse];
}

export type Known = Readonly<Record<string, unknown>>;

/** A body that the schema takes: what is known by its name, else the least that is allowed; every field there is, required or not. */
export function bodyOf(shape: Shape | undefined, known: Known, name = ""): unknown {
  if (name in known) return known[name];
  if (!shape) return {};
  if (shape.enum) return shape.enum[0];
  if (shape.type === "object") return Object.fromEntries(Object.entries(shape.properties ?? {}).map(([key, one]) => [key, bodyOf(one, known, key)]));
  if (shape.type === "array") return (shape.minItems ?? 0) > 0 ? [bodyOf(shape.items, known, name.replace(/s$/, ""))] : [];
  if (shape.type === "boolean") return true;
  if (shape.type === "integer" || shape.type === "number") return shape.minimum ?? 1;
  return "x".repeat(Math.max(1, shape.minLength ?? 1));
}
