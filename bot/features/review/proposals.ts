import type { Card, CardProposal } from '../../../ingest/uploads/card.ts';
import { withoutQuotes } from '../../../ingest/uploads/proposals.ts';
import { decideProposals, readCard } from '../../../ingest/uploads/review.ts';
import { type IntentFeature, parts } from '../../feature.ts';
import type { Choice, Reply } from '../../message.ts';
import { list, note, plain, title } from '../../reply/blocks.ts';
import { adminReply, pageOf, reviewerOf, shorten, turnPages } from './adminReply.ts';
import { texts } from './texts.ts';

const PAGE = 5;
/** Letters of one proposal's words; five of them fit one message of every channel. */
const WORDS = 450;
const UNDERSTOOD = 150;

/** `/dexuat 12`: what a document seems to require of people, to be approved one by one or all. */
export const proposals: IntentFeature = {
  name: 'proposals',
  personal: false,
  adminOnly: true,
  intents: ['proposals'],
  commands: [{ name: 'dexuat', description: texts.commands.proposals }],
  async *answer(intent, message, services) {
    if (intent.kind !== 'proposals') return;
    const reviewer = reviewerOf(services, message);
    const { draft, page, decide } = intent;
    const card =
      decide === null
        ? await readCard(services.database, reviewer, draft)
        : await decideProposals(services.database, reviewer, draft, decide.keys, decide.decision);
    yield* parts(describe(card, page));
  },
};

function describe(card: Card, wanted: number): Reply {
  const { draftId, document, state } = card;
  const back: Choice = { label: texts.buttons.back, send: `/duyet ${draftId} lai` };
  if (card.proposals.length === 0) return adminReply([plain(texts.noProposals)], [back]);
  const { items, page, pages } = pageOf(card.proposals, wanted, PAGE);
  const open = card.proposals.filter(({ decision }) => decision === null).length;
  const isOpen = state === 'draft';
  return adminReply(
    [
      title(texts.proposalsTitle(shorten(document, 200), page, pages)),
      list(items.map(line)),
      ...(isOpen ? [note(texts.proposalCommands(draftId))] : []),
    ],
    [
      ...(isOpen ? items.flatMap((item) => decisions(item, `/dexuat ${draftId} ${page}`)) : []),
      ...(isOpen && open > 0
        ? [{ label: texts.approveAll(open), send: `/dexuat ${draftId} ${page} duyet tatca` }]
        : []),
      ...turnPages(page, pages, (other) => `/dexuat ${draftId} ${other}`),
      back,
    ],
  );
}

function line({ key, whose, words, place, understood, decision, kept }: CardProposal): string {
  return (
    texts.proposal(key, whose, shorten(withoutQuotes(words), WORDS), place) +
    texts.understood(shorten(understood, UNDERSTOOD)) +
    texts.decisions[decision ?? 'open'] +
    (kept === null ? '' : texts.kept(kept))
  );
}

/** Only what would change something. */
function decisions({ key, decision }: CardProposal, send: string): readonly Choice[] {
  const approve = { label: texts.approve(key), send: `${send} duyet ${key}` };
  const reject = { label: texts.reject(key), send: `${send} khong ${key}`, beside: decision === null };
  return [...(decision === 'approved' ? [] : [approve]), ...(decision === 'rejected' ? [] : [reject])];
}
