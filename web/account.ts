import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type Account, beginSession, endSession, fetchAccount } from './api.ts';

export type AccountState = {
  /** `null`: nobody is signed in; `undefined`: not known yet. */
  readonly account: Account | null | undefined;
  /** Asks the server again who is signed in. Never fails: what is not known stays as it was. */
  readonly refresh: () => Promise<void>;
  /** Makes sure of a session to sign in with. Throws `RequestError`. */
  readonly begin: () => Promise<void>;
  /** Takes the link of this browser away. Throws `RequestError`. */
  readonly signOut: () => Promise<void>;
};

/** Who is signed in on this page; `onGone` is called when somebody no longer is, or is somebody else. */
export function useAccount(onGone: () => void): AccountState {
  const [account, setAccount] = useState<Account | null | undefined>(undefined);
  const shown = useRef<string | null>(null);
  const begun = useRef(false);
  const gone = useRef(onGone);
  gone.current = onGone;

  const show = useCallback((found: Account | null) => {
    const name = found?.name ?? null;
    if (shown.current !== null && shown.current !== name) gone.current();
    shown.current = name;
    setAccount(found);
  }, []);
  const refresh = useCallback(async () => {
    try {
      show(await fetchAccount());
    } catch {
      // Without a server nobody can sign in, and who is signed in cannot be asked anything.
      setAccount((before) => before ?? null);
    }
  }, [show]);

  useEffect(() => {
    void refresh();
    // Somebody may have signed out in another tab of a shared computer.
    const onVisible = () => {
      if (document.visibilityState === 'visible' && shown.current !== null) void refresh();
    };
    document.addEventListener('visibilitychange', onVisible);
    return () => document.removeEventListener('visibilitychange', onVisible);
  }, [refresh]);

  return {
    account,
    refresh,
    // Once for each page: the server counts wrong codes by session, and each new one would start from the first again.
    begin: async () => {
      if (begun.current) return;
      await beginSession();
      begun.current = true;
    },
    signOut: async () => {
      await endSession();
      begun.current = false;
      show(null);
    },
  };
}
