import { useSignal } from "@preact/signals";
import { Button, ErrorNotice } from "@lianxin/web-kit";
import { text } from "../api.js";
import type { Material } from "./MaterialsCard.js";

interface RowProps {
  readonly at: number;
  readonly value: Material;
  readonly onChange: (value: Material) => void;
  readonly onUp: () => void;
  readonly onRemove: () => void;
}
const blank: Material = { title: "", place: "" };
const isBlank = ({ title, place }: Material): boolean => title.trim() === "" && place.trim() === "";
const isHalf = ({ title, place }: Material): boolean => (title.trim() === "") !== (place.trim() === "");

function Row({ at, value, onChange, onUp, onRemove }: RowProps) {
  const field = (name: "title" | "place", most: number, hint?: string) => (
    <div class="lx-field">
      <label for={`material-${name}-${at}`}>{text(`meetings.materials.${name}`)}</label>
      <input
        id={`material-${name}-${at}`}
        class="lx-input"
        maxLength={most}
        placeholder={hint}
        value={value[name]}
        onInput={(event) => onChange({ ...value, [name]: event.currentTarget.value })}
      />
    </div>
  );
  return (
    <li class="material-row">
      {field("title", 100)}
      {field("place", 500, text("meetings.materials.placeHint"))}
      <span class="lx-actions">
        {at > 0 && (
          <Button look="plain" onClick={onUp}>
            {text("meetings.materials.up")}
            <span class="lx-sr">{value.title}</span>
          </Button>
        )}
        <Button look="plain" onClick={onRemove}>
          {text("meetings.materials.remove")}
          <span class="lx-sr">{value.title}</span>
        </Button>
      </span>
    </li>
  );
}

/** What there is to read, line by line, in its order. */
export function MaterialsEditor({
  start,
  send,
  onCancel,
}: {
  readonly start: readonly Material[];
  readonly send: (materials: Material[]) => Promise<unknown>;
  readonly onCancel: () => void;
}) {
  const [rows, failed, isWrong] = [useSignal<readonly Material[]>(start.length > 0 ? start : [blank]), useSignal<unknown>(undefined), useSignal(false)];
  const change = (at: number, value: Material) => (rows.value = rows.value.map((row, i) => (i === at ? value : row)));
  const up = (at: number) => {
    const [above, own] = [rows.value[at - 1]!, rows.value[at]!];
    rows.value = rows.value.map((row, i) => (i === at - 1 ? own : i === at ? above : row));
  };
  const keep = () => {
    isWrong.value = rows.value.some(isHalf);
    if (!isWrong.value) send(rows.value.filter((row) => !isBlank(row))).catch((error: unknown) => (failed.value = error));
  };
  return (
    <div class="lx-stack">
      {failed.value !== undefined && <ErrorNotice error={failed.value} />}
      <ol class="material-rows">
        {rows.value.map((row, i) => (
          <Row
            key={i}
            at={i}
            value={row}
            onChange={(value) => change(i, value)}
            onUp={() => up(i)}
            onRemove={() => (rows.value = rows.value.filter((_, other) => other !== i))}
          />
        ))}
      </ol>
      {isWrong.value && <p role="alert">{text("meetings.materials.half")}</p>}
      <div class="lx-actions">
        <Button look="filled" onClick={keep}>
          {text("meetings.materials.keep")}
        </Button>
        <Button onClick={() => (rows.value = [...rows.value, blank])}>{text("meetings.materials.add")}</Button>
        <Button look="plain" onClick={onCancel}>
          {text("meetings.materials.cancel")}
        </Button>
      </div>
    </div>
  );
}
