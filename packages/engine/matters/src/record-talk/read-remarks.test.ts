import { expect, test } from "vitest";
import { readRemarks } from "./read-remarks.js";

test("reads a remark a line, without its number, with what was answered on the spot", () => {
  const remarks = readRemarks("1. 楼道灯不亮\n\n（2）几点关门 答：晚上十点\r\n3、垃圾桶太少\n42号水沟臭 当场答复： 明天去看");

  expect(remarks).toEqual([
    { title: "楼道灯不亮" },
    { title: "几点关门", answer: "晚上十点" },
    { title: "垃圾桶太少" },
    { title: "42号水沟臭", answer: "明天去看" },
  ]);
});

test("leaves out lines that say nothing, and cuts what is too long", () => {
  const remarks = readRemarks(`  \n5.\n答：没有问\n${"长".repeat(120)}`);

  expect(remarks).toEqual([{ title: "长".repeat(100) }]);
});
