import type { Role } from '../../domain/side.ts';

const everyone: readonly Role[] = ['secretary', 'member', 'chair', 'vice', 'observer'];
const deciders: readonly Role[] = ['secretary', 'chair', 'vice'];
const actors: readonly Role[] = ['secretary', 'member', 'chair', 'vice'];
const leaders: readonly Role[] = ['chair', 'vice'];
const secretary: readonly Role[] = ['secretary'];

/** The narrower commands with their English alias, as /trogiup lists them; each is one that a command answers to. */
export const SHORTCUTS = [
  { name: 'dexuat', alias: 'propose', roles: secretary },
  { name: 'doi', alias: 'change', roles: secretary },
  { name: 'dung', alias: 'stop', roles: secretary },
  { name: 'doan', alias: 'team', roles: secretary },
  { name: 'nhac', alias: 'remind', roles: secretary },
  { name: 'ghinhan', alias: 'record', roles: secretary },
  { name: 'uyquyen', alias: 'substitute', roles: actors },
  { name: 'ketthuc', alias: 'conclude', roles: secretary },
  { name: 'kiennghi', alias: 'recommendations', roles: everyone },
  { name: 'kehoach', alias: 'plan', roles: everyone },
  { name: 'moi', alias: 'invite', roles: secretary },
  { name: 'thanhvien', alias: 'members', roles: deciders },
  { name: 'bangiao', alias: 'handover', roles: deciders },
  { name: 'chotso', alias: 'seal', roles: secretary },
  { name: 'nhatky', alias: 'log', roles: leaders },
  { name: 'bantin', alias: 'digest', roles: everyone },
  { name: 'tonghop', alias: 'summary', roles: deciders },
  { name: 'nhom', alias: 'group', roles: secretary },
  { name: 'vangmat', alias: 'away', roles: everyone },
  { name: 'visao', alias: 'why', roles: everyone },
  { name: 'dulieu', alias: 'mydata', roles: everyone },
  { name: 'traodoi', alias: 'exchange', roles: everyone },
  { name: 'huy', alias: 'cancel', roles: everyone },
] as const satisfies { name: string; alias: string; roles: readonly Role[] }[];
