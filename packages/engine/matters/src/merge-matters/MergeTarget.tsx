import { useState } from "preact/hooks";
import { SelectField } from "@lianxin/web-kit/forms";
import { text } from "../api.js";
import { FindMatter } from "../find-matter/FindMatter.js";
import { takesMerges } from "../keep-state/matter-state.js";

export interface OtherMatter {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
}
interface Props {
  readonly matterId: string;
  /** The field of the form around it. */
  readonly name: string;
  readonly others: readonly OtherMatter[];
}

/** Into which one to merge: those offered, and whatever is found by words. */
export function MergeTarget({ matterId, name, others }: Props) {
  const [found, setFound] = useState<readonly OtherMatter[]>([]);
  const fresh = found.filter(({ id }) => !others.some((other) => other.id === id));
  const choices = [...fresh, ...others]
    .filter(({ state }) => takesMerges(state))
    .map((other) => ({ value: other.id, label: `${other.number} ${other.title}` }));
  return (
    <>
      <FindMatter except={matterId} onFound={setFound} />
      <SelectField name={name} label={text("matters.screen.mergeInto")} empty={text("matters.screen.mergeInto.empty")} choices={choices} />
    </>
  );
}
