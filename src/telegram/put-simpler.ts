import type { Api } from 'grammy';
import type { Logger } from 'pino';
import { say } from '../locales/index.ts';
import type { MadeFile } from '../usecases/compose/index.ts';
import type { Claimed } from '../usecases/outbox/claim.ts';
import { classify } from './classify.ts';
import { cutPlain, plainOf } from './fit.ts';
import { putOnWire } from './put-on-wire.ts';
import type { Rendered } from './render.ts';

/**
 * As putOnWire; what Telegram refuses for its buttons goes out without them, what it refuses for its text as bare words, so that nobody
 * is left without an answer. Each refusal is logged as the fault that it is, without the text.
 */
export async function putSimpler(
  { api, log }: { api: Api; log: Logger },
  row: Claimed,
  rendered: Rendered,
  file?: MadeFile,
): Promise<number | null> {
  try {
    return await putOnWire(api, row, rendered, file);
  } catch (error) {
    const failure = classify(error);
    if (failure.kind !== 'misshapen') throw error;
    const simpler = simplerThan(rendered, failure.part, row);
    if (!simpler) throw error;
    log.error(
      { outboxId: row.id, kind: row.kind, part: failure.part },
      'a message was refused and goes out simpler',
    );
    return putSimpler({ api, log }, row, simpler, file);
  }
}

/** Undefined: it is as simple as can be. */
function simplerThan(rendered: Rendered, part: 'buttons' | 'text', row: Claimed): Rendered | undefined {
  if (part === 'buttons') {
    if (rendered.keyboard.length === 0) return undefined;
    return { ...rendered, keyboard: [], text: `${rendered.text}\n${say(row.locale, 'message-no-buttons')}` };
  }
  if (rendered.isPlain) return undefined;
  return { ...rendered, text: cutPlain(plainOf(rendered.text)), isPlain: true };
}
