/** Loads a door of a plugin by its name. */
export const importPlugin = (specifier: string): Promise<unknown> => import(specifier);
