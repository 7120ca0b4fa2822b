let tell = (): void => {};

/** The session store asks to be told when an answer says that nobody is signed in any more. */
export const onSignedOut = (listener: () => void): void => {
  tell = listener;
};
export const notifySignedOut = (): void => tell();
