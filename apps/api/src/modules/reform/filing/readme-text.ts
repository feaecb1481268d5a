import type { FilingSnapshot } from '@yitang/domain/filing';
import type { Seal, SealedPaper } from './seal-archive.ts';

/** How to check the package, for whoever receives it and has none of our programs. */
export function readmeText(snapshot: FilingSnapshot, papers: readonly SealedPaper[], seal: Seal): string {
  const { university, asOf, assembledAt, isDemo } = snapshot;
  return `${[
    `${university} 校务服务“最多跑一次”改革备案材料`,
    `备案号：${seal.number}`,
    `目录截止日期：${asOf}；数据汇总时间：${assembledAt}；定稿日期：${seal.frozenOn}`,
    ...(isDemo ? ['本材料由演示数据生成，不具有任何效力。'] : []),
    '',
    '一、内容',
    ...papers.map(({ path, title }) => `  ${path}  ${title}`),
    '  snapshot.json  以上各表所依据的数据快照',
    '  manifest.json  文件清单',
    '  SHA256SUMS     各文件的 SHA-256 校验值',
    '  SHA256SUMS.sig 对 SHA256SUMS 的 Ed25519 签名',
    '  public.pem     签名公钥',
    '',
    '二、核验',
    '在解压后的文件夹中依次执行（Linux 和 macOS 自带，Windows 可用 Git Bash）：',
    '',
    '1. 文件是否完整、未被改动：',
    '   sha256sum -c SHA256SUMS',
    '   每一行都应显示 OK。',
    '',
    '2. 校验值是否由本校签署（需要 OpenSSL 3.0 或以上）：',
    '   openssl pkeyutl -verify -pubin -inkey public.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig',
    '   应显示 Signature Verified Successfully。',
    '',
    '3. 公钥是否确为本校公钥：材料包里的 public.pem 只为方便，请与网站公布的公钥比对，两者应当完全相同：',
    `   ${seal.keyUrl}`,
    `   公钥编号：${seal.key.id}`,
    '',
    '三、复算',
    '各表全部由 snapshot.json 生成。同一快照在任何机器、任何时间生成的文件逐字节相同。',
    '没有 OpenSSL 的，可在本系统源码目录执行：npm run verify-filing -- 材料包.zip --key public.pem',
  ].join('\n')}\n`;
}
