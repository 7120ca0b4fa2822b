import { ApiError, t } from "@lianxin/web-kit";

/** One thing to correct; without a field it is about the whole form. */
export interface FormProblem {
  readonly field?: string;
  readonly message: string;
}
const nameOf = (field: string): string => field.replace(/^(body|query|params)\./, "");
const said = (message: string, remedy?: string): string =>
  remedy ? `${message}${/[。.?？!！]$/.test(message) ? "" : t("web.form.between")}${remedy}` : message;

/** What `check` found, in the order of the form's fields. */
export const problemsOf = (found: Readonly<Record<string, string | undefined>>): readonly FormProblem[] =>
  Object.entries(found).flatMap(([field, message]) => (message ? [{ field, message }] : []));

/** What the server refused, said beside the fields it names; the rest is about the whole form. */
export function problemsIn(error: unknown): readonly FormProblem[] {
  if (!(error instanceof ApiError)) return [{ message: said(t("web.unexpected"), t("web.unexpected.remedy")) }];
  const problems = error.problems.length > 0 ? error.problems : [error];
  return problems.map(({ field, message, remedy }) => ({ ...(field ? { field: nameOf(field) } : {}), message: said(message, remedy) }));
}
