import { defineEntity, p } from '@mikro-orm/sql';
import { sealedFor, type Sealed } from '../crypto/index.ts';

/** That a command was done, and what it answered: written in the command's own transaction. */
const CommandKeySchema = defineEntity({
  name: 'CommandKey',
  tableName: 'command_keys',
  indexes: [{ name: 'command_keys_created_at', properties: ['createdAt'] }],
  properties: {
    /** SHA-256 of who, which command and which key. */
    id: p.string().length(64).primary(),
    command: p.string().length(80),
    inputHash: p.string().length(64),
    /** JSON, encrypted: an answer may hold a link or a name. */
    answer: p.text().$type<Sealed>().groups(sealedFor('command.answer')).columnType('mediumtext').nullable(),
    createdAt: p.datetime(3),
  },
});
export class CommandKey extends CommandKeySchema.class {}
CommandKeySchema.setClass(CommandKey);
