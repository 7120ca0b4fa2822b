import { givesAgain } from "../keep-consents/heed-refusals.js";
import type { refusedScopes } from "../keep-consents/refused-scopes.js";
import type { ElderPairingContext } from "../plugin.js";
import type { JudgedElder } from "./judge-lines.js";
import type { SaidConsent } from "./undo-consents.js";

type Refused = Awaited<ReturnType<typeof refusedScopes>>;

/** What a line says of consents: to visits and to health facts by one form, to being posted by a word of its own. No word changes nothing. */
export function consentsOf({ values }: JudgedElder): readonly SaidConsent[] {
  const { consentForm, mayPost } = values;
  return [
    ...(consentForm
      ? ([
          ["visits", true],
          ["health", true],
        ] as const)
      : []),
    ...(mayPost === undefined ? [] : ([["posting", mayPost]] as const)),
  ];
}

/** New consents are added, those a line takes back end, those that stand stay as they were given; what was taken back comes again by a later day alone. */
export async function storeConsents(
  { db, newId, clock }: ElderPairingContext,
  stored: readonly (readonly [id: string, judged: JudgedElder])[],
  refused: Refused,
): Promise<void> {
  const ids = ["", ...stored.map(([id]) => id)];
  const open = await db.selectFrom("elder_pairing_consent").select(["elderId", "scope"]).where("elderId", "in", ids).where("withdrawnOn", "is", null).execute();
  const standing = new Set(open.map(({ elderId, scope }) => `${elderId} ${scope}`));
  const said = stored.flatMap(([elderId, one]) => consentsOf(one).map(([scope, isGiven]) => ({ elderId, scope, isGiven, one })));
  const mayGive = ({ elderId, scope, one }: (typeof said)[number]): boolean => {
    const withdrawnOn = refused.get(elderId)?.get(scope);
    return !standing.has(`${elderId} ${scope}`) && (withdrawnOn === undefined || givesAgain(one, withdrawnOn));
  };
  const rows = said
    .filter((line) => line.isGiven && mayGive(line))
    .map(({ elderId, scope, one: { values } }) => ({
      ...{ id: newId(), elderId, scope, form: values.consentForm ?? "written", withdrawnOn: null },
      givenOn: values.consentOn?.toString() ?? clock.today(),
    }));
  if (rows.length > 0) await db.insertInto("elder_pairing_consent").values(rows).execute();
  for (const { elderId, scope } of said.filter((line) => !line.isGiven && standing.has(`${line.elderId} ${line.scope}`)))
    await db
      .updateTable("elder_pairing_consent")
      .set({ withdrawnOn: clock.today() })
      .where("elderId", "=", elderId)
      .where("scope", "=", scope)
      .where("withdrawnOn", "is", null)
      .execute();
}
