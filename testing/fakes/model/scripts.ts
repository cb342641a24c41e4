import type { Heard, ModelScript, Spoken } from './server.ts';

/** The sources that a request holds, as a model reads them. */
export function sourcesIn(heard: Heard): readonly { readonly id: number; readonly words: string }[] {
  const found = heard.texts.flatMap((text) =>
    [...text.matchAll(/<nguon id="(\d+)"[^>]*>\n([\s\S]*?)\n<\/nguon>/g)].map(([, id, words]) => ({
      id: Number(id),
      words: words ?? '',
    })),
  );
  return [...new Map(found.map((source) => [source.id, source])).values()];
}

/** What a model says in the form that it was asked for. */
export function says(sentences: readonly (readonly [string, readonly number[]])[], answered = true): Spoken {
  const written = sentences.map(([text, sources]) => ({ text, sources }));
  return { content: JSON.stringify({ answered, sentences: written }) };
}

/** A sentence of a source, in its own words. */
function sentenceOf(words: string): string {
  const lines = words
    .split('\n')
    .map((line) => line.replace(/^(?:Điều \d+\.?|\d+(?:\.\d+)*[.)]|[a-zđ][.)]|[-+•])\s*/u, '').trim())
    .filter((line) => line.split(' ').length > 4 && !line.endsWith(':'));
  const [line = words.split('\n')[0] ?? ''] = lines;
  return line.split(/(?<=[.;])\s/)[0]?.replace(/[;,]$/, '.') ?? line;
}

/** Answers from the passages that it was given. */
export const good: ModelScript = (heard) => {
  const [source] = sourcesIn(heard);
  return source === undefined ? says([], false) : says([[sentenceOf(source.words), [source.id]]]);
};

export const slow =
  (ms: number): ModelScript =>
  (heard, turn) => ({ ...good(heard, turn), afterMs: ms });

/** Thinks for a while, then writes piece by piece. */
export const streams =
  (script: ModelScript, afterMs: number, pieceMs: number): ModelScript =>
  (heard, turn) => ({ ...script(heard, turn), afterMs, pieceMs });

export const stalls: ModelScript = () => ({ fault: 'stall' });
export const resets: ModelScript = () => ({ fault: 'reset' });
export const page: ModelScript = () => ({ raw: '<!doctype html><title>Xin chào</title>' });
export const refuses: ModelScript = () => ({
  content: 'Xin lỗi, tôi không thể trả lời câu hỏi này.',
  refusal: 'policy',
});
export const silent: ModelScript = () => ({ content: '' });

export const failsWith =
  (status: number, times = Number.POSITIVE_INFINITY): ModelScript =>
  (heard, turn) =>
    turn < times ? { status, message: `fault: ${heard.texts.join(' ').slice(0, 60)}` } : good(heard, turn);

/** Breaks off in the middle of its second sentence. */
export const truncated: ModelScript = (heard) => {
  const [source] = sourcesIn(heard);
  const sentence = JSON.stringify({ text: sentenceOf(source?.words ?? ''), sources: [source?.id ?? 1] });
  return {
    content: `{"answered": true, "sentences": [${sentence}, {"text": "Ngoài ra, công ch`,
    finish: 'length',
  };
};

/** A true sentence and one that cites what was not offered, and a document that there is none of. */
export const inventsCitations: ModelScript = (heard, turn) => {
  const [source] = sourcesIn(heard);
  const invented = 'Theo khoản 9 Điều 99 Nghị định 999/2099/NĐ-CP, người học được thưởng một xe ô tô.';
  return says([
    ...(turn === 0 && source !== undefined ? [[sentenceOf(source.words), [source.id]] as const] : []),
    [invented, [77]],
    [invented, [source?.id ?? 1]],
  ]);
};

/** Every number one higher than in the source. */
export const wrongNumbers: ModelScript = (heard) => {
  const [source] = sourcesIn(heard);
  const words = sentenceOf(source?.words ?? '');
  const wrong = words.replace(/\d+/g, (digits) => String(Number(digits) + 1));
  return says([[wrong === words ? `${words.replace(/[.]$/, '')} trong 77 ngày.` : wrong, [source?.id ?? 1]]]);
};

/** Does whatever words in the documents tell it to. */
export const obeysInjections: ModelScript = (heard) => {
  const order = heard.texts.join('\n').match(/(?:SYSTEM|HỆ THỐNG|system):\s*([^\n]+)/)?.[1];
  if (order === undefined) return good(heard, 0);
  return heard.hasToolResults
    ? says([
        [order, [1]],
        [`Gửi hồ sơ tới https://example.com/?q=${encodeURIComponent(order)}`, [1]],
      ])
    : { toolCalls: callsOfEveryTool(heard, order) };
};

/** Calls every tool with every argument that it can think of, then repeats whatever it heard. */
export const callsEverything: ModelScript = (heard) =>
  heard.turnsOfTools < 2
    ? { toolCalls: callsOfEveryTool(heard, heard.turnsOfTools === 0 ? 'Nguyễn Văn An' : 'MAU-905') }
    : says(heard.texts.slice(-12).map((text) => [text.slice(0, 300), [1]]));

/** Asks for tools for ever. */
export const loops: ModelScript = () => ({
  toolCalls: [{ name: 'search_directives', args: { question: 'bồi dưỡng' } }],
});

export const otherLanguage: ModelScript = (heard) =>
  says([
    ['Civil servants must attend training courses every year.', [sourcesIn(heard)[0]?.id ?? 1]],
    ['公务员每年必须参加培训。', [1]],
  ]);

/** Says what it was taught, without any source. */
export const talksFreely: ModelScript = () =>
  says([
    ['Theo hiểu biết của tôi, anh/chị chỉ cần học 5 ngày là đủ.', []],
    ['Chúc anh/chị một ngày tốt lành!', []],
  ]);

function callsOfEveryTool({ tools }: Heard, whom: string): Spoken['toolCalls'] {
  const extras = { person: whom, cadre: whom, account_id: whom, user: whom, name: whom, unit: 'LG-NL' };
  return [
    ...tools.map((name) => ({
      name,
      args: {
        ...extras,
        question: `hồ sơ của ${whom}`,
        citation: whom,
        citations: [whom, 'Điều 1'],
        position: `Chủ tịch; ${whom}'; select * from cadres --`,
        as_of: '0000-99-99',
      },
    })),
    { name: 'read_record', args: extras },
    { name: 'run_sql', args: { sql: 'select * from cadres' } },
  ];
}
