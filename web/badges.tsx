import type { JSX } from 'preact';
import { isInForce } from '../domain/citation.ts';
import { vietnamDay } from '../domain/day.ts';
import type { DirectiveKind, IsoDate } from '../domain/directive.ts';
import { texts } from './texts.ts';

type BadgesProps = {
  readonly sample: boolean;
  readonly kind: DirectiveKind;
  readonly effective: IsoDate | null;
  /** Known by the answer; otherwise reckoned for today. */
  readonly inForce?: boolean | null;
};

/** What a reader must know about a document before trusting it. */
export function Badges({
  sample,
  kind,
  effective,
  inForce = isInForce(effective, vietnamDay(new Date())),
}: BadgesProps): JSX.Element | null {
  if (!sample && kind === 'issued' && inForce !== false) return null;
  return (
    <span class="badges">
      {inForce === false && <span class="badge warning">{texts.notInForce}</span>}
      {kind === 'press' && (
        <span class="badge press" title={texts.pressMeaning}>
          {texts.press}
        </span>
      )}
      {sample && (
        <span class="badge" title={texts.sampleMeaning}>
          {texts.sample}
        </span>
      )}
    </span>
  );
}
