import type { MinutesItem } from "@lianxin/documents";
import { itemsOf, type MeetingRow } from "../find-meeting/meeting.repository.js";
import type { MeetingsContext } from "../plugin.js";
import { tellDay } from "../tell-time/tell-time.js";
import { describeMinutes } from "../write-paper/describe-minutes.js";
import { currentTexts, writableStates } from "../write-paper/texts.js";

/** The lines of an item that the record tells by itself: the vote with its arithmetic, and who leads what until when. */
function tellGenerated({ motion, decisions, opinions }: MinutesItem, written: ReadonlySet<string>): string[] {
  const vote = motion ? [`${motion.text}：${motion.result}`, ...(motion.needs ?? [])] : [];
  return [
    ...opinions.filter((words) => !written.has(words)),
    ...vote,
    ...decisions.map(({ text, lead, owner, dueOn }) => `${text}：${lead} ${owner}，${tellDay(dueOn)} 前`),
  ];
}

/** The minutes while they can be written: what stands by itself beside what people write. Before the close only the agenda is known. */
export async function showMinutesDraft(ctx: MeetingsContext, meeting: MeetingRow) {
  const items = await itemsOf(ctx.db, meeting.id);
  const written = new Set((await currentTexts(ctx.db, meeting.id)).map(({ words }) => words));
  const isClosed = meeting.closedAt !== null;
  const paper = isClosed ? await describeMinutes(ctx, meeting) : undefined;
  return {
    ...{ isClosed, isOpen: writableStates.has(meeting.state) },
    items: items.map(({ id, title }, i) => ({ id, title, generated: paper ? tellGenerated(paper.items[i]!, written) : [] })),
    account: paper?.account ?? null,
    leftovers: [...(paper?.leftovers ?? [])],
  };
}
