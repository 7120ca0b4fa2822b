import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "@lianxin/web-kit";
import { text } from "../api.js";
import type { LedgerView } from "./ledger-address.js";
import "./LedgerFilters.css";

interface FiltersProps {
  readonly view: LedgerView;
  readonly organizations: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (change: Partial<LedgerView>) => void;
}
const pause = 300;

/** Narrows the ledger by words and by the leading organisation; each acts at once and lands in the address. */
export function LedgerFilters({ view, organizations, onChange }: FiltersProps) {
  const typed = useSignal(view.search);
  useEffect(() => {
    if (typed.value === view.search) return undefined;
    const waiting = setTimeout(() => onChange({ search: typed.value }), pause);
    return () => clearTimeout(waiting);
  }, [typed.value]);
  useEffect(() => void (typed.value = view.search), [view.search]);
  return (
    <div class="commitments-filters lx-noprint" role="search">
      <label>
        <span class="lx-sr">{text("commitments.search")}</span>
        <input
          class="lx-input"
          type="search"
          placeholder={text("commitments.search")}
          value={typed.value}
          onInput={(event) => (typed.value = event.currentTarget.value)}
        />
      </label>
      <label>
        <span class="lx-sr">{text("commitments.column.lead")}</span>
        <select class="lx-input" value={view.organizationId} onChange={(event) => onChange({ organizationId: event.currentTarget.value })}>
          <option value="">{text("commitments.filter.anyOrganization")}</option>
          {organizations.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Button aria-pressed={view.stale} onClick={() => onChange({ stale: !view.stale })}>
        {text("commitments.filter.stale")}
      </Button>
      {view.meetingId !== "" && <Button onClick={() => onChange({ meetingId: "" })}>{text("commitments.filter.dropMeeting")}</Button>}
    </div>
  );
}
