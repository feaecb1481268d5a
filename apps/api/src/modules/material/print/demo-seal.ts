import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import forge from 'node-forge';
import type { SealKey } from './signer.ts';

/** It guards nothing: who reads the file of a demo has its key. */
const password = 'demo';

/** The key with which a demo or a development machine signs: made by itself on the first use, trusted by nobody. */
export function openDemoSeal(file: string): SealKey {
  try {
    return { p12: readFileSync(file), password };
  } catch {
    mkdirSync(dirname(file), { recursive: true });
    const p12 = makeDemoSeal(new Date());
    const temporary = `${file}.${process.pid}`;
    writeFileSync(temporary, p12, { mode: 0o600 });
    renameSync(temporary, file);
    return { p12, password };
  }
}

function makeDemoSeal(now: Date): Buffer {
  const pair = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const key = forge.pki.privateKeyFromPem(pair.privateKey);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(pair.publicKey);
  certificate.serialNumber = '01';
  certificate.validity.notBefore = now;
  certificate.validity.notAfter = new Date(now.getTime() + 10 * 365.25 * 86_400_000);
  const name = [
    { name: 'commonName', value: 'DEMO SEAL - NOT VALID (Yitang)' },
    { name: 'countryName', value: 'CN' },
  ];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: false },
    { name: 'keyUsage', digitalSignature: true, nonRepudiation: true },
  ]);
  certificate.sign(key, forge.md.sha256.create());
  const p12 = forge.pkcs12.toPkcs12Asn1(key, [certificate], password, { algorithm: '3des' });
  return Buffer.from(forge.asn1.toDer(p12).getBytes(), 'latin1');
}
