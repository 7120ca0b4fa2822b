import type { Plugin, UserConfig } from "vite";

/** Addresses of the modules that exist once in the browser, by import name; the zeros are where the server writes its release. */
export declare const shared: Readonly<Record<string, string>>;
/** Build targets: the oldest browsers that are supported. */
export declare const browsers: string[];
/** Oxc options for Preact's JSX. */
export declare const jsx: { jsx: { runtime: "automatic"; importSource: string; development: boolean } };
/** Export conditions of a build: sources inside the repository, what was built elsewhere. */
export declare function conditions(...others: string[]): string[];
/** Maps the shared modules to their addresses and refuses relatives of theirs that would bring a second instance; `bundles` are taken in all the same. */
export declare function sharedModules(options?: { readonly theirOwnBuild?: boolean; readonly bundles?: readonly string[] }): Plugin;
/** The versions of the shared modules that a build in this folder sees. Throws when one is not installed. */
export declare function versionsHere(root: string): Record<string, string>;
/** The whole Vite configuration of a plugin's web door; writes dist/web with door.json. */
export declare function webDoor(options: { readonly id: string; readonly entry?: string }): UserConfig;
