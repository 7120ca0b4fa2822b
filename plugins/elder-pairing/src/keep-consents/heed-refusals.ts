import type { JudgedElder } from "../import-registers/judge-lines.js";
import type { Scope } from "./refused-scopes.js";

/** May a line give again what was taken back? Only by a consent of a later day: the same old sheet does not. */
export function givesAgain({ values: { consentForm, consentOn } }: Pick<JudgedElder, "values">, withdrawnOn: string): boolean {
  return consentForm !== undefined && consentOn !== undefined && consentOn.toString() > withdrawnOn;
}

/** A line without what the elder took back: no visits, nothing about health. */
export function heedRefusals(
  judged: JudgedElder,
  refused: ReadonlyMap<Scope, string> | undefined,
): { readonly judged: JudgedElder; readonly hidesHealth: boolean } {
  const holds = (scope: Scope): boolean => {
    const withdrawnOn = refused?.get(scope);
    return withdrawnOn !== undefined && !givesAgain(judged, withdrawnOn);
  };
  const hidesHealth = holds("health");
  const noHealth = { senses: undefined, flags: undefined, ability: undefined };
  const values = { ...judged.values, ...(hidesHealth && noHealth), ...(holds("visits") && { wish: "none" as const }) };
  return { judged: { ...judged, values }, hidesHealth };
}
