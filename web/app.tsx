import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useAccount } from './account/account.ts';
import { AccountButton } from './account/accountButton.tsx';
import { mayLink } from './account/linkCode.ts';
import { fetchStart, type Start } from './api.ts';
import { Chat } from './chat/chat.tsx';
import { useConversation } from './chat/conversation.ts';
import { LateConsole } from './documents/lateConsole.tsx';
import { Header } from './header.tsx';
import { openRoute, useRoute } from './navigation.ts';
import { Reader } from './reader/reader.tsx';
import { texts } from './texts.ts';

/** Narrower than this the reader covers the chat; `styles/reader.css` says the same. */
const narrow = '(max-width: 56rem)';

function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const update = () => setMatches(list.matches);
    list.addEventListener('change', update);
    return () => list.removeEventListener('change', update);
  }, [query]);
  return matches;
}

/** Remembers what had the focus when the panel opened, and gives it back when the panel closes. */
function useFocusReturn(open: boolean): void {
  const opener = useRef<Element | null>(null);
  const wasOpen = useRef(false);
  if (open && !wasOpen.current) opener.current = document.activeElement;
  // Before the next paint: the opener may have been behind the sheet until now.
  useLayoutEffect(() => {
    if (!open && wasOpen.current) {
      const before = opener.current;
      const target =
        before !== document.body && before?.isConnected ? before : document.getElementById('question');
      if (target instanceof HTMLElement) target.focus({ preventScroll: true });
    }
    wasOpen.current = open;
  }, [open]);
}

/** After something was asked from the header. On a touch screen the keyboard of the composer would cover the answer. */
function focusConversation(): void {
  const coarse = matchMedia('(pointer: coarse)').matches;
  document.querySelector<HTMLElement>(coarse ? '.log' : '#question')?.focus({ preventScroll: true });
}

export function App(): JSX.Element {
  const route = useRoute();
  const small = useMedia(narrow);
  const [start, setStart] = useState<Start | null | 'failed'>(null);
  useEffect(() => {
    fetchStart().then(setStart, () => setStart('failed'));
  }, []);
  const [notice, setNotice] = useState('');
  const conversation = useConversation({
    prepare: async (text) => {
      if (mayLink(text) && account.account === null) await account.begin();
    },
    onRecord: (turnId) => void account.refresh(turnId),
  });
  const account = useAccount(conversation.forgetPersonal);
  const signOut = async () => {
    await account.signOut();
    conversation.clear();
    setNotice(texts.account.signedOut);
    focusConversation();
  };
  const managing = route.kind === 'manage';
  const open = route.kind !== 'chat' && !managing;
  useFocusReturn(open);
  return (
    <div class={open ? 'page with-reader' : 'page'}>
      <div class="top" inert={open && small}>
        <button
          type="button"
          class="skip"
          onClick={() => document.getElementById(managing ? 'manage-title' : 'question')?.focus()}
        >
          {managing ? texts.skipToPage : texts.skipToComposer}
        </button>
        <Header>
          <AccountButton
            account={account}
            working={conversation.working}
            onAsk={(text, shown) => {
              // The answer stands in the chat.
              if (managing) openRoute({ kind: 'chat' });
              conversation.ask(text, shown);
              focusConversation();
            }}
            onSignOut={signOut}
          />
        </Header>
      </div>
      {route.kind === 'manage' ? (
        <LateConsole page={route.page} account={account.account} />
      ) : (
        <Chat
          conversation={conversation}
          notice={conversation.turns.length === 0 ? notice : ''}
          start={start}
          inert={open && small}
        />
      )}
      {(route.kind === 'documents' || route.kind === 'document') && <Reader route={route} modal={small} />}
    </div>
  );
}
