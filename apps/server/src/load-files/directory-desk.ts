import type { Actor, Classified, Scope } from "@lianxin/plugin-kit";
import { readAs, workAs, type Platform } from "@lianxin/server-kit";

/** What the directory's importer takes for the kind of a file. */
export const fileKinds = ["people", "places", "organizations", "venues", "calendars", "hours", "holidays"] as const;
export type FileKind = (typeof fileKinds)[number];

export interface FileLine {
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
}
export interface CellRemark {
  readonly address: string;
  readonly line: number;
  readonly text: string;
}
export interface Counts {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}
export interface FilePreview extends Counts {
  readonly sheet: string;
  readonly fields: readonly { readonly field: string; readonly header: string; readonly isRequired: boolean; readonly heading: string | null }[];
  readonly ready: readonly FileLine[];
  readonly problems: readonly CellRemark[];
  readonly corrections: readonly CellRemark[];
}
export interface FileRequest {
  readonly kind: FileKind;
  readonly placeId: string;
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The part of the directory's services that loading files needs; plugins are reached through the configuration, so it is written down here. */
export interface DirectoryServices {
  readonly imports: {
    preview(request: FileRequest & { readonly mapping: object; readonly mended: object; readonly language: string }): Promise<FilePreview>;
    start(input: { kind: FileKind; fileName: string; placeId: string; by: string | null }): Promise<string>;
    lines(importId: string, lines: readonly FileLine[], answersFor: (personId: string) => Promise<boolean>): Promise<Counts>;
  };
  readonly settings: { find(): Promise<{ readonly communityName: string; readonly placeId: string; readonly placePath: string } | undefined> };
  readonly people: {
    list(scope: Scope, query: object): Promise<readonly { readonly id: string; readonly fullName: string; readonly distinction: string | null }[]>;
  };
  readonly organizations: { list(scope: Scope): Promise<readonly Named[]> };
  readonly places: { list(scope: Scope): Promise<readonly Named[]> };
  readonly others: {
    rolesOf(personId: string): Promise<readonly { readonly kind: string; readonly placePath: string }[]>;
    namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  };
  /** How a person is reached; addresses are sealed. */
  readonly channels: {
    of(personId: string): Promise<readonly { readonly kind: string; readonly address: Classified<string>; readonly isConfirmed: boolean }[]>;
  };
  authority(): { introduce(actor: Actor): Promise<{ readonly roles: readonly { readonly kind: string }[] }> };
}

/** The directory's services for work that no request asked for: reads beside the write lane, and turns of it. */
export interface DirectoryDesk {
  readonly actor: Actor | undefined;
  read<T>(work: (services: DirectoryServices) => Promise<T>): Promise<T>;
  write<T>(work: (services: DirectoryServices) => Promise<T>): Promise<T>;
}

export function openDesk(platform: Platform, actor?: Actor): DirectoryDesk {
  return {
    actor,
    read: (work) => readAs(platform, "directory", ({ services }) => work(services), actor),
    write: (work) => workAs(platform, "directory", ({ services }) => work(services), actor),
  };
}
