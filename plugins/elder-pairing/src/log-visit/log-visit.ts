import { everywhere } from "@lianxin/plugin-kit";
import { hasRefused } from "../keep-consents/refused-scopes.js";
import type { ElderRow } from "../keep-people/people.repository.js";
import { raiseNeed, type NeedSaid } from "../meet-needs/meet-needs.js";
import type { ElderPairingContext, ElderPairingDb } from "../plugin.js";
import { raiseLevel } from "../raise-level/raise-level.js";
import { dayOf } from "../tell-time/tell-time.js";
import { healthWrongs } from "../words.js";
import { readMoment } from "./read-moment.js";
import { setNext } from "./set-next.js";
import { settleDue } from "./settle-due.js";

export const visitModes = ["home", "phone", "video", "other"] as const;
export const conditions = ["normal", "attention", "urgent"] as const;
/** What may be wrong; nothing ticked means that all is well. */
export const wrongs = ["food", "water", "power", "gas", "heating", "medicine", "fell", "hazard", "fraud", "lonely"] as const;

/** What is sealed of a visit. */
export interface Findings {
  readonly wrong: readonly (typeof wrongs)[number][];
  readonly words?: string | undefined;
  /** When the children were last in touch, as the elder says. */
  readonly childContact?: string | undefined;
  /** thumb, signature or voice: how the elder confirmed it. */
  readonly confirmedBy?: string | undefined;
}
export interface VisitSaid extends Findings {
  readonly clientId: string;
  /** When it was, where the phone kept it until there was a network. */
  readonly at?: string | undefined;
  readonly mode: (typeof visitModes)[number];
  readonly isSeen: boolean;
  readonly condition: (typeof conditions)[number];
  readonly needs: readonly NeedSaid[];
  /** The day agreed on for the next time. */
  readonly nextOn?: string | undefined;
}

/**
 * The pairs open today between an elder and the cadre who asks, also a backup's and a cover's: those in force first, because who is asked as first helper may
 * cover meanwhile.
 */
export async function ownPairs(db: ElderPairingDb, elderId: string, personId: string | null, day: string) {
  if (personId === null) return [];
  const rows = await everywhere(db, "elder_pairing_pair", "whoever asks is one of the helpers of this one elder, or learns nothing")
    .innerJoin("elder_pairing_cadre as cadre", "cadre.id", "elder_pairing_pair.cadreId")
    .select(["elder_pairing_pair.id", "elder_pairing_pair.cadreId", "elder_pairing_pair.role", "elder_pairing_pair.effectiveOn"])
    .where("elder_pairing_pair.elderId", "=", elderId)
    .where("cadre.personId", "=", personId)
    .where("cadre.state", "=", "active")
    .where("elder_pairing_pair.untilOn", "is", null)
    .where("elder_pairing_pair.fromOn", "<=", day)
    .orderBy("elder_pairing_pair.id")
    .execute();
  return rows.sort((a, b) => Number(b.effectiveOn !== null) - Number(a.effectiveOn !== null));
}

/** The pair that ran on a past day between an elder and whoever asks, also where it has ended or they have left since. */
export async function ownPairOn(db: ElderPairingDb, elderId: string, personId: string | null, day: string) {
  if (personId === null) return undefined;
  return everywhere(db, "elder_pairing_pair", "whoever asks was one of the helpers of this one elder that day, or learns nothing")
    .innerJoin("elder_pairing_cadre as cadre", "cadre.id", "elder_pairing_pair.cadreId")
    .select("elder_pairing_pair.cadreId")
    .where("elder_pairing_pair.elderId", "=", elderId)
    .where("cadre.personId", "=", personId)
    .where("elder_pairing_pair.fromOn", "<=", day)
    .where("elder_pairing_pair.untilOn", ">", day)
    .executeTakeFirst();
}

/** What is kept of a visit: of whom nobody saw the words alone, and nothing of health where that may not be noted. */
function findingsOf({ isSeen, wrong, words, childContact, confirmedBy }: VisitSaid, notesHealth: boolean): Findings {
  if (!isSeen) return { wrong: [], ...(words && { words }) };
  const noted = notesHealth ? wrong : wrong.filter((one) => !healthWrongs.has(one));
  return { wrong: noted, ...(words && { words }), ...(childContact && { childContact }), ...(confirmedBy && { confirmedBy }) };
}

/** What is done about it is done, also where it may not be written down; nothing is known of whom nobody saw. */
function raisedBy({ isSeen, wrong, condition }: VisitSaid): "fall" | "urgent" | undefined {
  if (!isSeen) return undefined;
  if (wrong.includes("fell")) return "fall";
  return condition === "urgent" ? "urgent" : undefined;
}

/**
 * Writes a visit down, once for each `clientId`: what was found is sealed, what was due is settled if the elder was seen or spoken to, needs begin their way,
 * a fall or something urgent raises the level. Of who took back the consent to notes on health none is kept, of whom nobody saw what was said alone. Gives its id. Throws as readMoment and setNext.
 */
export async function logVisit(ctx: ElderPairingContext, elder: ElderRow, cadreId: string | null, said: VisitSaid): Promise<string> {
  const { db, newId, clock, actor, audit } = ctx;
  const known = await everywhere(db, "elder_pairing_visit", "the same entry sent again is found by its own id")
    .select("id")
    .where("clientId", "=", said.clientId)
    .where("elderId", "=", elder.id)
    .executeTakeFirst();
  if (known) return known.id;
  const visitedAt = readMoment(ctx, said.at);
  const id = newId();
  const visitedOn = dayOf(visitedAt, clock.zone);
  const notesHealth = !(await hasRefused(db, elder.id, "health"));
  await db
    .insertInto("elder_pairing_visit")
    .values({
      ...{ id, placePath: elder.placePath, elderId: elder.id, cadreId, enteredBy: actor.personId ?? actor.accountId, visitedOn, visitedAt },
      ...{
        mode: said.mode,
        isSeen: said.isSeen,
        spirits: notesHealth && said.isSeen ? said.condition : null,
        findings: JSON.stringify(findingsOf(said, notesHealth)),
        clientId: said.clientId,
        createdAt: clock.now(),
      },
    })
    .execute();
  if (said.isSeen) await settleDue(ctx, elder.id, id, visitedOn);
  if (said.nextOn !== undefined) await setNext(ctx, elder, { visitId: id, visitedOn, nextOn: said.nextOn });
  for (const need of said.needs) await raiseNeed(ctx, elder, id, need, visitedOn);
  const raises = raisedBy(said);
  if (raises && elder.state === "active") await raiseLevel(ctx, elder, raises, { visitId: id });
  audit("visit", elder.id, { visitId: id, mode: said.mode, isSeen: said.isSeen });
  return id;
}
