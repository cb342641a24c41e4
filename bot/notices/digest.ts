import type { DueNotice, Place, Waiting } from '../../store/notices/dispatch.ts';
import type { NoticeKind } from '../../store/notices/notice.ts';
import { texts } from './texts.ts';

/** So many notices one message holds; the rest waits. */
export const MOST_IN_DIGEST = 10;

/** After a message with notices the next one waits so long, unless there is something that ought not to. */
const GAP_MS = 3_600_000;
/** What is told without that wait. */
const URGENT: ReadonlySet<NoticeKind> = new Set(['security', 'answer', 'approval']);

/** One message to one chat. */
export type Digest = { readonly to: Place; readonly notices: readonly DueNotice[]; readonly left: number };

/**
 * The messages that what waits for one recipient makes now: one to each chat, and everything that may go to several goes to the one
 * where they last wrote. `isOpen` says whether a place may be written to unasked. Pure.
 */
export function planDigests(
  { notices, lastQueued }: Waiting,
  now: Date,
  isOpen: (place: Place) => boolean,
): readonly Digest[] {
  const early = lastQueued !== null && now.getTime() - lastQueued.getTime() < GAP_MS;
  if (early && !notices.some(({ kind }) => URGENT.has(kind))) return [];
  const byPlace = new Map<string, { readonly to: Place; readonly notices: DueNotice[] }>();
  for (const notice of notices) {
    const to = notice.places.filter(isOpen).sort(byLastWritten)[0];
    if (to === undefined) continue;
    const key = `${to.channel} ${to.chat}`;
    const group = byPlace.get(key) ?? { to, notices: [] };
    group.notices.push(notice);
    byPlace.set(key, group);
  }
  return [...byPlace.values()].map(({ to, notices: all }) => ({
    to,
    notices: urgentFirst(all).slice(0, MOST_IN_DIGEST),
    left: Math.max(0, all.length - MOST_IN_DIGEST),
  }));
}

function byLastWritten(one: Place, other: Place): number {
  const time = ({ received }: Place) => received?.getTime() ?? 0;
  return time(other) - time(one) || one.channel.localeCompare(other.channel);
}

/** In each half the oldest first, as they came. */
function urgentFirst(notices: readonly DueNotice[]): readonly DueNotice[] {
  return [
    ...notices.filter(({ kind }) => URGENT.has(kind)),
    ...notices.filter(({ kind }) => !URGENT.has(kind)),
  ];
}

/** The words of one message. Pure. */
export function writeDigest({ notices, left }: Pick<Digest, 'notices' | 'left'>): string {
  const [first] = notices;
  const several = notices.length + left > 1;
  const lines =
    !several && first !== undefined
      ? [first.words]
      : [
          texts.digest(notices.length + left),
          ...notices.map(({ words }, at) => texts.item(at + 1, words)),
          ...(left > 0 ? [texts.more(left)] : []),
        ];
  const mutable = notices.some(({ kind }) => kind !== 'security' && kind !== 'answer');
  return [...lines, ...(mutable ? [texts.optOut] : [])].join('\n\n');
}
