// Carries an upload from state to state: looks at the files, has them sent, and tells whoever shows them.
import { newKey } from "./keys";
import { type Limits, type LimitWords, refusalOf } from "./limits";
import type { Sender } from "./sender";
import { after, type Happening, nothing, phaseOf, sending, type UploadState } from "./states";

export class Upload {
  private state: UploadState = nothing;
  private readonly files = new Map<number, File>();
  private readonly batches = new Map<number, string>();
  private cancelling = new AbortController();

  constructor(
    private readonly sender: Sender,
    private readonly limits: () => Limits,
    private readonly words: LimitWords,
    private readonly show: (state: UploadState) => void,
  ) {}

  /** Takes files that were picked or dropped together, and sends them as one batch. */
  pick(files: readonly File[]): void {
    const picked = files.map((file) => {
      const id = this.files.size;
      this.files.set(id, file);
      return { id, name: file.name, bytes: file.size };
    });
    this.hear({ kind: "picked", files: picked });
    void this.start();
  }

  /** Sends once more what was not answered, into the batch that it belongs to. */
  again(): void {
    this.hear({ kind: "again" });
    void this.start();
  }

  cancel(): void {
    if (phaseOf(this.state) === "sending") {
      this.hear({ kind: "cancelled" });
      this.cancelling.abort();
    }
  }

  /** The batch of a set. */
  batchOf(set: number): string {
    const batch = this.batches.get(set) ?? newKey();
    this.batches.set(set, batch);
    return batch;
  }

  // Whoever finds nothing listed, or another set on its way, starts nothing.
  private async start(): Promise<void> {
    const before = this.state;
    this.hear({ kind: "started" });
    const set = this.state.current;
    if (this.state === before || set === null) {
      return;
    }
    this.cancelling = new AbortController();
    const { signal } = this.cancelling;
    const heard = (happening: Happening): void => {
      if (!signal.aborted) {
        this.hear(happening);
      }
    };
    try {
      await this.look(heard);
      const files = sending(this.state).map(({ id }) => ({ id, file: this.fileOf(id) }));
      this.goOnWith(set, files.map(({ file }) => file));
      if (files.length > 0 && !signal.aborted) {
        await this.sender.send(
          this.batchOf(set),
          files,
          {
            progressed: (share) => {
              heard({ kind: "progressed", share });
            },
            answered: (id, outcome, reason) => {
              heard({ kind: "answered", id, outcome, reason });
            },
          },
          signal,
        );
      }
      heard({ kind: "ended", reason: null });
    } catch (fault) {
      heard({ kind: "ended", reason: fault instanceof Error ? fault.message : String(fault) });
    }
    await this.start();
  }

  // What a reload left belongs to the batch that it was begun in.
  private goOnWith(set: number, files: readonly File[]): void {
    const begun = files.map((file) => this.sender.begunIn(file)).find((batch) => batch !== null);
    if (begun !== undefined && !this.batches.has(set)) {
      this.batches.set(set, begun);
    }
  }

  private async look(heard: (happening: Happening) => void): Promise<void> {
    const limits = this.limits();
    let bytes = 0;
    for (const { id } of sending(this.state)) {
      const file = this.fileOf(id);
      // Room is kept for what was begun.
      const isBegun = this.sender.begunIn(file) !== null;
      const reason = await refusalOf(file, bytes, isBegun ? { ...limits, room: null } : limits, this.words);
      if (reason === null) {
        bytes += isBegun ? 0 : file.size;
      } else {
        heard({ kind: "answered", id, outcome: "refused", reason });
      }
    }
  }

  private fileOf(id: number): File {
    const file = this.files.get(id);
    if (file === undefined) {
      throw new Error(`No file ${id}.`);
    }
    return file;
  }

  private hear(happening: Happening): void {
    const before = this.state;
    this.state = after(before, happening);
    if (this.state !== before) {
      this.show(this.state);
    }
  }
}
