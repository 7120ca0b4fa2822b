export type Query = Readonly<Record<string, string | number | boolean | readonly (string | number)[] | null | undefined>>;

/**
 * The address of a plugin's route: `/api/<plugin><path>` with params and query filled in and escaped. Empty query values are left out.
 * Throws when a param is missing, "." or "..", since the request would go to another route.
 *
 * @example addressOf("hello", "/greetings/:id", { id: "7" }, { page: 2 })   // "/api/hello/greetings/7?page=2"
 */
export function addressOf(pluginId: string, path: string, params: Readonly<Record<string, string>> = {}, query: Query = {}): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (!value || value === "." || value === "..") throw new Error(`The address ${path} of ${pluginId} needs "${name}".`);
    return encodeURIComponent(value);
  });
  const pairs = Object.entries(query).flatMap(([key, value]) =>
    [value].flat().flatMap((one) => (one === undefined || one === null || one === "" ? [] : [`${encodeURIComponent(key)}=${encodeURIComponent(String(one))}`])),
  );
  return `/api/${pluginId}${filled}${pairs.length > 0 ? `?${pairs.join("&")}` : ""}`;
}
