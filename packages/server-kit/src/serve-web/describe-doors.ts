import type { WebDoorFile } from "./web-door.js";

/** The list of doors as the shell reads it: where each begins, its pages and cards; which files they need is the hints' business. */
export const describeDoors = (doors: readonly WebDoorFile[]): string =>
  JSON.stringify(
    doors.map(({ id, entry, pages, cards, finds = [] }) => ({
      id,
      entry,
      pages: pages.map(({ js: _js, css: _css, alone: _alone, ...page }) => page),
      cards: cards.map(({ js: _js, css: _css, ...card }) => card),
      finds: finds.map(({ js: _js, css: _css, ...find }) => find),
    })),
  );
