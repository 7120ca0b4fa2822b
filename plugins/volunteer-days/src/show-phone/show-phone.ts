import type { VolunteerDaysContext } from "../plugin.js";
import type { VolunteerRow } from "../sign-up/sign-up.repository.js";

/** The whole number of a volunteer, to ring them up: the one they gave, else the one the directory has; null when there is none. The reading is in the access log. */
export async function openPhone(
  { use, disclose }: VolunteerDaysContext,
  { phone, personId }: Pick<VolunteerRow, "phone" | "personId">,
): Promise<string | null> {
  const known = phone === null && personId !== null ? await use.directory.channelsOf(personId) : [];
  const sealed = phone ?? known.find(({ kind }) => kind === "phone")?.address;
  if (!sealed) return null;
  const [number] = await disclose([sealed], "call");
  return number ?? null;
}
