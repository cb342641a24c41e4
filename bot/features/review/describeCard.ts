import { writeDate } from '../../../domain/citation.ts';
import { capitalised } from '../../../ingest/letters.ts';
import type { Card } from '../../../ingest/uploads/card.ts';
import { cardTexts } from '../../../ingest/uploads/cardTexts.ts';
import type { Block, Choice } from '../../message.ts';
import { list, note, plain, title, warning } from '../../reply/blocks.ts';
import { shorten } from './adminReply.ts';
import { texts } from './texts.ts';

/** Items of one list that a card shows; the rest is counted. */
const MOST = 8;
/** Letters of one line, so that the whole card is one message of any channel. */
const LINE = 220;

/** A document as an admin sees it before it is published: what it is, what it does to others, what to look at. */
export function describeCard(card: Card): readonly Block[] {
  const state =
    card.state === 'draft' && card.directiveId !== null ? texts.withdrawn : texts.states[card.state];
  return [
    title(texts.cardTitle(card.draftId, state, shorten(card.document, LINE))),
    list(fieldLines(card)),
    ...similarBlocks(card),
    ...section(texts.headings.relations, card.relations),
    ...section(texts.headings.effects, card.effects),
    ...section(texts.headings.warnings, card.warnings),
    plain(proposalWords(card)),
    ...(card.state === 'draft' ? [note(texts.cardCommands(card.draftId))] : []),
  ];
}

/** What can be done with it. */
export function cardChoices({ draftId, state, directiveId, proposals, replaces }: Card): readonly Choice[] {
  const { buttons } = texts;
  if (state === 'published' && directiveId !== null) {
    return [
      { label: buttons.open, send: `/xem ${directiveId}` },
      { label: buttons.unpublish, send: `/go ${directiveId}`, beside: true },
    ];
  }
  if (state !== 'draft') return [];
  const open = proposals.filter(({ decision }) => decision === null).length;
  return [
    { label: buttons.publish, send: `/congbo ${draftId}` },
    ...(proposals.length === 0
      ? []
      : [{ label: buttons.proposals(open), send: `/dexuat ${draftId}`, beside: true }]),
    ...(replaces === null
      ? []
      : [{ label: buttons.compareWith(replaces), send: `/sosanh ban ${draftId} ${replaces}` }]),
    { label: buttons.words, send: `/duyet ${draftId} loi` },
    { label: buttons.file, send: `/duyet ${draftId} tep`, beside: true },
    { label: buttons.correct, send: `/sua ${draftId}` },
    { label: buttons.discard, send: `/bo ${draftId}`, beside: true },
  ];
}

/** The draft whose card somebody replies to, by the words of that card; `null` for any other message. */
export function draftOfCard(words: string | undefined): number | null {
  const [, id] = texts.cardId.exec(words ?? '') ?? [];
  return id === undefined ? null : Number(id);
}

function fieldLines({
  header,
  corrected,
  validity,
  articles,
  provisions,
  fileName,
}: Card): readonly string[] {
  const { fields, unseen } = cardTexts;
  const values: Readonly<Record<keyof typeof fields, string | null>> = {
    ...header,
    issued: header.issued === null ? null : writeDate(header.issued),
  };
  const mark = (name: string) => (corrected.includes(name) ? cardTexts.corrected : '');
  return [
    ...Object.entries(fields).map(
      ([name, label]) =>
        `${label}: ${shorten(values[name as keyof typeof fields] ?? unseen, LINE)}${mark(name)}`,
    ),
    `${capitalised(validity)}${mark('effective')}`,
    `${cardTexts.holds}: ${cardTexts.contents(articles, provisions)}`,
    `${texts.file}: ${shorten(fileName, LINE)}`,
  ];
}

function similarBlocks({ similar, replaces }: Card): readonly Block[] {
  return similar.slice(0, 3).map(({ directiveId, document, sameNumber, likeness }) => {
    const name = shorten(document, LINE);
    if (directiveId === replaces) return warning(cardTexts.newerVersion(name, directiveId));
    return sameNumber
      ? warning(cardTexts.sameNumber(name, directiveId))
      : note(cardTexts.alike(name, directiveId, Math.round(likeness * 100)));
  });
}

function section(heading: string, items: readonly string[]): readonly Block[] {
  if (items.length === 0) return [];
  const shown = items.slice(0, MOST).map((item) => shorten(item, LINE));
  return [title(heading), list(items.length > MOST ? [...shown, texts.more(items.length - MOST)] : shown)];
}

function proposalWords({ proposals }: Card): string {
  if (proposals.length === 0) return texts.noProposals;
  const count = (decision: 'approved' | null) =>
    proposals.filter((proposal) => proposal.decision === decision).length;
  return texts.proposalCount(proposals.length, count(null), count('approved'));
}
