import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../icons.tsx';
import { texts } from '../texts.ts';
import type { AccountState } from './account.ts';
import { AccountMenu } from './accountMenu.tsx';
import { SignIn } from './signIn.tsx';

type AccountButtonProps = {
  readonly account: AccountState;
  readonly working: boolean;
  readonly onAsk: (text: string, shown: string) => void;
  readonly onSignOut: () => Promise<void>;
};

/** The way to one's own record: to sign in, or the name of who is. */
export function AccountButton({ account, working, onAsk, onSignOut }: AccountButtonProps): JSX.Element {
  const [asking, setAsking] = useState(false);
  const known = account.account;
  if (known !== null && known !== undefined) {
    return <AccountMenu account={known} busy={working} onAsk={onAsk} onSignOut={onSignOut} />;
  }
  return (
    <>
      <button
        type="button"
        // Its place is kept while it is not known who is signed in, so that nothing moves.
        class={known === undefined ? 'button waiting' : 'button'}
        onClick={() => setAsking(true)}
      >
        <Icon name="person" />
        <span>{texts.account.link}</span>
      </button>
      {asking && (
        <SignIn
          busy={working}
          onClose={() => setAsking(false)}
          prepare={account.begin}
          onCode={(code) => onAsk(`/lienket ${code}`, texts.account.link)}
        />
      )}
    </>
  );
}
