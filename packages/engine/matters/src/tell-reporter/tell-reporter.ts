import type { MatterRow } from "../find-matter/matter.repository.js";
import { allMergedInto, findMatterRow } from "../find-matter/matter.repository.js";
import type { MattersContext } from "../plugin.js";
import { tellStage } from "./tell-stage.js";

export interface Step {
  readonly entryId: string;
  readonly move: string;
  readonly note: string | null;
}
/** Steps that come at once with the next one, or with the one of the whole. */
const silent: ReadonlySet<string> = new Set(["discuss", "joinBack"]);

async function write(ctx: MattersContext, own: MatterRow, row: MatterRow, { entryId, move, note }: Step): Promise<void> {
  const { use, deliver, text, actor } = ctx;
  if (own.reportedBy === actor.personId) return;
  const person = own.reportedBy ? await use.directory.findPerson(own.reportedBy) : undefined;
  const channel = person && (await use.directory.channelsOf(person.id)).find(({ kind }) => kind === "mail");
  if (!person || !channel) return;
  const said = tellStage(ctx, row);
  const isStep = text(`matters.move.${move}`, {}, "zh-CN");
  const params = { name: person.fullName, number: own.number, title: own.title, ...said, step: isStep, reason: note ?? "" };
  deliver({
    channel: "mail",
    to: { personId: person.id, name: person.fullName, address: channel.address },
    key: `matters/${own.id}/${entryId}`,
    subject: text("matters.letter.subject", params, "zh-CN"),
    text: text(note ? "matters.letter.withReason" : "matters.letter.plain", params, "zh-CN"),
  });
}

/**
 * A letter for each step to whoever raised it, and to whoever raised what was merged into it, or into what it was split from, when they
 * gave a name and have a mail address. Nobody is written to about what they just did themselves.
 * What they raised without an account is told on the page of their private link.
 */
export async function tellFollowers(ctx: MattersContext, row: MatterRow, step: Step): Promise<void> {
  if (silent.has(step.move)) return;
  await write(ctx, row, row, step);
  for (const follower of await allMergedInto(ctx.db, row.id)) await write(ctx, follower, row, step);
  const whole = row.splitFromId === null ? undefined : await findMatterRow(ctx.db, row.splitFromId);
  for (const follower of whole ? await allMergedInto(ctx.db, whole.id) : []) await write(ctx, follower, row, step);
}
