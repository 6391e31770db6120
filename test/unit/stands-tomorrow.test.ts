import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Where messages are made that nobody asked for at that moment: they stand in a chat and are read when they are read. */
const ROOMS = ['src/usecases/compose', 'src/usecases/digest', 'src/usecases/absence', 'src/usecases/group'];

const filesOf = (room: string): string[] =>
  readdirSync(room, { withFileTypes: true }).flatMap((one) =>
    one.isDirectory() ? filesOf(join(room, one.name)) : [join(room, one.name)],
  );

test('what may be read tomorrow names its days: no message that goes out says hôm nay or ngày mai', () => {
  const near = ROOMS.flatMap(filesOf).filter((file) => readFileSync(file, 'utf8').includes('nearArg'));
  expect(near).toEqual([]);
});
