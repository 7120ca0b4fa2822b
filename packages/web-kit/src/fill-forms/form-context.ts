import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { FormState } from "./use-form.js";

/** The form that a field stands in, and the id its fields' ids begin with. */
export interface FormPlace {
  readonly form: FormState<Record<string, unknown>>;
  readonly id: string;
}
export const FormContext = createContext<FormPlace | undefined>(undefined);

/** What a field shows and changes. Throws when a field stands outside a `Form`. */
export function useField<T>(name: string) {
  const place = useContext(FormContext);
  if (!place) throw new Error(`The field "${name}" stands in no Form.`);
  const { form, id } = place;
  return {
    id: `${id}-${name}`,
    value: form.values.value[name] as T,
    problem: form.problems.value.find((problem) => problem.field === name)?.message,
    set: (value: T) => form.set(name, value),
  };
}
