import { useLocation } from "preact-iso";

export interface Narrowed {
  /** What the address says, and nothing where it says nothing. */
  readonly query: Readonly<Record<string, string | undefined>>;
  /** From 0. */
  readonly page: number;
  /** Another narrowing begins with its first page; the address keeps it, so that a link and the way back show the same. */
  narrow(changes: Readonly<Record<string, string>>): void;
  turn(page: number): void;
}

/** What a list is narrowed by and which page of it is shown, kept in the page's address. */
export function useNarrowed(path: string): Narrowed {
  const { query, route } = useLocation();
  const go = (values: Readonly<Record<string, string | undefined>>): void => {
    const said = Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1]));
    const words = new URLSearchParams(said).toString();
    route(words === "" ? path : `${path}?${words}`, true);
  };
  return {
    query,
    page: Math.max(0, Math.trunc(Number(query.page)) || 0),
    narrow: (changes) => go({ ...query, ...changes, page: undefined }),
    turn: (page) => go({ ...query, page: page === 0 ? undefined : String(page) }),
  };
}
