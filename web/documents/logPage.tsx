import type { JSX } from 'preact';
import type { LogView } from '../../bot/channels/web/documents/views.ts';
import { useLoaded } from '../loaded.ts';
import { followLink } from '../navigation.ts';
import { writeTime } from './day.ts';
import { fetchLog } from './documentsApi.ts';
import { writeManagePage } from './manageRoute.ts';
import { NotLoaded } from './notLoaded.tsx';
import { texts } from './texts.ts';

const words = texts.log;

/** What an entry tells beyond its action: fields, decisions, rules. */
function detailOf({ action, detail }: LogView): readonly string[] {
  const names: Readonly<Record<string, string>> = { ...texts.review.fields, kind: texts.review.kind };
  switch (action) {
    case 'corrected':
      return [
        words.fields(
          Object.keys(detail)
            .map((field) => names[field] ?? field)
            .join(', '),
        ),
      ];
    case 'decided': {
      const { proposals, decision } = detail;
      return Array.isArray(proposals) ? [words.decided(proposals.length, decision === 'approved')] : [];
    }
    case 'published': {
      const { rules, replaced } = detail;
      return [
        ...(Array.isArray(rules) && rules.length > 0 ? [words.rules(rules.length)] : []),
        ...(typeof replaced === 'number' ? [words.replaced(replaced)] : []),
      ];
    }
    default:
      return [];
  }
}

/** Who did what and when, the newest first. */
export function LogList({ log }: { readonly log: readonly LogView[] }): JSX.Element {
  const channels: Readonly<Record<string, string>> = words.channels;
  if (log.length === 0) return <p class="hint">{words.empty}</p>;
  return (
    <ol class="log-list">
      {log.map((entry, index) => (
        <li key={index}>
          <p>
            <strong>{words.actions[entry.action]}</strong>
            {': '}
            {entry.directiveId === null || entry.action === 'deleted' ? (
              entry.document
            ) : (
              <a
                href={writeManagePage({
                  kind: 'document',
                  document: { kind: 'stored', id: entry.directiveId },
                })}
                onClick={followLink}
              >
                {entry.document}
              </a>
            )}
          </p>
          <p class="hint">
            {[
              writeTime(entry.at),
              words.by(entry.by, channels[entry.channel] ?? entry.channel),
              ...detailOf(entry),
            ].join(' · ')}
          </p>
        </li>
      ))}
    </ol>
  );
}

/** The log of everything. */
export function LogPage(): JSX.Element {
  const loaded = useLoaded('log', fetchLog, texts.failed);
  if (loaded === null || 'problem' in loaded) return <NotLoaded loaded={loaded} />;
  return <LogList log={loaded.value} />;
}
