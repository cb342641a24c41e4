import { type FoundApproved, findApproved } from '../../answer/approved/findApproved.ts';
import { writeCitation, writeDate, writePath } from '../../domain/citation.ts';
import { vietnamDay } from '../../domain/day.ts';
import type { Services } from '../feature.ts';
import type { Block, Reply } from '../message.ts';
import { note, plain } from '../reply/blocks.ts';
import { feedbackTexts as texts } from './feedbackTexts.ts';

/** The approved answer to a question, before anything else answers it; `null` where there is none that may be given. */
export async function approvedReply(
  question: string,
  { database, today, arrival }: Pick<Services, 'database' | 'today' | 'arrival'>,
): Promise<{ readonly reply: Reply; readonly found: FoundApproved } | null> {
  const found = await findApproved(database, question, today(), arrival?.approved);
  return found === null ? null : { found, reply: describeApproved(found) };
}

/** Puts an approved answer into words: its mark first, then what staff wrote, then the provisions that it rests on. */
function describeApproved({ answer, citations }: FoundApproved): Reply {
  const { approval } = answer;
  return {
    outcome: 'quoted',
    blocks: [
      ...(approval === null
        ? []
        : [note(texts.approved(writeDate(vietnamDay(approval.at)), approval.by, approval.title))]),
      plain(answer.words),
      ...citations.map(
        (citation, at): Block => ({ kind: 'quote', index: at + 1, citation, label: writeCitation(citation) }),
      ),
      ...(citations.some(({ sample }) => sample) ? [note(texts.sample)] : []),
    ],
    choices: citations.map(({ directiveId, provisionId, path, document }) => ({
      label: `${writePath(path)} ${document}`.trim().slice(0, 90),
      send: provisionId === null ? `/xem ${directiveId}` : `/xem ${directiveId}.${provisionId}`,
    })),
  };
}
