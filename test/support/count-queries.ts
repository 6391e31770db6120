import type { Work } from '../../src/usecases/work.ts';

type Session = { prepareQuery: (...args: never[]) => unknown };

/** How many statements `fn` sends through the transaction of a work. */
export async function countQueries(work: Work, fn: (work: Work) => Promise<unknown>): Promise<number> {
  const { session } = work.tx as unknown as { session: Session };
  const prepare = session.prepareQuery.bind(session);
  let count = 0;
  session.prepareQuery = (...args) => {
    count += 1;
    return prepare(...args);
  };
  try {
    await fn(work);
  } finally {
    session.prepareQuery = prepare;
  }
  return count;
}
