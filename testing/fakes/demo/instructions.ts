import { demoTexts as texts } from './texts.ts';

/** The commands that start the product with these settings, for both kinds of terminal, to be copied as they stand. */
export function instructions(url: string, environment: Readonly<Record<string, string>>): string {
  const settings = Object.entries(environment);
  const unix = settings.map(([name, value]) => `${name}=${/^[\w:/.-]*$/.test(value) ? value : `'${value}'`}`);
  // An empty one would be taken away and no longer stand before that of a .env file.
  const powershell = settings.map(([name, value]) => `$env:${name}='${value === '' ? ' ' : value}'`);
  return [
    texts.opened(url),
    texts.nextStep,
    `${[...unix, 'npm start'].join(' \\\n  ')}`,
    texts.windows,
    [...powershell, 'npm start'].join('; '),
    ...texts.hints,
  ].join('\n');
}
