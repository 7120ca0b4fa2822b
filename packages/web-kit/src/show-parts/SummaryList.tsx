import type { ComponentChildren } from "preact";

export interface SummaryRow {
  readonly label: string;
  readonly value: ComponentChildren;
  /** A link or button that changes it; its hidden text says what it changes. */
  readonly change?: { readonly word: string; readonly href: string };
}

/** What is known about one thing, as terms and values; with `change` it is the check before something is sent. */
export const SummaryList = ({ rows }: { readonly rows: readonly SummaryRow[] }) => (
  <dl class="lx-summary">
    {rows.map(({ label, value, change }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{value}</dd>
        {change && (
          <dd class="lx-change">
            <a href={change.href}>
              {change.word}
              <span class="lx-sr">{label}</span>
            </a>
          </dd>
        )}
      </div>
    ))}
  </dl>
);
