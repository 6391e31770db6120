import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiFailure } from './api-failure.ts';
import { sendJson } from './bot-api.ts';
import { setBlocked, tapAs, writeAs } from './person-actions.ts';
import type {
  AddUserRequest,
  BlockRequest,
  DocumentRequest,
  ResetRequest,
  SendRequest,
  SimEvent,
  SimMessage,
  SimProblem,
  SimToast,
  StartRequest,
  TapRequest,
  TapResponse,
} from './protocol.ts';
import { parseJson, readBytes } from './request-body.ts';
import type { SimContext } from './sim-context.ts';
import { viewState, viewUser } from './state-view.ts';

type Action = (context: SimContext, body: unknown) => unknown;

const GETS: Record<string, Action> = {
  '/sim/state': (context) => viewState(context),
};

const POSTS: Record<string, Action> = {
  '/sim/users': (context, body) => viewUser(context, context.world.addUser(body as AddUserRequest)),
  '/sim/send': (context, body) => {
    const { userId, chatId = userId, text, replyTo } = body as SendRequest;
    return writeAs(context, userId, chatId, { text, replyTo });
  },
  '/sim/document': (context, body) => {
    const { userId, chatId = userId, name, content } = body as DocumentRequest;
    const bytes = Buffer.from(content, 'base64');
    const file = context.files.add({ name, type: 'application/octet-stream', bytes });
    return writeAs(context, userId, chatId, { kind: 'document', file });
  },
  '/sim/start': (context, body) => {
    const { userId, payload } = body as StartRequest;
    setBlocked(context, userId, false);
    return writeAs(context, userId, userId, { text: payload ? `/start ${payload}` : '/start' });
  },
  '/sim/tap': (context, body) => tap(context, body as TapRequest),
  '/sim/block': (context, body) => {
    const { userId, blocked = true } = body as BlockRequest;
    setBlocked(context, userId, blocked);
    return viewUser(context, context.world.user(userId));
  },
  '/sim/reset': (context, body) => {
    resetWorld(context, (body as ResetRequest).keepUsers ?? false);
    return viewState(context);
  },
};

/** Answers /sim/*; true when the path was one of them. What a person cannot do answers 400 with `error`. */
export async function answerControl(
  context: SimContext,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const { pathname } = url;
  if (!pathname.startsWith('/sim/')) return false;
  if (pathname === '/sim/events') streamEvents(context, url, request, response);
  else if (pathname.startsWith('/sim/file/'))
    sendFile(context, pathname.slice('/sim/file/'.length), response);
  else await answerAction(context, pathname, request, response);
  return true;
}

async function answerAction(
  context: SimContext,
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const action = (request.method === 'POST' ? POSTS : GETS)[pathname];
  if (!action) return refuse(response, 404, `there is no ${request.method} ${pathname}`);
  try {
    const bytes = await readBytes(request);
    sendJson(response, 200, await action(context, bytes.length === 0 ? {} : parseJson(bytes)));
  } catch (cause) {
    const status = cause instanceof ApiFailure ? cause.code : 400;
    refuse(response, status, cause instanceof Error ? cause.message : String(cause));
  }
}

function refuse(response: ServerResponse, status: number, error: string): void {
  sendJson(response, status, { error } satisfies SimProblem);
}

/** Forgets chats, messages, counts and faults; update numbers, commands and the webhook stay. */
export function resetWorld({ world, limits, faults, updates }: SimContext, keepUsers: boolean): void {
  world.reset(keepUsers);
  limits.clear();
  faults.clear();
  updates.pending.clear();
}

function tap(context: SimContext, request: TapRequest): Promise<TapResponse> {
  const { userId, chatId, messageId, data, timeoutMs = 5_000 } = request;
  const message = shownMessage(context, chatId, messageId);
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({}), timeoutMs);
    tapAs(context, userId, message, data, (toast: SimToast) => {
      clearTimeout(timer);
      resolve({ toast });
    });
  });
}

function shownMessage({ world }: SimContext, chatId: number, messageId: number): SimMessage {
  const message = world.chat(chatId).byId.get(messageId);
  if (!message || message.deleted) throw new Error(`there is no message ${messageId} in chat ${chatId}`);
  return message;
}

function streamEvents(
  context: SimContext,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { events } = context.world;
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(': open\n\n');
  const write = (event: SimEvent) => response.write(`id: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`);
  const after = request.headers['last-event-id'] ?? url.searchParams.get('after');
  if (after !== null) for (const event of events.since(Number(after))) write(event);
  const unsubscribe = events.subscribe(write);
  response.on('close', unsubscribe);
}

function sendFile({ files }: SimContext, fileId: string, response: ServerResponse): void {
  const file = files.get(decodeURIComponent(fileId));
  if (!file) {
    refuse(response, 404, `there is no file ${fileId}`);
    return;
  }
  response.writeHead(200, { 'content-type': file.info.mime_type, 'content-length': file.bytes.length });
  response.end(file.bytes);
}
