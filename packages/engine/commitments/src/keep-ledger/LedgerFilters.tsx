import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "@lianxin/web-kit";
import { text } from "../api.js";
import type { LedgerView } from "./ledger-address.js";
import "./LedgerFilters.css";

interface FiltersProps {
  readonly view: LedgerView;
  readonly organizations: readonly { readonly id: string; readonly name: string }[];
  /** The year it is; undefined until the ledger has come. */
  readonly thisYear: number | undefined;
  readonly onChange: (change: Partial<LedgerView>) => void;
}
const pause = 300;
const yearsBack = 5;

/** The last years, and the one the address names. */
const yearsOf = (thisYear: number | undefined, chosen: string): string[] => {
  const last = thisYear === undefined ? [] : Array.from({ length: yearsBack }, (_, back) => String(thisYear - back));
  return chosen === "" || last.includes(chosen) ? last : [...last, chosen];
};

/** Narrows the ledger by words, by the leading organisation and by the year of the close-out; each acts at once and lands in the address. */
export function LedgerFilters({ view, organizations, thisYear, onChange }: FiltersProps) {
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
      <label>
        <span class="lx-sr">{text("commitments.filter.closedIn")}</span>
        <select class="lx-input" value={view.closedIn} onChange={(event) => onChange({ closedIn: event.currentTarget.value })}>
          <option value="">{text("commitments.filter.anyYear")}</option>
          {yearsOf(thisYear, view.closedIn).map((year) => (
            <option key={year} value={year}>
              {text("commitments.filter.closedInYear", { year })}
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
