import type { TeamRole } from '../domain/team.ts';
import type { Block } from './letter.ts';

/** Somebody whom a committee sends: name and title (chức vụ) as they were entered. */
export type Sent = { name: string; title: string; role: TeamRole };

const ROLES: Record<TeamRole, string> = {
  head: 'Trưởng đoàn',
  deputy: 'Phó trưởng đoàn',
  secretary: 'Thư ký đoàn',
  member: 'thành viên',
};

/** "Cán bộ được cử tham gia", a dash each; a marked blank while nobody is named, and nothing where nobody is sent. */
export function sentBlocks(sent: readonly Sent[] | undefined): Block[] {
  if (!sent) return [];
  const named = sent.length > 0 ? sent.map(words) : ['Đồng chí … (họ tên, chức vụ, vai trò)'];
  return [
    { level: 'point', text: 'Cán bộ được cử tham gia:' },
    ...named.map((one, at): Block => ({ level: 'dash', text: one + (at < named.length - 1 ? ';' : '.') })),
  ];
}

const words = ({ name, title, role }: Sent): string =>
  `Đồng chí ${name}, ${title || '… (chức vụ)'} – ${ROLES[role]}`;
