import { Worker } from "node:worker_threads";

/** What every worker module answers: any number of `progress`, then one `done` or `failed`. */
export type WorkerAnswer =
  | { readonly id: number; readonly kind: "progress"; readonly progress: unknown }
  | { readonly id: number; readonly kind: "done"; readonly result: unknown }
  | {
      readonly id: number;
      readonly kind: "failed";
      readonly error: { readonly code: string; readonly item: string; readonly params: Readonly<Record<string, unknown>> };
    };

const isSource = (): boolean => import.meta.url.endsWith(".ts");

/**
 * A thread that loads a module: a package's door by name ("@lianxin/scheduling/worker") or a file of the caller. A thread of Node 20 does not inherit
 * the loader of TypeScript sources, so in development it is given the same one and the same condition; built code needs neither.
 */
export function startThread(module: string | URL): Worker {
  const name = JSON.stringify(String(module));
  const loader = isSource() ? `const { register } = await import(${JSON.stringify(import.meta.resolve("tsx/esm/api"))}); register();` : "";
  const entry = new URL(isSource() ? "./load-module.worker.ts" : "./load-module.worker.js", import.meta.url).href;
  const code = `${loader} await (await import(${JSON.stringify(entry)})).loadModule(${name});`;
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`), { execArgv: isSource() ? ["--conditions=@lianxin/source"] : [] });
  worker.unref();
  return worker;
}
