import type { ButtonHTMLAttributes, ComponentChildren } from "preact";
import { Icon, type IconNode } from "./Icon.js";

interface Look {
  /** filled: the page's one act; soft: a row's verb; plain: beside text; danger: cannot be taken back. Outlined without one. */
  readonly look?: "filled" | "soft" | "plain" | "danger";
  readonly icon?: IconNode;
  readonly isWide?: boolean;
  readonly children: ComponentChildren;
}
type ButtonProps = Look & Omit<ButtonHTMLAttributes, "icon" | "type" | "children"> & { readonly type?: "button" | "submit" };

const classOf = ({ look, isWide }: Omit<Look, "children">) => ["lx-button", look && `lx-${look}`, isWide && "lx-wide"].filter(Boolean).join(" ");
const Inside = ({ icon, children }: Pick<Look, "icon" | "children">) => (
  <>
    {icon && <Icon node={icon} size={18} />}
    {children}
  </>
);

/** A button; `type="button"` unless told otherwise. */
export const Button = ({ look, icon, isWide, children, type = "button", ...rest }: ButtonProps) => (
  <button {...rest} type={type} class={classOf({ ...(look ? { look } : {}), ...(isWide ? { isWide } : {}) })}>
    <Inside {...(icon ? { icon } : {})}>{children}</Inside>
  </button>
);

/** A link that looks like a button, for acts that begin on another page. `download` keeps the router away from files. */
export const ButtonLink = ({
  look,
  icon,
  isWide,
  children,
  ...rest
}: Look & { readonly href: string; readonly download?: boolean; readonly "aria-label"?: string }) => (
  <a {...rest} class={classOf({ ...(look ? { look } : {}), ...(isWide ? { isWide } : {}) })}>
    <Inside {...(icon ? { icon } : {})}>{children}</Inside>
  </a>
);
