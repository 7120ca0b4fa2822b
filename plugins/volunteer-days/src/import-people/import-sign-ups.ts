import type { ValuesOf } from "@lianxin/documents";
import { errors } from "../errors.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { holdDays, lookAtDay, type Board, type OpenDay } from "../sign-up/board.js";
import { decideMany, type Asked, type Decided } from "../sign-up/decide-many.js";
import { findVolunteers, lookForVolunteers } from "../sign-up/find-volunteers.js";
import { keepDecided } from "../sign-up/join-many.js";
import { takesTexts, type Told } from "../tell-volunteers/reach.js";
import { keepImport, type Deed } from "./keep-import.js";
import type { signUpColumns } from "./list-columns.js";
import { findUnreachable } from "./same-names.js";
import { tellBrought } from "./tell-brought.js";
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

type Known = Awaited<ReturnType<typeof findUnreachable>>;
function askedBy({ actor }: VolunteerDaysContext, open: OpenDay, known: Known, values: Values): Asked | Error {
  const { name, phone, age, hasGuardian, siteName } = values;
  const site = open.posts.find((post) => post.siteName === siteName);
  if (siteName && !site) return errors.siteNameUnknown({ name: siteName }, "body.siteName");
  const volunteerId = phone === undefined ? known(name!) : undefined;
  return {
    ...{ dayId: open.day.id, ...(site && { siteId: site.siteId }), ageBand: age ?? "adult", hasGuardian: hasGuardian ?? false },
    ...{ who: volunteerId ? { volunteerId } : { name: name!, phone: phone ?? null, personId: null }, via: "worker" as const, enteredById: actor.personId },
  };
}

/** Each line judged in the order of the list, by the same decision as each who asks alone. Throws dayUnknown. */
async function judge(ctx: VolunteerDaysContext, board: Board, dayId: string, lines: readonly Line[], find: typeof findVolunteers) {
  const open = board.get(dayId);
  if (!open) throw errors.dayUnknown({}, "params.dayId");
  const known = await findUnreachable(
    ctx,
    dayId,
    lines.flatMap(({ values }) => values?.phone ?? []),
  );
  const asked = lines.map((line) => (line.values ? askedBy(ctx, open, known, line.values) : undefined));
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

/** Whom a message would reach of those who are new on the day, by the number of their line. */
function reachedBy({ canSend }: VolunteerDaysContext, judged: Awaited<ReturnType<typeof judge>>): Told {
  const added = judged.flatMap(({ line: { values }, decided }) => (decided?.row ? [values!] : []));
  const isReached = ({ phone }: Values): boolean => phone !== undefined && takesTexts(phone) && canSend("sms");
  return { told: added.filter(isReached).length, toCall: added.filter((one) => !isReached(one)).map(({ name }) => name!) };
}

/** What would come of a list now, line by line, and who would be told; nothing is written. Throws dayUnknown. O(lines). */
export async function previewSignUps(ctx: VolunteerDaysContext, dayId: string, lines: readonly Line[]): Promise<JudgedSignUps & Told> {
  const judged = await judge(ctx, await lookAtDay(ctx.db, dayId), dayId, lines, lookForVolunteers);
  return { ...told(judged), ...reachedBy(ctx, judged) };
}

/**
 * Signs a list of people up in its order and tells them, with the way to cancel; who has a place keeps it, so that the same list may come twice. A line that is refused changes nothing and is named.
 * Throws dayUnknown. O(lines).
 */
export async function importSignUps(ctx: VolunteerDaysContext, dayId: string, fileName: string, lines: readonly Line[]) {
  const board = await holdDays(ctx.db, [dayId]);
  const judged = await judge(ctx, board, dayId, lines, findVolunteers);
  const decided = judged.flatMap((one) => one.decided ?? []);
  await keepDecided(ctx, board, decided);
  const reached = await tellBrought(ctx, decided);
  const deeds = judged.flatMap(({ line: { line, values }, decided: one }): Deed[] => {
    if (!one?.row) return [];
    const how = { isNew: one.isNewVolunteer, isNumberless: values!.phone === undefined, before: null, after: null };
    return [{ line, volunteerId: one.volunteerId, signUpId: one.row.id, deed: "added", ...how }];
  });
  const result = told(judged);
  const { placePath } = board.get(dayId)!.day;
  const importId = await keepImport(ctx, { placePath, kind: "signUps", dayId, seriesId: null, fileName }, deeds);
  ctx.audit("import", dayId, { added: deeds.length, refused: result.refused.length });
  return { ...result, ...reached, importId };
}
