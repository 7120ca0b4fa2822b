import { expect, test } from "vitest";
import { loadDoors } from "./load-doors.js";
import { doorFile, makeDoorSources } from "./test-doors.js";

test("writes one release into every address and over the zeros of every script", () => {
  const { files, release, html, shell } = loadDoors(makeDoorSources());

  const scripts = [...files].filter(([address]) => address.endsWith(".js")).map(([, file]) => String(file.body));
  expect(release).toMatch(/^[0-9a-f]{8}$/);
  expect([...files.keys()]).toEqual(
    expect.arrayContaining([
      `/_m/${release}/preact.js`,
      `/_p/hello/${release}/Page-2.js`,
      `/assets/${release}/index-Ab1.js`,
      `/assets/${release}/boot.js`,
      `/assets/${release}/icon.svg`,
    ]),
  );
  expect(scripts.join()).not.toContain("/_m/00000000/");
  expect(scripts.join()).toContain(`/_m/${release}/web-kit.js`);
  expect(html).toContain(`src="/assets/${release}/boot.js"`);
  expect(shell).toBe(`/assets/${release}/index-Ab1.js`);
});

test("changes the release when a shared module or the shell changes, and only then", () => {
  const usual = loadDoors(makeDoorSources()).release;

  const again = loadDoors(makeDoorSources()).release;
  const otherModule = loadDoors(makeDoorSources({ shell: { "_m/preact.js": "export const h = 2;" } })).release;
  const otherBoot = loadDoors(makeDoorSources({ shell: { "shell/boot.js": "location;" } })).release;

  expect(again).toBe(usual);
  expect(new Set([usual, otherModule, otherBoot]).size).toBe(3);
});

test("keeps everything under a release for ever and asks again for the list", () => {
  const { files, release } = loadDoors(makeDoorSources());

  expect(files.get(`/_p/hello/${release}/web-1.js`)?.cache).toContain("immutable");
  expect(files.get("/_m/plugins.json")?.cache).toBe("no-cache");
  expect(files.has(`/_p/hello/${release}/door.json`)).toBe(false);
});

test.each([
  [
    "another major of a shared module",
    { preact: "12.0.0" },
    "@neighbours/hello was built with preact 12.0.0, but this server shares 11.2.0.\nMaybe install the version of @neighbours/hello that was built for preact 11.",
  ],
  [
    "a newer minor",
    { preact: "11.3.0" },
    "@neighbours/hello was built with preact 11.3.0, which is newer than this server's 11.2.0.\nMaybe update Lianxin first.",
  ],
  [
    "another minor before 1.0",
    { "@lianxin/web-kit": "0.0.9" },
    "@neighbours/hello was built with @lianxin/web-kit 0.0.9, but this server shares 0.1.0.\nMaybe install the version of @neighbours/hello that was built for @lianxin/web-kit 0.1.",
  ],
  [
    "a module that is not shared",
    { react: "19.0.0" },
    "@neighbours/hello was built with react 19.0.0, which this server does not share.\nMaybe the plugin is for another major version of Lianxin.",
  ],
])("refuses %s with a sentence", (_, builtWith, sentence) => {
  const sources = makeDoorSources({ door: doorFile({ builtWith }) });

  expect(() => loadDoors(sources)).toThrow(sentence);
});

test("takes an older minor and a patch of its own major", () => {
  const sources = makeDoorSources({ door: doorFile({ builtWith: { preact: "11.0.7", "@lianxin/web-kit": "0.1.9" } }) });

  expect(loadDoors(sources).doors.map((door) => door.id)).toEqual(["hello"]);
});

test("passes over a plugin whose package exports no pages", () => {
  const sources = makeDoorSources({ manifest: { exports: { ".": "./index.js" } } });

  expect(loadDoors(sources).doors).toEqual([]);
});

test("refuses a plugin that is not here, one that is listed twice, a broken door and a missing build", () => {
  const sources = makeDoorSources();

  expect(() => loadDoors({ ...sources, plugins: ["@neighbours/absent"] })).toThrow(
    'The plugin @neighbours/absent is enabled but its web door is not here.\nMaybe run "npm install @neighbours/absent", or build it with "npm run web".',
  );
  expect(() => loadDoors({ ...sources, plugins: ["@neighbours/hello", "@neighbours/hello"] })).toThrow('Two plugins call themselves "hello".');
  expect(() => loadDoors(makeDoorSources({ door: "{" }))).toThrow("The web door of @neighbours/hello is not a door.json");
  expect(() => loadDoors({ ...sources, webDist: `${sources.root}/none` })).toThrow('Maybe run "npm run web" first.');
});
