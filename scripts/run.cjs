// Starts scripts/<name>.ts. CommonJS, so that an old Node can say in one sentence what is missing instead of failing on a type.
const [, , name, ...rest] = process.argv;
if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(
    `This needs Node 24, and here is Node ${process.versions.node}. Run npm ci (on Linux x64 it brings Node 24 along), or install Node 24 from nodejs.org, and try again.`,
  );
  process.exit(1);
}
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');
const file = join(__dirname, `${name}.ts`);
process.argv = [process.argv[0], file, ...rest];
import(pathToFileURL(file).href).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
