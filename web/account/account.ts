import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type Account, beginSession, endSession, fetchAccount } from '../api.ts';

export type AccountState = {
  /** `null`: nobody is signed in; `undefined`: not known yet. */
  readonly account: Account | null | undefined;
  /** Asks the server again who is signed in, after the turn `turnId`. Never fails: what is not known stays as it was. */
  readonly refresh: (turnId?: number) => Promise<void>;
  /** Makes sure of a session to sign in with. Throws `RequestError`. */
  readonly begin: () => Promise<void>;
  /** Takes the link of this browser away. Throws `RequestError`. */
  readonly signOut: () => Promise<void>;
};

/**
 * Who is signed in on this page. `onGone` is called when somebody no longer is, or is somebody else; its `turnId` is the turn
 * that has done this, `null` where it was done elsewhere.
 */
export function useAccount(onGone: (turnId: number | null) => void): AccountState {
  const [account, setAccount] = useState<Account | null | undefined>(undefined);
  const shown = useRef<string | null>(null);
  const begun = useRef(false);
  const asked = useRef(0);
  const gone = useRef(onGone);
  gone.current = onGone;

  const show = useCallback((found: Account | null, turnId: number | null) => {
    const name = found?.name ?? null;
    if (shown.current !== null && shown.current !== name) gone.current(turnId);
    shown.current = name;
    setAccount(found);
  }, []);
  const refresh = useCallback(
    async (turnId: number | null = null) => {
      const time = ++asked.current;
      try {
        const found = await fetchAccount();
        // An answer that was overtaken by a later one tells of the past.
        if (time === asked.current) show(found, turnId);
      } catch {
        // Without a server nobody can sign in, and who is signed in cannot be asked anything.
        setAccount((before) => before ?? null);
      }
    },
    [show],
  );

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
    begin: async () => {
      await beginSession(begun.current);
      begun.current = true;
    },
    signOut: async () => {
      await endSession();
      asked.current++;
      begun.current = false;
      show(null, null);
    },
  };
}
