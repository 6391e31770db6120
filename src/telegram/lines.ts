/** The delivery lines of one process, and when the queue must be asked for more of them. */
export type Lines = {
  /** The outbox holds something: another line is asked for unless all of them run, which look again by themselves. */
  kick(): void;
  /** More waits than one line takes at once. */
  wakeAll(): void;
  /** Runs a line. When a kick came after the last line had looked, one more is asked for. */
  run<T>(line: () => Promise<T>): Promise<T>;
  /** A line is about to look. Returns a test of whether there was a kick since. */
  look(): () => boolean;
};

/** `ask` puts a line into the queue; `isWorker`: lines run in this process. */
export function openLines(count: number, isWorker: boolean, ask: (line: number) => void): Lines {
  let running = 0;
  let kicks = 0;
  let looked = 0;
  const wakeAll = () => {
    for (let line = 0; line < count; line += 1) ask(line);
  };
  return {
    kick() {
      kicks += 1;
      if (!isWorker) wakeAll();
      else if (running < count) ask(running);
    },
    wakeAll() {
      if (running < count) wakeAll();
    },
    async run(line) {
      running += 1;
      try {
        return await line();
      } finally {
        running -= 1;
        if (looked !== kicks) ask(0);
      }
    },
    look() {
      looked = kicks;
      const before = kicks;
      return () => kicks !== before;
    },
  };
}
