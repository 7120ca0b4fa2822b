import { Component, type ComponentChildren } from "preact";
import { Button, PageHead, t } from "@lianxin/web-kit";
import "./texts.js";

interface PageFailedProps {
  /** Another address is another chance. */
  readonly path: string;
  readonly children: ComponentChildren;
}

/** Around each page: one that throws while it is drawn leaves the menu standing. */
export class PageFailed extends Component<PageFailedProps, { readonly failedAt?: string }> {
  override componentDidCatch(): void {
    this.setState({ failedAt: this.props.path });
  }

  override render({ path, children }: PageFailedProps) {
    if (this.state.failedAt !== path) return children;
    return (
      <>
        <PageHead title={t("web.frame.failed")} note={t("web.frame.failedNote")} />
        <Button look="filled" onClick={() => location.reload()}>
          {t("web.frame.reload")}
        </Button>
      </>
    );
  }
}
