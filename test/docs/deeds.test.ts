import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { deedsEn as adults } from "../../plugins/children-activities/src/messages/deeds.en.js";
import { deedsZhCN as adultsZh } from "../../plugins/children-activities/src/messages/deeds.zh-CN.js";
import { rungs } from "../../plugins/children-activities/src/hand-over/ladder.js";
import { deedsEn as asks } from "../../plugins/children-volunteers/src/messages/deeds.en.js";
import { deedsZhCN as asksZh } from "../../plugins/children-volunteers/src/messages/deeds.zh-CN.js";
import { deedsEn as pairs } from "../../plugins/elder-pairing/src/messages/deeds.en.js";
import { deedsZhCN as pairsZh } from "../../plugins/elder-pairing/src/messages/deeds.zh-CN.js";
import { deedsEn as days } from "../../plugins/volunteer-days/src/messages/deeds.en.js";
import { deedsZhCN as daysZh } from "../../plugins/volunteer-days/src/messages/deeds.zh-CN.js";
import { leaves } from "../../packages/engine/commitments/src/ask-leave/ask-leave.js";
import { commitmentMoves } from "../../packages/engine/commitments/src/keep-state/commitment-state.js";
import { counterClaimMachine, partMachine, requestMachine } from "../../packages/engine/commitments/src/keep-state/machines.js";
import { deedsEn as promises } from "../../packages/engine/commitments/src/messages/deeds.en.js";
import { deedsZhCN as promisesZh } from "../../packages/engine/commitments/src/messages/deeds.zh-CN.js";
import { deedsEn as books } from "../../packages/engine/directory/src/messages/deeds.en.js";
import { deedsZhCN as booksZh } from "../../packages/engine/directory/src/messages/deeds.zh-CN.js";
import { matterMoves } from "../../packages/engine/matters/src/keep-state/matter-state.js";
import { referralMoves } from "../../packages/engine/matters/src/keep-state/referral-state.js";
import { deedsEn as matters } from "../../packages/engine/matters/src/messages/deeds.en.js";
import { deedsZhCN as mattersZh } from "../../packages/engine/matters/src/messages/deeds.zh-CN.js";
import { meetingMachine } from "../../packages/engine/meetings/src/keep-state/machines.js";
import { deedsEn as meetings } from "../../packages/engine/meetings/src/messages/deeds.en.js";
import { deedsZhCN as meetingsZh } from "../../packages/engine/meetings/src/messages/deeds.zh-CN.js";

const root = join(import.meta.dirname, "../..");
const movesOf = (machine: { readonly moves: object }, before = "") => Object.keys(machine.moves).map((move) => `${before}${move}`);
const endsOf = ({ states }: { readonly states: readonly string[] }, before: string) => states.slice(1).map((state) => `${before}${state}`);

/** Each plugin with its words, and the actions whose names are put together while it runs. */
const plugins: readonly (readonly [folder: string, zh: object, en: object, composed: readonly string[]])[] = [
  ["packages/engine/directory", booksZh, books, []],
  ["packages/engine/matters", mattersZh, matters, [...matterMoves, ...Object.keys(referralMoves)]],
  ["packages/engine/meetings", meetingsZh, meetings, movesOf(meetingMachine)],
  [
    "packages/engine/commitments",
    promisesZh,
    promises,
    [
      ...commitmentMoves,
      ...movesOf(partMachine, "part."),
      ...["claim", "assign", ...leaves.map((leave) => `ask.${leave}`)],
      ...endsOf(requestMachine, "request."),
      ...endsOf(counterClaimMachine, "counterClaim."),
    ],
  ],
  ["plugins/elder-pairing", pairsZh, pairs, ["handover.follow", "handover.drop"]],
  [
    "plugins/children-activities",
    adultsZh,
    adults,
    [...[...rungs, "refused", "asked", "allowed"].map((step) => `ladder.${step}`), "child.collected", "child.alone", "door.open", "door.wrong"],
  ],
  ["plugins/children-volunteers", asksZh, asks, ["ask.asked", "ask.placed"]],
  [
    "plugins/volunteer-days",
    daysZh,
    days,
    [
      ...["arrive", "leave", "absent", "undo"].map((act) => `checkIn.${act}`),
      ...["moved", "cancelled", "restored"].map((change) => `day.${change}`),
      ...["offer", "promote"],
    ],
  ],
];

function sourcesOf(folder: string): string[] {
  const files = readdirSync(join(root, folder, "src"), { recursive: true, encoding: "utf8" });
  return files.filter((file) => /(?<!\.test)\.ts$/.test(file)).map((file) => readFileSync(join(root, folder, "src", file), "utf8"));
}
const writtenIn = (folder: string): string[] =>
  sourcesOf(folder).flatMap((source) => [...source.matchAll(/\b(?:audit|prove)\(\s*"([^"]+)"/g)].map(([, action]) => action!));

test.each(plugins)("every action that %s writes into the audit has words for the record of deeds, in both languages", (folder, zh, en, composed) => {
  const actions = [...new Set([...writtenIn(folder), ...composed])];

  expect(actions.length).toBeGreaterThan(3);
  expect(actions.filter((action) => !Object.hasOwn(zh, `deed.${action}`) || !Object.hasOwn(en, `deed.${action}`))).toEqual([]);
});
