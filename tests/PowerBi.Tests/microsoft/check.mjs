// Reads semantic models by Microsoft's own code: TMDL by the object model of Analysis Services (TOM), M by the Power Query parser.
//   node check.mjs FOLDER...     prints one JSON object a line: { folder, refusal, tmdl, queries, badQueries }
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import parser from "@microsoft/powerquery-parser";

const { DefaultSettings, TaskUtils } = parser;

/** TOM comes in a program that speaks the Model Context Protocol: JSON-RPC, a message a line. */
class ObjectModel {
  #process;
  #waiting = new Map();
  #last = 0;

  constructor() {
    const folder = `@microsoft/powerbi-modeling-mcp-${process.platform}-${process.arch}/package.json`;
    const program = path.join(path.dirname(createRequire(import.meta.url).resolve(folder)), "dist", "powerbi-modeling-mcp");
    // Without ICU libraries on the machine, .NET starts only so.
    this.#process = spawn(program, ["--start"], { stdio: ["pipe", "pipe", "ignore"], env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1" } });
    createInterface({ input: this.#process.stdout }).on("line", line => this.#take(JSON.parse(line)));
  }

  async begin() {
    await this.#ask("initialize", { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "buyerpath", version: "1" } });
    this.#send({ jsonrpc: "2.0", method: "notifications/initialized", params: {} });
  }

  /** Does an operation on the model. The refusal, or null. */
  async refusalOf(request) {
    const { result, error } = await this.#ask("tools/call", { name: "database_operations", arguments: { request } });
    return error ? error.message : result.isError ? result.content.map(part => part.text).join("\n") : null;
  }

  end() {
    this.#process.kill();
  }

  #ask(method, params) {
    const id = ++this.#last;
    this.#send({ jsonrpc: "2.0", id, method, params });
    return new Promise(resolve => this.#waiting.set(id, resolve));
  }

  #take(message) {
    if (message.method && message.id !== undefined) this.#send({ jsonrpc: "2.0", id: message.id, result: { action: "accept", content: {} } });
    else this.#waiting.get(message.id)?.(message);
  }

  #send(message) {
    this.#process.stdin.write(JSON.stringify(message) + "\n");
  }
}

/** Texts of a folder by their paths. */
const textsIn = folder =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true })
      .filter(file => file.endsWith(".tmdl"))
      .map(file => [file.replaceAll("\\", "/"), readFileSync(path.join(folder, file), "utf8")]),
  );

const queriesOf = ({ model }) => [
  ...model.tables.flatMap(table => [
    ...table.partitions.map(partition => ({ name: `${table.name}, partition`, text: partition.source.expression })),
    ...(table.refreshPolicy ? [{ name: `${table.name}, refresh policy`, text: table.refreshPolicy.sourceExpression }] : []),
  ]),
  ...model.expressions.map(expression => ({ name: expression.name, text: expression.expression })),
];

async function check(tom, folder) {
  const refusal = await tom.refusalOf({ operation: "ImportFromTmdlFolder", tmdlFolderPath: path.resolve(folder) });
  if (refusal !== null) return { folder, refusal, tmdl: {}, queries: 0, badQueries: [] };

  const written = mkdtempSync(path.join(tmpdir(), "model-"));
  try {
    const bim = path.join(written, "model.bim");
    const tmdl = path.join(written, "tmdl");
    const failed =
      (await tom.refusalOf({ operation: "ExportToBimFile", bimFilePath: bim })) ?? (await tom.refusalOf({ operation: "ExportToTmdlFolder", tmdlFolderPath: tmdl }));
    if (failed !== null) throw new Error(failed);

    const queries = queriesOf(JSON.parse(readFileSync(bim, "utf8")));
    const badQueries = [];
    for (const { name, text } of queries) {
      const task = await TaskUtils.tryLexParse(DefaultSettings, [text].flat().join("\n"));
      if (!TaskUtils.isParseStageOk(task)) badQueries.push(name);
    }
    return { folder, refusal: null, tmdl: textsIn(tmdl), queries: queries.length, badQueries };
  } finally {
    rmSync(written, { recursive: true });
  }
}

const tom = new ObjectModel();
await tom.begin();
for (const folder of process.argv.slice(2)) console.log(JSON.stringify(await check(tom, folder)));
tom.end();
