/** The full address of one of the pages, to be typed from paper. */
export const pageOf = (path: string): string => new URL(path, location.origin).href;
