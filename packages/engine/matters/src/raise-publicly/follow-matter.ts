import { hideNumbers } from "@lianxin/documents";
import { entriesOf, findMatterRow, partsOfMatter, type MatterRow } from "../find-matter/matter.repository.js";
import { findNextState } from "../keep-state/matter-state.js";
import type { MattersContext } from "../plugin.js";
import { tellStage } from "../tell-reporter/tell-stage.js";

const tell = (ctx: MattersContext, row: MatterRow) => {
  const { state: stateWord, answer } = tellStage(ctx, row);
  return { number: row.number, title: row.title, state: row.state, stateWord, answer };
};

/** What a private link shows: the stage in words, what happened when, the parts it was split into. No person is named. */
export async function showFollowed(ctx: MattersContext, row: MatterRow) {
  const { db, use, text } = ctx;
  const target = row.mergedIntoId ? await findMatterRow(db, row.mergedIntoId) : undefined;
  const entries = await entriesOf(db, row.id);
  const parts = row.state === "split" ? await partsOfMatter(db, row.id) : [];
  return {
    ...tell(ctx, row),
    placeName: (await use.directory.findPlace(row.placeId))?.name ?? "",
    raisedOn: row.raisedOn,
    replyBy: row.replyBy,
    phone: (await use.directory.community())?.officePhone ?? null,
    mayWithdraw: row.guestId !== null && findNextState(row.state as never, "withdraw") !== undefined,
    mergedInto: target ? tell(ctx, target) : null,
    parts: parts.map((part) => tell(ctx, part)),
    steps: entries.map(({ move, at, note, openNote }) => ({ step: text(`matters.move.${move}`), at, words: hideNumbers(openNote ?? note ?? "") || null })),
  };
}
