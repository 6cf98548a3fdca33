// The way of files to the server.

/** One file on its way. */
export interface Sent {
  readonly id: number;
  readonly file: File;
}

/** Hears how the files fare. */
export interface Listener {
  /** So much of the files' bytes has left, from 0 to 1. */
  progressed(share: number): void;
  answered(id: number, outcome: "taken" | "duplicate" | "refused", reason: string | null): void;
}

/** Sends files of one batch. The promise is kept when each was answered, and broken with the reason when something ended the sending. */
export interface Sender {
  /** The batch that a file was begun in and not ended; null for none. */
  begunIn(file: File): string | null;
  send(batch: string, files: readonly Sent[], listener: Listener, cancelled: AbortSignal): Promise<void>;
}

/** The words of a sender. */
export interface SenderWords {
  readonly refused: string;
  readonly unreachable: string;
}

interface Receipt {
  readonly detail?: string;
  readonly files?: readonly { readonly file: number; readonly state: string; readonly reason: string | null }[];
}

// Few enough that a cut connection costs little, and many enough that thousands of files stay below the limit of requests.
const mostFiles = 100;
const mostBytes = 64 * 2 ** 20;

/** Sends files as a form does, some at a time. */
export function formSender(address: string, field: string, words: SenderWords): Sender {
  return {
    begunIn: () => null,
    async send(batch, files, listener, cancelled) {
      const all = Math.max(1, bytesOf(files));
      let before = 0;
      for (const part of parts(files)) {
        const progressed = (share: number): void => {
          listener.progressed((before + share * bytesOf(part)) / all);
        };
        const reply = await post(addressOf(address, batch), field, part, progressed, words, cancelled);
        before += bytesOf(part);
        answer(part, reply, listener, words);
      }
    },
  };
}

function addressOf(address: string, batch: string): string {
  const whole = new URL(address, location.href);
  whole.searchParams.set("batch", batch);
  return whole.href;
}

function answer(part: readonly Sent[], reply: { status: number; receipt: Receipt | null }, listener: Listener, words: SenderWords): void {
  const lines = reply.receipt?.files;
  if (lines === undefined && reply.status !== 202) {
    throw new Error(reply.receipt?.detail ?? words.refused.replace("{status}", String(reply.status)));
  }
  for (const [index, { id }] of part.entries()) {
    const line = lines?.find((told) => told.file === index);
    const outcome = line?.state === "refused" || line?.state === "duplicate" ? line.state : "taken";
    listener.answered(id, outcome, line?.reason ?? null);
  }
}

function* parts(files: readonly Sent[]): Generator<readonly Sent[]> {
  let part: Sent[] = [];
  for (const sent of files) {
    if (part.length > 0 && (part.length === mostFiles || bytesOf(part) + sent.file.size > mostBytes)) {
      yield part;
      part = [];
    }
    part.push(sent);
  }
  yield part;
}

function bytesOf(files: readonly Sent[]): number {
  return files.reduce((sum, { file }) => sum + file.size, 0);
}

function post(
  address: string,
  field: string,
  part: readonly Sent[],
  progressed: (share: number) => void,
  words: SenderWords,
  cancelled: AbortSignal,
): Promise<{ status: number; receipt: Receipt | null }> {
  const body = new FormData();
  for (const { file } of part) {
    body.append(field, file, file.name);
  }
  // fetch tells nothing of a request's progress; this does.
  const request = new XMLHttpRequest();
  request.open("POST", address);
  request.responseType = "json";
  request.setRequestHeader("Accept", "application/json");
  request.setRequestHeader("RequestVerificationToken", document.body.dataset["antiforgery"] ?? "");
  return new Promise((resolve, reject) => {
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable && event.total > 0) {
        progressed(event.loaded / event.total);
      }
    });
    request.addEventListener("load", () => {
      resolve({ status: request.status, receipt: request.response as Receipt | null });
    });
    request.addEventListener("error", () => {
      reject(new Error(words.unreachable));
    });
    request.addEventListener("abort", () => {
      reject(new Error(words.unreachable));
    });
    cancelled.addEventListener("abort", () => {
      request.abort();
    });
    if (cancelled.aborted) {
      reject(new Error(words.unreachable));
      return;
    }
    request.send(body);
  });
}
