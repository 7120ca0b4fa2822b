import type { ComponentChildren } from "preact";
import { describedBy, FieldFrame, GroupFrame, type FieldWords } from "./FieldFrame.js";
import { useField } from "./form-context.js";

export interface Choice {
  readonly value: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly isClosed?: boolean;
}
interface ChoicesProps extends FieldWords {
  readonly choices: readonly Choice[];
}
const idOf = (id: string, index: number): string => (index === 0 ? id : `${id}-${index}`);
const Words = ({ choice }: { readonly choice: Choice }) => (
  <span>
    {choice.label}
    {choice.hint && <small>{choice.hint}</small>}
  </span>
);

/** One of a few, all seen at once. */
export function ChoiceField({ choices, ...words }: ChoicesProps) {
  const { id, value, problem, set } = useField<string | undefined>(words.name);
  return (
    <GroupFrame id={id} words={words} problem={problem}>
      {choices.map((choice, index) => (
        <label key={choice.value} class="lx-choice" for={idOf(id, index)} data-checked={value === choice.value} data-closed={choice.isClosed ?? false}>
          <input
            id={idOf(id, index)}
            type="radio"
            name={id}
            checked={value === choice.value}
            disabled={choice.isClosed ?? false}
            onChange={() => set(choice.value)}
            {...describedBy(id, words, problem)}
          />
          <Words choice={choice} />
        </label>
      ))}
    </GroupFrame>
  );
}

/** Any number of a few; the value is the list of those ticked, in the order of the choices. */
export function TicksField({ choices, ...words }: ChoicesProps) {
  const { id, value, problem, set } = useField<readonly string[]>(words.name);
  const flip = (changed: string) => set(choices.map((choice) => choice.value).filter((one) => value.includes(one) !== (one === changed)));
  return (
    <GroupFrame id={id} words={words} problem={problem}>
      {choices.map((choice, index) => (
        <label key={choice.value} class="lx-choice" for={idOf(id, index)} data-checked={value.includes(choice.value)} data-closed={choice.isClosed ?? false}>
          <input
            id={idOf(id, index)}
            type="checkbox"
            checked={value.includes(choice.value)}
            disabled={choice.isClosed ?? false}
            onChange={() => flip(choice.value)}
            {...describedBy(id, words, problem)}
          />
          <Words choice={choice} />
        </label>
      ))}
    </GroupFrame>
  );
}

/** Yes or no. */
export function TickField(words: FieldWords) {
  const { id, value, problem, set } = useField<boolean>(words.name);
  return (
    <div class="lx-field">
      <label class="lx-choice" for={id} data-checked={value}>
        <input id={id} type="checkbox" checked={value} onChange={(event) => set(event.currentTarget.checked)} {...describedBy(id, words, problem)} />
        <span>
          {words.label}
          {words.hint && <small id={`${id}-hint`}>{words.hint}</small>}
        </span>
      </label>
      {problem && (
        <p class="lx-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}

/** One of many, folded away. An empty first line asks for a choice. */
export function SelectField({ choices, empty, ...words }: ChoicesProps & { readonly empty?: string }) {
  const { id, value, problem, set } = useField<string>(words.name);
  return (
    <FieldFrame id={id} words={words} problem={problem}>
      <select
        id={id}
        name={words.name}
        class="lx-input"
        value={value}
        onChange={(event) => set(event.currentTarget.value)}
        {...describedBy(id, words, problem)}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} disabled={choice.isClosed ?? false}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
