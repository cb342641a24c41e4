import { expect, it } from 'vitest';
import { engineModule } from './engineModule.ts';

it('the engine’s code is found in its package and compiled once', () => {
  const first = engineModule();
  expect(first).toBeInstanceOf(WebAssembly.Module);
  expect(engineModule()).toBe(first);
});
