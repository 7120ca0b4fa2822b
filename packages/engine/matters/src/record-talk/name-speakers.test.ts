import { expect, test } from "vitest";
import { nameSpeakers } from "./name-speakers.js";

test("who said a remark stays with its words, and the others have nobody's name", () => {
  const speakers = { 楼道灯不亮: { id: "lan", fullName: "周兰" }, 删掉的一句: { id: "he", fullName: "何志远" } };

  expect(nameSpeakers([{ title: "垃圾桶太少" }, { title: "楼道灯不亮", answer: "明天换" }], speakers)).toEqual([
    { title: "垃圾桶太少" },
    { title: "楼道灯不亮", answer: "明天换", saidBy: "lan" },
  ]);
});
