import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { SourceView } from '../../bot/channels/web/approved/views.ts';
import { RequestError } from '../api.ts';
import { writeRoute } from '../route.ts';
import { findSources } from './approvedApi.ts';
import { texts } from './texts.ts';

const keyOf = ({ directiveId, path }: SourceView): string => `${directiveId} ${path.join('/')}`;

function addressOf({ directiveId, start, end }: SourceView): string {
  const span = end > start ? { start, end } : null;
  return writeRoute({ kind: 'document', id: directiveId, span });
}

type SourceLineProps = {
  readonly source: SourceView;
  readonly way: string;
  /** What is said aloud of the button. */
  readonly meaning: string;
  readonly onPress: () => void;
};

function SourceLine({ source, way, meaning, onPress }: SourceLineProps): JSX.Element {
  return (
    <li class="source">
      <blockquote>{source.quote}</blockquote>
      <div class="source-ways">
        {/* Beside the editor: what was typed here is not stored yet. */}
        <a class="citation" href={addressOf(source)} target="_blank" rel="noopener">
          {source.label}
        </a>
        <button type="button" class="button quiet" onClick={onPress} aria-label={meaning}>
          {way}
        </button>
      </div>
    </li>
  );
}

type SourcePickerProps = {
  readonly sources: readonly SourceView[];
  readonly onChange: (sources: readonly SourceView[]) => void;
};

/** The provisions that an answer rests on, and a search for more. */
export function SourcePicker({ sources, onChange }: SourcePickerProps): JSX.Element {
  const [sought, setSought] = useState('');
  const [said, setSaid] = useState<string | null>(null);
  const [offered, setOffered] = useState<readonly SourceView[]>([]);
  const look = async () => {
    if (sought.trim() === '') return;
    setSaid(texts.searching);
    setOffered([]);
    try {
      const found = await findSources(sought.trim());
      setOffered(found);
      setSaid(found.length === 0 ? texts.searchNone : null);
    } catch (error) {
      setSaid((error instanceof RequestError ? error.sentence : null) ?? texts.failed);
    }
  };
  const left = offered.filter((one) => sources.every((other) => keyOf(other) !== keyOf(one)));
  return (
    <section class="sources-picked" aria-labelledby="sources-title">
      <h3 id="sources-title">{texts.sources}</h3>
      {sources.length === 0 && <p class="hint">{texts.noSource}</p>}
      <ul>
        {sources.map((source) => (
          <SourceLine
            key={keyOf(source)}
            source={source}
            way={texts.remove}
            meaning={texts.removeOf(source.label)}
            onPress={() => onChange(sources.filter((other) => other !== source))}
          />
        ))}
      </ul>
      <div class="field">
        <label for="source-search">{texts.search}</label>
        <p class="hint" id="source-search-how">
          {texts.searchHow}
        </p>
        <div class="source-search">
          <input
            id="source-search"
            type="search"
            autocomplete="off"
            aria-describedby="source-search-how"
            value={sought}
            onInput={(event) => setSought(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              void look();
            }}
          />
          <button type="button" class="button" onClick={() => void look()}>
            {texts.searchGo}
          </button>
        </div>
      </div>
      <p class="hint" role="status">
        {said ?? ''}
      </p>
      <ul>
        {left.map((source) => (
          <SourceLine
            key={keyOf(source)}
            source={source}
            way={texts.add}
            meaning={texts.addOf(source.label)}
            onPress={() => onChange([...sources, source])}
          />
        ))}
      </ul>
    </section>
  );
}
