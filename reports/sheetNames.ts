import { DOCUMENT_TEXTS } from './documentTexts.ts';

/** Letters of a sheet's name; Excel calls a file with a longer one damaged. */
const most = 31;
/** A name that Excel keeps for itself. */
const reserved = 'history';

/** Names that Excel takes for sheets: no sign that it forbids, at most 31 letters, no two alike whatever their case. */
export function sheetNames(titles: readonly string[]): readonly string[] {
  const taken = new Set([reserved]);
  return titles.map((title) => {
    const name = allowed(title);
    let chosen = cut(name, most);
    for (let number = 2; taken.has(chosen.toLowerCase()); number++) {
      const ending = ` (${number})`;
      chosen = cut(name, most - ending.length) + ending;
    }
    taken.add(chosen.toLowerCase());
    return chosen;
  });
}

function allowed(title: string): string {
  const name = title.replace(/[[\]:*?/\\'"&<>\s]+/g, ' ').trim();
  return name === '' ? DOCUMENT_TEXTS.sheet : name;
}

/** At a blank where there is one that leaves most of the name. */
function cut(name: string, length: number): string {
  if (name.length <= length) return name;
  const blank = name.lastIndexOf(' ', length);
  const short = blank > length / 2 ? name.slice(0, blank) : name.slice(0, length).toWellFormed();
  return short.replace(/\ufffd$/, '').replace(/[\s,;–-]+$/, '');
}
