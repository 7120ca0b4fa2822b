import { Await, useLoaded } from "@lianxin/web-kit";
import { SelectField } from "@lianxin/web-kit/forms";
import { api, text, type LineAnswer } from "../api.js";

interface PartFieldProps {
  readonly name: string;
  readonly label: string;
  /** The line that chooses another one. */
  readonly line: LineAnswer;
  readonly search: string;
}

/** Another line that is not done, found by words in its title: fifty at most are offered, gaps and what is late first. */
export function PartField({ name, label, line, search }: PartFieldProps) {
  const words = search.trim();
  const others = useLoaded(() => api("GET /ledger", { query: { filter: "all", ...(words ? { search: words } : {}) } }), [words], { keepsOld: true });
  return (
    <Await of={others}>
      {({ lines, counts, pageSize }) => (
        <SelectField
          name={name}
          label={label}
          {...(counts.all > pageSize ? { hint: text("commitments.merge.more", { count: counts.all }) } : {})}
          empty={text("commitments.field.choose")}
          choices={lines
            .filter(({ partId, light }) => partId !== line.partId && light !== "done")
            .map(({ partId, title, placeName }) => ({ value: partId, label: [title, placeName].filter(Boolean).join("　") }))}
        />
      )}
    </Await>
  );
}
