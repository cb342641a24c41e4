import { Presets, SingleBar } from 'cli-progress';

/** Where lines go when there is no terminal to draw a bar in. */
type Say = (text: string) => void;

/** After what share of the whole another line is said where there is no terminal. */
const LINE_EVERY = 0.05;

/** Shows how much of something is done, on standard error: a bar in a terminal, a line now and then elsewhere. */
export function showAmount(
  say: Say,
  title: string,
): { readonly at: (done: number, total: number) => void; readonly end: () => void } {
  if (process.stderr.isTTY !== true) {
    let said = 0;
    return {
      at: (done, total) => {
        if (done < total && done - said < LINE_EVERY * total) return;
        said = done;
        say(`${title} ${done}/${total}`);
      },
      end: () => {},
    };
  }
  const bar = new SingleBar(
    { format: `${title} [{bar}] {value}/{total} {eta_formatted}`, stream: process.stderr, hideCursor: true },
    Presets.rect,
  );
  let started = false;
  return {
    at: (done, total) => {
      if (!started) bar.start(total, done);
      started = true;
      bar.setTotal(total);
      bar.update(done);
    },
    end: () => bar.stop(),
  };
}

/** Shows how far a run of steps has come, on standard error: a bar in a terminal, a line a step elsewhere. */
export function showProgress(
  say: Say,
  title: string,
  total: number,
): { readonly step: (name: string) => void; readonly end: () => void } {
  if (process.stderr.isTTY !== true) {
    let done = 0;
    return {
      step: (name) => {
        done += 1;
        say(`${title} ${done}/${total}: ${name}`);
      },
      end: () => {},
    };
  }
  const bar = new SingleBar(
    { format: `${title} [{bar}] {value}/{total} {name}`, stream: process.stderr, hideCursor: true },
    Presets.rect,
  );
  bar.start(total, 0, { name: '' });
  let started = false;
  return {
    step: (name) => {
      if (started) bar.increment();
      started = true;
      bar.update({ name });
    },
    end: () => {
      if (started) bar.increment({ name: '' });
      bar.stop();
    },
  };
}
