import { findPartRow } from "../keep-ledger/part.repository.js";
import type { CommitmentsContext } from "../plugin.js";
import { tellAboutPart } from "./tell-about-part.js";

/** What somebody else did about a part that concerns whoever gets the letter; its words are the message news.<kind>. */
export const newsKinds = [
  ...(["counter_made", "counter_accepted", "counter_refused", "leave_asked", "leave_approved", "leave_refused"] as const),
  ...(["hand_proposed", "hand_done", "hand_refused", "part_ended", "declined", "blocked", "block_over", "waited_for"] as const),
  ...(["submitted", "verified", "closed", "gap_again", "recurred", "reopened", "supporting"] as const),
] as const;

export interface News {
  readonly kind: (typeof newsKinds)[number];
  /** Whom it concerns; who did it gets no letter about it. */
  readonly people: readonly (string | null | undefined)[];
  /** What it is about, so that each thing is told once. */
  readonly id: string;
  readonly note?: string | null | undefined;
}

/** A letter to everybody it concerns but whoever did it. */
export async function tellNews(ctx: CommitmentsContext, partId: string, { kind, people, id, note }: News): Promise<void> {
  const others = people.filter((person): person is string => !!person && person !== ctx.actor.personId);
  const params = { what: ctx.text(`commitments.news.${kind}`, {}, "zh-CN"), note: note ? `${note}\n` : "" };
  await tellAboutPart(ctx, (await findPartRow(ctx.db, partId))!, others, { words: "news", params, key: `${kind}/${id}` });
}
