import { expect, test } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import { drawStates } from "./draw-states.js";
import { moves } from "./matter-state.js";
import { referralMoves } from "./referral-state.js";

test("the drawing in docs/states shows the tables as they are, every state and move with its word", async () => {
  const wordOf = (key: string) => {
    const word = (zhCN as Readonly<Record<string, string>>)[key];
    if (!word) throw new Error(`There is no word for ${key}.`);
    return word;
  };

  const page = drawStates(
    "States of matters",
    [
      { title: "matter", first: ["proposed", "screening", "accepted"], moves, words: "state" },
      { title: "referral", first: ["sent"], moves: referralMoves, words: "referral" },
    ],
    wordOf,
  );

  await expect(page).toMatchFileSnapshot("../../../../../docs/states/matters.md");
});
