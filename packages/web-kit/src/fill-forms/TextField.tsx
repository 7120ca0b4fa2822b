import { describedBy, FieldFrame, type FieldWords } from "./FieldFrame.js";
import { useField } from "./form-context.js";

type Keyboard = "text" | "tel" | "email" | "numeric" | "decimal";
interface TextFieldProps extends FieldWords {
  /** Which keys a phone offers; the value stays text, so that spaces and full-width digits can be forgiven. */
  readonly keyboard?: Keyboard;
  readonly autocomplete?: string;
  readonly maxLength?: number;
  /** Narrow fields say how much is expected. */
  readonly width?: "short" | "medium";
}

/** One line of text. */
export function TextField({ keyboard, autocomplete, maxLength, width, ...words }: TextFieldProps) {
  const { id, value, problem, set } = useField<string>(words.name);
  const extras = {
    ...(keyboard ? { inputMode: keyboard } : {}),
    ...(autocomplete ? { autocomplete } : {}),
    ...(maxLength ? { maxLength } : {}),
    ...(width ? { "data-width": width } : {}),
  };
  return (
    <FieldFrame id={id} words={words} problem={problem}>
      <input
        id={id}
        name={words.name}
        class="lx-input"
        type="text"
        value={value}
        onInput={(event) => set(event.currentTarget.value)}
        {...extras}
        {...describedBy(id, words, problem)}
      />
    </FieldFrame>
  );
}

/** Several lines of text. */
export function TextArea({ rows = 4, maxLength, ...words }: FieldWords & { readonly rows?: number; readonly maxLength?: number }) {
  const { id, value, problem, set } = useField<string>(words.name);
  return (
    <FieldFrame id={id} words={words} problem={problem}>
      <textarea
        id={id}
        name={words.name}
        class="lx-input"
        rows={rows}
        value={value}
        onInput={(event) => set(event.currentTarget.value)}
        {...(maxLength ? { maxLength } : {})}
        {...describedBy(id, words, problem)}
      />
    </FieldFrame>
  );
}

/** A mobile number; tidy it with `tidyPhone` and check it with `phoneCheck`. */
export const PhoneField = (words: FieldWords) => <TextField keyboard="tel" autocomplete="tel" width="medium" {...words} />;
/** A mail address; tidy it with `tidyMail` and check it with `mailCheck`. */
export const MailField = ({ autocomplete = "email", ...words }: FieldWords & { readonly autocomplete?: "email" | "username" }) => (
  <TextField keyboard="email" autocomplete={autocomplete} {...words} />
);
