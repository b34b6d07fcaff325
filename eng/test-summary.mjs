// Reads the test reports in a folder (Common Test Report Format), names what failed or was skipped, and ends on one line:
// N passed, N failed, N skipped. Exit code 0 only when something ran and everything passed.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, ...crashed] = process.argv.slice(2);
const total = { passed: 0, failed: crashed.length, skipped: 0 };

for (const name of readdirSync(folder).filter((n) => n.endsWith('.ctrf')).sort()) {
  const { summary, tests } = JSON.parse(readFileSync(join(folder, name), 'utf8')).results;
  total.passed += summary.passed;
  total.failed += summary.failed + (summary.other ?? 0);
  total.skipped += summary.skipped + (summary.pending ?? 0);
  for (const test of tests.filter((t) => t.status !== 'passed')) {
    console.log(`${test.status}: ${test.name}`);
  }
}

for (const project of crashed) {
  console.log(`failed: ${project} ended without running its tests`);
}

if (total.skipped > 0) {
  console.log('A skipped test counts as a failure of the run.');
}

console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.passed > 0 && total.failed === 0 && total.skipped === 0 ? 0 : 1;
