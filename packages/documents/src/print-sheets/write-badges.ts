import { html, type Markup } from "./markup.js";
import { writePage } from "./write-page.js";

/** What a child wears: its name, and whether it may be photographed in words that a copier does not lose. Nothing of its health. */
export interface Badge {
  readonly name: string;
  readonly mayBePhotographed: boolean;
}
export interface BadgePaper {
  readonly home: string;
  readonly activity: string;
  readonly noPhoto: string;
  readonly badges: readonly Badge[];
}

const onPage = 8;

function drawBadge({ name, mayBePhotographed }: Badge, { home, noPhoto }: BadgePaper): Markup {
  return html`<div class="badge">
    <span class="small">${home}</span>
    <strong>${name}</strong>
    <span class="mark">${!mayBePhotographed && noPhoto}</span>
  </div>`;
}

/** Badges (胸卡) to cut out, eight on an A4 page. A complete HTML document; one empty page's heading when there is nobody. */
export function writeBadges(paper: BadgePaper): string {
  const pages = Array.from({ length: Math.max(1, Math.ceil(paper.badges.length / onPage)) }, (_, page) =>
    paper.badges.slice(page * onPage, (page + 1) * onPage),
  );
  return writePage(
    `胸卡 ${paper.activity}`,
    pages.map((badges) => html`<section class="sheet badges">${badges.map((badge) => drawBadge(badge, paper))}</section>`),
  );
}
