import { useEffect, useState } from 'preact/hooks';
import { parseRoute, type Route, writeRoute } from './route.ts';

/**
 * How many panel addresses were opened on top of the chat, kept in the history entry itself, so that closing the panel
 * goes back exactly that far and the browser's own back button walks through the same steps.
 */
function depth(): number {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null && 'depth' in state && typeof state.depth === 'number'
    ? state.depth
    : 0;
}

const listeners = new Set<() => void>();

function announce(): void {
  for (const listener of listeners) listener();
}

/** Click handler of links to `#/…`; leaves new tabs and windows to the browser. */
export function followLink(event: MouseEvent): void {
  const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  const link = event.currentTarget;
  if (!plain || !(link instanceof HTMLAnchorElement)) return;
  event.preventDefault();
  if (link.hash === location.hash) return;
  openRoute(parseRoute(link.hash));
}

/** Goes on to a route; only panels beside the chat are closed again by `closePanel`. */
export function openRoute(route: Route): void {
  const isPanel = route.kind === 'documents' || route.kind === 'document';
  history.pushState({ depth: isPanel ? depth() + 1 : 0 }, '', writeRoute(route));
  announce();
}

/** Back to the chat alone. */
export function closePanel(): void {
  const opened = depth();
  if (opened > 0) {
    history.go(-opened);
    return;
  }
  history.replaceState(null, '', location.pathname + location.search);
  announce();
}

/** The route of the address bar, kept up to date. */
export function useRoute(): Route {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const update = () => setHash(location.hash);
    listeners.add(update);
    window.addEventListener('popstate', update);
    return () => {
      listeners.delete(update);
      window.removeEventListener('popstate', update);
    };
  }, []);
  return parseRoute(hash);
}
