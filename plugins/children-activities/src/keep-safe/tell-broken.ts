import type { Violation } from "../judge-safety/judge-session.js";

/** Broken rules as they are told to who may see no child: about whom is left out where it is a child. */
export const broken = (violations: readonly Violation[]) =>
  violations.map(({ code, about, params, remedies }) => ({ code, about: code === "notVetted" ? about : null, params, remedies: [...remedies] }));
