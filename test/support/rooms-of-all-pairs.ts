/**
 * Who works with every pair in sight, and why it must: docs/decisions/0033-two-users-of-the-database.md says the same, line by line. Whoever comes new
 * writes down a reason here and there, or works in the scope that the person has.
 */
export const ROOMS_OF_ALL_PAIRS: Record<string, string> = {
  'db/client.ts': 'writes the scope of a transaction down as Postgres reads it',
  'db/migrate.ts': 'a migration may change the rows of every pair',
  'src/admin/confirm.ts': 'the operator names a person, who may stand in any pair',
  'src/admin/dump-tables.ts': 'a backup holds everything, and a restore checks everything',
  'src/admin/erase-person.ts': 'erasure reaches every pair of a person (C8)',
  'src/admin/export-person.ts': "a person's own data lie in every pair of theirs (C8)",
  'src/admin/import.ts': 'one file describes all pairs',
  'src/admin/invite.ts': 'the operator names a person, who may stand in any pair',
  'src/admin/people.ts': 'lists the people of all pairs for the operator',
  'src/admin/restore.ts': 'who was erased is erased again in every pair (C8)',
  'src/admin/verify.ts': 'verifies the chains of all pairs',
  'src/erased-list.ts': 'who was erased is erased again in every pair (C8)',
  'src/heartbeat.ts': 'whether anything is late anywhere: two figures without content',
  'src/telegram/after-failure.ts': 'a chat that cannot be reached is so in every pair',
  'src/telegram/deliver.ts': 'one bot and one budget send for all pairs (R15)',
  'src/usecases/dev-clock.ts': 'the movable clock of tests moves for everybody',
  'src/usecases/forget-old.ts': 'what is old is forgotten in every pair (C8)',
  'src/usecases/group/bind-group.ts':
    'a group that is bound sees what still asks its committee, over all its pairs',
  'src/usecases/link/across-pairs.ts':
    'the one way in which a use case widens its scope and narrows it again',
  'src/usecases/link/find-invitation.ts': 'a token is looked up before its pair is known (C6)',
  'src/usecases/link/invite-person.ts': 'an invitation ends those that the person has in other pairs (C6)',
  'src/usecases/link/members.ts': 'an invitation that is open may be of another pair of the person (C6)',
  'src/usecases/link/own-data.ts': "a person's own export and erasure reach every pair of theirs (C8)",
  'src/usecases/link/tell-waiting.ts':
    'whoever can be reached again gets what waits for them in all their pairs',
  'src/usecases/make-invitation.ts': 'an invitation ends those that the person has in other pairs (C6)',
  'src/usecases/sweep.ts': 'what is due is looked for in all pairs at once',
  'src/usecases/work.ts': 'writes a scope down as Postgres reads it',
};
