import { writeMoment } from '../../../domain/day.ts';
import { countNotices, listNotices } from '../../../store/notices/overview.ts';
import type { Services } from '../../feature.ts';
import type { Block, Message } from '../../message.ts';
import { texts as noticeTexts, writeState } from '../../notices/texts.ts';
import { list, note, plain, title } from '../../reply/blocks.ts';
import { texts } from './noticesTexts.ts';
import { identityOf, logNames, table } from './view.ts';

const MOST_SHOWN = 12;

/**
 * What became of notices to the people of a staff member's units, or to everybody for an admin; nothing for others. Words are shown
 * of those alone that the asker's own doing tells of: a reminder says what somebody lacks, and that is between the product and them.
 */
export async function describeNoticesOfOthers(
  message: Message,
  services: Services,
): Promise<readonly Block[]> {
  const { account, database } = services;
  if (account === null || (account.staffOf.length === 0 && !account.admin)) return [];
  const identity = identityOf(services);
  const heading = title(account.admin ? texts.titleOfAll : texts.titleOfUnits);
  const counts = await countNotices(database, identity);
  if (counts.length === 0) return [heading, plain(texts.none)];
  const newest = await listNotices(database, identity, 'ofOthers', MOST_SHOWN);
  await logNames(
    services,
    message,
    [...new Set(newest.flatMap(({ cadre }) => (cadre === null ? [] : [cadre])))].map((code) => ({ code })),
    texts.purpose,
    false,
  );
  return [
    heading,
    table(
      null,
      texts.columns,
      1,
      counts.map(({ state, failure, notices }) => [writeState(state, failure), String(notices)]),
    ),
    plain(texts.newest),
    list(
      newest.map(({ name, cadre, kind, state, failure, madeAt, endedAt, words }) =>
        texts.line(
          name === null ? texts.nobody : texts.who(name, cadre),
          noticeTexts.kinds[kind],
          writeState(state, failure),
          writeMoment(endedAt ?? madeAt),
          words,
        ),
      ),
    ),
    note(texts.wordsHidden),
  ];
}
