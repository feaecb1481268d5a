// `npm run verify-filing -- FILE.zip [--key public.pem]`: checks a filing package without the application that made it and
// without OpenSSL. docs/FILING.md has the commands for who has OpenSSL.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { verifyArchive } from '../apps/api/src/modules/reform/filing/verify-archive.ts';
import { main, say } from './lib/say.ts';

await main(async () => {
  const { values, positionals } = parseArgs({ options: { key: { type: 'string' } }, allowPositionals: true });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) {
    say('用法：npm run verify-filing -- 材料包.zip [--key public.pem]');
    return 2;
  }
  const pem = values.key === undefined ? undefined : readFileSync(values.key, 'utf8');
  const { faults, good, keyId, isOwnKey } = verifyArchive(readFileSync(file), pem);
  say(`${good} 个文件与校验值相符。`);
  for (const fault of faults) say(`× ${fault}`);
  if (faults.length > 0) return 1;
  say(`签名有效，公钥编号 ${keyId ?? ''}。`);
  if (isOwnKey) say('所用公钥取自材料包本身。请用 --key 指定从学校网站取得的公钥，才能确认是该校签署。');
  return 0;
});
