import { useSignal } from "@preact/signals";
import { Button, ErrorNotice, signOut, t } from "@lianxin/web-kit";
import { LogOut } from "@lianxin/web-kit/icons";

/** Ends the session; says so when the server could not be reached, since the session then still stands. */
export function SignOutButton({ isWide = false }: { readonly isWide?: boolean }) {
  const error = useSignal<unknown>(undefined);
  const leave = () => signOut().catch((refusal: unknown) => (error.value = refusal));
  return (
    <>
      <Button look="plain" icon={LogOut} isWide={isWide} onClick={() => void leave()}>
        {t("shell.signOut")}
      </Button>
      {error.value !== undefined && <ErrorNotice error={error.value} />}
    </>
  );
}
