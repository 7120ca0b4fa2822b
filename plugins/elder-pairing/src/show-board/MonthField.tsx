import { text, today } from "../api.js";

interface MonthFieldProps {
  readonly label: string;
  /** "2027-02" */
  readonly month: string;
  readonly onMonth: (month: string) => void;
}
export const thisMonth = (): string => today().slice(0, 7);

/** "2027年2月" of "2027-02". */
export const monthText = (month: string): string => text("elder-pairing.month", { year: month.slice(0, 4), month: Number(month.slice(5)) });

/** A month up to this one; left empty it is this one. */
export const MonthField = ({ label, month, onMonth }: MonthFieldProps) => (
  <label class="lx-field">
    <span class="lx-label">{label}</span>
    <input class="lx-input" type="month" max={thisMonth()} value={month} onInput={(event) => onMonth(event.currentTarget.value || thisMonth())} />
  </label>
);
