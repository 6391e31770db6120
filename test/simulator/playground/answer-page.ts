import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendJson } from '../bot-api.ts';
import { parseJson, readBytes } from '../request-body.ts';
import { BusyError, type Demo } from './demo-state.ts';
import { findAsset } from './pages.ts';
import type { DemoRequests, PageEvent } from './playground-protocol.ts';

const SAFE = {
  'cache-control': 'no-cache',
  'content-security-policy':
    "default-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
};

type Posts = { [P in keyof DemoRequests]: (demo: Demo, body: DemoRequests[P]) => Promise<void> };

const POSTS: Posts = {
  '/demo/clock': (demo, body) => demo.advance(body.advance),
  '/demo/next': (demo) => demo.advanceToNext(),
  '/demo/language': (demo, body) => demo.speak(body.language),
  '/demo/reset': (demo, body) => demo.reset(body.language),
  '/demo/story': (demo, body) => (body.play ? demo.play(body.language) : demo.stop()),
};

/** Answers everything that is not the simulator's own: the page, its files and /demo/*. Always true: it also says 404. */
export function answerPage(demo: Demo, request: IncomingMessage, response: ServerResponse): boolean {
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const answered = pathname.startsWith('/demo/')
    ? answerDemo(demo, pathname, request, response)
    : sendAsset(pathname, response);
  answered.catch((cause: Error) => {
    const status = cause instanceof BusyError ? 409 : 500;
    if (!response.headersSent) sendJson(response, status, { error: cause.message });
  });
  return true;
}

async function sendAsset(pathname: string, response: ServerResponse): Promise<void> {
  const asset = await findAsset(pathname);
  if (!asset) return sendJson(response, 404, { error: `there is no ${pathname}` });
  response.writeHead(200, { ...SAFE, 'content-type': asset.type });
  response.end(asset.bytes);
}

async function answerDemo(
  demo: Demo,
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (pathname === '/demo/events') return streamEvents(demo, response);
  if (request.method === 'POST') {
    const post = POSTS[pathname as keyof DemoRequests] as Posts['/demo/story'] | undefined;
    if (!post) return sendJson(response, 404, { error: `there is no POST ${pathname}` });
    const bytes = await readBytes(request);
    await post(demo, (bytes.length === 0 ? {} : parseJson(bytes)) as DemoRequests['/demo/story']);
  } else if (pathname !== '/demo/state') {
    return sendJson(response, 404, { error: `there is no GET ${pathname}` });
  }
  sendJson(response, 200, demo.view());
}

function streamEvents(demo: Demo, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  const write = (event: PageEvent) => response.write(`data: ${JSON.stringify(event)}\n\n`);
  write({ type: 'state', state: demo.view() });
  response.on('close', demo.subscribe(write));
}
