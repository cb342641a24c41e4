import type { ApprovedCard } from '../../../answer/approved/desk.ts';
import { writeCitation, writeDate, writePath } from '../../../domain/citation.ts';
import { type IsoDate, vietnamDay } from '../../../domain/day.ts';
import type { Block, Choice, Reply } from '../../message.ts';
import { list, note, plain, title, warning } from '../../reply/blocks.ts';
import { approvedTexts as texts } from './approvedTexts.ts';

/** How an answer stands, as lists call it. */
export function stateOf({ answer, standing }: ApprovedCard): keyof typeof texts.states {
  return answer.state === 'approved' ? standing.kind : answer.state;
}

/** Everything of one answer: how it stands, the ways in which it is asked, its words and its sources. */
export function describeCard(
  card: ApprovedCard,
  { isAdmin, today }: { readonly isAdmin: boolean; readonly today: IsoDate },
): Reply {
  const { answer, sources } = card;
  const { id, approval, expires } = answer;
  const day = writeDate(expires);
  return {
    outcome: 'document',
    blocks: [
      title(texts.cardTitle(id, texts.states[stateOf(card)])),
      ...describeStanding(card).map(warning),
      plain(texts.questions),
      list(answer.questions),
      plain(answer.words),
      ...sources.flatMap(({ citation }, at): readonly Block[] =>
        citation === null ? [] : [{ kind: 'quote', index: at + 1, citation, label: writeCitation(citation) }],
      ),
      note(
        [
          texts.proposedBy(answer.proposedBy),
          ...(approval === null
            ? []
            : [texts.approvedBy(approval.by, approval.title, writeDate(vietnamDay(approval.at)))]),
          expires < today ? texts.expiredOn(day) : texts.expires(day),
        ].join(' '),
      ),
      ...(isAdmin ? [list(texts.howToEdit(id))] : []),
    ],
    choices: isAdmin ? choicesOf(card) : [],
  };
}

/** Why an answer is not given, in a sentence; nothing where it may be. */
export function describeStanding({ standing }: ApprovedCard): readonly string[] {
  if (standing.kind !== 'review') return [];
  const { document, path } = standing.source;
  return [texts.doubt(`${writePath(path)} ${document}`.trim(), texts.doubts[standing.doubt])];
}

function choicesOf({ answer: { id, state }, standing }: ApprovedCard): readonly Choice[] {
  const choice = (label: string, verb: string): Choice => ({ label, send: `/duyetcauhoi ${id} ${verb}` });
  return [
    ...(standing.kind === 'review' ? [choice(texts.recite, 'soat')] : []),
    ...(state !== 'approved' && standing.kind === 'in_force' ? [choice(texts.approve, 'duyet')] : []),
    ...(state !== 'withdrawn' ? [choice(texts.withdraw, 'go')] : []),
    { label: texts.back, send: '/duyetcauhoi' },
  ].map((one, at) => ({ ...one, beside: at > 0 }));
}
