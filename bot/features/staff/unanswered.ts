import { writeDate } from '../../../domain/citation.ts';
import { vietnamDay } from '../../../domain/day.ts';
import { type AskedQuestion, closeAsked, listAsked, type VoteReason } from '../../../store/approved/asked.ts';
import { type CommandFeature, command, parts, type Services } from '../../feature.ts';
import type { Reply } from '../../message.ts';
import { list, note, plain, title } from '../../reply/blocks.ts';
import { feedbackTexts } from '../feedbackTexts.ts';
import { approvedTexts as texts } from './approvedTexts.ts';
import { identityOf } from './view.ts';

/** Questions that one chat message can show. */
const MOST = 10;
const OFFERED = 3;

/** `/chuatraloi`, `/chuatraloi moi`, `/chuatraloi xong 12`: questions that were answered badly or not at all. */
export const unanswered: CommandFeature = {
  name: 'unanswered',
  officeOnly: true,
  commands: [{ name: 'chuatraloi', description: texts.commands.unanswered }],
  async *reply({ text }, services) {
    yield* parts(await answer(command(text)?.rest ?? '', services));
  },
};

async function answer(rest: string, services: Services): Promise<Reply> {
  const [, closed] = /^xong (\d{1,15})$/.exec(rest) ?? [];
  if (closed !== undefined) {
    const done = await closeAsked(services.database, identityOf(services), Number(closed));
    return said([plain(done ? texts.closed(Number(closed)) : texts.notClosed)]);
  }
  const newest = rest === 'moi';
  const asked = await listAsked(services.database, identityOf(services), {
    limit: MOST,
    order: newest ? 'newest' : 'most',
  });
  if (asked.length === 0) return said([plain(texts.noneUnanswered)]);
  const isAdmin = services.account?.admin === true;
  return said(
    [title(texts.unansweredTitle(newest)), list(asked.map(describe)), note(texts.unansweredNote)],
    [
      ...asked
        .slice(0, OFFERED)
        .flatMap(({ id }) => [
          { label: texts.writeAnswer(id), send: `/duyetcauhoi cau ${id}` },
          ...(isAdmin
            ? [{ label: texts.closeQuestion(id), send: `/chuatraloi xong ${id}`, beside: true }]
            : []),
        ]),
      newest
        ? { label: texts.mostFirst, send: '/chuatraloi' }
        : { label: texts.newestFirst, send: '/chuatraloi moi' },
    ],
  );
}

/** One line: how often, why, and what people wrote. */
export function describe({ id, key, lastAt, reasons, words, ...counts }: AskedQuestion): string {
  const { asked, notFound, unsure, bad, good } = counts;
  const line = texts.unansweredLine(
    id,
    key,
    texts.counts(asked, notFound, unsure, bad, good),
    writeDate(vietnamDay(lastAt)),
  );
  return [
    line,
    ...(reasons.length === 0 ? [] : [texts.reasonsLine(tally(reasons))]),
    ...words.slice(0, 2).map(texts.wordsLine),
  ].join('. ');
}

function tally(reasons: readonly VoteReason[]): string {
  return [...Map.groupBy(reasons, (reason) => reason)]
    .map(([reason, all]) => `${feedbackTexts.reasons[reason].toLowerCase()} ${all.length}`)
    .join(', ');
}

function said(blocks: Reply['blocks'], choices: Reply['choices'] = []): Reply {
  return { outcome: 'document', blocks, choices };
}
