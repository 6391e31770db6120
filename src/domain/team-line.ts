import { fold, nfc } from './fold.ts';
import type { TeamRole } from './team.ts';

/** One of a typed team: the name, the role where it is said, and the words as they were typed. `isUnclear`: something is said that is no role. */
export type TypedMember = { name: string; role?: TeamRole; part: string; isUnclear?: true };

const WORDS: Record<TeamRole, readonly string[]> = {
  head: ['trưởng đoàn', 'trưởng đoàn kiểm tra', 'trưởng đoàn giám sát', 'head', 'head of the team'],
  deputy: ['phó trưởng đoàn', 'phó đoàn', 'deputy', 'deputy head'],
  secretary: ['thư ký', 'thư ký đoàn', 'secretary'],
  member: ['thành viên', 'thành viên đoàn', 'member'],
};
const ROLES = new Map(
  (Object.keys(WORDS) as TeamRole[]).flatMap((role) =>
    WORDS[role].map((words) => [fold(words), role] as const),
  ),
);
const roleNamed = (words: string): TeamRole | undefined => ROLES.get(fold(words));

/** Outside of brackets. */
const BETWEEN = /,(?![^()]*\))|\s+(?:và|and)\s+(?![^()]*\))/iu;
const ADDRESS = /^(?:(?:các\s+)?(?:đồng chí|dong chi)|đ\/c|d\/c|đc|comrade)\s+/iu;
const BRACKETS = /^(.+?)\s*\(([^()]*)\)$/u;
const DASH = /^(.+?)\s+[-–—]\s+(.+)$/u;
const COLON = /^(.+?)\s*[:：]\s*(.+)$/u;

/**
 * "Nguyễn Văn A (trưởng đoàn), đ/c Trần Thị B - thư ký": the people in their order. A role stands in brackets, after a dash or a comma, or before
 * a colon; "đồng chí" is left out.
 */
export function readTeamLine(typed: string): TypedMember[] {
  const team: TypedMember[] = [];
  for (const part of typed.split(BETWEEN).map(nfc)) {
    const last = team.at(-1);
    const role = roleNamed(part);
    if (role === undefined) {
      if (part !== '') team.push(memberIn(part));
    } else if (last && last.role === undefined && !last.isUnclear)
      team[team.length - 1] = { ...last, role, part: `${last.part}, ${part}` };
    else team.push({ name: '', role, part, isUnclear: true });
  }
  return team;
}

function memberIn(part: string): TypedMember {
  const said = part.replace(ADDRESS, '');
  const [, inFront, inBrackets] = BRACKETS.exec(said) ?? [];
  if (inFront !== undefined && inBrackets !== undefined) {
    const role = roleNamed(inBrackets);
    return role ? { name: inFront, role, part } : { name: inFront, part, isUnclear: true };
  }
  const [, before, after] = DASH.exec(said) ?? [];
  const behind = after === undefined ? undefined : roleNamed(after);
  if (before !== undefined && behind) return { name: before, role: behind, part };
  const [, label, rest] = COLON.exec(said) ?? [];
  const ahead = label === undefined ? undefined : roleNamed(label);
  if (rest !== undefined && ahead) return { name: rest.replace(ADDRESS, ''), role: ahead, part };
  return { name: said, part };
}
