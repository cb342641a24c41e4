/** Labels of one series: `{ channel: 'web' }`. Never anything a person wrote, and never an unbounded set of values. */
export type Labels = Readonly<Record<string, string>>;

/** A series with its value, as it is at the moment. */
export type Sample = { readonly labels: Labels; readonly value: number };

export type Counter = { readonly add: (labels: Labels, by?: number) => void };
export type Histogram = { readonly observe: (labels: Labels, value: number) => void };

/** Figures of this process, in Prometheus' text format (version 0.0.4). Names follow its conventions: base units, `_total`. */
export type Registry = {
  readonly counter: (name: string, help: string) => Counter;
  /** `bounds`: upper ends of the buckets, ascending; the one to infinity goes without saying. */
  readonly histogram: (name: string, help: string, bounds: readonly number[]) => Histogram;
  /** Asked whenever somebody reads the figures. One that throws is left out, and `onError` is told. */
  readonly gauge: (
    name: string,
    help: string,
    read: () => readonly Sample[] | Promise<readonly Sample[]>,
  ) => void;
  readonly text: () => Promise<string>;
};

export const CONTENT_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

type Family = { readonly head: string; readonly lines: () => readonly string[] | Promise<readonly string[]> };

export function createRegistry(onError: (error: unknown) => void): Registry {
  const families: Family[] = [];
  const add = (name: string, help: string, type: string, lines: Family['lines']) => {
    families.push({ head: `# HELP ${name} ${escapeHelp(help)}\n# TYPE ${name} ${type}`, lines });
  };
  return {
    counter(name, help) {
      const series = new Map<string, number>();
      add(name, help, 'counter', () => [...series].map(([labels, value]) => `${name}${labels} ${value}`));
      return {
        add(labels, by = 1) {
          const key = labelText(labels);
          series.set(key, (series.get(key) ?? 0) + by);
        },
      };
    },
    histogram(name, help, bounds) {
      const series = new Map<string, { readonly labels: Labels; readonly counts: number[]; sum: number }>();
      add(name, help, 'histogram', () =>
        [...series.values()].flatMap(({ labels, counts, sum }) => {
          let below = 0;
          const buckets = [...bounds.map(String), '+Inf'].map((le, at) => {
            below += counts[at] ?? 0;
            return `${name}_bucket${labelText({ ...labels, le })} ${below}`;
          });
          const own = labelText(labels);
          return [...buckets, `${name}_sum${own} ${sum}`, `${name}_count${own} ${below}`];
        }),
      );
      return {
        observe(labels, value) {
          const key = labelText(labels);
          const one = series.get(key) ?? {
            labels,
            counts: Array.from({ length: bounds.length + 1 }, () => 0),
            sum: 0,
          };
          series.set(key, one);
          const found = bounds.findIndex((bound) => value <= bound);
          const at = found === -1 ? bounds.length : found;
          one.counts[at] = (one.counts[at] ?? 0) + 1;
          one.sum += value;
        },
      };
    },
    gauge(name, help, read) {
      add(name, help, 'gauge', async () =>
        (await read()).map(({ labels, value }) => `${name}${labelText(labels)} ${value}`),
      );
    },
    async text() {
      const parts: string[] = [];
      for (const { head, lines } of families) {
        try {
          parts.push([head, ...(await lines())].join('\n'));
        } catch (error) {
          onError(error);
        }
      }
      return `${parts.join('\n')}\n`;
    },
  };
}

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

const escapeHelp = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
const escapeLabel = (text: string) => escapeHelp(text).replaceAll('"', '\\"');
