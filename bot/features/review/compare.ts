import { changeLines } from '../../../ingest/compare/changeLines.ts';
import {
  compareDraft,
  compareStored,
  compareWithPrevious,
  type Difference,
} from '../../../ingest/uploads/differences.ts';
import { noSuchNumber } from '../../../ingest/uploads/texts.ts';
import { findByNumber } from '../../../store/directives.ts';
import { type IntentFeature, parts, type Services } from '../../feature.ts';
import type { DocumentsIntent } from '../../intents/intent.ts';
import type { Choice, Message } from '../../message.ts';
import { list, plain, title } from '../../reply/blocks.ts';
import { adminReply, pageOf, reviewerOf, shorten, turnPages } from './adminReply.ts';
import { texts } from './texts.ts';

type Compared = Extract<DocumentsIntent, { kind: 'compare' }>['what'];
type ById = Exclude<Compared, { kind: 'numbered' }>;

const PAGE = 6;
/** Letters of one change; six of them fit one message of every channel. */
const LINE = 520;

/** `/sosanh 34 40`: what changed between two documents, or what one does to the other, by provision. */
export const compare: IntentFeature = {
  name: 'compare',
  personal: false,
  adminOnly: true,
  intents: ['compare'],
  commands: [{ name: 'sosanh', description: texts.commands.compare }],
  async *answer(intent, message, services) {
    if (intent.kind !== 'compare') return;
    const what = await byIds(intent.what, services);
    const difference = await differenceOf(what, message, services);
    const { before, after, kind } = difference;
    const lines = difference.changes.length === 0 ? [] : changeLines(difference.changes);
    const { items, page, pages } = pageOf(lines, intent.page, PAGE);
    yield* parts(
      adminReply(
        [
          title(
            kind === 'amendment'
              ? texts.compareAmendment(after.document, before.document)
              : texts.compareTitle(before.document, after.document),
          ),
          ...(lines.length === 0
            ? [plain(texts.compareSame)]
            : [
                plain(texts.comparePage(lines.length, page, pages)),
                list(items.map((item) => shorten(item, LINE))),
              ]),
        ],
        [
          ...turnPages(page, pages, (other) => `${again(what)} trang ${other}`),
          ...(what.kind === 'draft' ? [backToCard(what.draft)] : []),
        ],
      ),
    );
  },
};

/** The newest of those that are answered from under a number. */
async function byIds(what: Compared, { database }: Services): Promise<ById> {
  if (what.kind !== 'numbered') return what;
  const idOf = async (number: string): Promise<number> => {
    const [found] = await findByNumber(database, number);
    if (found === undefined) throw noSuchNumber(number);
    return found.id;
  };
  return {
    kind: 'stored',
    one: await idOf(what.one),
    other: what.other === null ? null : await idOf(what.other),
  };
}

function differenceOf(what: ById, message: Message, services: Services): Promise<Difference> {
  const { database } = services;
  if (what.kind === 'draft') {
    return compareDraft(database, reviewerOf(services, message), what.draft, what.other ?? undefined);
  }
  return what.other === null
    ? compareWithPrevious(database, what.one)
    : compareStored(database, what.one, what.other);
}

function again(what: ById): string {
  const other = what.other === null ? '' : ` ${what.other}`;
  return what.kind === 'draft' ? `/sosanh ban ${what.draft}${other}` : `/sosanh ${what.one}${other}`;
}

const backToCard = (draft: number): Choice => ({ label: texts.buttons.back, send: `/duyet ${draft} lai` });
