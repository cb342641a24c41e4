import { writeDate } from '../../domain/citation.ts';
import { capitalised } from '../letters.ts';
import type { Card } from './card.ts';
import { cardTexts as texts } from './cardTexts.ts';
import { withoutQuotes } from './proposals.ts';

/** Items of one list that are shown; the rest is counted. */
const MOST = 12;

/** A card as lines of text, for channels that show text. */
export function cardLines(card: Card): readonly string[] {
  const { header, corrected } = card;
  const day = (date: string | null) => (date === null ? null : writeDate(date));
  const values = { ...header, issued: day(header.issued) };
  const fields = Object.entries(texts.fields).map(([name, label]) => {
    const value = values[name as keyof typeof texts.fields] ?? texts.unseen;
    return `${label}: ${value}${corrected.includes(name) ? texts.corrected : ''}`;
  });
  const open = card.proposals.filter(({ decision }) => decision === null).length;
  return [
    card.document,
    ...fields,
    `${capitalised(card.validity)}${corrected.includes('effective') ? texts.corrected : ''}`,
    `${texts.holds}: ${texts.contents(card.articles, card.provisions)}`,
    ...list(texts.relationsTitle, card.relations),
    ...list(texts.effectsTitle, card.effects),
    ...list(
      texts.proposalsTitle(open, card.proposals.length),
      card.proposals.map(
        ({ key, whose, words, place, decision, kept }) =>
          texts.proposal(key, whose, withoutQuotes(words), place) +
          (decision === null ? '' : texts.decisions[decision]) +
          (kept === null ? '' : texts.kept(kept)),
      ),
    ),
    ...list(texts.warningsTitle, card.warnings),
    ...similarLines(card),
  ];
}

function similarLines({ similar, replaces }: Card): readonly string[] {
  return similar
    .slice(0, 3)
    .map(({ directiveId, document, sameNumber, likeness }) =>
      directiveId === replaces
        ? texts.newerVersion(document, directiveId)
        : sameNumber
          ? texts.sameNumber(document, directiveId)
          : texts.alike(document, directiveId, Math.round(likeness * 100)),
    );
}

function list(title: string, items: readonly string[]): readonly string[] {
  if (items.length === 0) return [];
  const more = items.length - MOST;
  return [
    title,
    ...items.slice(0, MOST).map((item) => `  - ${item}`),
    ...(more > 0 ? [`  ${texts.more(more)}`] : []),
  ];
}
