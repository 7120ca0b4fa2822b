import type { ComponentChildren } from "preact";
import { Meta } from "./Meta.js";
import { Status, type StatusKind } from "./Status.js";

export interface Task {
  readonly id: string;
  readonly status: { readonly kind: StatusKind; readonly word?: string };
  readonly title: string;
  readonly href: string;
  /** Why it is here, fact by fact. */
  readonly why: readonly ComponentChildren[];
  /** The one verb the line ends in: a Button or ButtonLink, labelled with verb and title. */
  readonly act?: ComponentChildren;
}

/** Things to be done, each with its status, its why and one verb. */
export const TaskList = ({ tasks }: { readonly tasks: readonly Task[] }) => (
  <ul class="lx-tasks">
    {tasks.map(({ id, status, title, href, why, act }) => (
      <li key={id}>
        <Status {...status} />
        <div>
          <h3>
            <a href={href}>{title}</a>
          </h3>
          <p class="lx-hint">
            <Meta>{why}</Meta>
          </p>
        </div>
        {act}
      </li>
    ))}
  </ul>
);
