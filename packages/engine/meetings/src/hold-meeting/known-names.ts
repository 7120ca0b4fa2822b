import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { directoryApi } from "../api.js";

interface Choice {
  readonly value: string;
  readonly label: string;
}
/** Organisations as they were when there was a network last: who takes what can be written down without one. */
const kept = signal<readonly Choice[]>([]);
const isRead = signal(false);

const read = async (): Promise<void> => {
  const { organizations } = await directoryApi("GET /organizations");
  kept.value = organizations.filter(({ closedOn }) => closedOn === null).map(({ id, name }) => ({ value: id, label: name }));
  isRead.value = true;
};

/** Organisations to choose from, read when the page opens and kept when a later reading fails. */
export function useOrganizations(isWanted = true): readonly Choice[] {
  useEffect(() => {
    if (isWanted) void read().catch(() => undefined);
  }, [isWanted]);
  return kept.value;
}

/** The server was asked and knows none: nobody can be given the lead. */
export const hasNoOrganizations = (): boolean => isRead.value && kept.value.length === 0;

export const nameOfOrganization = (id: string): string => kept.value.find(({ value }) => value === id)?.label ?? "";
