import { Button } from "@lianxin/web-kit";
import { GroupFrame, useField } from "@lianxin/web-kit/forms";
import { Plus } from "@lianxin/web-kit/icons";
import { t } from "../browser.js";

export interface Closure {
  readonly fromOn: string;
  readonly toOn: string;
  readonly reason: string;
}
interface RowProps {
  readonly row: Closure;
  readonly number: number;
  readonly onChange: (row: Closure) => void;
  readonly onRemove: () => void;
}

const Row = ({ row, number, onChange, onRemove }: RowProps) => (
  <li role="group" aria-label={t("directory.arrange.closure", { number })}>
    <div class="hours-times">
      {(["fromOn", "toOn"] as const).map((end) => (
        <input
          key={end}
          class="lx-input"
          type="date"
          aria-label={t(`directory.page.${end}`)}
          value={row[end]}
          onInput={(event) => onChange({ ...row, [end]: event.currentTarget.value })}
        />
      ))}
      <Button look="plain" aria-label={t("directory.arrange.removeClosure", { number })} onClick={onRemove}>
        {t("directory.hours.remove")}
      </Button>
    </div>
    <input
      class="lx-input"
      aria-label={t("directory.arrange.closureReason")}
      placeholder={t("directory.arrange.closureReason")}
      value={row.reason}
      maxLength={200}
      onInput={(event) => onChange({ ...row, reason: event.currentTarget.value })}
    />
  </li>
);

/** Days on which a venue is closed, from day to day with a reason; the value is a list of `Closure`. */
export function ClosuresField({ name, label, hint }: { readonly name: string; readonly label: string; readonly hint: string }) {
  const { id, value: rows, problem, set } = useField<readonly Closure[]>(name);
  return (
    <GroupFrame id={id} words={{ name, label, hint }} problem={problem}>
      <ul class="hours-rows">
        {rows.map((row, index) => (
          <Row
            key={index}
            row={row}
            number={index + 1}
            onChange={(next) => set(rows.map((one, at) => (at === index ? next : one)))}
            onRemove={() => set(rows.filter((_, at) => at !== index))}
          />
        ))}
      </ul>
      <div>
        <Button id={id} icon={Plus} onClick={() => set([...rows, { fromOn: "", toOn: "", reason: "" }])}>
          {t("directory.arrange.addClosure")}
        </Button>
      </div>
    </GroupFrame>
  );
}

/** What is wrong with the closures before they are sent. */
export function checkClosures(rows: readonly Closure[]): string | undefined {
  const number = rows.findIndex(({ fromOn, toOn }) => !fromOn || !toOn || toOn < fromOn) + 1;
  return number > 0 ? t("directory.arrange.closureWrong", { number }) : undefined;
}
