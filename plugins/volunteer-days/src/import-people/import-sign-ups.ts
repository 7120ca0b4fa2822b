import type { ValuesOf } from "@lianxin/documents";
import { errors } from "../errors.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { holdDays, lookAtDay, type Board, type OpenDay } from "../sign-up/board.js";
import { decideMany, type Asked, type Decided } from "../sign-up/decide-many.js";
import { findVolunteers, lookForVolunteers } from "../sign-up/find-volunteers.js";
import { keepDecided } from "../sign-up/join-many.js";
import { keepImport, type Deed } from "./keep-import.js";
import type { signUpColumns } from "./list-columns.js";
import { refusedLine, unreadable, type ListLine, type RefusedLine } from "./read-list.js";

type Values = ValuesOf<typeof signUpColumns>;
type Line = ListLine<Values>;
/** What comes of a line of the list. */
export interface SignUpLine {
  readonly line: number;
  readonly name: string;
  /** known: they have their place already, nothing changes. */
  readonly becomes: "confirmed" | "waiting" | "known";
  readonly siteName: string;
  readonly queue: number | null;
}
export interface JudgedSignUps {
  readonly lines: readonly SignUpLine[];
  readonly refused: readonly RefusedLine[];
}

function askedBy({ actor }: VolunteerDaysContext, open: OpenDay, values: Values): Asked | Error {
  const { name, phone, age, hasGuardian, siteName } = values;
  const site = open.posts.find((post) => post.siteName === siteName);
  if (siteName && !site) return errors.siteNameUnknown({ name: siteName }, "body.siteName");
  return {
    ...{ dayId: open.day.id, ...(site && { siteId: site.siteId }), ageBand: age ?? "adult", hasGuardian: hasGuardian ?? false },
    ...{ who: { name: name!, phone: phone!, personId: null }, via: "worker" as const, enteredById: actor.personId },
  };
}

/** Each line judged in the order of the list, by the same decision as each who asks alone. Throws dayUnknown. */
async function judge(ctx: VolunteerDaysContext, board: Board, dayId: string, lines: readonly Line[], find: typeof findVolunteers) {
  const open = board.get(dayId);
  if (!open) throw errors.dayUnknown({}, "params.dayId");
  const asked = lines.map((line) => (line.values ? askedBy(ctx, open, line.values) : undefined));
  const decided = await decideMany(
    ctx,
    board,
    asked.flatMap((one) => (one === undefined || one instanceof Error ? [] : [one])),
    find,
  );
  const next = decided.values();
  return lines.map((line, i) => {
    const one = asked[i];
    if (one === undefined) return { line, refused: unreadable(ctx, line) };
    const answer = one instanceof Error ? one : next.next().value!;
    return answer instanceof Error ? { line, refused: [refusedLine(ctx, line, answer)] } : { line, decided: answer };
  });
}

const tell = ({ line, values }: Line, { held, post, row, queue }: Decided): SignUpLine => ({
  ...{ line, name: values!.name!, becomes: row ? (held.state as "confirmed") : "known", siteName: post.siteName, queue },
});
const told = (judged: Awaited<ReturnType<typeof judge>>): JudgedSignUps => ({
  lines: judged.flatMap(({ line, decided }) => (decided ? [tell(line, decided)] : [])),
  refused: judged.flatMap(({ refused = [] }) => refused),
});

/** What would come of a list now, line by line; nothing is written. Throws dayUnknown. O(lines). */
export const previewSignUps = async (ctx: VolunteerDaysContext, dayId: string, lines: readonly Line[]): Promise<JudgedSignUps> =>
  told(await judge(ctx, await lookAtDay(ctx.db, dayId), dayId, lines, lookForVolunteers));

/**
 * Signs a list of people up in its order; who has a place keeps it, so that the same list may come twice. A line that is refused changes nothing and is named.
 * Throws dayUnknown. O(lines).
 */
export async function importSignUps(ctx: VolunteerDaysContext, dayId: string, fileName: string, lines: readonly Line[]) {
  const board = await holdDays(ctx.db, [dayId]);
  const judged = await judge(ctx, board, dayId, lines, findVolunteers);
  const decided = judged.flatMap((one) => one.decided ?? []);
  await keepDecided(ctx, board, decided);
  const deeds = judged.flatMap(({ line: { line }, decided: one }): Deed[] =>
    one?.row ? [{ line, volunteerId: one.volunteerId, signUpId: one.row.id, deed: "added", isNew: one.isNewVolunteer, before: null, after: null }] : [],
  );
  const result = told(judged);
  const { placePath } = board.get(dayId)!.day;
  const importId = await keepImport(ctx, { placePath, kind: "signUps", dayId, seriesId: null, fileName }, deeds);
  ctx.audit("import", dayId, { added: deeds.length, refused: result.refused.length });
  return { ...result, importId };
}
