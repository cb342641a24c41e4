/** How Vietnamese letters are made of keys: the key of each diacritic, by its combining mark. */
type Keys = {
  readonly tones: Readonly<Record<string, string>>;
  /** The key for â, ê, ô given the letter, for ă, and for ơ, ư. */
  readonly circumflex: (letter: string) => string;
  readonly breve: string;
  readonly horn: string;
  readonly stroke: string;
};

const TELEX: Keys = {
  tones: { '\u0300': 'f', '\u0301': 's', '\u0309': 'r', '\u0303': 'x', '\u0323': 'j' },
  circumflex: (letter) => letter,
  breve: 'w',
  horn: 'w',
  stroke: 'd',
};
const VNI: Keys = {
  tones: { '\u0300': '2', '\u0301': '1', '\u0309': '3', '\u0303': '4', '\u0323': '5' },
  circumflex: () => '6',
  breve: '8',
  horn: '7',
  stroke: '9',
};

const KEYS = { telex: TELEX, vni: VNI } as const;
export type TypingStyle = keyof typeof KEYS;
export const TYPING_STYLES: readonly TypingStyle[] = ['telex', 'vni'];

/**
 * What a text looks like when its keys were pressed and no input method was on, tones at the end of each syllable:
 * `đào tạo` → `ddaof taoj` or `d9ao2 tao5`; ươ is typed with one key for both horns (`uow`, `uo7`).
 */
export function asKeystrokes(text: string, style: TypingStyle): string {
  return text.normalize('NFC').replace(/[\p{L}\p{M}]+/gu, (syllable) => typed(syllable, KEYS[style]));
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

function typed(syllable: string, keys: Keys): string {
  const marked = syllable.normalize('NFD');
  const tone = (marked.match(TONES) ?? []).map((mark) => keys.tones[mark] ?? '').join('');
  const shaped = marked
    .replace(TONES, '')
    .normalize('NFC')
    .replace(/(ư)(ơ)/gi, (_, u: string, o: string) => bare(u) + bare(o) + keys.horn)
    .replace(/[âêô]/gi, (letter) => bare(letter) + keys.circumflex(bare(letter).toLowerCase()))
    .replace(/ă/gi, (letter) => bare(letter) + keys.breve)
    .replace(/[ơư]/gi, (letter) => bare(letter) + keys.horn)
    .replace(/đ/g, `d${keys.stroke}`)
    .replace(/Đ/g, `D${keys.stroke}`);
  const capitals = syllable.length > 1 && syllable === syllable.toUpperCase();
  return capitals ? (shaped + tone).toUpperCase() : shaped + tone;
}

function bare(letter: string): string {
  return letter.normalize('NFD').charAt(0);
}
