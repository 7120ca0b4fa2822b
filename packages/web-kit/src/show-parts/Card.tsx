import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

interface CardProps {
  readonly title: string;
  /** Beside the title: a count, chips, a link. */
  readonly aside?: ComponentChildren;
  /** Rows that reach the edges instead of padded content. */
  readonly isFlush?: boolean;
  readonly children: ComponentChildren;
}

/** A white sheet with a heading; a region for readers. */
export function Card({ title, aside, isFlush, children }: CardProps) {
  const id = useId();
  return (
    <section class="lx-card" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {aside}
      </header>
      <div class={isFlush ? "lx-flush" : "lx-pad"}>{children}</div>
    </section>
  );
}
