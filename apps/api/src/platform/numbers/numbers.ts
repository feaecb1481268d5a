import { affectedRows, familyOfEm, insertUnlessPresent, refuseInTransaction, type Orm } from '../../database/index.ts';

/** Numbers that people read. Gaps are allowed, repeats are not. */
export interface Numbers {
  /**
   * The next number of a sequence (`case:20261122`), from 1. Taken before the command, not inside it: a counter row
   * in the business transaction would make every submit of one matter wait for the one before it.
   */
  next(sequence: string): Promise<number>;
}

interface Block {
  next: number;
  end: number;
}

const blockSize = 100;
const sequencesAtMost = 1_000;

/** Leases a hundred numbers at a time for this process; what it has not used when it ends stays unused. */
export function createNumbers(orm: Orm): Numbers {
  const blocks = new Map<string, Block>();
  const leasing = new Map<string, Promise<void>>();

  const lease = async (sequence: string): Promise<void> => {
    const start = await leaseBlock(orm, sequence);
    if (blocks.size >= sequencesAtMost) blocks.delete(blocks.keys().next().value!);
    blocks.set(sequence, { next: start, end: start + blockSize });
  };
  return {
    next: async (sequence) => {
      refuseInTransaction('a number is taken');
      for (;;) {
        const block = blocks.get(sequence);
        if (block !== undefined && block.next < block.end) return block.next++;
        // Whoever comes meanwhile waits for the same lease.
        const underWay = leasing.get(sequence) ?? lease(sequence).finally(() => leasing.delete(sequence));
        leasing.set(sequence, underWay);
        await underWay;
      }
    },
  };
}

async function leaseBlock(orm: Orm, sequence: string): Promise<number> {
  const em = orm.em.fork();
  const insert = `${insertUnlessPresent(familyOfEm(em))} into number_blocks (sequence, next_number) values (?, ?)`;
  for (;;) {
    const [row] = await em.execute<{ next_number: number }[]>(
      'select next_number from number_blocks where sequence = ?',
      [sequence],
    );
    if (row === undefined) {
      if ((await affectedRows(em, insert, [sequence, 1 + blockSize])) === 1) return 1;
      continue;
    }
    const start = Number(row.next_number);
    const won = await affectedRows(
      em,
      'update number_blocks set next_number = ? where sequence = ? and next_number = ?',
      [start + blockSize, sequence, start],
    );
    if (won === 1) return start;
  }
}
