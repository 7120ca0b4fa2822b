import { expect, test } from "vitest";
import { planAccount } from "./plan-account.js";

test("sends of the ways in only those that were given", () => {
  const given = { community: "光明路社区", name: "王秀珍", phone: "19900000001", mail: "", password: "" };

  expect(planAccount("t0k3n", given)).toEqual({ token: "t0k3n", community: "光明路社区", name: "王秀珍", phone: "19900000001" });
});
