import { someOf, text } from "../api.js";
import { groupBy } from "../keep-people/group-by.js";
import type { Preview } from "./bring-sheet.js";

type Problem = Preview["problems"][number];
type Mended = Readonly<Record<string, string>>;
interface MendProps {
  readonly problems: readonly Problem[];
  readonly mended: Mended;
  /** Cells by address, with what shall stand there. */
  readonly onMend: (cells: Mended) => void;
}
const shownAtOnce = 50;

/** Cells that are mended together: those that name the same unknown village; every other by itself. In the order of the sheet. */
const together = (problems: readonly Problem[]): Problem[][] => [
  ...groupBy(problems, ({ isPlace, now, address, text: said }) => (isPlace && now !== "" ? `place ${now}` : `${address} ${said}`)).values(),
];

function Mend({ cells, mended, onMend }: Omit<MendProps, "problems"> & { readonly cells: readonly Problem[] }) {
  const { address, now, text: said, isHeading } = cells[0]!;
  const isOne = cells.length === 1;
  const lines = someOf(cells.map(({ line }) => String(line)));
  if (isHeading) return <li>{said}</li>;
  return (
    <li>
      <span>{isOne ? said : text("elder-pairing.registers.village", { name: now, count: cells.length, lines })}</span>
      <input
        class="lx-input"
        aria-label={text("elder-pairing.registers.mend", { address: isOne ? address : now })}
        value={mended[address] ?? now}
        onInput={({ currentTarget: { value } }) => onMend(Object.fromEntries(cells.map((cell) => [cell.address, value])))}
      />
    </li>
  );
}

/** What is wrong, cell by cell, each with its box to mend it in, a village that many lines name with one box for all; the sheet itself is not touched. */
export function MendCells({ problems, mended, onMend }: MendProps) {
  const groups = together(problems);
  if (groups.length === 0) return null;
  return (
    <details open>
      <summary>
        {text("elder-pairing.registers.problems")}（{groups.length}）
      </summary>
      <ul class="register-mend">
        {groups.slice(0, shownAtOnce).map((cells) => (
          <Mend key={`${cells[0]!.address} ${cells[0]!.text}`} cells={cells} mended={mended} onMend={onMend} />
        ))}
      </ul>
      {groups.length > shownAtOnce && <p class="lx-hint">{text("elder-pairing.registers.first", { count: shownAtOnce })}</p>}
    </details>
  );
}
