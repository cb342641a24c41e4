import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Account } from '../api.ts';
import { Icon } from '../icons.tsx';
import { followLink } from '../navigation.ts';
import { writeRoute } from '../route.ts';
import { texts } from '../texts.ts';

const words = texts.account;

/** How far the panel stays from the button and from the sides of the window, in CSS px. */
const gap = 8;

/** Puts the panel below its button, inside the window; what lies in the top layer knows no neighbours. */
function place(panel: HTMLElement | null, opener: HTMLElement | null): void {
  if (panel === null || opener === null) return;
  const { right, bottom } = opener.getBoundingClientRect();
  const room = document.documentElement.clientWidth;
  const widest = Math.min(320, room - 2 * gap);
  panel.style.top = `${bottom + gap}px`;
  panel.style.right = `${Math.max(gap, Math.min(room - right, room - gap - widest))}px`;
  panel.style.maxHeight = `calc(100dvh - ${bottom + 2 * gap}px)`;
}

type AccountMenuProps = {
  readonly account: Account;
  /** An answer is under way; nothing else can be asked. */
  readonly busy: boolean;
  readonly onAsk: (text: string, shown: string) => void;
  /** Throws where signing out did not work. */
  readonly onSignOut: () => Promise<void>;
};

/** The name of who is signed in; behind it what can be asked about one's own record, and the way out. */
export function AccountMenu({ account, busy, onAsk, onSignOut }: AccountMenuProps): JSX.Element {
  const opener = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);

  const lines = (items: readonly { readonly label: string; readonly send: string }[]) =>
    items.map(({ label, send }) => (
      <li key={send}>
        <button
          type="button"
          aria-disabled={busy}
          onClick={() => {
            if (busy) return;
            panel.current?.hidePopover();
            onAsk(send, label);
          }}
        >
          {label}
        </button>
      </li>
    ));
  const signOut = async () => {
    setFailed(false);
    try {
      await onSignOut();
    } catch {
      setFailed(true);
    }
  };

  return (
    <>
      <button
        ref={opener}
        type="button"
        class="button account"
        popovertarget="account-menu"
        aria-label={words.menu(account.name)}
        title={account.name}
      >
        <Icon name="person" />
        <span class="account-name">{account.name}</span>
      </button>
      <div
        id="account-menu"
        ref={panel}
        class="account-menu"
        popover="auto"
        onBeforeToggle={() => {
          setFailed(false);
          place(panel.current, opener.current);
        }}
      >
        <p>
          {words.signedIn} <strong>{account.name}</strong>
        </p>
        <ul>{lines(words.own)}</ul>
        {account.staff && (
          <>
            <p id="account-staff">{words.staffTitle}</p>
            <ul aria-labelledby="account-staff">{lines(words.staff)}</ul>
          </>
        )}
        <ul>
          {account.admin && (
            <li>
              <a
                href={writeRoute({ kind: 'manage', page: { kind: 'list' } })}
                onClick={(event) => {
                  panel.current?.hidePopover();
                  followLink(event);
                }}
              >
                {words.manage}
              </a>
            </li>
          )}
          <li>
            <button type="button" onClick={() => void signOut()}>
              {words.signOut}
            </button>
          </li>
        </ul>
        {failed && (
          <p class="said warning" role="alert">
            {words.signOutFailed}
          </p>
        )}
      </div>
    </>
  );
}
