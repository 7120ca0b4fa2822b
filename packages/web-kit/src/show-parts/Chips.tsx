export interface ChipOption<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly count?: number;
}
interface ChipsProps<V extends string> {
  /** What is being narrowed, read aloud: “只看哪一类”. */
  readonly label: string;
  readonly options: readonly ChipOption<V>[];
  readonly chosen: V;
  readonly onChoose: (value: V) => void;
}

/** A filter of a few values that acts at once; one is always chosen. */
export const Chips = <V extends string>({ label, options, chosen, onChoose }: ChipsProps<V>) => (
  <div class="lx-chips" role="group" aria-label={label}>
    {options.map(({ value, label: word, count }) => (
      <button key={value} type="button" class="lx-chip" aria-pressed={value === chosen} onClick={() => onChoose(value)}>
        {word}
        {count !== undefined && <span class="lx-num">{count}</span>}
      </button>
    ))}
  </div>
);
