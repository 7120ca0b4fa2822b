import { Chips, type ChipOption } from "@lianxin/web-kit";

interface AskedProps<V extends string> {
  readonly label: string;
  readonly options: readonly ChipOption<V>[];
  readonly chosen: V;
  readonly onChoose: (value: V) => void;
}
/** A question above its answers; the answers carry it for those who hear the page. */
export const Asked = <V extends string>(props: AskedProps<V>) => (
  <div class="visit-asked">
    <span class="lx-label" aria-hidden="true">
      {props.label}
    </span>
    <Chips {...props} />
  </div>
);
