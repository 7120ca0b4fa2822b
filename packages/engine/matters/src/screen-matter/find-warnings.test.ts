import { expect, test } from "vitest";
import { describeWarnings, findWarningCodes } from "./find-warnings.js";

test("spending the maintenance fund warns, by a tick or by the words, once", () => {
  const told = [
    findWarningCodes({ usesMaintenanceFund: true }, []),
    findWarningCodes({}, ["挡土墙坍了", "想用维修资金重建"]),
    findWarningCodes({ usesMaintenanceFund: true }, ["动用维修基金"]),
    findWarningCodes({ usesMaintenanceFund: false }, ["楼道灯不亮", null]),
  ];

  expect(told).toEqual([["maintenance_fund"], ["maintenance_fund"], ["maintenance_fund"], []]);
});

test("what the owners decide together warns by its words, and the tick adds nothing where the words say more", () => {
  expect(findWarningCodes({}, ["解聘现物业公司", null])).toEqual(["manager"]);
  expect(findWarningCodes({ usesMaintenanceFund: true }, ["续筹维修资金每户 500 元"])).toEqual(["maintenance_fund_raise"]);
  expect(findWarningCodes({ usesMaintenanceFund: true }, ["更换物业公司"])).toEqual(["manager", "maintenance_fund"]);
});

test("a warning names the body that may decide and the law", () => {
  expect(describeWarnings(["maintenance_fund", "gone"])).toEqual([{ code: "maintenance_fund", competentBody: "owners_assembly", citation: "民法典第278条" }]);
});
