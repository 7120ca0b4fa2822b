import type { ShownRow } from "../keep-ledger/show-rows.js";
import { directSource } from "../open-parts/direct-source.js";
import type { CommitmentsContext } from "../plugin.js";
import type { RatingSums } from "../rate-work/judge-ratings.js";
import type { SheetWords } from "./ledger-sheet.js";

/** By promise: what residents said of it, and on what it was made conditional. */
interface Beside {
  readonly sums: ReadonlyMap<string, RatingSums>;
  readonly conditions: ReadonlyMap<string, string>;
}

/** What the file and the sheet say of a line, in Chinese. */
export function wordSheet({ text }: Pick<CommitmentsContext, "text">, { sums, conditions }: Beside): SheetWords {
  const say = (key: string, params = {}) => text(`commitments.${key}`, params, "zh-CN");
  return {
    lightOf({ light, daysLate, blockKind }) {
      if (light === "hold" && blockKind !== null) return say("block.state.blocked");
      return light === "late" && daysLate ? say("light.lateBy", { days: daysLate }) : say(`light.${light}`);
    },
    remindedOf: ({ remindedTimes }) => say("reminded", { count: remindedTimes }),
    sourceOf({ sourceKind, sourceTitle, meetingId }) {
      if (sourceKind === directSource) return { from: sourceTitle, words: "" };
      return { from: meetingId === null ? say("sheet.fromElsewhere") : say("sheet.fromMeeting"), words: sourceTitle };
    },
    ratingsOf({ commitmentId }) {
      const found = sums.get(commitmentId ?? "");
      return found === undefined ? "" : say("sheet.ratings", { ...found });
    },
    restOf({ blockKind, blockReason, waitsFor, deferReason, reviewOn, commitmentId }: ShownRow) {
      const condition = conditions.get(commitmentId ?? "");
      const blocked =
        blockKind === null
          ? ""
          : `${say("block.state.blocked")}：${waitsFor === null ? say(`block.kind.${blockKind}`) : say("waitsFor", { title: waitsFor.title })}，${blockReason}`;
      const deferred = deferReason === null ? "" : `${reviewOn} ${deferReason}`;
      return [condition && `${say("field.conditions")}：${condition}`, blocked, deferred].filter(Boolean).join("；");
    },
  };
}
