import type { ApiMethods } from '@grammyjs/types';
import type { BotSettings } from './bot-settings.ts';
import type { CallbackQueries } from './callback-queries.ts';
import type { Faults } from './faults.ts';
import type { FileStore } from './file-store.ts';
import type { Way } from './latency.ts';
import type { Params, UploadedFile } from './params.ts';
import type { RateLimits } from './rate-limits.ts';
import type { UpdateQueue } from './update-queue.ts';
import type { Webhook } from './webhook.ts';
import type { World } from './world.ts';

/** The parts of one simulated server. */
export interface SimContext {
  world: World;
  updates: UpdateQueue;
  webhook: Webhook;
  limits: RateLimits;
  faults: Faults;
  /** The ways of one more call. */
  way: () => Way;
  queries: CallbackQueries;
  settings: BotSettings;
  files: FileStore;
  /** Only commands, replies to the bot and service messages of a group reach the bot. */
  privacyMode: boolean;
}

type Methods = ApiMethods<UploadedFile>;

/** Handlers by method; each gives the method's result or throws an ApiFailure. `gone` aborts when the caller hung up. */
export type Handlers = {
  [M in keyof Methods]?: (
    context: SimContext,
    params: Params,
    gone: () => AbortSignal,
  ) => ReturnType<Methods[M]> | Promise<ReturnType<Methods[M]>>;
};
