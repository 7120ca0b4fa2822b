import { t } from "../choose-language/texts.js";

export interface Step {
  readonly label: string;
  /** Where a finished step is looked at again. */
  readonly href?: string;
}
const stateOf = (index: number, at: number) => (index < at ? "done" : index === at ? "now" : "later");

/** Where one stands in a wizard: an ordered list; `at` counts from 0. */
export const StepIndicator = ({ steps, at, label }: { readonly steps: readonly Step[]; readonly at: number; readonly label: string }) => (
  <nav aria-label={`${label}${t("web.step", { at: at + 1, of: steps.length })}`}>
    <ol class="lx-steps">
      {steps.map((step, index) => {
        const state = stateOf(index, at);
        return (
          <li key={index} data-state={state} {...(state === "now" ? { "aria-current": "step" as const } : {})}>
            <span>{index + 1}.</span>
            {"\u00a0"}
            {state === "done" && step.href ? <a href={step.href}>{step.label}</a> : step.label}
            <span class="lx-sr">{t(`web.step.${state}`)}</span>
          </li>
        );
      })}
    </ol>
  </nav>
);
