import { useLoaded } from "@lianxin/web-kit";
import { api, text } from "../api.js";

/** The foot of the ledger: the month's account, which adds up. */
export function AccountLine() {
  const account = useLoaded(() => api("GET /ledger/account"), []);
  if (!account.value) return null;
  const { since: _, ownerless: __, ...sums } = account.value;
  return <p class="lx-hint">{text("commitments.account", sums)}</p>;
}
