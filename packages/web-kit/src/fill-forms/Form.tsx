import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { Button, t, timeText } from "@lianxin/web-kit";
import "./texts.js";
import { ErrorSummary } from "./ErrorSummary.js";
import { FormContext, type FormPlace } from "./form-context.js";
import type { FormState } from "./use-form.js";

interface FormProps<V extends object> {
  readonly form: FormState<V>;
  /** The act, in the words of its result: “我要报名”. */
  readonly submit: string;
  /** "soft" where a page has several forms of one weight: it has one filled button. */
  readonly look?: "filled" | "soft";
  /** Beside the submit button. */
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}
const timeOf = (milliseconds: number): string => timeText(new Date(milliseconds).toISOString());

/** That the fields hold what was not finished last time, and the way to an empty form. */
const Restored = ({ onStartOver }: { readonly onStartOver: () => void }) => (
  <p class="lx-hint">
    {t("web.form.restored")}{" "}
    <button type="button" class="lx-link" onClick={onStartOver}>
      {t("web.form.startOver")}
    </button>
  </p>
);

/** A form: what is to correct on top, the fields, the act. The browser's own checks stay out of the way. */
export function Form<V extends object>({ form, submit, look = "filled", aside, children }: FormProps<V>) {
  const id = useId();
  const place = { form, id } as unknown as FormPlace;
  const send = (event: Event) => {
    event.preventDefault();
    void form.submit();
  };
  return (
    <FormContext.Provider value={place}>
      <form class="lx-form" noValidate onSubmit={send}>
        <ErrorSummary problems={form.problems.value} tried={form.tried.value} formId={id} />
        {form.isRestored.value && <Restored onStartOver={() => form.startOver()} />}
        {children}
        <div class="lx-actions">
          <Button type="submit" look={look} aria-disabled={form.isSending.value}>
            {form.isSending.value ? t("web.form.sending") : submit}
          </Button>
          {aside}
        </div>
        <p class="lx-hint lx-kept" role="status">
          {form.keptAt.value !== undefined && t("web.form.saved", { time: timeOf(form.keptAt.value) })}
        </p>
      </form>
    </FormContext.Provider>
  );
}
