import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build.mjs';

// Writes what is shipped as CycloneDX. npm names the product after the folder it lies in, wherever that is.
const npm = process.env.npm_execpath ?? '';
const args = [
  'sbom',
  '--sbom-format=cyclonedx',
  '--sbom-type=application',
  '--omit=dev',
  '--package-lock-only',
];
const bom = JSON.parse(execFileSync(process.execPath, [npm, ...args], { cwd: root, maxBuffer: 1 << 26 }));
bom.metadata.component.name = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).name;
writeFileSync('sbom.cdx.json', `${JSON.stringify(bom, null, 2)}\n`);
