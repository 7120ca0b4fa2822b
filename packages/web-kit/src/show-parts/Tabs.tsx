export interface TabLink {
  readonly href: string;
  readonly label: string;
  readonly count?: number;
}

/** The faces of one thing, each with an address of its own. `here` is the address shown. */
export const Tabs = ({ label, tabs, here }: { readonly label: string; readonly tabs: readonly TabLink[]; readonly here: string }) => (
  <nav class="lx-tabs" aria-label={label}>
    {tabs.map(({ href, label: word, count }) => (
      <a key={href} href={href} {...(href === here ? { "aria-current": "page" as const } : {})}>
        {word}
        {count !== undefined && <span class="lx-num">{count}</span>}
      </a>
    ))}
  </nav>
);
