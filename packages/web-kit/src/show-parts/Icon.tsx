import { h } from "preact";
import type { IconNode } from "lucide";

export type { IconNode } from "lucide";
export interface IconProps {
  readonly node: IconNode;
  /** CSS pixels; 20 by default. */
  readonly size?: number;
  /** Only when no word stands beside it: then it is what is read aloud. */
  readonly label?: string;
}

/** Draws an icon of `@lianxin/web-kit/icons`; hidden from readers unless it has a label. */
export function Icon({ node, size = 20, label }: IconProps) {
  const named = label ? { role: "img" as const, "aria-label": label } : { "aria-hidden": true as const };
  const stroke = { fill: "none", stroke: "currentColor", "stroke-width": 2, "stroke-linecap": "round", "stroke-linejoin": "round" } as const;
  return (
    <svg {...named} {...stroke} viewBox="0 0 24 24" width={size} height={size} focusable="false">
      {node.map(([tag, attributes], index) => h(tag, { ...attributes, key: index }))}
    </svg>
  );
}
