// The limit of P5: Koa with mysql2 reading the same page and the same two counts along the same index.
import { createPool, type RowDataPacket } from 'mysql2/promise';
import { apiPackage } from '../api-packages.ts';

interface Context {
  body: unknown;
  readonly query: Readonly<Record<string, string>>;
}
interface KoaApp {
  use(handler: (context: Context) => Promise<void>): void;
  listen(port: number, host: string, ready: () => void): { address(): { port: number } };
}
export interface RawInboxOrder {
  readonly database: string;
}

const columns = `id, number, matter_name, applicant_name, applicant_department, status, submitted_at, due_on, inbox_order`;
const page = `select ${columns} from cases where inbox_post = ? and inbox_view = 'open' order by inbox_order, id limit 21`;
const bounded = 'select 1 as one from cases where inbox_post = ? and inbox_view = ? limit 100';

process.once('message', ({ database }: RawInboxOrder) => {
  const pool = createPool({ uri: database, connectionLimit: 16, dateStrings: true, charset: 'utf8mb4' });
  const Koa = apiPackage<{ default: new () => KoaApp }>('koa').default;
  const app = new Koa();
  app.use(async (context) => {
    const post = context.query['post'] ?? '';
    const [items] = await pool.execute<RowDataPacket[]>(page, [post]);
    const [open] = await pool.execute<RowDataPacket[]>(bounded, [post, 'open']);
    const [correcting] = await pool.execute<RowDataPacket[]>(bounded, [post, 'correcting']);
    context.body = { items: items.slice(0, 20), counts: { open: open.length, correcting: correcting.length } };
  });
  const server = app.listen(0, '127.0.0.1', () => process.send?.(server.address().port));
});
