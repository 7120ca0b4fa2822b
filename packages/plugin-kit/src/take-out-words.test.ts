import fc from "fast-check";
import { expect, test } from "vitest";
import { Classified } from "./classified.js";
import { rowsWithout, takeOutWords, takenOut } from "./take-out-words.js";

test("words are taken out of every text of a value, however deep, and everything else stays", () => {
  const value = { words: "请打 19900001111 找他，19900001111", at: 7, more: [{ note: "19900001111" }, null, "别的"] };

  expect(takeOutWords(value, "19900001111")).toEqual({ words: `请打 ${takenOut} 找他，${takenOut}`, at: 7, more: [{ note: takenOut }, null, "别的"] });
});

test("a value without the words is the same one", () => {
  const value = { words: ["一", { two: "二" }] };

  expect(takeOutWords(value, "三")).toBe(value);
});

test("with keys only what stands under them is touched, so that no kind and no id changes", () => {
  const command = { kind: "move", itemId: "move", text: "move 三号楼", parts: [{ title: "move", partId: "move" }] };

  expect(takeOutWords(command, "move", new Set(["text", "title"]))).toEqual({
    ...{ kind: "move", itemId: "move", text: `${takenOut} 三号楼` },
    parts: [{ title: takenOut, partId: "move" }],
  });
});

test("a sealed value is left alone", () => {
  const sealed = { phone: Object.create(Classified.prototype) as Classified<string> };

  expect(takeOutWords(sealed, "1")).toBe(sealed);
});

test("signs that mean something in a pattern or a replacement are words like others", () => {
  expect(takeOutWords("花 $& 元 (.*)", "$& 元 (.*)")).toBe(`花 ${takenOut}`);
});

test("words that are part of the mark are taken out beside it, never out of it", () => {
  expect(takeOutWords(`${takenOut}后删去`, "删去")).toBe(`${takenOut}后${takenOut}`);
});

test("whatever stood there, the words stand nowhere after it", () => {
  fc.assert(
    fc.property(
      fc.json(),
      fc.string({ minLength: 2, maxLength: 4 }).filter((words) => !takenOut.includes(words)),
      (json, words) => {
        const value = { given: JSON.parse(json) as unknown };
        const texts: string[] = [];
        const collect = (one: unknown): void => {
          if (typeof one === "string") texts.push(one);
          else if (typeof one === "object" && one !== null) Object.values(one).forEach(collect);
        };
        collect(takeOutWords(value, words));
        return texts.every((text) => !text.split(takenOut).some((piece) => piece.includes(words)));
      },
    ),
  );
});

test("only the rows and columns in which the words stand are changed", () => {
  const rows = [
    { id: "1", title: "张家的电话", note: "张家" },
    { id: "2", title: "别的", note: "张家" },
  ];

  expect(rowsWithout(rows, { columns: ["title"] }, "张家")).toEqual([{ id: "1", title: `${takenOut}的电话`, note: "张家" }]);
});
