import { addressOf, callServer } from "@lianxin/web-kit";
import { SelectField, TextField } from "@lianxin/web-kit/forms";
import { text } from "../api.js";

export interface Organization {
  readonly id: string;
  readonly name: string;
}
export const loadOrganizations = async (): Promise<readonly Organization[]> =>
  ((await callServer("GET", addressOf("directory", "/organizations"))) as { readonly organizations: readonly Organization[] }).organizations;

interface Props {
  /** The field of the organisation's id, and that of a name which is not in the directory. */
  readonly idName: string;
  readonly nameName: string;
  readonly label: string;
  readonly chosenId: string;
  readonly organizations: readonly Organization[];
}

/** A unit from the directory, whose people hear of it; or, where it is not in there, its name. */
export const UnitFields = ({ idName, nameName, label, chosenId, organizations }: Props) => (
  <>
    <SelectField name={idName} label={label} empty={text("matters.refer.other")} choices={organizations.map(({ id, name }) => ({ value: id, label: name }))} />
    {!chosenId && <TextField name={nameName} label={text("matters.refer.leadName")} hint={text("matters.refer.leadName.hint")} maxLength={100} />}
  </>
);
