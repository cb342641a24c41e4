import type { AccessReason } from '../../../domain/account.ts';
import type { Database } from '../../../store/database.ts';
import { findCadres, logShown, readUnits } from '../../../store/records/cadres.ts';
import type { Services } from '../../feature.ts';
import type { Whom } from '../../intents/intent.ts';
import type { Message, Reply } from '../../message.ts';
import { plain } from '../../reply/blocks.ts';
import { texts } from './texts.ts';

/** Most people of one name that are offered to choose from. */
const MOST_NAMESAKES = 8;

/** A record that may be read, or the reply that says why not. */
export type PersonFound =
  | {
      readonly found: true;
      readonly code: string;
      readonly reason: AccessReason;
      readonly accountId: string;
    }
  | { readonly found: false; readonly reply: Reply };

/**
 * Whose record a wish is about. One's own follows from the account alone. A name is looked up only for staff, and only among
 * their people; everybody else gets the same refusal whether such a person exists or not. `resend` makes the text that asks
 * again for one of several namesakes by code.
 */
export async function findPerson(
  whom: Whom,
  { channel }: Pick<Message, 'channel'>,
  { database, account }: Services,
  resend: (code: string) => string,
): Promise<PersonFound> {
  if (account === null) return refuse(texts.strangers);
  if (whom.who === 'self') {
    return account.cadre === null
      ? refuse(texts.noRecord)
      : { found: true, code: account.cadre, reason: 'own', accountId: account.id };
  }
  if (account.staffOf.length === 0) return refuse(texts.notYours);
  const chosen = await choosePerson(whom.name, account.id, database, channel, resend);
  if ('reply' in chosen) return { found: false, reply: chosen.reply };
  return {
    found: true,
    code: chosen.code,
    reason: chosen.code === account.cadre ? 'own' : 'staff',
    accountId: account.id,
  };
}

/** The one person of that name or code whom an account looks after, or the reply that says there is none or offers several. */
export async function choosePerson(
  name: string,
  accountId: string,
  database: Database,
  channel: string,
  resend: (code: string) => string,
): Promise<{ readonly code: string } | { readonly reply: Reply }> {
  const people = await findCadres(database, { accountId }, name, MOST_NAMESAKES);
  const [first, ...others] = people;
  if (first === undefined) return { reply: says(texts.nobody(name)) };
  if (others.length === 0) return { code: first.code };
  const units = await readUnits(database);
  const unitName = (unit: string) => units.find((one) => one.code === unit)?.name ?? unit;
  await logShown(
    database,
    { accountId },
    people.map(({ code }) => code),
    { channel, reason: 'staff', purpose: texts.purposes.names },
  );
  return {
    reply: {
      outcome: 'record',
      personal: true,
      blocks: [plain(texts.several(name))],
      choices: people.map(({ code, name: written, unit }) => ({
        label: `${written} (${code}, ${unitName(unit)})`,
        send: resend(code),
      })),
    },
  };
}

function refuse(text: string): PersonFound {
  return { found: false, reply: says(text) };
}

function says(text: string): Reply {
  return { outcome: 'record', blocks: [plain(text)], choices: [] };
}
