import { readSampleRoster } from '../../data/roster/readSampleRoster.ts';
import { KnownError } from '../../errors.ts';
import { readRuleBookFrom, SAMPLE_RULES } from '../../personnel/ruleFiles.ts';
import { listAccounts, saveAccount } from '../../store/access/accounts.ts';
import { OPERATOR } from '../../store/access/identity.ts';
import { createLinkCode, type LinkFor } from '../../store/access/linking.ts';
import type { Database } from '../../store/database.ts';
import { countCadres, saveRoster } from '../../store/records/cadres.ts';
import { readRuleBook, saveRules } from '../../store/rules/rules.ts';
import { hashLinkCode, linkCodeEnd, newLinkCode } from '../features/own/linkCode.ts';
import { startTexts as texts } from './startTexts.ts';

/** The sample people with whom a newcomer tries the product. */
const TOUR = {
  cadre: 'MAU-017',
  staff: [
    { cadre: 'MAU-002', staffOf: 'LG-NL', role: texts.communeStaff },
    { cadre: 'MAU-001', staffOf: 'LG', role: texts.provinceStaff },
  ],
} as const;

/**
 * Fills a store without people with the sample roster and the sample rules, and tells one-time codes with which a newcomer signs
 * in as an invented cadre, staff member or admin. A store with people of its own is left as it is.
 */
export async function loadSampleRecords(
  database: Database,
  now: Date,
  say: (text: string) => void,
): Promise<void> {
  const roster = await readSampleRoster();
  if ((await countCadres(database)) === 0) {
    const book = await readRuleBook(database);
    if (book.requirements.length === 0) {
      await saveRules(database, OPERATOR, await readRuleBookFrom([SAMPLE_RULES]));
    }
    await saveRoster(database, OPERATOR, roster, { dryRun: false });
    say(texts.rosterLoaded(roster.cadres.length));
  }
  const byCode = new Map(roster.cadres.map((cadre) => [cadre.code, cadre]));
  const accounts = await listAccounts(database, OPERATOR);
  const codes: string[] = [];
  const tell = async (whom: LinkFor, role: string) => {
    const code = newLinkCode();
    const expires = linkCodeEnd(now);
    const made = await createLinkCode(database, OPERATOR, {
      hash: hashLinkCode(code),
      for: whom,
      expires,
    }).catch(unlessNotFound);
    if (made !== null) codes.push(texts.tourCode(code, made.name, role));
  };
  await tell({ cadre: TOUR.cadre }, texts.cadre);
  for (const { cadre, staffOf, role } of TOUR.staff) {
    const person = byCode.get(cadre);
    if (person === undefined) continue;
    if (!accounts.some((account) => account.cadre === cadre && account.staffOf.length > 0)) {
      await saveAccount(database, OPERATOR, {
        name: person.name,
        cadre,
        staffOf: [staffOf],
        admin: false,
      });
    }
    await tell({ cadre }, role);
  }
  if (codes.length === 0) return;
  const admin =
    accounts.find(({ name }) => name === texts.adminName) ??
    (await saveAccount(database, OPERATOR, {
      name: texts.adminName,
      cadre: null,
      staffOf: [],
      admin: true,
    }));
  await tell({ account: admin.id }, texts.admin);
  say([texts.tourTitle, ...codes].join('\n'));
}

/** The samples were taken away: nothing to try with. */
function unlessNotFound(error: unknown): null {
  if (error instanceof KnownError && error.code === 'not_found') return null;
  throw error;
}
