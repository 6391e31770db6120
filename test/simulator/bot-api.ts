import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiFailure } from './api-failure.ts';
import type { FaultOutcome } from './faults.ts';
import { chatMethods } from './methods-chat.ts';
import { editMethods } from './methods-edit.ts';
import { sendMethods } from './methods-send.ts';
import { settingMethods } from './methods-settings.ts';
import { updateMethods } from './methods-updates.ts';
import type { Params } from './params.ts';
import { parseParams, readBytes } from './request-body.ts';
import type { Handlers, SimContext } from './sim-context.ts';

const HANDLERS: Handlers = {
  ...sendMethods,
  ...editMethods,
  ...updateMethods,
  ...settingMethods,
  ...chatMethods,
};

type Handler = (context: SimContext, params: Params, gone: () => AbortSignal) => unknown;

// Method names are case-insensitive on Telegram.
const BY_NAME = new Map<string, Handler>(
  Object.entries(HANDLERS).map(([name, handler]) => [name.toLowerCase(), handler as Handler]),
);

/** One call as it came in: the part of the path after the token, and the query. */
export interface BotCall {
  method: string;
  query: string;
}

/** Answers one call of the Bot API; `isAuthorised` false gives 401, an unknown method 404. */
export async function answerCall(
  context: SimContext,
  call: BotCall,
  isAuthorised: boolean,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  let outcome: FaultOutcome = { kind: 'none' };
  const way = context.way();
  try {
    const body = await readBytes(request);
    await way.there();
    if (!isAuthorised) throw new ApiFailure(401, 'Unauthorized');
    const handler = BY_NAME.get(call.method.toLowerCase());
    if (!handler) throw new ApiFailure(404, 'Not Found: method not found');
    const params = parseParams(request.headers['content-type'] ?? '', call.query, body);
    if (!context.faults.isQuiet) {
      outcome = await context.faults.meet(call.method, Number(params.text('chat_id')) || undefined);
    }
    if (outcome.kind === 'hang') return;
    if (outcome.kind === 'drop') return cut(request);
    const result = await handler(context, params, () => abortOnClose(response));
    await way.back();
    finish(request, response, outcome, 200, { ok: true, result });
  } catch (cause) {
    const failure = cause instanceof ApiFailure ? cause : unexpected(cause);
    const { code, description, parameters } = failure;
    await way.back();
    finish(request, response, outcome, code, { ok: false, error_code: code, description, parameters });
  }
}

function finish(
  request: IncomingMessage,
  response: ServerResponse,
  outcome: FaultOutcome,
  status: number,
  answer: unknown,
): void {
  if (outcome.kind === 'drop-after') cut(request);
  else if (outcome.kind !== 'hang-after' && !response.destroyed) sendJson(response, status, answer);
}

/** Writes a JSON answer in one piece. */
export function sendJson(response: ServerResponse, status: number, answer: unknown): void {
  const text = JSON.stringify(answer);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

function cut(request: IncomingMessage): void {
  request.socket.destroy();
}

function abortOnClose(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => controller.abort());
  return controller.signal;
}

function unexpected(cause: unknown): ApiFailure {
  const what = cause instanceof Error ? `${cause.message}\n${cause.stack}` : String(cause);
  return new ApiFailure(500, `Internal Server Error: the simulator failed: ${what}`);
}
