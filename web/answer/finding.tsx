import type { ComponentChildren, JSX } from 'preact';
import type { FindingBlock } from '../../bot/message.ts';
import { Badges } from '../badges.tsx';
import { StatusIcon } from '../icons.tsx';
import { texts } from '../texts.ts';
import { CitationLink } from './citationLink.tsx';
import { CopyButton } from './copyButton.tsx';
import { Succession } from './succession.tsx';

const words = texts.finding;

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The provision behind a finding, folded: the answer is read first, and looked up where it is doubted. */
function Provision({ finding }: { readonly finding: FindingBlock }): JSX.Element {
  const { citation, label, quote } = finding;
  return (
    <details class="provision">
      <summary>
        <span>
          {words.provision} {label}
        </span>
      </summary>
      {citation !== null && <Badges {...citation} />}
      <blockquote>{quote}</blockquote>
      {citation !== null && <Succession citation={citation} />}
      <div class="provision-ways">
        {citation !== null && <CitationLink citation={citation} label={label} shown={words.open} />}
        <CopyButton text={`“${quote}”\n(${label})`} meaning={words.copyMeaning(label)} />
      </div>
    </details>
  );
}

type FindingProps = {
  readonly block: FindingBlock;
  /** Of the headings of the page: one below the title that the finding stands under. */
  readonly level: 3 | 4;
};

/** One requirement beside a record: how it stands, why, and by which provision. */
export function Finding({ block, level }: FindingProps): JSX.Element {
  const { status, title, basis, reason, fact, due, settledBy, nextStep, mark } = block;
  const Heading = `h${level}` as const;
  const hasFacts = fact !== null || due !== null || settledBy.length > 0 || nextStep !== null;
  return (
    <div class={`finding ${status}`}>
      <div class="finding-head">
        <span class="status">
          <StatusIcon status={status} />
          {words.status[status]}
        </span>
        {mark !== null && <span class="badge mark-of-rule">{mark}</span>}
      </div>
      <Heading>{title}</Heading>
      <p class="basis">{basis}</p>
      <p class="reason">{reason}</p>
      {hasFacts && (
        <dl>
          {fact !== null && <Fact name={words.fact}>{fact}</Fact>}
          {due !== null && (
            <Fact name={words.due}>
              <strong>{due}</strong>
            </Fact>
          )}
          {settledBy.length > 0 && (
            <Fact name={words.settledBy}>
              <ul>
                {settledBy.map((sentence, index) => (
                  <li key={index}>{sentence}</li>
                ))}
              </ul>
            </Fact>
          )}
          {nextStep !== null && <Fact name={words.nextStep}>{nextStep}</Fact>}
        </dl>
      )}
      <Provision finding={block} />
    </div>
  );
}
