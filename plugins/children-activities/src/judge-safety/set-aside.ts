import type { ViolationCode } from "./judge-session.js";

const canBeSetAside: readonly ViolationCode[] = ["tooFewAdults", "twoUnrelated", "noFirstAider", "noWoman"];

/** May two people let a session go on in an emergency with these rules broken? Numbers may be set aside, never an unchecked adult or a missing consent. */
export const mayBeSetAside = (codes: readonly string[]): boolean => codes.every((code) => (canBeSetAside as readonly string[]).includes(code));
