import { describedBy, FieldFrame, type FieldWords } from "./FieldFrame.js";
import { useField } from "./form-context.js";
import { TextField } from "./TextField.js";

/** A day that is known by heart (a birthday): typed, any spelling; check it with `dayCheck`, tidy it with `tidyDay`. */
export const TypedDayField = (words: FieldWords) => <TextField keyboard="text" width="medium" {...words} />;

interface DayFieldProps extends FieldWords {
  /** First and last day offered, "2026-09-16". */
  readonly min?: string;
  readonly max?: string;
}

/** A day to come, chosen from the device's calendar. The value is "2026-09-16" or "". */
export function DayField({ min, max, ...words }: DayFieldProps) {
  const { id, value, problem, set } = useField<string>(words.name);
  const range = { ...(min ? { min } : {}), ...(max ? { max } : {}) };
  return (
    <FieldFrame id={id} words={words} problem={problem}>
      <input
        id={id}
        name={words.name}
        class="lx-input"
        data-width="medium"
        type="date"
        value={value}
        onInput={(event) => set(event.currentTarget.value)}
        {...range}
        {...describedBy(id, words, problem)}
      />
    </FieldFrame>
  );
}

/** A time of day, "15:00" or "". */
export function TimeField(words: FieldWords) {
  const { id, value, problem, set } = useField<string>(words.name);
  return (
    <FieldFrame id={id} words={words} problem={problem}>
      <input
        id={id}
        name={words.name}
        class="lx-input"
        data-width="short"
        type="time"
        value={value}
        onInput={(event) => set(event.currentTarget.value)}
        {...describedBy(id, words, problem)}
      />
    </FieldFrame>
  );
}
