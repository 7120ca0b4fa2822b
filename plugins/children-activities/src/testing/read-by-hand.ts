import { consentTexts } from "../judge-safety/consent-texts.js";
import type { Moment, SafetyFacts } from "../judge-safety/judge-session.js";
import { ratioPacks } from "../judge-safety/ratio-packs.js";
import type { Stage } from "./stage.js";

type Row = Record<string, any>;
const tables = ["session", "programme", "post", "attendance", "adult", "record_check", "consent", "kin"] as const;

/**
 * What holds of a session, read row by row from the tables as they stand, for a brute force to judge: whole tables, no join, no query and no rule of the product. Who is counted: on the list while it is
 * ahead, there once it is open. Gives the facts, the moment they are judged at, and the row of the session.
 */
export async function readByHand({ app }: Stage, sessionId: string): Promise<{ session: Row; facts: SafetyFacts; moment: Moment }> {
  const all = Object.fromEntries(
    await Promise.all(tables.map(async (name) => [name, (await app.db.selectFrom(`children_activities_${name}`).selectAll().execute()) as Row[]] as const)),
  ) as Record<(typeof tables)[number], Row[]>;
  const session = all.session.find(({ id }) => id === sessionId)!;
  const programme = all.programme.find(({ id }) => id === session.programmeId)!;
  const isOpen = session.state === "open";
  const people = new Map<string, Row>();
  for (const post of all.post) {
    const counts = post.sessionId === sessionId && (post.state === "present" || (!isOpen && post.state === "planned"));
    const adult = all.adult.find(({ id }) => id === post.adultId)!;
    if (counts) people.set(adult.personId, adult);
  }
  const adults = [...people.values()].map(({ id, personId, isWoman, familyGroup, firstAidUntil }) => {
    const records = all.adult.filter((one) => one.personId === personId).map((one) => one.id);
    return { id, isWoman, familyGroup, firstAidUntil, checks: all.record_check.filter(({ adultId }) => records.includes(adultId)) };
  });
  const children = all.attendance
    .filter((row) => row.sessionId === sessionId && row.state === (isOpen ? "present" : "enrolled"))
    .map(({ childId, ageBand, isGirl, wearsPhotoBadge }) => {
      const kin = all.kin.filter((one) => one.childId === childId).map(({ guardianId }) => guardianId);
      const consents = all.consent.filter((one) => one.childId === childId && kin.includes(one.guardianId)).sort((a, b) => (a.givenAt < b.givenAt ? -1 : 1));
      return { id: childId, band: ageBand, isGirl, wearsPhotoBadge, consents };
    });
  const pack = ratioPacks.find(({ id }) => id === programme.packId)!;
  const policy = { pack, mode: programme.mode, isStricter: programme.isRisky };
  const now = app.ports.clock.now();
  const isLater = isOpen || now > session.startsAt;
  return {
    session,
    facts: {
      programmeId: programme.id,
      policy,
      children,
      adults,
      texts: consentTexts,
      who: isOpen ? "there" : "listed",
      ...(!isOpen && { expected: programme.expected }),
    } as unknown as SafetyFacts,
    moment: isLater ? { now, on: app.ports.clock.today() } : { now: session.startsAt, on: session.heldOn },
  };
}
