export interface FirstAccount {
  readonly community: string;
  readonly name: string;
  readonly phone: string;
  readonly mail: string;
  readonly password: string;
}

/** What is sent: the token, and of the ways in only those that were given. */
export const planAccount = (token: string, { community, name, ...ways }: FirstAccount): Readonly<Record<string, string>> => ({
  token,
  community,
  name,
  ...Object.fromEntries(Object.entries(ways).filter(([, value]) => value !== "")),
});
