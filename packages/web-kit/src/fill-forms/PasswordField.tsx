import { useSignal } from "@preact/signals";
import { t } from "@lianxin/web-kit";
import { describedBy, FieldFrame, type FieldWords } from "./FieldFrame.js";
import { useField } from "./form-context.js";

/** A password that can be looked at while typing; tidy it with `asTyped`. */
export function PasswordField({ isNew = false, ...words }: FieldWords & { readonly isNew?: boolean }) {
  const { id, value, problem, set } = useField<string>(words.name);
  const isShown = useSignal(false);
  const common = {
    id,
    name: words.name,
    class: "lx-input",
    value,
    autocomplete: isNew ? "new-password" : "current-password",
    onInput: (event: { readonly currentTarget: HTMLInputElement }) => set(event.currentTarget.value),
    ...describedBy(id, words, problem),
  };
  return (
    <FieldFrame id={id} words={words} problem={problem}>
      <div class="lx-joined">
        {isShown.value ? <input type="text" spellcheck={false} {...common} /> : <input type="password" {...common} />}
        <button type="button" class="lx-button" aria-controls={id} onClick={() => (isShown.value = !isShown.value)}>
          {isShown.value ? t("web.form.hide") : t("web.form.show")}
          <span class="lx-sr">{words.label}</span>
        </button>
      </div>
    </FieldFrame>
  );
}
