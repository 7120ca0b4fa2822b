import type { ElderRow } from "../keep-people/people.repository.js";
import { isSpecialCase } from "../keep-people/risk-rules.js";
import { forgetNeeds } from "../meet-needs/forget-needs.js";
import { healthKinds } from "../words.js";
import type { ElderPairingContext } from "../plugin.js";
import type { Care, Notes } from "../words.js";

const parse = <T>(text: string | undefined, empty: T): T => (text ? (JSON.parse(text) as T) : empty);

/** How somebody lives, without what is health. */
export const careWithoutHealth = ({ living }: Care): Care => ({ living, ability: "unsaid", flags: [] });
export function notesWithoutHealth({ senses: _, ...rest }: Notes): Notes {
  return rest;
}

/**
 * Everything that was noted about an elder's health is gone: marks, ability, what visits found, why the level was set, medical needs, and the copies
 * kept to undo imports. How often somebody comes stays; figures stay. O(rows of theirs), in a handful of statements.
 */
export async function forgetHealth(ctx: ElderPairingContext, { id, care, notes }: ElderRow): Promise<void> {
  const { db, disclose } = ctx;
  const [careText, notesText] = await disclose([care, notes], "erasing");
  const left = careWithoutHealth(parse<Care>(careText, { living: "with_family", ability: "unsaid", flags: [] }));
  await db
    .updateTable("elder_pairing_elder")
    .set((eb) => ({
      ...{
        care: JSON.stringify(left),
        notes: JSON.stringify(notesWithoutHealth(parse<Notes>(notesText, {}))),
        levelNote: null,
        isSpecial: isSpecialCase(left),
      },
      version: eb("version", "+", 1),
    }))
    .where("id", "=", id)
    .execute();
  await db.updateTable("elder_pairing_visit").set({ spirits: null, findings: null }).where("elderId", "=", id).execute();
  await db.updateTable("elder_pairing_trigger").set({ what: null }).where("elderId", "=", id).execute();
  await forgetNeeds(ctx, id, ({ category }) => healthKinds.has(category));
  await db.updateTable("elder_pairing_import_row").set({ before: null }).where("subjectId", "=", id).execute();
}
