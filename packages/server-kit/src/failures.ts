import { defineErrors } from "@lianxin/plugin-kit";

/** Everything the platform itself can refuse, on one page; texts in messages/. */
export const failures = defineErrors("kit", {
  invalidInput: { status: 400 },
  notFound: { status: 404 },
  notSignedIn: { status: 401 },
  notAllowed: { status: 403 },
  foreignOrigin: { status: 403 },
  idempotencyKeyMissing: { status: 400 },
  idempotencyKeyReused: { status: 422 },
  tooLarge: { status: 413 },
  wrongType: { status: 415 },
  tooMany: { status: 429 },
  notNow: { status: 503 },
  unexpected: { status: 500 },
  linkInvalid: { status: 400 },
  codeInvalid: { status: 400 },
  passwordInvalid: { status: 401 },
  passwordWeak: { status: 400 },
  identifierTaken: { status: 409 },
  setUpDone: { status: 409 },
  exampleMissing: { status: 409 },
  exampleTooLate: { status: 409 },
  exampleTorn: { status: 409 },
  commandUnknown: { status: 404 },
  personErased: { status: 410 },
});
