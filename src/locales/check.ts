import { isTerm, LOCALES, type Locale, type Room, readRooms } from './rooms.ts';

type Entry = Room['entries'][number];
type Pattern = NonNullable<Entry['value']>;
type Piece = Exclude<Pattern, string>[number];

type Terms = ReadonlyMap<string, Entry>;

interface Placed {
  room: Room;
  entry: Entry;
}

const BUTTON_CHARACTERS = 24;

const SAME_TEXT_LETTERS = 15;

/**
 * Everything wrong with the texts, a line each: unreadable lines, keys missing or doubled, arguments that differ between
 * the locales, long buttons, "bạn" or exclamation marks in Vietnamese, texts not NFC or left untranslated.
 */
export function checkLocales(rooms: readonly Room[] = readRooms()): string[] {
  const placed = rooms.flatMap((room) => room.entries.map((entry) => ({ room, entry })));
  const terms = new Map(placed.map(({ room, entry }) => [`${room.locale} ${entry.id}`, entry]));
  return [
    ...rooms.flatMap(findUnread),
    ...placed.flatMap(findBadText),
    ...placed.flatMap((one) => findBadPieces(one, terms)),
    ...placed.flatMap((one) => findLongButton(one, terms)),
    ...findDuplicates(placed),
    ...comparePairs(placed),
  ];
}

function findUnread(room: Room): string[] {
  const problems: string[] = [];
  const read = new Set(room.entries.map((entry) => entry.id));
  let depth = 0;
  for (const [i, line] of room.source.split(/\r?\n/u).entries()) {
    const where = `${room.locale}/${room.name}:${i + 1}`;
    const key = /^(-?[a-zA-Z][\w-]*) *=/u.exec(line)?.[1];
    if (key && depth !== 0) problems.push(`${where}: braces before ${key} do not match`);
    if (key) depth = 0;
    if (key && !read.has(key)) problems.push(`${where}: ${key} cannot be read`);
    if (!key && depth === 0 && /^(?:[^\s#]|\s+[.[*}])/u.test(line))
      problems.push(`${where}: the line is dropped`);
    if (!line.startsWith('#')) depth += countBraces(line);
    if (depth < 0) problems.push(`${where}: a brace closes nothing`);
    depth = Math.max(depth, 0);
  }
  if (depth !== 0) problems.push(`${room.locale}/${room.name}: braces do not match`);
  return problems;
}

function countBraces(line: string): number {
  const bare = line.replace(/"(?:\\.|[^"\\])*"(?=\s*[}),])/gu, '');
  return bare.split('{').length - bare.split('}').length;
}

function findBadText({ room, entry }: Placed): string[] {
  const where = `${room.locale}/${room.name}: ${entry.id}`;
  const said = literals(entry).join(' ');
  const problems: string[] = [];
  if (entry.value === null || Object.keys(entry.attributes).length > 0)
    problems.push(`${where} has attributes`);
  if (said !== said.normalize('NFC')) problems.push(`${where} is not NFC`);
  if (isTerm(entry) && variables(entry).length > 0) problems.push(`${where} is a term and takes arguments`);
  if (room.locale === 'vi' && /(?<!\p{L})bạn(?!\p{L})/iu.test(said)) problems.push(`${where} says "bạn"`);
  if (room.locale === 'vi' && said.includes('!')) problems.push(`${where} has an exclamation mark`);
  return problems;
}

function findBadPieces({ room, entry }: Placed, terms: Terms): string[] {
  const where = `${room.locale}/${room.name}: ${entry.id}`;
  return allPieces(entry).flatMap((piece) => {
    if (typeof piece === 'string') return [];
    if (piece.type === 'mesg') return [`${where} refers to the message ${piece.name}; use a term`];
    const unknown = piece.type === 'term' && !terms.has(`${room.locale} -${piece.name}`);
    return unknown ? [`${where} refers to a term that is not there, -${piece.name}`] : [];
  });
}

function findLongButton({ room, entry }: Placed, terms: Terms): string[] {
  if (!entry.id.startsWith('button-') || entry.value === null) return [];
  const length = longest(entry.value, (name) => terms.get(`${room.locale} -${name}`)?.value ?? '');
  const most = BUTTON_CHARACTERS;
  return length > most
    ? [`${room.locale}/${room.name}: ${entry.id} has ${length} characters, ${most} at most`]
    : [];
}

function findDuplicates(placed: readonly Placed[]): string[] {
  const seen = new Map<string, string>();
  return placed.flatMap(({ room, entry }) => {
    const key = `${room.locale}: ${entry.id}`;
    const first = seen.get(key);
    seen.set(key, first ?? room.name);
    return first === undefined ? [] : [`${key} is in ${first} and again in ${room.name}`];
  });
}

function comparePairs(placed: readonly Placed[]): string[] {
  const of = (locale: Locale) =>
    new Map(
      placed
        .filter(({ room, entry }) => room.locale === locale && !isTerm(entry))
        .map(({ entry }) => [entry.id, entry]),
    );
  const [vi, en] = LOCALES.map(of) as [Map<string, Entry>, Map<string, Entry>];
  return [...new Set([...vi.keys(), ...en.keys()])].flatMap((key) => compare(key, vi.get(key), en.get(key)));
}

function compare(key: string, vi: Entry | undefined, en: Entry | undefined): string[] {
  if (!vi || !en) return [`${key} is missing in ${vi ? 'en' : 'vi'}`];
  const problems: string[] = [];
  const [left, right] = [variables(vi), variables(en)].map((names) => names.join(' ') || 'none');
  if (left !== right) problems.push(`${key} takes ${left} in vi, ${right} in en`);
  const letters = literals(vi).join('').match(/\p{L}/gu)?.length ?? 0;
  const same = JSON.stringify(vi.value) === JSON.stringify(en.value);
  if (same && letters >= SAME_TEXT_LETTERS) problems.push(`${key} is the same in vi and en`);
  return problems;
}

function* pieces(pattern: Pattern): Generator<Piece> {
  for (const piece of typeof pattern === 'string' ? [pattern] : pattern) {
    yield piece;
    if (typeof piece === 'string') continue;
    if (piece.type === 'select') {
      yield* pieces([piece.selector]);
      for (const variant of piece.variants) yield* pieces(variant.value);
    }
    if (piece.type === 'func' || piece.type === 'term') {
      yield* pieces(piece.args.filter((arg) => arg.type !== 'narg'));
    }
  }
}

const allPieces = (entry: Entry): Piece[] => (entry.value === null ? [] : [...pieces(entry.value)]);

function literals(entry: Entry): string[] {
  return allPieces(entry).flatMap((piece) => {
    if (typeof piece === 'string') return [piece];
    return piece.type === 'str' ? [piece.value] : [];
  });
}

function variables(entry: Entry): string[] {
  const names = allPieces(entry).flatMap((piece) =>
    typeof piece !== 'string' && piece.type === 'var' ? [`$${piece.name}`] : [],
  );
  return [...new Set(names)].sort();
}

function longest(pattern: Pattern, term: (name: string) => Pattern): number {
  const list: readonly Piece[] = typeof pattern === 'string' ? [pattern] : pattern;
  return list.reduce((sum, piece) => sum + longestPiece(piece, term), 0);
}

function longestPiece(piece: Piece, term: (name: string) => Pattern): number {
  if (typeof piece === 'string') return [...piece].length;
  if (piece.type === 'str') return [...piece.value].length;
  if (piece.type === 'term') return longest(term(piece.name), term);
  if (piece.type !== 'select') return 0;
  return Math.max(...piece.variants.map((variant) => longest(variant.value, term)));
}
