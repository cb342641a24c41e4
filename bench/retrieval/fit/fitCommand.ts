import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import { databaseLocation } from '../../../config.ts';
import { WEIGHTS, type Weights } from '../../../retrieve/weights.ts';
import { openDatabase } from '../../../store/open.ts';
import { mean } from '../../measures.ts';
import { makePlace } from '../../place.ts';
import { type Article, type BenchQuestion, readArticles, readBenchQuestions, withTwins } from '../corpus.ts';
import { crossValidate, type FitSet, fitWeights, scores } from './fitWeights.ts';
import { gatherMaterial, type Material } from './material.ts';

const CORPORA = path.resolve(import.meta.dirname, '..', '..', '..', '..', 'shared', 'corpora');

/** `bench fit`: the weights of `retrieve/weights.ts` against the given questions. */
export function fitCommand(): Command {
  return new Command('fit')
    .description(
      'moves the weights of ranking on the given questions, and tells what they reach on questions kept apart',
    )
    .option('--corpora <folder>', 'phap-dien, zalo-2021 and alqac-2023 stand in it', CORPORA)
    .action(async ({ corpora }: { readonly corpora: string }) => {
      const sets = await readSets(corpora, (line) => console.error(line));
      console.error('nDCG@10 with the committed weights:', round(reached(sets, WEIGHTS)));
      console.error('fitted without them, on every fifth kept apart:', round(crossValidate(sets, WEIGHTS)));
      const fitted = fitWeights(sets, WEIGHTS);
      console.log(JSON.stringify({ weights: fitted, ndcg10: round(reached(sets, fitted)) }, null, 2));
    });
}

function reached(sets: readonly FitSet[], weights: Weights): Readonly<Record<string, number>> {
  return Object.fromEntries(sets.map(({ name, material }) => [name, mean(scores(material, weights))]));
}

function round(figures: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, Math.round(value * 1000) / 1000]),
  );
}

async function readSets(corpora: string, say: (line: string) => void): Promise<readonly FitSet[]> {
  const given = path.join(corpora, 'phap-dien');
  const law = await readArticles(path.join(given, 'articles.jsonl.gz'));
  const codified = withTwins(await readBenchQuestions(path.join(given, 'questions.jsonl')), law);
  const judged = withTwins(await readJudged(corpora), law);
  say(`${law.length} articles, ${codified.length} questions given with them, ${judged.length} judged`);
  const over = await material(law, [...codified, ...judged]);
  const alqac = path.join(corpora, 'alqac-2023');
  const acts = await readArticles(path.join(alqac, 'law.json'));
  const asked = withTwins(await readBenchQuestions(path.join(alqac, 'train.json')), acts);
  say(`${acts.length} articles, ${asked.length} questions`);
  return [
    { name: 'phap-dien', weight: 1, material: over.slice(0, codified.length) },
    { name: 'zalo-2021', weight: 1, material: over.slice(codified.length) },
    // Most of these repeat the words of the law, so they tell less of how people ask.
    { name: 'alqac-2023', weight: 0.7, material: await material(acts, asked) },
  ];
}

const zaloQuestions = z.array(z.object({ question_id: z.string(), question: z.string() }));
const judgement = z.object({ id: z.string(), relevant: z.array(z.string()) });

/**
 * Questions as people ask them, given without answers: `zalo-2021.jsonl` names the articles which, as we read them,
 * settle them.
 */
async function readJudged(corpora: string): Promise<readonly BenchQuestion[]> {
  const given = await readFile(path.join(corpora, 'zalo-2021', 'questions.json'), 'utf8');
  const texts = new Map(
    zaloQuestions.parse(JSON.parse(given)).map(({ question_id, question }) => [question_id, question]),
  );
  const lines = (await readFile(path.join(import.meta.dirname, 'zalo-2021.jsonl'), 'utf8'))
    .trim()
    .split('\n');
  return lines.flatMap((line) => {
    const { id, relevant } = judgement.parse(JSON.parse(line));
    const question = texts.get(id);
    return question === undefined ? [] : [{ question, relevant }];
  });
}

async function material(
  articles: readonly Article[],
  questions: readonly BenchQuestion[],
): Promise<readonly Material[]> {
  const place = await makePlace(undefined);
  const database = await openDatabase(databaseLocation(place.at));
  try {
    return await gatherMaterial(database, articles, questions, WEIGHTS);
  } finally {
    await database.close();
    await place.remove();
  }
}
