/** As much of an OpenAPI description as this reads. */
export interface OpenApi {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths?: Readonly<Record<string, Readonly<Record<string, { readonly tags?: readonly string[] }>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, unknown>> };
}

const sorted = <T>(entries: readonly (readonly [string, T])[]): Record<string, T> => Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));

/** The schemas that a text names, and those that they name in turn. */
function schemasIn(text: string, schemas: Readonly<Record<string, unknown>>, found = new Map<string, unknown>()): Map<string, unknown> {
  for (const [, name] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
    if (!name || found.has(name) || !(name in schemas)) continue;
    found.set(name, schemas[name]);
    schemasIn(JSON.stringify(schemas[name]), schemas, found);
  }
  return found;
}

/** The part of the description that carries a tag, its addresses and methods in order of the alphabet, so that the same routes give the same bytes. */
export function chooseOpenApi(whole: OpenApi, tag: string): OpenApi {
  const paths = Object.entries(whole.paths ?? {}).flatMap(([path, methods]) => {
    const own = Object.entries(methods).filter(([, operation]) => operation.tags?.includes(tag));
    return own.length > 0 ? [[path, sorted(own)] as const] : [];
  });
  const schemas = [...schemasIn(JSON.stringify(paths), whole.components?.schemas ?? {})];
  const components = schemas.length > 0 ? { components: { schemas: sorted(schemas) } } : {};
  return { openapi: whole.openapi, info: { ...whole.info, title: `${whole.info.title}: ${tag}` }, paths: sorted(paths), ...components };
}
