import { type ConnectOptions, openSession, type Session } from './client-session.ts';

/** Sessions lent to one piece of work each, opened as needed, `max` at most; who comes when all are lent waits in line. */
export type Pool = {
  use<T>(work: (session: Session) => Promise<T>): Promise<T>;
  /** Waits for the sessions lent, `graceMs` at most, then closes all; what still runs fails with a lost connection. */
  close(graceMs: number): Promise<void>;
};

/** Opens an empty pool; nothing connects yet. */
export function openPool(options: ConnectOptions & { max: number }): Pool {
  const sessions = new Set<Session>();
  const idle: Session[] = [];
  const line: (() => void)[] = [];
  let isClosed = false;

  // After a loss the driver's connection hands the old error to its next query: a new one takes its place.
  const discard = (session: Session) => {
    sessions.delete(session);
    session.sql.end({ timeout: 0 }).catch(() => {});
  };
  const take = async (): Promise<Session> => {
    for (;;) {
      const session = idle.pop();
      if (session && !session.isLost) return session;
      if (session) discard(session);
      else if (sessions.size < options.max) break;
      else await new Promise<void>((resolve) => line.push(resolve));
    }
    const fresh = openSession(options);
    sessions.add(fresh);
    return fresh;
  };
  const give = (session: Session) => {
    if (session.isLost) discard(session);
    else idle.push(session);
    line.shift()?.();
  };
  return {
    async use(work) {
      if (isClosed) throw new Error('The database has been closed.');
      const session = await take();
      try {
        return await work(session);
      } finally {
        give(session);
      }
    },
    async close(graceMs) {
      isClosed = true;
      const until = performance.now() + graceMs;
      while (idle.length < sessions.size && performance.now() < until) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      await Promise.all([...sessions].map(({ sql }) => sql.end({ timeout: 0 })));
    },
  };
}
