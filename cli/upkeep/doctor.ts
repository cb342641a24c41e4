import type { CommonOptions, ExitCode, Io } from '../io.ts';
import { checkRefused } from '../messages/refusedCheck.ts';
import { checkEmbedding } from '../search/embeddingChecks.ts';
import type { Check } from './check.ts';
import { checkConfig, checkDatabase, checkFonts, checkNode, checkTools } from './checks.ts';
import { doctorTexts as texts } from './doctorTexts.ts';

const SIGNS = { ok: '✓', note: '•', bad: '✗' } as const;

/** `doctor`: looks at the machine, the configuration and the database, changes nothing, and says what to do. */
export async function doctorCommand(io: Io, options: CommonOptions): Promise<ExitCode> {
  const { check: configCheck, config } = checkConfig(io);
  const checks: readonly Check[] = [
    checkNode(process.versions.node),
    configCheck,
    ...(config === null && options.db === undefined
      ? []
      : [...(await checkDatabase(io, options)), ...checkRefused(io, options)]),
    ...(config === null ? [] : [await checkEmbedding(config.embedding)]),
    ...(await checkTools()),
    await checkFonts(),
  ];
  const healthy = checks.every(({ state }) => state !== 'bad');
  if (options.json === true) {
    io.out(JSON.stringify({ healthy, checks }));
  } else {
    io.out(
      checks
        .map(
          ({ state, name, says, todo }) =>
            `${SIGNS[state]} ${name}: ${says}${todo === null ? '' : `\n    → ${todo}`}`,
        )
        .join('\n'),
    );
    io.out(`\n${healthy ? texts.ready : texts.notReady}`);
  }
  return healthy ? 0 : 1;
}
