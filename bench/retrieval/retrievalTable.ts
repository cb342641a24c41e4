import type { RetrievalFigures } from './retrieval.ts';

type Column = { readonly title: string; readonly left?: boolean };

const COLUMNS: readonly Column[] = [
  { title: 'system', left: true },
  { title: 'questions', left: true },
  ...['nDCG@10', 'MRR@10', 'R@1', 'R@5', 'R@10', 'R@50', 'p50 ms', 'p95 ms', 'searches'].map((title) => ({
    title,
  })),
  ...['index s', 'articles/s', 'index MB', 'RSS MB', 'peak MB'].map((title) => ({ title })),
];
const RATIOS: readonly Column[] = ['nDCG ratio', 'p50 ratio'].map((title) => ({ title }));

/** The figures as one table: a line for each system and way of writing, what the index costs in the system's first line. */
export function retrievalTable({ articles, questions, engine, systems }: RetrievalFigures): string {
  const peers = systems.some(({ system }) => system !== 'product');
  const scaled = systems.some(({ scale }) => scale > 1);
  const lines = systems.flatMap((system) =>
    system.sets.map((set, at) => [
      at > 0
        ? ''
        : `${system.label}${scaled && system.system === 'product' ? `, corpus ×${system.scale}` : ''}`,
      set.set,
      ...[set.ndcg10, set.mrr10, ...Object.values(set.recall)].map((share) => share.toFixed(3)),
      milliseconds(set.latencyMs.p50),
      milliseconds(set.latencyMs.p95),
      String(set.searches),
      ...(at > 0
        ? ['', '', '', '', '']
        : [
            system.indexing?.seconds.toFixed(1) ?? 'kept',
            system.indexing?.articlesPerSecond.toFixed(0) ?? '',
            system.indexBytes === null ? '< 1' : megabytes(system.indexBytes),
            megabytes(system.rssBytes),
            megabytes(system.peakRssBytes),
          ]),
      ...(peers
        ? [set.againstOurs?.ndcg10, set.againstOurs?.p50].map((ratio) => ratio?.toFixed(2) ?? '')
        : []),
    ]),
  );
  const memory = systems.flatMap(({ repeated }) =>
    repeated === null
      ? []
      : [
          `Memory of our process before and after ${repeated.searches} further questions: ` +
            `${megabytes(repeated.rssBytesBefore)} → ${megabytes(repeated.rssBytesAfter)} MB`,
        ],
  );
  return [
    `${articles} articles, ${questions} questions, our index on ${engine === 'pglite' ? 'PGlite' : 'PostgreSQL'}`,
    '',
    ...align([...COLUMNS, ...(peers ? RATIOS : [])], lines),
    '',
    'RSS: memory of the process after the questions, and the most it took, indexing included' +
      (engine === 'postgres' ? '; the memory of the server is not in it.' : '.'),
    ...(peers ? ["Ratios: the peer's figure divided by ours on the same questions."] : []),
    ...memory,
  ].join('\n');
}

function align(columns: readonly Column[], lines: readonly (readonly string[])[]): readonly string[] {
  const widths = columns.map(({ title }, at) =>
    Math.max(title.length, ...lines.map((line) => line[at]?.length ?? 0)),
  );
  const row = (cells: readonly string[]) =>
    columns
      .map(({ left }, at) => {
        const [cell = '', width = 0] = [cells[at], widths[at]];
        return left === true ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ')
      .trimEnd();
  return [
    row(columns.map(({ title }) => title)),
    row(widths.map((width) => '─'.repeat(width))),
    ...lines.map(row),
  ];
}

function milliseconds(value: number): string {
  return value.toFixed(value < 10 ? 1 : 0);
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(0);
}
