import { describedBy, FieldFrame, type FieldWords } from "./FieldFrame.js";
import { useField } from "./form-context.js";

/** One file; the value is a `File` or null. A file is never part of a draft. */
export function FileField({ accept, ...words }: FieldWords & { readonly accept?: string }) {
  const { id, problem, set } = useField<File | null>(words.name);
  return (
    <FieldFrame id={id} words={words} problem={problem}>
      <input
        id={id}
        name={words.name}
        class="lx-input"
        type="file"
        onChange={(event) => set(event.currentTarget.files?.[0] ?? null)}
        {...(accept ? { accept } : {})}
        {...describedBy(id, words, problem)}
      />
    </FieldFrame>
  );
}
