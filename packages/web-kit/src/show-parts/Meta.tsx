import { toChildArray, type ComponentChildren } from "preact";

/** Facts in one line with a dot after each but the last, so that no line begins with a dot. Empty children are left out. */
export const Meta = ({ children }: { readonly children: ComponentChildren }) => (
  <span class="lx-meta">
    {toChildArray(children).map((fact, index) => (
      <span key={index}>{fact}</span>
    ))}
  </span>
);
