/** Runs inside the thread: loads the module that will listen. A bare name is found from where this package stands. */
export const loadModule = (module: string): Promise<unknown> => import(module);
