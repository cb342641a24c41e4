import { afterEach } from 'vitest';
import type { EmbeddingSettings } from '../../config.ts';
import {
  type FakeEmbeddings,
  type FakeEmbeddingsOptions,
  startFakeEmbeddings,
} from '../../testing/fakes/embeddings/server.ts';
import { createEmbedder, type Embedder } from './embedder.ts';

export type TestService = FakeEmbeddings & { readonly embedder: Embedder };

function settingsOf(baseUrl: string, more: Partial<EmbeddingSettings> = {}): EmbeddingSettings {
  return {
    baseUrl,
    apiKey: undefined,
    model: 'mo-hinh-thu',
    queryPrefix: undefined,
    passagePrefix: undefined,
    timeoutMs: 5000,
    batch: 4,
    weight: 0.05,
    ...more,
  };
}

/** Starts services that end with the test. Call it inside `describe`. */
export function testServices(): (
  options?: FakeEmbeddingsOptions,
  settings?: Partial<EmbeddingSettings>,
) => Promise<TestService> {
  const running: FakeEmbeddings[] = [];
  afterEach(async () => {
    for (const fake of running.splice(0)) await fake.close();
  });
  return async (options, settings) => {
    const fake = await startFakeEmbeddings(options);
    running.push(fake);
    return { ...fake, embedder: createEmbedder(settingsOf(fake.baseUrl, settings)) };
  };
}
