import type { ComponentChildren } from "preact";
import "./Fold.css";

interface Props {
  readonly title: ComponentChildren;
  readonly isOpen?: boolean;
  readonly children: ComponentChildren;
}

/** A part that is shut until somebody asks for it: forms that are seldom needed, one row of many. */
export const Fold = ({ title, isOpen = false, children }: Props) => (
  <details class="fold" open={isOpen}>
    <summary>{title}</summary>
    <div class="fold-inside">{children}</div>
  </details>
);
