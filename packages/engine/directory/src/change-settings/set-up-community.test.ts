import { expect, test } from "vitest";
import { kindByName } from "./set-up-community.js";

test("a house for a county or a township is one by its name, so that townships and villages fit below it", () => {
  const kinds = ["示例县", "渝水区", "示例市", "柳河镇", "东街街道", "光明路社区", "和平小区", "Guangming"].map(kindByName);

  expect(kinds).toEqual(["county", "county", "county", "town", "town", "community", "community", "community"]);
});
