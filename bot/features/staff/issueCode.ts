import { createLinkCode } from '../../../store/access/linking.ts';
import { findCadres } from '../../../store/records/cadres.ts';
import { type IntentFeature, parts, type Services } from '../../feature.ts';
import type { Message, Reply } from '../../message.ts';
import { hashLinkCode, linkCodeEnd, newLinkCode } from '../own/linkCode.ts';
import { texts as ownTexts } from '../own/texts.ts';
import { texts } from './texts.ts';
import { identityOf, logNames, plain, staffReply } from './view.ts';

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
  const people = await findCadres(services.database, identityOf(services), name, 8);
  const [first, ...others] = people;
  if (first === undefined) return staffReply([plain(ownTexts.nobody(name))]);
  if (others.length > 0) {
    await logNames(services, message, people, texts.purposes.names, false);
    return staffReply(
      [plain(ownTexts.several(name))],
      people.map((one) => ({ label: `${one.name} (${one.code}, ${one.unit})`, send: `/capma ${one.code}` })),
    );
  }
  const code = newLinkCode();
  const expires = linkCodeEnd(services.now());
  const made = await createLinkCode(services.database, identityOf(services), {
    hash: hashLinkCode(code),
    for: { cadre: first.code },
    expires,
  });
  return staffReply([plain(texts.codeMade(made.name, code, TIME.format(expires)))]);
}

const TIME = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'short',
});
