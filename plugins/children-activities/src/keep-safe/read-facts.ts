import { groupBy } from "../group-by.js";
import type { AgeBand } from "../judge-safety/age-bands.js";
import { consentTexts } from "../judge-safety/consent-texts.js";
import type { ConsentFact } from "../judge-safety/has-consent.js";
import type { ChildFact, SafetyFacts } from "../judge-safety/judge-session.js";
import { ratioPackOn, type RatioMode } from "../judge-safety/ratio-packs.js";
import { errors } from "../errors.js";
import type { ActivitiesDb } from "../plugin.js";
import { adultFacts } from "../vet-adults/adult.repository.js";
import { attendancesOf, consentsOf, findProgramme, postsOf, type ProgrammeRow, type SessionRow } from "./session.repository.js";

/**
 * Which of those on a list are counted: who is planned, or came early, while it is ahead, who is there once it is open; at the moment of opening the adults who are there and the children who are
 * still to come.
 */
const counted = {
  adults: { ahead: ["planned", "present"], opening: ["present"], open: ["present"] },
  children: { ahead: ["enrolled"], opening: ["enrolled", "present"], open: ["present"] },
} as const;
export type When = keyof (typeof counted)["adults"];

export function policyOf({ packId, mode, isRisky }: Pick<ProgrammeRow, "packId" | "mode" | "isRisky">, on: string): SafetyFacts["policy"] {
  const pack = ratioPackOn(packId, on);
  if (!pack) throw errors.packUnknown({ pack: packId }, "body.packId");
  return { pack, mode: mode as RatioMode, isStricter: isRisky };
}

/** A person written down at two places is one adult, however often they are on the list. */
const onceEach = <T extends { readonly personId: string }>(adults: readonly T[]): T[] => [...new Map(adults.map((one) => [one.personId, one])).values()];

/** Everything the evaluator has to know of a session, in four queries. O(children + adults). */
export async function readFacts(db: ActivitiesDb, session: SessionRow, asked?: When): Promise<SafetyFacts> {
  const [programme, posts, attendances] = await Promise.all([
    findProgramme(db, session.programmeId),
    postsOf(db, [session.id]),
    attendancesOf(db, [session.id]),
  ]);
  const when = asked ?? (session.state === "open" ? "open" : "ahead");
  const here = attendances.filter(({ state }) => (counted.children[when] as readonly string[]).includes(state));
  const on = posts.filter(({ state }) => (counted.adults[when] as readonly string[]).includes(state));
  const [adults, consents] = await Promise.all([
    adultFacts(
      db,
      on.map(({ adultId }) => adultId),
    ),
    consentsOf(
      db,
      here.map(({ childId }) => childId),
    ),
  ]);
  const said = groupBy(consents, ({ childId }) => childId);
  const children = here.map(({ childId, ageBand, isGirl, wearsPhotoBadge }): ChildFact => ({
    ...{ id: childId, band: ageBand as AgeBand, isGirl, wearsPhotoBadge },
    consents: (said.get(childId) ?? []) as unknown as ConsentFact[],
  }));
  return {
    programmeId: session.programmeId,
    policy: policyOf(programme!, session.heldOn),
    children,
    who: when === "ahead" ? "listed" : "there",
    ...(when === "ahead" && { expected: programme!.expected }),
    adults: onceEach(on.flatMap(({ adultId }) => adults.get(adultId) ?? [])),
    texts: consentTexts,
  };
}
