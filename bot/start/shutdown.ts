import { startTexts as texts } from './startTexts.ts';

type Step = () => Promise<unknown>;

/**
 * Stops what was started, last first, once. Ctrl-C and a service manager's stop are obeyed as soon as the first thing
 * runs; a second Ctrl-C ends at once.
 */
export function createShutdown(say: (text: string) => void): {
  readonly add: (step: Step) => void;
  readonly run: () => Promise<void>;
  /** Whether stopping has begun: what fails from then on is no failure of the start. */
  readonly begun: () => boolean;
} {
  const steps: Step[] = [];
  let running: Promise<void> | null = null;
  const run = async () => {
    for (const step of steps.reverse()) {
      await step().catch((error: unknown) => say(texts.stopFailed(error)));
    }
  };
  const once = () => {
    running ??= run();
    return running;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (running !== null) process.exit(130);
      say(texts.stopping);
      void once().then(() => process.exit(process.exitCode ?? 0));
    });
  }
  return { add: (step) => steps.push(step), run: once, begun: () => running !== null };
}
