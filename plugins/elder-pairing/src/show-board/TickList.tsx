import "./Board.css";

interface TickListProps {
  readonly legend: string;
  readonly lines: readonly { readonly id: string; readonly label: string }[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** Names that are all meant, unless one is taken out. */
export function TickList({ legend, lines, chosen, onChoose }: TickListProps) {
  const flip = (id: string, isIn: boolean): void => onChoose(new Set(isIn ? [...chosen, id] : [...chosen].filter((one) => one !== id)));
  return (
    <fieldset class="lx-field board-ticks">
      <legend class="lx-label">{legend}</legend>
      {lines.map(({ id, label }) => (
        <label key={id} class="lx-choice" data-checked={chosen.has(id)}>
          <input type="checkbox" checked={chosen.has(id)} onChange={(event) => flip(id, event.currentTarget.checked)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
