import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createPrinter, type CertificateSheet } from '../../apps/api/src/modules/material/print/index.ts';
import { fromRoot } from '../lib/paths.ts';
import { median, type Measure } from './measure.ts';

/** The thread, its fonts and its programs are there from then on. */
const warmingUp = 5;
const count = 20;
const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔'];

/** As long as the certificate of the demo, each for somebody else: their characters make the fonts. */
function certificateFor(index: number): CertificateSheet {
  const name = `${surnames[index % surnames.length]}知远`;
  const number = `20230101${String(index).padStart(2, '0')}`;
  return {
    kind: 'certificate',
    university: '示范大学',
    number: `CT202611230000${number.slice(-3)}`,
    url: 'https://fuwu.example.edu.cn/verify/7K3M0QZ49XW4R8TB',
    printedAt: '2026-11-23 11:20',
    isDemo: false,
    title: { zh: '在读证明', en: 'Certificate of Enrolment' },
    lines: [
      {
        zh: `兹证明 ${name}（学号 ${number}）系我校软件学院软件工程专业2023级本科学生，学制四年，目前学籍状态为在读。`,
        en: `This is to certify that the holder (student number ${number}) is a registered undergraduate of Software Engineering.`,
      },
    ],
    table: [
      { label: { zh: '姓名', en: 'Name' }, value: { zh: name } },
      { label: { zh: '学院', en: 'School' }, value: { zh: '软件学院', en: 'School of Software' } },
      { label: { zh: '用途', en: 'Purpose' }, value: { zh: '办理签证', en: 'Visa' } },
    ],
    issuer: { zh: '示范大学教务处', en: 'Academic Affairs Office' },
    issuedOn: { zh: '2026年11月23日', en: '23 November 2026' },
    validUntil: { zh: '2027年5月22日', en: '22 May 2027' },
    isBilingual: true,
    sealPosition: 'beside',
    isSample: false,
  };
}

/** P9: milliseconds of CPU for one certificate, of all threads; how little of it is the thread that answers requests is reported beside. */
export const certificate: Measure = {
  names: ['P9.cpuMs'],
  what: 'CPU of a certificate: a PDF with the characters that it needs, signed with the seal',
  run: async ({ progress, after }) => {
    mkdirSync(fromRoot('var/bench'), { recursive: true });
    const folder = mkdtempSync(fromRoot('var/bench', 'print-'));
    after(() => rmSync(folder, { recursive: true, force: true }));
    const seal = { p12File: undefined, password: undefined, font: process.env.CJK_FONT };
    const printer = createPrinter({ mode: 'demo', filesFolder: `${folder}/files`, seal });
    after(() => printer.close());
    const all: number[] = [];
    const here: number[] = [];
    for (let index = 0; index < warmingUp + count; index += 1) {
      const [before, beforeHere] = [process.cpuUsage(), process.threadCpuUsage()];
      const signing = { reason: 'bench', name: '示范大学教务处', at: new Date() };
      const pdf = await printer.printCertificate(certificateFor(index), signing);
      if (index < warmingUp) continue;
      all.push(milliseconds(process.cpuUsage(before)));
      here.push(milliseconds(process.threadCpuUsage(beforeHere)));
      if (index === warmingUp) progress(`a certificate has ${pdf.length} bytes`);
    }
    progress(
      `${median(all).toFixed(1)} ms of CPU, ${median(here).toFixed(2)} ms of them in the thread that waits for it`,
    );
    return { 'P9.cpuMs': median(all) };
  },
};

const milliseconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000;
