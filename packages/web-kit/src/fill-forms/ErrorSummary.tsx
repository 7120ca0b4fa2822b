import { useEffect, useRef } from "preact/hooks";
import { t } from "@lianxin/web-kit";
import "./texts.js";
import type { FormProblem } from "./form-problems.js";

interface ErrorSummaryProps {
  readonly problems: readonly FormProblem[];
  /** Counts the attempts; the summary takes the focus at each, after the page has been drawn. */
  readonly tried: number;
  readonly formId: string;
}

function goTo(event: Event, id: string): void {
  event.preventDefault();
  const field = document.getElementById(id);
  field?.scrollIntoView({ block: "center" });
  field?.focus();
}

/** What is to correct, each a link to its field, in the same words as beside it. */
export function ErrorSummary({ problems, tried, formId }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (tried > 0) box.current?.focus();
  }, [tried]);
  if (problems.length === 0) return null;
  return (
    <div class="lx-errors" role="alert" tabIndex={-1} ref={box}>
      <h2>{t("web.form.summary", { count: problems.length })}</h2>
      <ul>
        {problems.map(({ field, message }, index) => (
          <li key={index}>
            {field ? (
              <a href={`#${formId}-${field}`} onClick={(event) => goTo(event, `${formId}-${field}`)}>
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
