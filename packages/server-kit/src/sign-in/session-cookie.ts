/** How a browser keeps a secret for us. `__Host-` binds the cookie to this very host, and asks for https. */
export interface Cookies {
  readonly session: string;
  /** Binds a phone code to the browser that asked for it. */
  readonly handle: string;
  write(name: string, value: string, seconds: number): string;
  erase(name: string): string;
}

/** The cookies of a server at this address: with `__Host-` and Secure on https, plain on http (localhost). */
export function cookiesFor(baseUrl: string): Cookies {
  const isSecure = baseUrl.startsWith("https:");
  const prefix = isSecure ? "__Host-" : "";
  const write = (name: string, value: string, seconds: number) =>
    `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`;
  return { session: `${prefix}lianxin`, handle: `${prefix}lianxin-code`, write, erase: (name) => write(name, "", 0) };
}

/** The value of one cookie in a Cookie header; undefined when it is missing or there twice, because then one of them is not ours. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  const values = (header ?? "").split(";").flatMap((part) => {
    const at = part.indexOf("=");
    return part.slice(0, at).trim() === name ? [part.slice(at + 1).trim()] : [];
  });
  return values.length === 1 ? values[0] : undefined;
}
