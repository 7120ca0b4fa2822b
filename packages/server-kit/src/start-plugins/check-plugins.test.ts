import { col, definePlugin, defineErrors, defineServer, table, type ServerPart } from "@lianxin/plugin-kit";
import { expect, test } from "vitest";
import { checkPlugins, fitsRange } from "./check-plugins.js";
import { orderPlugins } from "./order-plugins.js";

const part = (manifest: Parameters<typeof definePlugin>[0], more: object = {}): ServerPart =>
  defineServer(definePlugin(manifest as never), { services: () => ({}), ...more } as never) as unknown as ServerPart;
const rights = part({ id: "rights" }, { authority: () => null });
const check =
  (...parts: ServerPart[]) =>
  () =>
    checkPlugins([...parts, rights], "0.1.0");

test("plugins come after those they depend on", () => {
  const [a, b] = [definePlugin({ id: "a" }), definePlugin({ id: "b" })];
  const c = part({ id: "c", dependsOn: [b, a] } as never);

  const ordered = orderPlugins([c, part(b as never), part(a as never)]);

  expect(ordered.map((p) => p.plugin.id)).toEqual(["b", "a", "c"]);
});

test("a missing dependency and a circle are named", () => {
  const [a, b] = [{ id: "a" } as any, { id: "b" } as any];
  const circle = [{ plugin: { ...a, dependsOn: [b] } }, { plugin: { ...b, dependsOn: [a] } }] as never;

  expect(() => orderPlugins([part({ id: "c", dependsOn: [definePlugin({ id: "lost" })] } as never)])).toThrow(
    'The plugin (c) depends on (lost), which is not enabled.\nMaybe add "lost"',
  );
  expect(() => orderPlugins(circle)).toThrow("in a circle: a → b → a");
});

test.each([
  ["two plugins with one id", [part({ id: "x" }), part({ id: "x" })], 'Two plugins call themselves "x"'],
  ["an id that is another's and a dash", [part({ id: "volunteer" }), part({ id: "volunteer-days" })], "cannot live together"],
  ["another engine", [part({ id: "x", engine: "^0.2.0" })], "was made for Lianxin ^0.2.0; this is 0.1.0"],
  ["a table outside its prefix", [part({ id: "x", tables: { t: table("y_t", { id: col.id() }) } } as never)], "which does not start with x_"],
  [
    "a subject that is no column",
    [part({ id: "x", tables: { t: table("x_t", { id: col.id(), p: col.contact("who") } as never) } } as never)],
    'the person in "who", which is no column',
  ],
  ["a route that says nothing of who may", [part({ id: "x" }, { routes: { r: { path: "GET /r", at: "none" } } })], "does not say who may call it"],
  ["a route that says nothing of its place", [part({ id: "x" }, { routes: { r: { path: "GET /r", may: "anyone" } } })], "does not say at which place"],
  [
    "two routes at one address",
    [part({ id: "x" }, { routes: { a: { path: "GET /r", may: "anyone", at: "none" }, b: { path: "GET /r", may: "anyone", at: "none" } } })],
    'two routes "GET /r"',
  ],
  ["a text missing in English", [part({ id: "x", messages: { hello: "你好" } } as never)], 'no English text for "hello"'],
  ["a refusal without words", [part({ id: "x" }, { errors: defineErrors("x", { full: { status: 409 } }) })], 'no text "error.full"'],
])("the start is refused with a sentence for %s", (_, parts, sentence) => {
  expect(check(...(parts as ServerPart[]))).toThrow(sentence);
});

test("exactly one plugin says who may do what", () => {
  expect(() => checkPlugins([part({ id: "x" })], "0.1.0")).toThrow("No enabled plugin says who may do what");
  expect(() => checkPlugins([rights, part({ id: "y" }, { authority: () => null })], "0.1.0")).toThrow("rights and y");
});

test("below one the minor version is the breaking part", () => {
  expect([
    fitsRange("^0.1.0", "0.1.4"),
    fitsRange("^0.1.2", "0.1.1"),
    fitsRange("^0.1.0", "0.2.0"),
    fitsRange("^1.2.0", "1.9.0"),
    fitsRange("^1.2.0", "2.0.0"),
  ]).toEqual([true, false, false, true, false]);
});
