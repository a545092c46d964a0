import { ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { webresources } from "../folders";

const repository = join(webresources, "..");
const host = join(repository, "artifacts", "contract", "bin", "BuyerPath.Sandbox.Host", "release", "BuyerPath.Sandbox.Host.dll");
const packed = join(repository, "artifacts", "solution", "BuyerPath.zip");
const data = (name: string): string => join(repository, "artifacts", "data", `BuyerPath.${name}.en.zip`);
const processes = data("Processes");
const starter = data("Starter");
const sample = join(repository, "solution", "data", "sample", "pipeline.yaml");

/** The sandbox of the packed solution on a free port, as `try.cs` starts it: with the sample pipeline, or with buying processes alone. */
export class Sandbox {
  private constructor(readonly url: string, private readonly process: ChildProcess) {}

  static async start({ withSample } = { withSample: true }): Promise<Sandbox> {
    for (const file of [host, packed, processes, starter])
      if (!existsSync(file)) throw new Error(`${file} is missing. The test command builds it: dotnet pac-scripts/test.cs.`);
    const process = spawn("dotnet", [host, "--solution", packed, "--data", processes, ...(withSample ? ["--data", starter, "--sample", sample] : [])]);
    return new Sandbox(await Sandbox.addressOf(process), process);
  }

  private static addressOf(process: ChildProcess): Promise<string> {
    return new Promise((resolve, reject) => {
      let said = "";
      const read = (text: Buffer): void => {
        said += text.toString();
        const address = /BuyerPath sandbox: (http:\S+)/.exec(said)?.[1];
        if (address) resolve(address);
      };
      process.stdout?.on("data", read);
      process.stderr?.on("data", read);
      process.on("exit", code => { reject(new Error(`The sandbox ended with ${code ?? "no code"}:\n${said}`)); });
    });
  }

  stop(): Promise<void> {
    return new Promise(resolve => {
      this.process.removeAllListeners("exit").on("exit", () => { resolve(); });
      this.process.kill();
    });
  }

  /** Rows of the Web API. */
  async rows(address: string): Promise<Record<string, unknown>[]> {
    const reply = await fetch(`${this.url}/api/data/v9.2/${address}`);
    if (!reply.ok) throw new Error(`${address}: ${reply.status} ${await reply.text()}`);
    return ((await reply.json()) as { value: Record<string, unknown>[] }).value;
  }
}
