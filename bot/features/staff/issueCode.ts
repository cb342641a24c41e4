import { writeMoment } from '../../../domain/day.ts';
import { createLinkCode } from '../../../store/access/linking.ts';
import { type IntentFeature, parts, type Services } from '../../feature.ts';
import type { Message, Reply } from '../../message.ts';
import { plain } from '../../reply/blocks.ts';
import { hashLinkCode, linkCodeEnd, newLinkCode } from '../own/linkCode.ts';
import { choosePerson } from '../own/person.ts';
import { texts } from './texts.ts';
import { identityOf, staffReply } from './view.ts';

/** `/capma Nguyễn Văn Nam`: a one-time code with which that person links their messenger to their record. */
export const issueCode: IntentFeature = {
  name: 'issueCode',
  personal: true,
  staffOnly: true,
  intents: ['issue_code'],
  commands: [{ name: 'capma', description: texts.commands.issueCode }],
  async *answer(intent, message, services) {
    if (intent.kind === 'issue_code') yield* parts(await issue(intent.name, message, services));
  },
};

async function issue(name: string | null, message: Message, services: Services): Promise<Reply> {
  if (name === null) return staffReply([plain(texts.codeHow)]);
  const { accountId } = identityOf(services);
  const chosen = await choosePerson(
    name,
    accountId,
    services.database,
    message.channel,
    (one) => `/capma ${one}`,
  );
  if ('reply' in chosen) return chosen.reply;
  const code = newLinkCode();
  const expires = linkCodeEnd(services.now());
  const made = await createLinkCode(
    services.database,
    { accountId },
    {
      hash: hashLinkCode(code),
      for: { cadre: chosen.code },
      expires,
    },
  );
  return staffReply([plain(texts.codeMade(made.name, code, writeMoment(expires)))]);
}
