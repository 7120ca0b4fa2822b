import type { ComponentChildren } from "preact";
import { Icon, statusIcons, t } from "@lianxin/web-kit";
import "./texts.js";

export interface FieldWords {
  readonly name: string;
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly isOptional?: boolean;
}
interface FrameProps {
  readonly id: string;
  readonly words: FieldWords;
  readonly problem: string | undefined;
  readonly children: ComponentChildren;
}

/** What a control must carry so that hint and problem are read with it. */
export const describedBy = (id: string, words: FieldWords, problem: string | undefined) => {
  const parts = [words.hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ");
  return { ...(parts ? { "aria-describedby": parts } : {}), ...(problem ? { "aria-invalid": true as const } : {}) };
};

const Below = ({ id, words, problem }: Omit<FrameProps, "children">) => (
  <>
    {words.hint && (
      <p class="lx-hint" id={`${id}-hint`}>
        {words.hint}
      </p>
    )}
    {problem && (
      <p class="lx-problem" id={`${id}-problem`}>
        <Icon node={statusIcons.late} size={18} />
        {problem}
      </p>
    )}
  </>
);
const Word = ({ words }: { readonly words: FieldWords }) => (
  <>
    {words.label}
    {words.isOptional && <span class="lx-optional">{t("web.form.optional")}</span>}
  </>
);

/** A label, its hint, what is wrong, and one control. */
export const FieldFrame = ({ id, words, problem, children }: FrameProps) => (
  <div class="lx-field">
    <label for={id}>
      <Word words={words} />
    </label>
    <Below id={id} words={words} problem={problem} />
    {children}
  </div>
);

/** The same for a group of radios or ticks. `id` is the first control's, so that the summary's link reaches it. */
export const GroupFrame = ({ id, words, problem, children }: FrameProps) => (
  <fieldset class="lx-field" {...describedBy(id, words, undefined)}>
    <legend>
      <Word words={words} />
    </legend>
    <Below id={id} words={words} problem={problem} />
    {children}
  </fieldset>
);
