import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Api, InputFile, type Transformer } from 'grammy';
import { ApiFailure } from '../simulator/api-failure.ts';
import { makeContext } from '../simulator/make-context.ts';
import { chatMethods } from '../simulator/methods-chat.ts';
import { editMethods } from '../simulator/methods-edit.ts';
import { sendMethods } from '../simulator/methods-send.ts';
import { settingMethods } from '../simulator/methods-settings.ts';
import { updateMethods } from '../simulator/methods-updates.ts';
import { Params, type UploadedFile } from '../simulator/params.ts';
import type { SimContext } from '../simulator/sim-context.ts';

const TOKEN = '7000000001:AAGsimulatorOnlyNotARealToken0000000';
const METHODS: Record<string, unknown> = {
  ...sendMethods,
  ...editMethods,
  ...updateMethods,
  ...settingMethods,
  ...chatMethods,
};

/** Of the calls that were refused so many are shown beside a message that was given up. */
const LAST = 5;

type Handler = (context: SimContext, params: Params, gone: () => AbortSignal) => unknown;

/** The simulated Telegram, without a wire between it and the bot: thousands of calls a second, and each answer in its turn. */
export type Telegram = {
  context: SimContext;
  token: string;
  apiRoot: string;
  /** The ids of the taps that were answered, each as often as it was. */
  answered: Map<string, number>;
  /** The calls that were refused last, and why. */
  refusals(): string[];
  /** From now on the client calls in process. */
  connect(api: Api): void;
  close(): Promise<void>;
};

/** Opens a Telegram on a clock in wall ms; only who the bot is, and files, are asked for over HTTP. */
export async function openTelegram(now: () => number): Promise<Telegram> {
  const context = makeContext(TOKEN, { limits: false, now, privacyMode: false });
  const answered = new Map<string, number>();
  const refused: string[] = [];
  const server = createServer((request, response) => answerHttp(context, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    context,
    token: TOKEN,
    apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answered,
    refusals: () => refused.slice(-LAST),
    connect: (api) => api.config.use(inProcess(context, answered, refused)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answerHttp(context: SimContext, { url = '' }: IncomingMessage, response: ServerResponse): void {
  const file = context.files.get(url.slice(`/file/bot${TOKEN}/`.length).split('/')[0]!);
  if (url.startsWith('/file/') && file) response.end(file.bytes);
  else if (url.endsWith('/getMe')) response.end(JSON.stringify({ ok: true, result: context.world.bot }));
  else response.writeHead(404).end(JSON.stringify({ ok: false, error_code: 404, description: 'Not Found' }));
}

function inProcess(context: SimContext, answered: Map<string, number>, refused: string[]): Transformer {
  return async (_previous, method, payload) => {
    const given = payload as Record<string, unknown>;
    if (method === 'answerCallbackQuery') {
      const id = String(given.callback_query_id);
      answered.set(id, (answered.get(id) ?? 0) + 1);
    }
    try {
      const handler = METHODS[method] as Handler | undefined;
      if (!handler) throw new ApiFailure(404, 'Not Found: method not found');
      const result = await handler(context, paramsOf(given), () => new AbortController().signal);
      return { ok: true, result: result as never };
    } catch (cause) {
      if (!(cause instanceof ApiFailure)) throw cause;
      const { code, description, parameters } = cause;
      refused.push(`${method}: ${description}, of ${JSON.stringify(payload)}`);
      return { ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) };
    }
  };
}

/** Files count by their names here: what is in them is looked at by other tests. */
function paramsOf(given: Record<string, unknown>): Params {
  const files = new Map<string, UploadedFile>();
  for (const [name, value] of Object.entries(given))
    if (value instanceof InputFile)
      files.set(name, { name: value.filename ?? 'file', type: '', bytes: Buffer.from('file') });
  return new Params(given, files);
}
