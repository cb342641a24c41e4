import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Published } from '../../ingest/uploads/publish.ts';
import { Icon } from '../icons.tsx';
import { followLink } from '../navigation.ts';
import { writeRoute } from '../route.ts';
import { writeManagePage } from './manageRoute.ts';
import { texts } from './texts.ts';

const words = texts.review;

type PublishedNoteProps = {
  readonly title: string;
  readonly published: Pick<Published, 'directiveId' | 'rules' | 'rulesInDoubt'> &
    Partial<Pick<Published, 'kept'>>;
  /** Where the note stands already; then there is no link to it. */
  readonly on?: number;
};

/** What publishing, or publishing again, has done. It takes the focus: the button that did it is gone. */
export function PublishedNote({ title, published, on }: PublishedNoteProps): JSX.Element {
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    note.current?.scrollIntoView({ block: 'nearest' });
    note.current?.focus({ preventScroll: true });
  }, []);
  const { directiveId, rules, kept = [], rulesInDoubt } = published;
  const page = { kind: 'document', document: { kind: 'stored', id: directiveId } } as const;
  return (
    <div ref={note} class="published-note" role="status" tabIndex={-1}>
      <p>
        <Icon name="done" />
        <strong>{title}</strong>
      </p>
      {rules.length > 0 && <p>{words.rules(rules.length)}</p>}
      {kept.length > 0 && <p>{words.keptAfter(kept.length)}</p>}
      {rulesInDoubt.length > 0 && <p>{words.inDoubt(rulesInDoubt.join(', '))}</p>}
      <div class="upload-ways">
        {directiveId !== on && (
          <a class="button" href={writeManagePage(page)} onClick={followLink}>
            <span>{words.openStored}</span>
          </a>
        )}
        <a class="button" href={writeRoute({ kind: 'chat' })} onClick={followLink}>
          <span>{texts.backToChat}</span>
        </a>
      </div>
    </div>
  );
}
