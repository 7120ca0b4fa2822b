import type { ValuesOf } from "@lianxin/documents";
import { errors } from "../errors.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { holdDays, type OpenDay } from "../sign-up/board.js";
import { joinMany, type Asked } from "../sign-up/join-many.js";
import type { signUpColumns } from "./list-columns.js";
import { refusedLine, type ListLine, type RefusedLine } from "./read-list.js";

type Values = ValuesOf<typeof signUpColumns>;
export interface ImportedSignUps {
  readonly confirmed: number;
  readonly waiting: number;
  /** Had their place before: nothing changed for them. */
  readonly known: number;
  readonly refused: readonly RefusedLine[];
}

function askedBy({ actor }: VolunteerDaysContext, open: OpenDay, values: Values): Asked | Error {
  const { name, phone, age, hasGuardian, siteName } = values;
  const site = open.posts.find((post) => post.siteName === siteName);
  if (siteName && !site) return errors.siteNameUnknown({ name: siteName });
  return {
    ...{ dayId: open.day.id, ...(site && { siteId: site.siteId }), ageBand: age ?? "adult", hasGuardian: hasGuardian ?? false },
    ...{ who: { name: name!, phone: phone!, personId: null }, via: "worker" as const, enteredById: actor.personId },
  };
}

/**
 * Signs a list of people up in its order, by the same decision as each who asks alone; who has a place keeps it, so that the same list may come twice. A line that is
 * refused changes nothing and is named. Throws dayUnknown. O(lines).
 */
export async function importSignUps(ctx: VolunteerDaysContext, dayId: string, lines: readonly ListLine<Values>[]): Promise<ImportedSignUps> {
  const open = (await holdDays(ctx.db, [dayId])).get(dayId);
  if (!open) throw errors.dayUnknown({}, "params.dayId");
  const read = lines.map(({ line, values }) => ({ line, asked: values instanceof Error ? values : askedBy(ctx, open, values) }));
  const sound = read.flatMap(({ line, asked }) => (asked instanceof Error ? [] : [{ line, asked }]));
  const answers = await joinMany(
    ctx,
    sound.map(({ asked }) => asked),
  );
  const wrong = [
    ...read.flatMap(({ line, asked }) => (asked instanceof Error ? [{ line, error: asked }] : [])),
    ...answers.flatMap((answer, i) => (answer instanceof Error ? [{ line: sound[i]!.line, error: answer }] : [])),
  ].sort((a, b) => a.line - b.line);
  const joined = answers.flatMap((answer) => (answer instanceof Error ? [] : [answer]));
  const fresh = (state: string) => joined.filter((answer) => !answer.isKnown && answer.state === state).length;
  const counts = { confirmed: fresh("confirmed"), waiting: fresh("waiting"), known: joined.filter(({ isKnown }) => isKnown).length };
  ctx.audit("import", dayId, { ...counts, refused: wrong.length });
  return { ...counts, refused: wrong.map(({ line, error }) => refusedLine(ctx, line, error)) };
}
