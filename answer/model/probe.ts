import { tool } from 'langchain';
import { z } from 'zod';
import type { ModelSettings } from '../../config.ts';
import { loadPrompt } from '../../prompts/load.ts';
import type { ModelCall } from '../../store/answers/ledger.ts';
import { createChatModel } from './chatModel.ts';
import { createGateway, type Refused } from './gateway.ts';
import { modelFailure } from './modelFailure.ts';
import { readModelReply } from './modelReply.ts';
import { modelTexts as texts } from './texts.ts';

/** What a model can do, by one question about an invented provision. */
export type Probe = {
  readonly durationMs: number;
  /** Answered in the form that was asked for. */
  readonly answers: boolean;
  /** What the service does not know and is not sent: `response_format`, `tools` … */
  readonly refused: readonly string[];
  readonly call: Omit<ModelCall, 'chat'> | null;
};

const SOURCE =
  '<nguon id="1" noi="khoản 1 Điều 4 Quyết định 900/2031/QĐ-UBND (văn bản hư cấu)">\nCông chức bồi dưỡng tối thiểu 05 ngày làm việc mỗi năm.\n</nguon>';

/** Asks the model once. Throws `model_unreachable` or `model_refused`. */
export async function probeModel(settings: ModelSettings): Promise<Probe> {
  const refused: Refused = new Set();
  let last: Probe['call'] = null;
  const deadline = AbortSignal.timeout(settings.timeoutMs);
  const gateway = createGateway({
    ...{ settings, refused, deadline },
    mask: null,
    purpose: () => 'test',
    onText: () => undefined,
    record: async (call) => {
      last = call;
    },
  });
  const list = tool(async () => texts.nothing, {
    name: 'list_directives',
    description: texts.tools.list,
    schema: z.object({}),
  });
  const started = performance.now();
  try {
    const answer = await createChatModel(settings, settings.name, gateway)
      .bindTools([list])
      .invoke(
        [
          { role: 'system', content: loadPrompt('tra-loi').fill({ today: '02/7/2031' }) },
          {
            role: 'user',
            content: loadPrompt('cau-hoi').fill({
              history: '',
              sources: SOURCE,
              question: 'Công chức phải bồi dưỡng ít nhất bao nhiêu ngày mỗi năm?',
            }),
          },
        ],
        { signal: deadline },
      );
    return {
      durationMs: performance.now() - started,
      answers: readModelReply(answer.text)?.answered === true,
      refused: [...refused],
      call: last,
    };
  } catch (error) {
    const { host } = new URL(settings.baseUrl);
    throw modelFailure(error, { host, model: settings.name, timeoutMs: settings.timeoutMs });
  }
}
