import { DOCUMENT_TYPES, findDocumentNumbers } from '../../vietnamese/documentNumber.ts';
import { fold } from '../../vietnamese/text.ts';
import type { Intent } from './intent.ts';

const CALLED = `(?:(?:${['van ban', ...DOCUMENT_TYPES.map(fold)].join('|')}) )?(?:so )?#`;
const BEHIND = '(?: (?:giup|ho|cho)(?: (?:toi|em|minh|anh|chi))?)?';
const TWO = new RegExp(`^(?:hay )?so sanh ${CALLED} (?:va|voi|so voi) ${CALLED}${BEHIND}$`);
const VERSIONS = new RegExp(
  `^(?:hay )?so sanh (?:(?:hai|2|cac) )?(?:phien )?ban(?: (?:moi|cu|va|voi))*(?: cua)? ${CALLED}${BEHIND}$`,
);
/** Behind `/sosanh`. */
const BARE = new RegExp(`^${CALLED}(?:,? (?:(?:va|voi) )?${CALLED})?$`);

/**
 * `so sánh Thông tư 12/2026/TT-BNV với 55/2025/TT-BNV`, `so sánh hai bản của 55/2025/TT-BNV`: what is compared, called by numbers;
 * `null` for anything else. Pure.
 * @param bare the command stood before it
 */
export function readComparedNumbers(text: string, { bare }: { readonly bare: boolean }): Intent | null {
  const written = text.normalize('NFC').trim();
  const found = findDocumentNumbers(written);
  const [one, other = null] = found.map(({ number }) => number.written);
  if (one === undefined || found.length > 2) return null;
  const starts = found.map(({ end }) => end);
  const around = [...found.map(({ start }, at) => written.slice(starts[at - 1] ?? 0, start)), '']
    .join('#')
    .concat(written.slice(starts.at(-1)));
  const words = fold(around)
    .replaceAll(/\s+/g, ' ')
    .replace(/[ .?!]+$/, '')
    .trim();
  const fits = bare ? BARE : other === null ? VERSIONS : TWO;
  return fits.test(words) ? { kind: 'compare', what: { kind: 'numbered', one, other }, page: 1 } : null;
}
