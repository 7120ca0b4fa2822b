import { Type } from "typebox";
import { commitments } from "../plugin.js";
import { route } from "../services.js";
import { Text } from "../shapes.js";
import { startOfDay } from "./start-of-day.js";

const whole = Type.Integer();

export const showAccountRoute = route("GET /ledger/account", {
  summary: "The month's account at the places one may see: what rolled over and was opened is what was closed, is open, put off, merged or withdrawn",
  may: commitments.permissions.see,
  at: "list",
  returns: Type.Object({
    ...{ since: Text, rolled: whole, opened: whole, closed: whole, open: whole, ownerless: whole },
    ...{ deferred: whole, merged: whole, withdrawn: whole },
  }),
  async handle({ scope, services, clock }) {
    const since = `${clock.today().slice(0, 8)}01`;
    const sums = await services.parts.account(scope.paths, { since: startOfDay(since, clock.zone), cutOff: clock.now() });
    return { since, ...sums };
  },
});
