import type { JSX } from 'preact';
import { type IsoDate, vietnamDay } from '../domain/day.ts';
import type { DirectiveKind } from '../domain/directive.ts';
import { type ValidityStatus, validityOfDay } from '../domain/validity.ts';
import { texts } from './texts.ts';

type BadgesProps = {
  readonly sample: boolean;
  readonly kind: DirectiveKind;
  readonly effective: IsoDate | null;
  /** Known by the answer; otherwise reckoned for today from the first day in force. */
  readonly validity?: ValidityStatus;
};

/** What a reader must know about a document before trusting it. */
export function Badges({
  sample,
  kind,
  effective,
  validity = validityOfDay(effective, vietnamDay(new Date())).status,
}: BadgesProps): JSX.Element | null {
  const warning = texts.force[validity];
  if (!sample && kind === 'issued' && warning === null) return null;
  return (
    <span class="badges">
      {warning !== null && <span class="badge warning">{warning}</span>}
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
