import { signal } from "@preact/signals";

/** How much of the page is still being read: while it is not 0, what is not there yet may come. Whoever loads something counts it in and out. */
export const underWay = signal(0);
