import { expect, test } from "vitest";
import { readRemarks } from "./read-remarks.js";

test("reads a remark a line, without its number, with what was answered on the spot", () => {
  const remarks = readRemarks(
    "1. 楼道灯不亮\n\n（2）几点关门 答：晚上十点\r\n3、垃圾桶太少\n42号水沟臭 当场答复： 明天去看\n4）5 号楼漏水。答复：已报修\n能装灯吗？答：能",
  );

  expect(remarks).toEqual([
    { title: "楼道灯不亮" },
    { title: "几点关门", answer: "晚上十点" },
    { title: "垃圾桶太少" },
    { title: "42号水沟臭", answer: "明天去看" },
    { title: "5 号楼漏水。", answer: "已报修" },
    { title: "能装灯吗？", answer: "能" },
  ]);
});

test.each(["3.5 吨货车天天压坏路面", "12．5 米的路灯", "3、5 号楼没有水", "物业都回答：没有钱", "问了三次没人答复：还要等多久", "2026 年的账没有公布"])(
  "leaves the words of “%s” as they are",
  (line) => {
    expect(readRemarks(line)).toEqual([{ title: line }]);
  },
);

test("leaves out lines that say nothing", () => {
  expect(readRemarks(`  \n5.\n答：没有问`)).toEqual([]);
});

test("what a title does not hold is the detail, cut behind a clause where there is one", () => {
  const [sentence, endless] = readRemarks(`${"路".repeat(60)}，${"灯".repeat(60)}。 答：报修了\n${"长".repeat(120)}`);

  expect(sentence).toEqual({ title: `${"路".repeat(60)}，`, detail: `${"灯".repeat(60)}。`, answer: "报修了" });
  expect(endless).toEqual({ title: "长".repeat(100), detail: "长".repeat(20) });
});

test("no character of a line is lost, however long it is and wherever its clauses end", () => {
  for (let length = 1; length <= 320; length += 1) {
    const line = Array.from({ length }, (_, at) => ((at * at + length) % 37 === 0 ? "，" : "路")).join("");
    const [{ title = "", detail = "" } = {}] = readRemarks(line);

    expect(title + detail).toBe(line);
    expect([...title].length).toBeLessThanOrEqual(100);
  }
});
