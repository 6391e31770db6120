import { describe, expect, it } from 'vitest';
import { openLines } from '../../src/telegram/lines.ts';

function open(count = 3, isWorker = true) {
  const asked: number[] = [];
  return { asked, lines: openLines(count, isWorker, (line) => asked.push(line)) };
}

/** A line that runs until it is let go. */
function hold(lines: ReturnType<typeof openLines>) {
  let letGo = () => {};
  const ended = lines.run(() => new Promise<void>((resolve) => (letGo = resolve)));
  return async () => {
    letGo();
    await ended;
  };
}

describe('delivery lines', () => {
  it('asks for one line when none runs, for the next one while some do, for none when all do', async () => {
    const { asked, lines } = open(2);
    lines.kick();
    const first = hold(lines);
    lines.kick();
    const second = hold(lines);
    lines.kick();
    expect(asked).toEqual([0, 1]);
    await second();
    await first();
  });

  it('asks for all of them where none runs in this process', () => {
    const { asked, lines } = open(3, false);
    lines.kick();
    expect(asked).toEqual([0, 1, 2]);
  });

  it('tells a line of a kick since it looked', () => {
    const { lines } = open();
    const isKicked = lines.look();
    expect(isKicked()).toBe(false);
    lines.kick();
    expect(isKicked()).toBe(true);
  });

  it('asks once more when a kick came between the last look and the end of a line', async () => {
    const { asked, lines } = open(1);
    await lines.run(async () => {
      lines.look();
      lines.kick();
    });
    expect(asked).toEqual([0]);
    await lines.run(async () => void lines.look());
    expect(asked).toEqual([0]);
  });

  it('does not count a line that failed as running', async () => {
    const { asked, lines } = open();
    await expect(lines.run(() => Promise.reject(new Error('away')))).rejects.toThrow('away');
    lines.kick();
    expect(asked).toEqual([0]);
  });
});
