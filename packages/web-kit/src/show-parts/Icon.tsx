import { h } from "preact";
import type { IconNode } from "lucide";

export type { IconNode } from "lucide";
export interface IconProps {
  readonly node: IconNode;
  /** In sixteenths of a rem, which are pixels at the usual size; 20 by default. Grows with 长辈版. */
  readonly size?: number;
  /** Only when no word stands beside it: then it is what is read aloud. */
  readonly label?: string;
}

/** Draws an icon of `@lianxin/web-kit/icons`; hidden from readers unless it has a label. */
export function Icon({ node, size = 20, label }: IconProps) {
  const named = label ? { role: "img" as const, "aria-label": label } : { "aria-hidden": true as const };
  const stroke = { fill: "none", stroke: "currentColor", "stroke-width": 2, "stroke-linecap": "round", "stroke-linejoin": "round" } as const;
  return (
    <svg {...named} {...stroke} viewBox="0 0 24 24" width={`${size / 16}rem`} height={`${size / 16}rem`} focusable="false">
      {node.map(([tag, attributes], index) => h(tag, { ...attributes, key: index }))}
    </svg>
  );
}
