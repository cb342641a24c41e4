import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { fetchStart, type Start } from './api.ts';
import { Chat } from './chat.tsx';
import { Header } from './header.tsx';
import { useRoute } from './navigation.ts';
import { Reader } from './reader.tsx';
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

export function App(): JSX.Element {
  const route = useRoute();
  const small = useMedia(narrow);
  const [start, setStart] = useState<Start | null | 'failed'>(null);
  useEffect(() => {
    fetchStart().then(setStart, () => setStart('failed'));
  }, []);
  const open = route.kind !== 'chat';
  useFocusReturn(open);
  return (
    <div class={open ? 'page with-reader' : 'page'}>
      <div class="top" inert={open && small}>
        <button type="button" class="skip" onClick={() => document.getElementById('question')?.focus()}>
          {texts.skipToComposer}
        </button>
        <Header />
      </div>
      <Chat start={start} inert={open && small} />
      {route.kind !== 'chat' && <Reader route={route} modal={small} />}
    </div>
  );
}
