import type { ComponentChildren } from "preact";

/** Why nothing is here, in one sentence, and the one verb that changes it (a link or a button as child). */
export const EmptyState = ({ why, children }: { readonly why: ComponentChildren; readonly children?: ComponentChildren }) => (
  <div class="lx-empty">
    <p>{why}</p>
    {children}
  </div>
);
