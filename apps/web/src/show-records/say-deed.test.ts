import { expect, test } from "vitest";
import { sayDeed } from "./say-deed.js";

const texts: Readonly<Record<string, string>> = { "directory.deed.person.add": "加了一位", "kit.deed.signIn.signedIn": "登录" };
const textOf = (key: string) => texts[key] ?? key;

test("says an action in the words of its plugin, and shows one without words as it was recorded", () => {
  expect([sayDeed("directory.person.add", textOf), sayDeed("meetings.raise", textOf), sayDeed("odd", textOf)]).toEqual(["加了一位", "meetings.raise", "odd"]);
});

test("says the deeds of signing in in the platform's words", () => {
  expect([sayDeed("sign-in.signedIn", textOf), sayDeed("sign-in.refused", textOf)]).toEqual(["登录", "sign-in.refused"]);
});
