import type { ESLint } from "eslint";

/** House rules as lint; each message says why, and what instead. */
declare const house: ESLint.Plugin & { readonly rules: NonNullable<ESLint.Plugin["rules"]> };
export default house;
